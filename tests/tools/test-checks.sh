#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The check scripts must refuse what they are there to refuse: a small good tree passes, and with
# one bad file in it each check says so. Usage: test-checks.sh TOOLS (the folder of the scripts).
# Speaks TAP.

set -u
tools=$1
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
tree=$work/tree
echo 0 > "$work/count" # a file, as the ends of pipes are processes of their own
spdx='/* SPDX-License-Identifier: GPL-3.0-or-later */'

result () { # ok or not ok, what
  count=$(($(cat "$work/count") + 1))
  echo "$count" > "$work/count"
  echo "$1 $count - $2"
}

plant () { # file; the content is on standard input
  mkdir -p "$tree/$(dirname "$1")"
  cat > "$tree/$1"
}

plant_good_tree () {
  rm -rf "$tree"
  printf '%s\n' "$spdx" '#pragma once' '' 'int hall_core_answer (void);' | plant src/core/hall-core.h
  printf '%s\n' "$spdx" '#include "hall-core.h"' '' 'int' 'hall_core_answer (void)' '{' '  return 42;' '}' \
    | plant src/core/hall-core.c
  printf '%s\n' "hall_core_lib = static_library ('hall-core', files ('hall-core.c'))" \
    'hall_core = declare_dependency (link_with: hall_core_lib)' | plant src/core/meson.build
  printf '%s\n' "hall_wire_lib = static_library ('hall-wire', files ('hall-wire.c'), dependencies: hall_core)" \
    'hall_wire = declare_dependency (link_with: hall_wire_lib, dependencies: hall_core)' \
    | plant src/wire/meson.build
  printf '%s\n' "hall_app = declare_dependency (dependencies: [hall_core, hall_wire])" | plant src/app/meson.build
  printf '%s\n' "hall_service = declare_dependency (dependencies: [hall_core, hall_wire])" \
    | plant src/service/meson.build
  printf '%s\n' '# SPDX-License-Identifier: GPL-3.0-or-later' 'echo good' | plant tools/good.sh
  cp "$tools/../.clang-format" "$tree/.clang-format"
}

# The script passes on the good tree.
passes () { # script
  plant_good_tree
  output=$("$tools/$1" "$tree" 2>&1)
  status=$?
  if [ $status -eq 77 ]; then
    echo "1..0 # SKIP $output"
    exit 0
  fi
  [ $status -eq 0 ] && result ok "$1 passes on a good tree" || {
    echo "$output" | sed 's/^/# /'
    result 'not ok' "$1 passes on a good tree"
  }
}

# With the content of standard input in @file the script fails and says @message.
refuses () { # script, file, message
  plant_good_tree
  plant "$2"
  output=$("$tools/$1" "$tree" 2>&1)
  status=$?
  if [ $status -eq 1 ] && echo "$output" | grep -qF "$3"; then
    result ok "$1: $3"
  else
    echo "# ended with $status and said:"
    echo "$output" | sed 's/^/# /'
    result 'not ok' "$1: $3"
  fi
}

# It is noted, not refused.
notes () { # script, file, message
  plant_good_tree
  plant "$2"
  output=$("$tools/$1" "$tree" 2>&1)
  status=$?
  if [ $status -eq 0 ] && echo "$output" | grep -qF "$3"; then
    result ok "$1 notes: $3"
  else
    echo "$output" | sed 's/^/# /'
    result 'not ok' "$1 notes: $3"
  fi
}

c_file () { # lines of a C file
  printf '%s\n' "$spdx" "$@"
}

long_function () { # name, lines between the braces
  c_file "void $1 (void);" '' 'void' "$1 (void)" '{'
  i=0
  while [ $i -lt "$2" ]; do
    echo '  hall_core_answer ();'
    i=$((i + 1))
  done
  echo '}'
}

# --- the walls -------------------------------------------------------------------------------

passes check-layers.sh
c_file '#include "../core/hall-core.h"' \
  | refuses check-layers.sh src/wire/hall-wire.c 'src/wire/hall-wire.c:2: headers of our own are included by bare name'
c_file '#include "core/hall-core.h"' \
  | refuses check-layers.sh src/wire/hall-wire.c 'src/wire/hall-wire.c:2: headers of our own'
c_file '#include "../src/core/hall-core.h"' \
  | refuses check-layers.sh tests/test-x.c 'tests/test-x.c:2: headers of our own'
c_file '#pragma once' \
  | refuses check-layers.sh src/wire/hall-core.h 'src/wire/hall-core.h:1: another layer has a header of this name'
echo 'hall_core = declare_dependency (dependencies: hall_wire)' \
  | refuses check-layers.sh src/core/meson.build 'src/core/meson.build:1: src/core may not build on src/wire (hall_wire)'
echo 'hall_app = declare_dependency (dependencies: [hall_core, hall_service])' \
  | refuses check-layers.sh src/app/meson.build 'src/app may not build on src/service (hall_service)'
echo 'hall_service = declare_dependency (dependencies: [hall_core, hall_app])' \
  | refuses check-layers.sh src/service/meson.build 'src/service may not build on src/app (hall_app)'
echo "x = static_library ('x', dependencies: hall_service)" \
  | refuses check-layers.sh src/app/pages/meson.build 'src/app/pages/meson.build:1: src/app may not build on src/service'
echo 'hall_wire = declare_dependency (link_with: hall_core_lib)' \
  | refuses check-layers.sh src/wire/meson.build 'hall_core_lib is the inside of src/core'
echo 'hall_extra = declare_dependency ()' \
  | refuses check-layers.sh src/extra/meson.build '“extra” is no layer'
c_file '#include <sqlite3.h>' \
  | refuses check-layers.sh src/service/routes/x.c 'src/service/routes/x.c:2: SQLite belongs into src/service/store'
c_file 'int x = sqlite3_open (0, 0);' \
  | refuses check-layers.sh src/core/x.c 'src/core/x.c:2: SQLite belongs into src/service/store'
c_file '#include <libpq-fe.h>' \
  | refuses check-layers.sh src/service/http/x.c 'PostgreSQL belongs into src/service/store'
c_file '#include <libsoup/soup.h>' \
  | refuses check-layers.sh src/service/x.c 'HTTP calls belong into src/client'
c_file '#include <microhttpd.h>' \
  | refuses check-layers.sh src/service/routes/x.c 'the HTTP engine belongs into src/service/http'
c_file '#include <gtk/gtk.h>' \
  | refuses check-layers.sh src/flow/x.c 'src/flow/x.c:2: windows belong into src/app'
c_file '#ifdef G_OS_WIN32' '#endif' \
  | refuses check-layers.sh src/wire/x.c 'what differs per system belongs into src/os'
c_file '#if defined (_WIN32)' '#endif' \
  | refuses check-layers.sh src/service/x.c 'what differs per system belongs into src/os'

# --- the style -------------------------------------------------------------------------------

passes check-style.sh
c_file 'int   x;' | refuses check-style.sh src/core/x.c 'src/core/x.c:2: clang-format -i it'
printf 'int x;\n' | refuses check-style.sh src/core/x.c 'src/core/x.c:1: the SPDX line is missing at the top'
printf 'echo x\n' | refuses check-style.sh tools/x.sh 'tools/x.sh:1: the SPDX line is missing at the top'
{ c_file; i=0; while [ $i -lt 500 ]; do echo "extern int x$i;"; i=$((i + 1)); done; } \
  | refuses check-style.sh src/core/x.c 'src/core/x.c:501: more than 500 lines'
{ c_file; i=0; while [ $i -lt 100 ]; do echo "extern int x$i;"; i=$((i + 1)); done; } \
  | notes check-style.sh src/core/x.h 'note: src/core/x.h has 101 lines; a header should have 100'
{ c_file '/* clang-format off */'; i=0; while [ $i -lt 600 ]; do echo "ROW (x$i)"; i=$((i + 1)); done; } \
  | notes check-style.sh src/core/x-list.h 'sources and 1 scripts are as they should be'
long_function hall_long 58 | refuses check-style.sh src/core/x.c 'hall_long has 61 lines; 60 at most'
long_function hall_long 57 | notes check-style.sh src/core/x.c 'note: hall_long (src/core/x.c) has 60 lines'
long_function hall_page_class_init 90 | notes check-style.sh src/core/x.c 'are as they should be'
c_file 'int hall_many (int a, int b, int c, int d, int e, int f, int g);' '' 'int' \
  'hall_many (int a, int b, int c, int d, int e, int f, int g)' '{' '  return a + b + c + d + e + f + g;' '}' \
  | refuses check-style.sh src/core/x.c 'hall_many has 7 parameters; 6 at most'
c_file 'int hall_six (int a, int b, int c, int d, int e, int (*f) (int, int), GError **error);' '' 'int' \
  'hall_six (int a, int b, int c, int d, int e, int (*f) (int, int), GError **error)' '{' \
  '  return a + b + c + d + e;' '}' | notes check-style.sh src/core/x.c 'are as they should be'
for word in 'TODO: later' 'FIXME' 'XXX' 'a HACK' 'a stub' 'a placeholder' 'Dummy' 'not implemented' 'good for now'; do
  c_file "/* $word */" 'extern int x;' | refuses check-style.sh src/core/x.c 'finish it or leave it out'
done
for word in 'placeholder_text' 'hall-XXXXXX' 'stubborn' 'for nowhere' 'hackney'; do
  c_file "/* $word */" 'extern int x;' | notes check-style.sh src/core/x.c 'are as they should be'
done

echo "1..$(cat "$work/count")"
