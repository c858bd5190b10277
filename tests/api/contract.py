# SPDX-License-Identifier: GPL-3.0-or-later
#
# data/openapi.yaml as a judge: which operation a request belongs to, which answers it may have, and
# whether a body is what the schema says. Members that no schema names are refused too.

import re

import tap

try:
    import yaml
except ImportError:
    tap.skip_all('not installed: python3-yaml')

METHODS = ('get', 'put', 'post', 'delete')
KINDS = {'object': dict, 'array': list, 'string': str, 'integer': int, 'boolean': bool}
ALWAYS = (500, 503)               # described once for all paths
WITH_BODY = (400, 411, 413, 415)  # the same, for all that take a body
TIME = re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
KNOWN_KEYWORDS = {'type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const',
                  'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'default',
                  'description', 'allOf', '$ref'}


class Contract:
    def __init__(self, path):
        with open(path, encoding='utf-8') as file:
            self.api = yaml.safe_load(file)
        self.patterns = [(re.compile('^' + re.sub(r'\{[a-z]+\}', '[^/]+', template) + '$'), template)
                         for template in self.api['paths']]
        self.patterns.sort(key=lambda pair: '{' in pair[1])

    def operations(self):
        """(method, template) of all of them."""
        return [(method, template) for template, item in self.api['paths'].items()
                for method in METHODS if method in item]

    def operation(self, method, template):
        return self.api['paths'][template][method]

    def statuses(self, method, template):
        return sorted(int(status) for status in self.operation(method, template)['responses'])

    def is_public(self, method, template):
        return self.operation(method, template).get('security') == []

    def takes_body(self, method, template):
        return 'requestBody' in self.operation(method, template)

    def takes_json(self, method, template):
        body = self.operation(method, template).get('requestBody', {})
        return 'application/json' in body.get('content', {})

    def needs(self, method, template, header):
        item = self.api['paths'][template]
        parameters = item.get('parameters', []) + item[method].get('parameters', [])
        return header in [self.resolve(parameter)['name'] for parameter in parameters]

    def resolve(self, node):
        """What a $ref points to, in this document."""
        while '$ref' in node:
            target = self.api
            for name in node['$ref'].removeprefix('#/').split('/'):
                target = target[name]
            node = target
        return node

    def find(self, path):
        for pattern, template in self.patterns:
            if pattern.match(path):
                return template
        raise AssertionError(f'{path} is no path of openapi.yaml')

    def check(self, method, path, answer):
        """The answer's status, headers, media type and body must be documented. Returns its row."""
        template = self.find(path)
        where = f'{method} {template} {answer.status}'
        response = self.response(method.lower(), template, answer.status)
        assert response is not None, f'{where} is not documented: {answer}'
        for name in response.get('headers', {}):
            assert name.lower() in answer.headers, f'{where}: no {name}'
        self.check_body(response.get('content', {}), answer, where)
        return (method.lower(), template, answer.status)

    def response(self, method, template, status):
        """What is documented of an answer; None if it may not be given."""
        operation = self.operation(method, template)
        if str(status) in operation['responses']:
            return self.resolve(operation['responses'][str(status)])
        if status in ALWAYS or (status in WITH_BODY and 'requestBody' in operation):
            return self.api['components']['responses']['Problem']
        return None

    def check_body(self, content, answer, where):
        if not content:
            assert answer.body == b'', f'{where}: {answer} should have no body'
            return
        assert answer.media_type in content, f'{where}: {answer.media_type}'
        if answer.json is not None:
            self.fits(answer.json, content[answer.media_type]['schema'], where)
        if answer.media_type == 'application/problem+json':
            assert answer.json['status'] == answer.status, where

    def fits(self, value, schema, where):
        """As much of JSON Schema as openapi.yaml uses; AssertionError says where it does not fit."""
        names = self.names_of(schema)
        self.fits_one(value, self.resolve(schema), where)
        if isinstance(value, dict) and names is not None:
            assert set(value) <= names, f'{where}: {sorted(set(value) - names)} not documented'

    def names_of(self, schema):
        """The members a schema and its parts name; None if any member may stand there."""
        schema = self.resolve(schema)
        parts = [self.names_of(part) for part in schema.get('allOf', ())]
        if schema.get('additionalProperties') or None in parts:
            return None
        if 'properties' not in schema and not parts:
            return None
        return set(schema.get('properties', ())).union(*parts)

    def fits_one(self, value, schema, where):
        unknown = set(schema) - KNOWN_KEYWORDS
        assert not unknown, f'{where}: this checker does not know {unknown}'
        for part in schema.get('allOf', ()):
            self.fits_one(value, self.resolve(part), where)
        if 'type' in schema:
            kind = KINDS[schema['type']]
            wrong_bool = kind is int and isinstance(value, bool)
            assert isinstance(value, kind) and not wrong_bool, f'{where}: {value!r}'
        assert value in schema.get('enum', (value,)), f'{where}: {value!r}'
        assert value == schema.get('const', value), f'{where}: {value!r}'
        if isinstance(value, str):
            self.fits_text(value, schema, where)
        if isinstance(value, dict):
            self.fits_members(value, schema, where)
        if isinstance(value, list) and 'items' in schema:
            for inner in value:
                self.fits(inner, schema['items'], where + '[]')

    def fits_text(self, value, schema, where):
        if schema.get('format') == 'date-time':
            assert TIME.match(value), f'{where}: {value!r}'
        if 'pattern' in schema:
            assert re.search(schema['pattern'], value), f'{where}: {value!r}'
        assert len(value) >= schema.get('minLength', 0), f'{where}: {value!r}'
        assert len(value) <= schema.get('maxLength', len(value)), f'{where}: {value!r}'

    def fits_members(self, value, schema, where):
        missing = set(schema.get('required', ())) - set(value)
        assert not missing, f'{where}: {missing} missing'
        for name, inner in value.items():
            if name in schema.get('properties', {}):
                self.fits(inner, schema['properties'][name], f'{where}.{name}')
            elif isinstance(schema.get('additionalProperties'), dict):
                self.fits(inner, schema['additionalProperties'], f'{where}.{name}')
