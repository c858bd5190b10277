# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every operation refuses alike: nobody signed in, the wrong role, nothing there, a version that
# is old or not named, a body that is no JSON, too large, or of another type.

import cases
import cases_account  # noqa: F401 (fills the table)
import cases_desk     # noqa: F401
import cases_money    # noqa: F401
import cases_order    # noqa: F401
import cases_review   # noqa: F401
import pictures
from people import PROJECT, disposition

NO_ORDER = '29991231000001'
ARGUMENTS = {'order': NO_ORDER, 'slot': 'business_licence', 'capture': 'id-portrait',
             'event': 'confirm-info', 'token': 'k' * 43, 'payment': 'P0', 'channel': 'wechat',
             'project': PROJECT, 'file': 'nothing.css', 'line': '999999'}
BODIES = {
    '/v1/orders/{order}/application': {'project': PROJECT, 'certificate_type': 'organisation',
                                       'fields': {}},
    '/v1/orders/{order}/alternative-auth': {'note': '申请视频核验'},
    '/v1/orders/{order}/payments': {'channel': 'wechat'},
    '/v1/orders/{order}/notes': {'note': '请同事再看一眼'},
    '/v1/orders/{order}/certificate': {'serial': '2F0011AA', 'valid_from': '2026-11-22',
                                       'valid_to': '2027-11-22'},
    '/v1/statement-lines/{line}': {'set_aside': True},
    '/v1/orders/{order}/verdicts': {'verdicts': []},
    '/v1/orders/{order}/decision': {'decision': 'review-passed'},
    '/v1/phone/{token}/consent': {'id': 'face-data', 'version': '1.0', 'sha256': '0' * 64},
}
# Staff may do these, handlers may not; elsewhere it is the other way round.
FOR_STAFF = ('/v1/queue', '/v1/practice/settings', '/v1/orders/{order}/claim',
             '/v1/orders/{order}/notes', '/v1/orders/{order}/verdicts', '/v1/orders/{order}/letter',
             '/v1/orders/{order}/decision', '/v1/orders/{order}/certificate', '/v1/bank-formats',
             '/v1/statement-lines', '/v1/refunds', '/v1/production', '/v1/orders/{order}/second-look')

# Answers only a hall that is no practice hall gives. Such a hall cannot be started yet, which
# test_operations.py holds true; the engine's own tests know its refusals.
NOT_IN_PRACTICE = {
    ('get', '/cashier/{payment}', 404),
    ('get', '/v1/practice/messages', 404),
    ('get', '/v1/practice/settings', 404),
    ('put', '/v1/practice/settings', 404),
    ('post', '/v1/orders/{order}/auth-link', 429),
}


class Probe:
    """A well-formed request to an operation, with one thing changed."""

    def __init__(self, contract, method, template):
        self.method, self.template = method.upper(), template
        self.is_json = contract.takes_json(method, template)
        self.headers = {}
        self.body = None
        if self.is_json:
            self.body = BODIES.get(template, {})
            self.headers['Content_Type'] = 'application/json'
        elif template.endswith('/captures/{capture}') and method == 'put':
            self.body, self.headers = pictures.jpeg(), {'Content_Type': 'image/jpeg'}
        elif template.endswith('/documents/{slot}') and method == 'put':
            self.body = pictures.jpeg()
            self.headers = {'Content_Type': 'image/jpeg', 'Content_Disposition': disposition('a.jpg')}
        if contract.needs(method, template, 'If-Match'):
            self.headers['If_Match'] = '"1"'

    def send(self, s, token=None, order=NO_ORDER, **changes):
        path = self.template.format(**dict(ARGUMENTS, order=order))
        headers = {**self.headers, **changes}
        body = headers.pop('body', self.body)
        headers = {name: value for name, value in headers.items() if value is not None}
        return s.hall.call(self.method, path, body, token, **headers)


def right_token(s, probe):
    """Of somebody whose role the operation is for."""
    if probe.template.startswith(FOR_STAFF) or probe.template.endswith('/captures/{capture}'):
        return s.world.staff('guanli')
    return s.handler.token


def wrong_token(s, probe):
    return s.handler.token if probe.template.startswith(FOR_STAFF) else s.world.staff('guanli')


def signed_out(s, probe):
    answer = probe.send(s)
    assert answer.headers['www-authenticate'] == 'Bearer'
    return probe.send(s, token='x' * 43)


def wrong_role(s, probe):
    return probe.send(s, wrong_token(s, probe))


def not_there(s, probe):
    return probe.send(s, None if probe.template.startswith(('/v1/phone', '/v1/cashier'))
                      else right_token(s, probe))


def no_version(s, probe):
    return probe.send(s, right_token(s, probe), If_Match=None)


def old_version(s, probe):
    return probe.send(s, right_token(s, probe), s.order('draft').number, If_Match='"0"')


def unknown_member(s, probe):
    order = s.order('awaiting-handler-auth').number if 'alternative' in probe.template \
        else s.order('draft').number
    return probe.send(s, right_token(s, probe), order, body={'nobody_knows': 1})


def no_json(s, probe):
    assert probe.send(s, right_token(s, probe), body=b'').status == 400
    return probe.send(s, right_token(s, probe), body=b'{"a": ')


def too_large(s, probe):
    size = (64 << 10) if probe.is_json else (4 << 20)
    return probe.send(s, right_token(s, probe), body=b' ' * (size + 1))


def other_type(s, probe):
    return probe.send(s, right_token(s, probe), body=b'a=b',
                      Content_Type='application/x-www-form-urlencoded')


COMMON = {401: signed_out, 403: wrong_role, 404: not_there, 412: old_version, 422: unknown_member,
          428: no_version}
WITH_BODY = {400: no_json, 413: too_large, 415: other_type}


def find(contract, method, template, status):
    """The function for a row of the document: its own case, or what all have in common."""
    own = cases.CASES.get((method, template, status))
    if own is not None:
        return own
    common = {**COMMON, **WITH_BODY}.get(status)
    if common is None:
        return None
    probe = Probe(contract, method, template)
    return lambda s: common(s, probe)


def statuses_with_body(contract, method, template):
    """What the document says once for every operation with a body."""
    if contract.takes_json(method, template):
        return (400, 413, 415)
    return (413,) if contract.takes_body(method, template) else ()
