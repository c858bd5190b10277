# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the functions of a test program whose names begin with test_, in their order, and prints TAP.

import sys
import time
import traceback


def skip_all(why):
    """Ends the program; the test runner counts it as skipped."""
    print(f'1..0 # SKIP {why}')
    sys.exit(0)


def run(tests, context):
    """tests: functions that get the context. Ends the program."""
    failed = 0
    print(f'1..{len(tests)}', flush=True)
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix('test_').replace('_', '-')
        begun = time.monotonic()
        try:
            test(context)
            print(f'ok {number} - {name} # {time.monotonic() - begun:.1f} s', flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'not ok {number} - {name}', flush=True)
    sys.exit(1 if failed else 0)


def tests_of(module):
    """The functions test_… of a module, in the order they are written."""
    return [value for name, value in vars(module).items() if name.startswith('test_')]
