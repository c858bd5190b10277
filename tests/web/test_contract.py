# SPDX-License-Identifier: GPL-3.0-or-later
#
# The hall of these tests answers what data/openapi.yaml says, so that the pages are tried against
# the contract and not against a fancy. Needs no browser.

import json
import os
import sys
import urllib.error
import urllib.request

import fake_hall
import tap

try:
    import yaml
except ImportError:
    tap.skip_all('not installed: python3-yaml')


def call(hall, method, path, value=None):
    data = None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(hall.url + path, data, {'Content-Type': 'application/json'},
                                     method=method)
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
            body = answer.read()
            return answer.status, json.loads(body) if body else None
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


class Contract:
    def __init__(self, data_folder):
        with open(os.path.join(data_folder, 'openapi.yaml'), encoding='utf-8') as file:
            self.api = yaml.safe_load(file)
        self.hall = fake_hall.FakeHall(data_folder)

    def statuses(self, path, method):
        return {int(status) for status in self.api['paths'][path][method]['responses']}

    def fits(self, value, schema, where):
        """As much of JSON Schema as these answers use."""
        if '$ref' in schema:
            schema = self.api['components']['schemas'][schema['$ref'].rpartition('/')[2]]
        if 'enum' in schema:
            assert value in schema['enum'], (where, value)
        kinds = {'object': dict, 'array': list, 'string': str, 'integer': int, 'boolean': bool}
        if 'type' in schema:
            assert isinstance(value, kinds[schema['type']]), (where, value)
        if isinstance(value, dict):
            assert set(schema.get('required', ())) <= set(value), (where, value)
            for name, inner in value.items():
                assert name in schema['properties'], (where, name)
                self.fits(inner, schema['properties'][name], f'{where}.{name}')
        if isinstance(value, list):
            for inner in value:
                self.fits(inner, schema['items'], f'{where}[]')

    def schema(self, name):
        return self.api['components']['schemas'][name]


def test_phone(c):
    path = '/v1/phone/' + fake_hall.TOKEN
    for expected in ('waiting', 'consented'):
        status, task = call(c.hall, 'GET', path)
        assert status == 200 and task['state'] == expected
        c.fits(task, c.schema('Phone'), 'Phone')
        consent = {key: task['consent'][key] for key in ('id', 'version', 'sha256')}
        c.fits(consent, c.schema('Consent'), 'Consent')
        assert call(c.hall, 'PUT', path + '/consent', consent) == (204, None)
    names = c.api['components']['parameters']['capture']['schema']['enum']
    assert [name for name, _ in fake_hall.CAPTURES] == names
    status, problem = call(c.hall, 'POST', path + '/finish', {})
    assert status in c.statuses('/v1/phone/{token}/finish', 'post')
    c.fits(problem, c.schema('Problem'), 'Problem')
    assert call(c.hall, 'DELETE', path)[0] in c.statuses('/v1/phone/{token}', 'delete')
    status, problem = call(c.hall, 'GET', path)
    assert status == 404 and status in c.statuses('/v1/phone/{token}', 'get')
    c.fits(problem, c.schema('Problem'), 'Problem')


def test_cashier(c):
    path = '/v1/cashier/' + fake_hall.PAYMENT
    status, bill = call(c.hall, 'GET', path)
    assert status == 200
    c.fits(bill, c.schema('Bill'), 'Bill')
    for body, expected in (({'amount_fen': 1}, 422), ({}, 204), ({}, 409)):
        c.fits(body, c.schema('Pay'), 'Pay')
        status, _ = call(c.hall, 'POST', path + '/pay', body)
        assert status == expected and status in c.statuses('/v1/cashier/{payment}/pay', 'post')
    assert call(c.hall, 'GET', path)[1]['state'] == 'paid'


if __name__ == '__main__':
    tap.run(tap.tests_of(sys.modules[__name__]), Contract(sys.argv[2]))
