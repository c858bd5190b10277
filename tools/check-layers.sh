#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The walls between the layers. Usage: tools/check-layers.sh [ROOT]
#
# src/LAYER/ is a layer; it may build on the layers named for it below and on nothing else. Says
# each breach in a line "file:line: what is wrong" and ends with 1 if there was one.

set -u
cd "${1:-.}" || exit 2

# What a layer may build on. The command line has operators' commands, which work on the store.
allowed () {
  case $1 in
    core)    echo '' ;;
    os)      echo 'core' ;;
    wire)    echo 'core' ;;
    paper)   echo 'core' ;;
    scan)    echo 'core wire paper' ;;
    client)  echo 'core wire' ;;
    flow)    echo 'core wire paper scan client os' ;;
    app)     echo 'core wire paper scan client os flow' ;;
    cli)     echo 'core wire paper scan client os flow service' ;;
    service) echo 'core wire paper scan' ;;
    *)       echo '?' ;;
  esac
}

# Libraries that one folder hides from all others: what is looked for, who may have it.
walls='
#include *<sqlite3|sqlite3_[a-z]  src/service/store/  SQLite belongs into src/service/store
#include *<libpq|PQexec           src/service/store/  PostgreSQL belongs into src/service/store
#include *<libsoup/               src/client/|src/cli/  HTTP calls belong into src/client
#include *<microhttpd|MHD_[a-z]   src/service/http/  the HTTP engine belongs into src/service/http
#include *<(gtk|gdk|handy|libhandy-1)[/.]  src/app/  windows belong into src/app
'

# Where the code may ask which system it is compiled for: one folder, and where files lie.
platform='^src/os/|^src/core/hall-data-dir\.c$'

breaches=$(mktemp) || exit 2
trap 'rm -f "$breaches"' EXIT

sources () {
  find src -name '*.[ch]' | LC_ALL=C sort
}

check_includes () {
  find src tests -name '*.[ch]' 2> /dev/null | LC_ALL=C sort | xargs grep -nE '^ *# *include +"[^"]*/' /dev/null \
    | sed 's|: *#.*|: headers of our own are included by bare name|'
  # by bare name a header is found only if its name is used once
  find src -name '*.h' | sed 's|.*/||' | LC_ALL=C sort | uniq -d | while read -r name; do
    find src -name "$name" | sed 's|$|:1: another layer has a header of this name|'
  done
}

# "name layer" of everything that a meson.build lends to others, or keeps for itself
definitions () {
  find src -name meson.build | LC_ALL=C sort | while read -r file; do
    layer=$(echo "$file" | cut -d/ -f2)
    sed -nE "s/^(hall_[a-z0-9_]+) *= *declare_dependency.*/\1 lent $layer/p;
             s/^(hall_[a-z0-9_]+_(inc|lib|deps)) *=.*/\1 own $layer/p" "$file"
  done
}

check_dependencies () {
  defined=$(definitions)
  find src -name meson.build | LC_ALL=C sort | while read -r file; do
    layer=$(echo "$file" | cut -d/ -f2)
    may=" $(allowed "$layer") $layer "
    case $may in *'?'*) echo "$file:1: “$layer” is no layer; tools/check-layers.sh lists them" ;; esac
    grep -noE '\bhall_[a-z0-9_]+' "$file" | LC_ALL=C sort -u | while IFS=: read -r line name; do
      echo "$defined" | awk -v n="$name" '$1 == n { print $2, $3 }' | while read -r how from; do
        if [ "$how" = own ] && [ "$from" != "$layer" ]; then
          echo "$file:$line: $name is the inside of src/$from; use what it declares"
        fi
        case $may in
          *" $from "*) ;;
          *) echo "$file:$line: src/$layer may not build on src/$from ($name)" ;;
        esac
      done
    done
  done
}

check_walls () {
  echo "$walls" | grep . | sed -E 's/  +/\t/g' | while IFS="$(printf '\t')" read -r what where why; do
    sources | grep -vE "^($where)" | xargs grep -nE "$what" /dev/null | sed -E "s|^([^:]*:[0-9]+):.*|\1: $why|"
  done
}

check_platforms () {
  sources | grep -vE "$platform" \
    | xargs grep -nE '^ *# *(el)?if.*(G_OS_|_WIN32|__linux__|__APPLE__|__MINGW|__unix__)' /dev/null \
    | sed -E 's|^([^:]*:[0-9]+):.*|\1: what differs per system belongs into src/os, or into a file per system|'
}

{ check_includes; check_dependencies; check_walls; check_platforms; } > "$breaches"
if [ -s "$breaches" ]; then
  cat "$breaches"
  echo "$(wc -l < "$breaches") breaches of the walls between layers" >&2
  exit 1
fi
echo "layers: $(find src -name meson.build | wc -l) build files and $(sources | wc -l) sources keep to their layers"
