#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts one of the hall's fonts out of Noto Sans CJK SC and gives it its own name.

Three families: "CertHall Sans" holds what forms are written with (GB 2312, the characters of the
common table that GBK lacks, accented Latin, Greek and Cyrillic); "CertHall Sans More" holds the
rest of GBK, and "CertHall Sans Rare" every other Han character that Noto has, for rare names. A
font is read whole for each document that uses it, so the first is kept small.
The same source gives the same bytes: nothing in the output depends on the time or the machine.
"""
import argparse
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

SOURCE_FAMILIES = ('Noto Sans CJK SC', 'Noto Sans SC')
FAMILIES = {'main': 'CertHall Sans', 'more': 'CertHall Sans More', 'rare': 'CertHall Sans Rare'}

# Beside GBK: accented Latin, Greek, Cyrillic, punctuation, currency, arrows, numbers, boxes, ticks.
MORE_BLOCKS = ((0xa0, 0x250), (0x370, 0x400), (0x400, 0x460), (0x1e00, 0x1f00),
               (0x2000, 0x2070), (0x20a0, 0x20c0), (0x2100, 0x2200), (0x2460, 0x24ff),
               (0x25a0, 0x2618), (0x2713, 0x2719), (0xff00, 0xfff0))
HAN_BLOCKS = ((0x2e80, 0x3000), (0x3007, 0x3008), (0x3400, 0x4dc0), (0x4e00, 0xa000),
              (0xf900, 0xfb00), (0x20000, 0x32400))

# The 'name' table is written anew but for the copyright and the licence (13, 14).
COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT = range(7)
KEPT_NAMES = {COPYRIGHT, 13, 14}


def coded_characters(codec):
    """Every character of a code page of one or two bytes, ASCII included."""
    found = set(range(0x20, 0x7f))
    for first in range(0x81, 0xff):
        for second in range(0x40, 0xff):
            try:
                found.update(map(ord, bytes((first, second)).decode(codec)))
            except UnicodeDecodeError:
                pass
    return found


def listed_characters(path):
    lines = Path(path).read_text(encoding='utf-8').splitlines()
    return {ord(c) for line in lines if not line.startswith('#') for c in line}


def in_blocks(blocks):
    return {c for first, end in blocks for c in range(first, end)}


def open_source(path):
    """The simplified Chinese face of a collection, or the only face of a font file."""
    if path.endswith('.ttc'):
        for font in TTCollection(path).fonts:
            if font['name'].getDebugName(FAMILY) in SOURCE_FAMILIES:
                return font
        sys.exit(f'{path}: no simplified Chinese face')
    return TTFont(path)


def cut(font, characters):
    options = subset.Options()
    options.layout_features = ['ccmp', 'halt', 'kern', 'mark']
    options.layout_scripts = ['*']
    options.name_IDs = ['*']
    options.name_languages = ['*']
    options.drop_tables += ['BASE', 'DSIG', 'VORG', 'vhea', 'vmtx']
    options.desubroutinize = True
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font, family, style):
    names = font['name']
    postscript = f"{family.replace(' ', '')}-{style}"
    version = str(names.getDebugName(VERSION)).split(';', maxsplit=1)[0]
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES and n.langID == 0x409]
    for name_id, text in ((FAMILY, family), (STYLE, style), (UNIQUE, f'{version};{postscript}'),
                          (FULL, f'{family} {style}'), (VERSION, version),
                          (POSTSCRIPT, postscript)):
        names.setName(text, name_id, 3, 1, 0x409)
    font['OS/2'].achVendID = 'HALL'
    cff = font['CFF '].cff
    top = cff.topDictIndex[0]
    cff.fontNames = [postscript]
    top.FullName, top.FamilyName = f'{family} {style}', family
    top.Notice = str(names.getDebugName(COPYRIGHT)).replace('©', '(c)')
    for index, part in enumerate(top.FDArray):
        part.FontName = f'{postscript}-{index}'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--set', choices=FAMILIES, required=True)
    parser.add_argument('--style', choices=('Regular', 'Bold'), required=True)
    parser.add_argument('--more', required=True, help='list of characters beside GBK')
    parser.add_argument('source')
    parser.add_argument('output')
    args = parser.parse_args()

    font = open_source(args.source)
    font.recalcTimestamp = font.recalcBBoxes = False
    had = set(font.getBestCmap())
    gbk = coded_characters('gbk')
    main = (coded_characters('gb2312') | listed_characters(args.more) | in_blocks(MORE_BLOCKS)
            | gbk - in_blocks(HAN_BLOCKS))
    characters = {'main': main, 'more': gbk - main, 'rare': in_blocks(HAN_BLOCKS) - gbk - main}
    cut(font, characters[args.set] & had)
    rename(font, FAMILIES[args.set], args.style)
    font.save(args.output, reorderTables=None)


if __name__ == '__main__':
    main()
