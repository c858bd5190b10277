# SPDX-License-Identifier: GPL-3.0-or-later
#
# Configuring and building a build folder. Read by tools/*.sh.
# shellcheck shell=bash

# build FOLDER OPTION...: with the options as given, whatever the folder was configured with before.
build ()
{
  local folder=$1
  shift

  if [ -e "$folder/build.ninja" ]; then
    meson setup "$@" --reconfigure "$folder" >"$folder/reconfigure.log" 2>&1 \
      || { cat "$folder/reconfigure.log"; return 1; }
  else
    meson setup "$@" "$folder" || return 1
  fi
  ninja -C "$folder"
}

# use_build FOLDER: lets programs that are not installed find each other and their files.
use_build ()
{
  export HALL_DATA_DIR=$PWD/data
  export HALL_FONT_DIR=$1/data/fonts
  export HALL_LOCALE_DIR=$1/po
  export HALL_PROGRAM_DIR=$1/src/scan
  export GSETTINGS_SCHEMA_DIR=$1/data
  export PATH=$1/src/app:$1/src/service:$1/src/cli:$PATH
}
