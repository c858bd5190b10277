#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-po.sh: every file with strings to translate is listed in po/POTFILES.in, and every language
# of po/LINGUAS translates every string: none missing, none fuzzy, none malformed.
# A missing string is cured with `ninja -C build certhall-update-po` and an editor.
set -eu
export LC_ALL=C.UTF-8

cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

complain ()
{
  echo "$*" | tee -a "$work/complaints" >&2
}

# extract OUTPUT ARGUMENT...: the strings of files, with the keywords of meson's preset 'glib',
# which makes the template for translators. No output if there are no strings.
extract ()
{
  output=$1
  shift
  xgettext --from-code=UTF-8 --add-comments=Translators --keyword=_ --keyword=N_ \
    --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 \
    --keyword=g_dpgettext2:2c,3 --output="$output" "$@"
}

grep -v '^#' po/POTFILES.in | sort > "$work/listed"
while read -r file; do
  [ -f "$file" ] || complain "po/POTFILES.in: there is no $file"
done < "$work/listed"
for file in $(uniq -d "$work/listed"); do
  complain "po/POTFILES.in: $file is listed twice"
done

for folder in src ui data; do
  [ ! -d "$folder" ] || find "$folder" \( -name '*.[ch]' -o -name '*.ui' -o -name '*.desktop.in' \
    -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml' \)
done | sort > "$work/found"
for file in $(comm -13 "$work/listed" "$work/found"); do
  extract "$work/one.pot" "$file"
  [ ! -e "$work/one.pot" ] || complain "po/POTFILES.in: $file has strings and is not listed"
  rm -f "$work/one.pot"
done

extract "$work/all.pot" --files-from=po/POTFILES.in
for language in $(grep -v '^#' po/LINGUAS); do
  po=po/$language.po
  msgfmt --check --output-file="$work/$language.mo" "$po" || complain "$po: msgfmt refuses it"
  msgmerge --quiet --no-fuzzy-matching --output-file="$work/merged.po" "$po" "$work/all.pot"
  msgattrib --no-obsolete --untranslated --no-wrap "$work/merged.po" > "$work/open.po"
  msgattrib --no-obsolete --only-fuzzy --no-wrap "$po" >> "$work/open.po"
  [ ! -s "$work/open.po" ] || complain "$po: not translated:
$(grep -v '^[#"]' "$work/open.po" | grep '^msgid ' | grep -v '^msgid ""$' || cat "$work/open.po")"
done

[ ! -s "$work/complaints" ]
