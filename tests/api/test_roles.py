# SPDX-License-Identifier: GPL-3.0-or-later
#
# Who may call what: every operation with every role against one table, and every operation on an order
# with the token of a handler whose order it is not. Arguments: certhalld, the source folder.

import os
import sys

import cases
import cases_common
import tap
from contract import Contract
from hall_process import HallProcess

ROLES = ('handler', 'reviewer', 'cashier', 'producer', 'auditor', 'administrator')
BITS = {role: 1 << bit for bit, role in enumerate(ROLES)}
STAFF = set(ROLES) - {'handler'}
DESK = STAFF - {'auditor'}
ADMINISTRATOR = {'administrator'}
WATCHERS = {'administrator', 'auditor'}

# The table. What is not public and not here fails the test.
MAY = {
    'GET /v1/account': set(ROLES),
    'DELETE /v1/sessions/current': set(ROLES),
    'GET /v1/orders': {'handler'},
    'POST /v1/orders': {'handler'},
    'GET /v1/orders/{order}': set(ROLES),
    'PUT /v1/orders/{order}/application': {'handler'},
    'GET /v1/orders/{order}/form.pdf': set(ROLES),
    'GET /v1/orders/{order}/seal-sheet.pdf': set(ROLES),
    'GET /v1/orders/{order}/finance-note.pdf': set(ROLES),
    'GET /v1/orders/{order}/documents/{slot}': set(ROLES),
    'PUT /v1/orders/{order}/documents/{slot}': {'handler'},
    'DELETE /v1/orders/{order}/documents/{slot}': {'handler'},
    'GET /v1/orders/{order}/captures/{capture}': {'reviewer'},
    'POST /v1/orders/{order}/auth-link': {'handler'},
    'PUT /v1/orders/{order}/alternative-auth': {'handler'},
    'POST /v1/orders/{order}/payments': {'handler'},
    'POST /v1/orders/{order}/events/{event}': set(ROLES),
    'POST /v1/orders/{order}/claim': DESK,
    'DELETE /v1/orders/{order}/claim': DESK,
    'GET /v1/orders/{order}/notes': STAFF,
    'GET /v1/orders/{order}/second-look': STAFF,
    'POST /v1/orders/{order}/notes': DESK,
    'PUT /v1/orders/{order}/certificate': {'producer'},
    'GET /v1/orders/{order}/verdicts': STAFF,
    'PUT /v1/orders/{order}/verdicts': {'reviewer'},
    'GET /v1/orders/{order}/letter': {'reviewer'},
    'POST /v1/orders/{order}/decision': {'reviewer'},
    'DELETE /v1/orders/{order}/decision': {'reviewer', 'cashier'},
    'GET /v1/queue': STAFF,
    'GET /v1/bank-formats': {'cashier'},
    'PUT /v1/bank-formats': {'cashier'},
    'GET /v1/statement-lines': {'cashier'},
    'POST /v1/statement-lines': {'cashier'},
    'PUT /v1/statement-lines/{line}': {'cashier'},
    'GET /v1/refunds': {'cashier'},
    'GET /v1/production': {'producer'},
    'GET /v1/production/labels.pdf': {'producer'},
    'PUT /v1/practice/settings': STAFF,
    'GET /v1/admin/staff': WATCHERS,
    'POST /v1/admin/staff': ADMINISTRATOR,
    'PUT /v1/admin/staff/{name}': ADMINISTRATOR,
    'POST /v1/admin/staff/{name}/password': ADMINISTRATOR,
    'GET /v1/admin/catalogs': ADMINISTRATOR,
    'POST /v1/admin/catalogs': ADMINISTRATOR,
    'PUT /v1/admin/catalogs/{project}': ADMINISTRATOR,
    'GET /v1/admin/calendar': WATCHERS,
    'PUT /v1/admin/calendar/{year}': ADMINISTRATOR,
    'GET /v1/admin/statistics': WATCHERS,
    'GET /v1/admin/claims': ADMINISTRATOR,
    'GET /v1/admin/ledger': WATCHERS,
}


class Matrix:
    def __init__(self, program, source_folder):
        self.contract = Contract(os.path.join(source_folder, 'data', 'openapi.yaml'))
        self.hall = HallProcess(program, self.contract)
        self.stock = cases.Stock(self.hall, self.hall, source_folder)
        self.number = self.stock.order('under-review').number

    def close(self):
        self.hall.close()

    def token(self, role):
        """Of somebody who has that role and no other."""
        if role == 'handler':
            return self.stock.world.register().token
        name = 'only-' + role
        self.stock.sql('INSERT OR IGNORE INTO staff (name, password_hash, actors, created_s) '
                       "SELECT ?, password_hash, ?, 0 FROM staff WHERE name = 'guanli'",
                       name, BITS[role])
        return self.hall.expect(201, 'POST', '/v1/staff-sessions',
                                {'name': name, 'password': 'Practice2026'}).json['token']

    def operations(self):
        return [(method, template) for method, template in self.contract.operations()
                if not self.contract.is_public(method, template)]


def test_table_is_complete(matrix):
    wanted = {f'{method.upper()} {template}' for method, template in matrix.operations()}
    assert wanted == set(MAY), wanted ^ set(MAY)


def role_test(role):
    def test(matrix):
        token = matrix.token(role)
        for method, template in matrix.operations():
            probe = cases_common.Probe(matrix.contract, method, template)
            ends = template == '/v1/sessions/current'
            answer = probe.send(matrix.stock, matrix.token(role) if ends else token)
            allowed = role in MAY[f'{method.upper()} {template}']
            assert (answer.status != 403) == allowed, (role, method, template, answer.status)
            assert answer.status != 401, (role, method, template)
    test.__name__ = f'test_{role}'
    return test


def test_others_orders_are_not_there(matrix):
    """404, exactly as an order that never was; in whatever a handler may call at all."""
    token = matrix.token('handler')
    for method, template in matrix.operations():
        if '{order}' not in template:
            continue
        probe = cases_common.Probe(matrix.contract, method, template)
        answer = probe.send(matrix.stock, token, matrix.number)
        allowed = 'handler' in MAY[f'{method.upper()} {template}']
        assert answer.status == (404 if allowed else 403), (method, template, answer.status)
        assert matrix.number not in str(answer.json) or answer.status == 404, (method, template)


def main():
    matrix = Matrix(sys.argv[1], sys.argv[2])
    tests = tap.tests_of(sys.modules[__name__]) + [role_test(role) for role in ROLES]
    try:
        tap.run(tests, matrix)
    finally:
        matrix.close()


if __name__ == '__main__':
    main()
