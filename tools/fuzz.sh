#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Feeds the parsers of what strangers send with anything at all, under clang's libFuzzer.
# Usage: tools/fuzz.sh [SECONDS [TARGET…]]      60 seconds for each target unless told otherwise
#
# Begins with the examples in tests/fuzz/corpus and what former runs found to be new.
#
# Builds in build-fuzz. Ends with 77 (skipped) where clang is missing, with 1 if something was
# found; what did it lies in build-fuzz/found.

set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
for program in clang xxd; do
  command -v $program > /dev/null || {
    echo "fuzz: $program is missing (Debian: $program)" >&2
    exit 77
  }
done
[ $# -gt 0 ] || set -- form-code jpeg look sheet-plan media-type page-text

[ -d build-fuzz ] || CC=clang meson setup build-fuzz -Dfuzz=true -Db_sanitize=address \
  -Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link > /dev/null
ninja -C build-fuzz tests/fuzz/fuzz > /dev/null

# The examples of $1, into the folder $2 as the bytes they are.
lay_out () {
  for example in "tests/fuzz/corpus/$1"/*; do
    name=$(basename "$example" .hex)
    case $example in
      *.hex) xxd -r -p "$example" "$2/$name" ;;
      *) cp "$example" "$2/$name" ;;
    esac
  done
}

mkdir -p build-fuzz/found
status=0
for target in "$@"; do
  mkdir -p "build-fuzz/corpus/$target"
  lay_out "$target" "build-fuzz/corpus/$target"
  HALL_FUZZ=$target ASAN_OPTIONS=detect_leaks=1 HALL_DATA_DIR=$PWD/data \
    build-fuzz/tests/fuzz/fuzz -max_total_time="$seconds" -max_len=4096 -rss_limit_mb=1024 \
    -print_final_stats=0 -verbosity=0 -artifact_prefix="build-fuzz/found/$target-" \
    "build-fuzz/corpus/$target" && echo "fuzz: $target: nothing found in $seconds s" \
    || { echo "fuzz: $target: something was found" >&2; status=1; }
done
exit $status
