#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what meson test wrote into testlog.json and prints it: N passed, N failed.

A test that speaks TAP counts once for each of its points, any other test once. A test that ended
badly without a failed point of its own (it crashed, or took too long) counts as one failure more.
"""
import json
import re
import sys

POINT = re.compile(r'^(not )?ok\b(?:[^#]|\\#)*(?:#\s*(SKIP|TODO))?', re.IGNORECASE)
GOOD = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP', 'IGNORED'}


def points(output):
    """(passed, failed, skipped) of the TAP lines in a test's output."""
    passed = failed = skipped = 0
    for line in output.splitlines():
        match = POINT.match(line)
        if match is None:
            continue
        bad, directive = match.group(1), (match.group(2) or '').upper()
        if directive:
            skipped += 1
        elif bad:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count(test):
    """The same of one record of testlog.json."""
    output = test.get('stdout') or ''
    tap = re.search(r'^1\.\.[0-9]+', output, re.MULTILINE) is not None
    passed, failed, skipped = points(output) if tap else (0, 0, 0)
    if test['result'] in SKIPPED:
        return passed, failed, skipped + 1
    if test['result'] in GOOD:
        return (passed, failed, skipped) if passed + skipped > 0 else (1, 0, 0)
    return passed, max(failed, 1), skipped


def main(path):
    try:
        with open(path, encoding='utf-8') as file:
            tests = [json.loads(line) for line in file]
    except OSError as error:
        print(f'{error}\n0 passed, 1 failed')
        return 1
    passed, failed, skipped = (sum(column) for column in zip(*map(count, tests), (0, 0, 0)))
    for test in tests:
        if test['result'] not in GOOD | SKIPPED:
            print(f"{test['result']}: {test['name']}")
    if skipped > 0:
        print(f'{skipped} skipped')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed > 0 or passed == 0 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
