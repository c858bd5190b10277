# SPDX-License-Identifier: GPL-3.0-or-later
#
# Walks data/openapi.yaml: every operation must give every answer the document names. An operation or
# status that has no case fails, and so does, anywhere in these tests, an answer that is not in the
# document. Arguments: certhalld, the source folder.

import os
import subprocess
import sys
import tempfile

import cases
import cases_common
import tap
from contract import Contract
from hall_process import CONFIG, HallProcess


class Walk:
    def __init__(self, program, source_folder):
        self.program = program
        self.contract = Contract(os.path.join(source_folder, 'data', 'openapi.yaml'))
        self.hall = HallProcess(program, self.contract)
        self.strict_hall = HallProcess(program, self.contract, local=False)
        self.stock = cases.Stock(self.hall, self.strict_hall, source_folder)

    def close(self):
        self.hall.close()
        self.strict_hall.close()

    def rows(self):
        """Every (method, template, status) there is."""
        return [(method, template, status) for method, template in self.contract.operations()
                for status in [*self.contract.statuses(method, template),
                               *cases_common.statuses_with_body(self.contract, method, template)]]

    def provoke(self, row):
        function = cases_common.find(self.contract, *row)
        answer = function(self.stock)
        assert answer.row == row, f'the case ended with {answer.row}: {answer}'


def test_every_row_has_a_case(walk):
    missing = [row for row in walk.rows() if row not in cases_common.NOT_IN_PRACTICE
               and cases_common.find(walk.contract, *row) is None]
    assert not missing, missing


def test_every_case_has_a_row(walk):
    rows = walk.rows()
    stray = [row for row in [*cases.CASES, *cases_common.NOT_IN_PRACTICE] if row not in rows]
    assert not stray, stray


def test_only_practice_halls_start(walk):
    """While this holds, the answers of other halls cannot be provoked here."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'conf')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(CONFIG.format(folder=folder).replace('sandbox = true', 'sandbox = false'))
        done = subprocess.run([walk.program, '--config', path], capture_output=True, timeout=60)
        assert done.returncode == 2 and b'only a practice hall' in done.stderr, done


def operation_test(method, template):
    def test(walk):
        rows = [row for row in walk.rows() if row[:2] == (method, template)
                and row not in cases_common.NOT_IN_PRACTICE]
        for row in rows:
            try:
                walk.provoke(row)
            except Exception as error:
                raise AssertionError(f'{method} {template} {row[2]}: {error}') from error
    test.__name__ = f'test_{method.upper()}_{template}'
    return test


def main():
    walk = Walk(sys.argv[1], sys.argv[2])
    tests = tap.tests_of(sys.modules[__name__])
    tests += [operation_test(*operation) for operation in walk.contract.operations()]
    try:
        tap.run(tests, walk)
    finally:
        walk.close()


if __name__ == '__main__':
    main()
