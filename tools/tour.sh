#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tour.sh [LANGUAGE...]: plays the whole journey in real windows on a display of its own and leaves a
# picture of every page in build/tour/LANGUAGE/; then a day of the hall's staff, in office/ there.
# Languages: zh_CN, en; both unless told otherwise. With TOUR_THEMES="Adwaita:dark HighContrast" the
# day is played once more in each of these themes, on a small display.
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

# play SIZE FOLDER PROGRAM LANGUAGE [THEME]
play ()
{
  size=$1
  folder=$2
  program=$3
  shift 3
  rm -rf "$folder"
  mkdir -p "$folder"
  language=$1
  shift
  PYTHONDONTWRITEBYTECODE=1 STAGE_SIZE=$size \
    /usr/bin/python3 tests/e2e/stage.py "tests/e2e/$program" "$PWD" "$PWD/build" "$language" \
    "$folder" "$@" 2>"$folder/log" || { cat "$folder/log" >&2; exit 1; }
}

for language in "$@"; do
  pictures=$PWD/build/tour/$language
  echo "The journey, $language: about three minutes."
  play "${STAGE_SIZE:-1440x900}" "$pictures" tour.py "$language"
  echo "The office, $language: about two minutes."
  play "${STAGE_SIZE:-1600x1000}" "$pictures/office" tour_office.py "$language"
  for theme in ${TOUR_THEMES:-}; do
    play 1024x700 "$pictures/office-$theme" tour_office.py "$language" "$theme"
  done
done
