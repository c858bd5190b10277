# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian packages that each purpose needs. Read by tools/*.sh; the only list of them.
# shellcheck shell=bash disable=SC2034

BUILD_PACKAGES=(
  gcc libc6-dev meson ninja-build pkg-config gettext
  libgtk-3-dev libhandy-1-dev libsoup-3.0-dev libjson-glib-dev libpoppler-glib-dev
  libqrencode-dev libzbar-dev libsecret-1-dev libseccomp-dev libjpeg62-turbo-dev
  libsane-dev libtesseract-dev               # optional: scanners, reading licences
  libmicrohttpd-dev libsqlite3-dev libsodium-dev
  libglib2.0-dev-bin libxml2-utils desktop-file-utils appstream
  python3 python3-fonttools fonts-noto-cjk   # the fonts of the printed forms are cut out of Noto
)

RUN_PACKAGES=(
  adwaita-icon-theme librsvg2-common         # symbolic icons are SVG files
  at-spi2-core dbus-x11 dconf-gsettings-backend
  fonts-noto-cjk poppler-data                # Chinese on screen and in scanned PDF files
  webp-pixbuf-loader heif-gdk-pixbuf         # photographs as telephones keep them
  libsane1                                   # scanners
  tesseract-ocr-chi-sim tesseract-ocr-eng    # the print on licences
  locales
)

TEST_PACKAGES=(
  "${RUN_PACKAGES[@]}"
  xvfb xauth python3-gi gir1.2-atspi-2.0     # the window, driven without a screen
  gnome-keyring                              # where secrets are kept
  chromium chromium-driver                   # the phone and the cashier
  poppler-utils qpdf imagemagick             # what is in a PDF file or a picture
  python3-yaml                               # openapi.yaml
  man-db glade
  clang-format universal-ctags               # how the code looks
  clang libclang-rt-14-dev xxd               # tools/fuzz.sh
)

WINDOWS_PACKAGES=(
  gcc-mingw-w64-x86-64 g++-mingw-w64-x86-64
  meson ninja-build pkg-config gettext libglib2.0-dev-bin libglib2.0-bin
  python3 python3-fonttools fonts-noto-cjk
  zstd wine wine64 xvfb xauth fonts-wqy-microhei
)
