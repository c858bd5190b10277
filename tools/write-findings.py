#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes docs/findings.md from src/core/field/hall-issue-list.h.

Usage: tools/write-findings.py [--check] [ROOT]

With --check nothing is written: ends with 1 if the document differs from what would be written.
"""

import re
import sys
from pathlib import Path

LIST = Path('src/core/field/hall-issue-list.h')
DOCUMENT = Path('docs/findings.md')
SEVERITIES = {'HINT': 'hint', 'DOUBTFUL': 'warning', 'WRONG': 'error'}

TEXT = r'"((?:[^"\\]|\\.)*)"'
ROW = re.compile(r'^ISSUE \((\w+),\s*(\w+),\s*' + r',\s*'.join([TEXT] * 3) + r'\)')
GROUP = re.compile(r'^/\* (.*) \*/$')

HEAD = '''# Findings

Everything that the hall finds wrong with a value, a document or a request. The codes are stable:
the service sends them in `errors` and `findings`, `certhallctl` prints them. The words may change.

* **error**: must be mended first.
* **warning**: goes on when the handler confirms it; the reviewer sees it flagged.
* **hint**: worth knowing, nothing to do.

`%1`, `%2` and `%3` stand for what was found. This page is written by `tools/write-findings.py` from
`src/core/field/hall-issue-list.h`; a test compares the two.
'''


def read_groups(text):
    """[(heading, [(code, severity, english, chinese)])] in the order of the list."""
    groups = []
    for number, line in enumerate(text.splitlines(), 1):
        heading = GROUP.match(line)
        row = ROW.match(line)
        if heading and 'clang-format' not in line:
            groups.append((heading.group(1), []))
        elif row:
            _, severity, code, english, chinese = row.groups()
            if severity not in SEVERITIES:
                sys.exit(f'{LIST}:{number}: unknown severity {severity}')
            if not groups:
                sys.exit(f'{LIST}:{number}: a row before the first heading')
            groups[-1][1].append((code, SEVERITIES[severity], english, chinese))
        elif line.startswith('ISSUE'):
            sys.exit(f'{LIST}:{number}: the row is not of the form ISSUE (id, severity, three texts)')
    return groups


def cell(text):
    return text.replace('\\"', '"').replace('|', '\\|')


def write(groups):
    lines = [HEAD]
    for heading, rows in groups:
        if not rows:
            continue
        lines += [f'## {heading[0].upper()}{heading[1:]}', '', '| code | severity | English | 中文 |',
                  '| --- | --- | --- | --- |']
        lines += [f'| `{code}` | {severity} | {cell(english)} | {cell(chinese)} |'
                  for code, severity, english, chinese in rows]
        lines.append('')
    return '\n'.join(lines)


def main(arguments):
    check = '--check' in arguments
    roots = [a for a in arguments if a != '--check']
    if len(roots) > 1 or any(a.startswith('-') for a in roots):
        sys.exit(__doc__)
    root = Path(roots[0] if roots else '.')
    wanted = write(read_groups((root / LIST).read_text(encoding='utf-8')))
    document = root / DOCUMENT
    if not check:
        document.parent.mkdir(exist_ok=True)
        document.write_text(wanted, encoding='utf-8')
        return 0
    found = document.read_text(encoding='utf-8') if document.exists() else ''
    if found == wanted:
        print(f'{DOCUMENT} says what {LIST} says')
        return 0
    print(f'{DOCUMENT} differs from {LIST}; run tools/write-findings.py', file=sys.stderr)
    return 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
