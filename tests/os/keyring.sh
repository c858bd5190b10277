#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# keyring.sh DAEMON TEST: runs the test of the system's secrets on a bus with an empty, open keyring.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
HOME=$home XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home/run XDG_CACHE_HOME=$home/cache HALL_TEST_KEYRING=1
export HOME XDG_DATA_HOME XDG_RUNTIME_DIR XDG_CACHE_HOME HALL_TEST_KEYRING
mkdir -m 700 "$XDG_RUNTIME_DIR"
dbus-run-session -- sh -c '
  printf practice | "$1" --unlock --components=secrets >/dev/null 2>&1
  "$2" -p /secrets/system' sh "$1" "$2"
