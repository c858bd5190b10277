#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh [ARGUMENT...]: installs what the tests need, builds with AddressSanitizer and UBSan into
# build-test/, and runs the whole suite; ARGUMENTs go to meson test (a name, --suite core, …). The
# last line counts: N passed, N failed. Exits with a failure if there was one.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/lib/packages.sh
. tools/lib/debian.sh
. tools/lib/build.sh

fail ()
{
  echo "test.sh: $*"
  echo "0 passed, 1 failed"
  exit 1
}

install_packages "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}" || fail "packages are missing"
make_locale || fail "the Chinese locale is missing"
build "$PWD/build-test" --buildtype=debug -Doptimization=1 -Db_sanitize=address,undefined -Dwerror=true \
  || fail "it does not build"
rm -f build-test/meson-logs/testlog.json
meson test -C build-test --no-rebuild --print-errorlogs --timeout-multiplier 3 "$@" || true
exec /usr/bin/python3 tools/lib/count-results.py build-test/meson-logs/testlog.json
