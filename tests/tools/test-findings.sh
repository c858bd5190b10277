#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# docs/findings.md is what the list says, and the comparison can fail.
# Usage: test-findings.sh ROOT. Speaks TAP.

set -u
root=$1
write=$root/tools/write-findings.py
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
list=$work/src/core/field/hall-issue-list.h

echo 1..6
result () { # what; the status of the command before
  [ $? -eq 0 ] && echo "ok $1" || echo "not ok $1"
}

"$write" --check "$root" > /dev/null
result '1 - the document is up to date'

mkdir -p "$(dirname "$list")" "$work/docs"
cp "$root/src/core/field/hall-issue-list.h" "$list"
"$write" "$work" && cmp -s "$work/docs/findings.md" "$root/docs/findings.md"
result '2 - what is written is what is there'

sed -i 's/Please fill this in\./Please fill this in now./' "$list"
! "$write" --check "$work" 2> /dev/null
result '3 - another word is noticed'

cp "$root/src/core/field/hall-issue-list.h" "$list"
sed -i 's/^ISSUE (REQUIRED, *WRONG/ISSUE (REQUIRED, TERRIBLE/' "$list"
! "$write" "$work" 2> /dev/null
result '4 - an unknown severity is refused'

cp "$root/src/core/field/hall-issue-list.h" "$list"
echo 'ISSUE (LAST, WRONG, "last")' >> "$list"
! "$write" "$work" 2> /dev/null
result '5 - a row of another form is refused'

[ "$(grep -c '^| `' "$root/docs/findings.md")" -eq "$(grep -c '^ISSUE' "$root/src/core/field/hall-issue-list.h")" ]
result '6 - every row of the list has its line'
