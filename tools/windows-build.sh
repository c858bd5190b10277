#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# windows-build.sh [--test]: cross-compiles every layer for Windows into build-win/; with --test the
# unit tests run under wine. docs/windows.md says where the libraries come from. Without them there is
# a message and no failure.
#
#   HALL_WINDOWS_SYSROOT  the prefix with the libraries for Windows (default /opt/mingw)
#   HALL_WINDOWS_KIT      a folder with unpack.sh and sysroot.tar.zst, to make that prefix from
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/lib/packages.sh
. tools/lib/debian.sh
. tools/lib/build.sh

sysroot=${HALL_WINDOWS_SYSROOT:-/opt/mingw}
kit=${HALL_WINDOWS_KIT:-}

if [ ! -f "$sysroot/cross-app.ini" ] && [ ! -x "$kit/unpack.sh" ]; then
  echo "windows-build.sh: no Windows libraries in $sysroot and no HALL_WINDOWS_KIT to unpack them" \
    "from: nothing was built."
  exit 0
fi

install_packages "${WINDOWS_PACKAGES[@]}"
[ -f "$sysroot/cross-app.ini" ] || "$kit/unpack.sh" "$sysroot"
build "$PWD/build-win" -Dwerror=true --cross-file "$sysroot/cross-app.ini"
[ "${1:-}" = --test ] || exit 0

# Wine's own processes outlive the program that started them and keep its standard output open, for
# whose end a test is waited for. So they are started beforehand, with one that stays.
export WINEPREFIX=${WINEPREFIX:-$sysroot/wine}
echo "<fontconfig/>" >build-win/fonts.conf # none but our own are used
export FONTCONFIG_FILE=$PWD/build-win/fonts.conf
coproc "$sysroot/bin/wine-run" cmd >/dev/null 2>&1
"$sysroot/bin/wine-run" build-win/src/cli/certhallctl.exe help >/dev/null 2>&1 </dev/null
result=0
meson test -C build-win --no-rebuild --print-errorlogs --timeout-multiplier 5 \
  --no-suite app --no-suite web --no-suite data --no-suite style --no-suite tools || result=$?
wineserver -k
exit $result
