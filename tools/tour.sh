#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tour.sh [LANGUAGE...]: plays the whole journey in real windows on a display of its own and leaves a
# picture of every page in build/tour/LANGUAGE/. Languages: zh_CN, en; both unless told otherwise.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/lib/packages.sh
. tools/lib/debian.sh
. tools/lib/build.sh

install_packages "${BUILD_PACKAGES[@]}" "${RUN_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
make_locale
[ -x build/src/app/certhall ] || build "$PWD/build"
ninja -C build tests/scan/write-scans >/dev/null
[ $# -gt 0 ] || set -- zh_CN en
for language in "$@"; do
  folder=$PWD/build/tour/$language
  rm -rf "$folder"
  mkdir -p "$folder"
  echo "The journey, $language: about two minutes."
  PYTHONDONTWRITEBYTECODE=1 STAGE_SIZE=${STAGE_SIZE:-1440x900} \
    /usr/bin/python3 tests/e2e/stage.py tests/e2e/tour.py "$PWD" "$PWD/build" "$language" "$folder" \
    2>"$folder/log" || { cat "$folder/log" >&2; exit 1; }
done
