#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Feeds the parsers of what strangers send with anything at all, under clang's libFuzzer.
# Usage: tools/fuzz.sh [SECONDS [TARGET…]]      60 seconds for each target unless told otherwise
#
# Builds in build-fuzz. Ends with 77 (skipped) where clang is missing, with 1 if something was
# found; what did it lies in build-fuzz/found.

set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
command -v clang > /dev/null || {
  echo 'fuzz: clang is missing (Debian: clang)' >&2
  exit 77
}
[ $# -gt 0 ] || set -- form-code jpeg look sheet-plan media-type page-text

[ -d build-fuzz ] || CC=clang meson setup build-fuzz -Dfuzz=true -Db_sanitize=address \
  -Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link > /dev/null
ninja -C build-fuzz tests/fuzz/fuzz > /dev/null
mkdir -p build-fuzz/found
status=0
for target in "$@"; do
  mkdir -p "build-fuzz/corpus/$target"
  HALL_FUZZ=$target ASAN_OPTIONS=detect_leaks=1 HALL_DATA_DIR=$PWD/data \
    build-fuzz/tests/fuzz/fuzz -max_total_time="$seconds" -max_len=4096 -rss_limit_mb=1024 \
    -print_final_stats=0 -verbosity=0 -artifact_prefix="build-fuzz/found/$target-" \
    "build-fuzz/corpus/$target" && echo "fuzz: $target: nothing found in $seconds s" \
    || { echo "fuzz: $target: something was found" >&2; status=1; }
done
exit $status
