#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-display.sh WIDTHxHEIGHT COMMAND [ARGUMENT...]: runs a command on an X display of its own. The
# server itself picks the number: xvfb-run looks for a free one first, and two that look at the same
# time end up on one display. Exits as the command does; 77 (skipped) where there is no server.
set -u
size=$1
shift
command -v Xvfb >/dev/null || { echo "1..0 # SKIP Xvfb is not installed"; exit 77; }
folder=$(mktemp -d)
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$folder/number" 2>"$folder/log" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$folder"' EXIT
read -r number <"$folder/number" || { cat "$folder/log" >&2; exit 1; }
unset XAUTHORITY WAYLAND_DISPLAY
DISPLAY=:$number "$@"
