#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [ARGUMENT...]: installs what is missing, builds, and opens CertHall on a practice hall of its
# own. Asks nothing. ARGUMENTs go to certhall instead of --local. Without a display it runs the tour,
# which makes the same journey and leaves a picture of every page in build/tour/.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/lib/packages.sh
. tools/lib/debian.sh
. tools/lib/build.sh

install_packages "${BUILD_PACKAGES[@]}" "${RUN_PACKAGES[@]}"
make_locale
build "$PWD/build"
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "There is no display here: running the tour instead. Its pictures go to build/tour/."
  install_packages "${TEST_PACKAGES[@]}"
  exec tools/tour.sh
fi
use_build "$PWD/build"
[ $# -gt 0 ] || set -- --local
exec certhall "$@"
