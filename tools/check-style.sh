#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What CONTRIBUTING says of the code, as far as a program can see it.
# Usage: tools/check-style.sh [ROOT]
#
# Looks at the C files of src/ and tests/ and at the scripts of tools/. Says each breach in a line
# "file:line: what is wrong" and ends with 1 if there was one; "note:" lines are to think about.
# Files called *-list.h are tables: they may be as long and as wide as they need.
# Wants clang-format 14 and universal-ctags; ends with 77 (skipped) without them.

set -u
cd "${1:-.}" || exit 2

file_lines=500 # lines of a file
header_lines=100 # lines of a header, asked
function_lines=60 # lines of a function
function_asked=40 # the same, asked
parameters=6 # before a GError, a cancellable and a callback

clang_format=$(command -v clang-format-14 || command -v clang-format) || {
  echo 'check-style: clang-format is missing (Debian: clang-format)' >&2
  exit 77
}
case $("$clang_format" --version) in
  *'version 14.'*) ;;
  *) echo "check-style: clang-format 14 is needed; others break lines elsewhere" >&2; exit 77 ;;
esac
case $(ctags --version 2> /dev/null) in
  *'Universal Ctags'*) ;;
  *) echo 'check-style: universal-ctags is missing (Debian: universal-ctags)' >&2; exit 77 ;;
esac

breaches=$(mktemp) || exit 2
trap 'rm -f "$breaches"' EXIT

sources () {
  find src tests -name '*.[ch]' 2> /dev/null | LC_ALL=C sort
}

scripts () {
  find tools -maxdepth 1 -type f \( -name '*.sh' -o -name '*.py' \) 2> /dev/null | LC_ALL=C sort
}

check_format () {
  sources | xargs "$clang_format" --dry-run -Werror 2>&1 \
    | sed -nE 's/^([^:]+:[0-9]+):[0-9]+: error: code should be clang-formatted.*/\1: clang-format -i it/p' \
    | uniq | awk 1 # each line ends with a newline
}

check_first_lines () {
  for file in $(sources) $(scripts); do
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' \
      || echo "$file:1: the SPDX line is missing at the top"
  done
}

check_lengths () {
  for file in $(sources); do
    lines=$(wc -l < "$file")
    case $file in
      *-list.h) ;;
      *) [ "$lines" -le $file_lines ] || echo "$file:$lines: more than $file_lines lines" ;;
    esac
  done
}

note_headers () {
  for file in $(find src -name '*.h' ! -name '*-list.h' 2> /dev/null | LC_ALL=C sort); do
    lines=$(wc -l < "$file")
    [ "$lines" -le $header_lines ] || echo "note: $file has $lines lines; a header should have $header_lines"
  done
}

# "file line end name signature", a line for each function
functions () {
  sources | ctags -L - -f - --kinds-C=f --fields=+neS --excmd=number 2> /dev/null | awk -F '\t' '
    {
      line = end = signature = ""
      for (i = 4; i <= NF; i++) {
        if ($i ~ /^line:/) line = substr ($i, 6)
        if ($i ~ /^end:/) end = substr ($i, 5)
        if ($i ~ /^signature:/) signature = substr ($i, 11)
      }
      if (end != "") print $2 "\t" line "\t" end "\t" $1 "\t" signature
    }'
}

check_functions () {
  functions | awk -F '\t' -v hard=$function_lines '
    $4 != "main" && $4 !~ /class_init$/ && $3 - $2 + 1 > hard {
      print $1 ":" $2 ": " $4 " has " $3 - $2 + 1 " lines; " hard " at most"
    }'
  # a callback takes what its caller gives it
  functions | awk -F '\t' -v most=$parameters '
    $4 !~ /_cb$/ {
      list = $5
      gsub (/^\(|\)$/, "", list)
      while (gsub (/\([^()]*\)/, "", list)) {} # the commas of function pointers
      n = split (list, part, ",")
      counted = 0
      for (i = 1; i <= n; i++) {
        if (part[i] ~ /GCancellable|GAsyncReadyCallback|GError *\*\*/) break
        counted++
      }
      if (counted > most) print $1 ":" $2 ": " $4 " has " counted " parameters; " most " at most"
    }'
}

note_functions () {
  functions | awk -F '\t' -v hard=$function_lines -v asked=$function_asked '
    $4 != "main" && $4 !~ /class_init$/ && $3 - $2 + 1 > asked && $3 - $2 + 1 <= hard {
      print "note: " $4 " (" $1 ") has " $3 - $2 + 1 " lines; is it one thing?"
    }'
}

# Words that say a thing is not finished. A name that holds one, such as placeholder_text, is
# another word.
check_words () {
  words='TODO|FIXME|XXX|HACK|[Ss]tub(bed|s)?|[Pp]laceholders?|[Dd]ummy|[Nn]ot implemented|[Ff]or now'
  { sources; scripts; } | grep -v '^tools/check-style\.sh$' | xargs grep -nE "(^|[^A-Za-z_-])($words)([^A-Za-z_-]|$)" /dev/null \
    | sed -E "s/^([^:]+:[0-9]+):.*[^A-Za-z_-]($words)([^A-Za-z_-].*)?$/\1: “\2”: finish it or leave it out/"
}

{ check_format; check_first_lines; check_lengths; check_functions; check_words; } > "$breaches"
note_headers
note_functions
if [ -s "$breaches" ]; then
  cat "$breaches"
  echo "$(wc -l < "$breaches") breaches of style" >&2
  exit 1
fi
echo "style: $(sources | wc -l) sources and $(scripts | wc -l) scripts are as they should be"
