#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-man.sh PAGE: formats a manual page and fails if anything was to complain about.
set -eu

complaints=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings=all -E UTF-8 -l "$1" 2>&1 >/dev/null)
if [ -n "$complaints" ]; then
  echo "$complaints" >&2
  exit 1
fi
