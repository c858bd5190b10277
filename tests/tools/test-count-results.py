#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tools/lib/count-results.py makes of the ways a test can end."""
import json
import subprocess
import sys
import tempfile

CASES = [
    # what,                                  result,    output,                    last line,             exit
    ('a plain test',                         'OK',      '',                        '1 passed, 0 failed',  0),
    ('two points',                           'OK',      'ok 1 a\nok 2 b\n1..2',    '2 passed, 0 failed',  0),
    ('points that say more',                 'OK',      '1..1\nok 1 a # 1.5 s',    '1 passed, 0 failed',  0),
    ('a failed point',                       'FAIL',    '1..2\nok 1\nnot ok 2',    '1 passed, 1 failed',  1),
    ('a crash behind a good point',          'FAIL',    'ok 1 a\n1..2',            '1 passed, 1 failed',  1),
    ('a plain failure',                      'FAIL',    '',                        '0 passed, 1 failed',  1),
    ('too long',                             'TIMEOUT', '1..9\nok 1',              '1 passed, 1 failed',  1),
    ('a point left out',                     'OK',      '1..2\nok 1\nok 2 # SKIP', '1 passed, 0 failed',  0),
    ('nothing but a test left out',          'SKIP',    '1..0 # SKIP no browser',  '0 passed, 0 failed',  1),
    ('TAP words in a test that is not TAP',  'OK',      'ok then\nnot ok either',  '1 passed, 0 failed',  0),
    ('an indented subtest',                  'OK',      '1..1\n    ok 1\nok 1',    '1 passed, 0 failed',  0),
]


def run(program, path):
    done = subprocess.run([sys.executable, program, path], capture_output=True, text=True,
                          check=False)
    return done.stdout.splitlines()[-1], done.returncode


def main(program):
    failed = 0
    print(f'1..{len(CASES) + 1}')
    for number, (what, result, output, *expected) in enumerate(CASES, 1):
        with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
            file.write(json.dumps({'name': what, 'result': result, 'stdout': output}) + '\n')
            file.flush()
            got = run(program, file.name)
        if got != tuple(expected):
            failed += 1
            print(f'# {got}')
        print(f"{'ok' if got == tuple(expected) else 'not ok'} {number} - {what}")
    missing = run(program, '/nonexistent/testlog.json') == ('0 passed, 1 failed', 1)
    print(f"{'ok' if missing else 'not ok'} {len(CASES) + 1} - no log at all")
    return 1 if failed or not missing else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
