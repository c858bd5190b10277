# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cases of registering, signing in, and what anybody may ask.

from cases import case
from people import PASSWORD, PROJECT


def register_body(mobile, code, password=PASSWORD):
    return {'mobile': mobile, 'sms_code': code, 'password': password}


@case('GET /healthz', 200)
def health(s):
    answer = s.hall.call('GET', '/healthz')
    assert answer.json['status'] == 'ok'
    return answer


@case('GET /openapi.yaml', 200)
def openapi(s):
    answer = s.hall.call('GET', '/openapi.yaml')
    assert answer.body.startswith(b'openapi: 3.1')
    return answer


@case('GET /v1/hall', 200)
def hall(s):
    answer = s.hall.call('GET', '/v1/hall')
    assert answer.json['practice'] and answer.json['projects'][0]['id'] == PROJECT
    return answer


@case('GET /v1/projects/{project}', 200)
def project(s):
    answer = s.hall.call('GET', f'/v1/projects/{PROJECT}')
    known = s.hall.call('GET', '/v1/hall').json['projects'][0]['sha256']
    assert answer.etag == f'"{known}"'
    return s.hall.call('GET', f'/v1/projects/{PROJECT}')


@case('GET /v1/projects/{project}', 304)
def project_known(s):
    etag = s.hall.call('GET', f'/v1/projects/{PROJECT}').etag
    return s.hall.call('GET', f'/v1/projects/{PROJECT}', If_None_Match=etag)


@case('GET /v1/projects/{project}', 404)
def project_unknown(s):
    return s.hall.call('GET', '/v1/projects/nothing')


@case('POST /v1/sms-codes', 202)
def sms_code(s):
    return s.hall.call('POST', '/v1/sms-codes',
                       {'mobile': s.world.new_mobile(), 'purpose': 'register'})


@case('POST /v1/sms-codes', 422)
def sms_code_to_no_mobile(s):
    answer = s.hall.call('POST', '/v1/sms-codes', {'mobile': '123', 'purpose': 'register'})
    assert answer.json['errors'][0]['field'] == 'mobile'
    return answer


@case('POST /v1/sms-codes', 429)
def sms_code_too_soon(s):
    mobile = s.world.new_mobile()
    s.world.ask_code(mobile)
    answer = s.hall.call('POST', '/v1/sms-codes', {'mobile': mobile, 'purpose': 'register'})
    assert 55 <= int(answer.headers['retry-after']) <= 60
    return answer


@case('POST /v1/accounts', 201)
def register(s):
    mobile = s.world.new_mobile()
    s.world.ask_code(mobile)
    answer = s.hall.call('POST', '/v1/accounts', register_body(mobile, s.world.read_code(mobile)))
    assert answer.json['roles'] == ['handler'] and mobile not in answer.json['name']
    return answer


@case('POST /v1/accounts', 409)
def register_twice(s):
    """Two clients with the same code: the second finds the account there and the code still good."""
    mobile = s.world.new_mobile()
    s.world.ask_code(mobile)
    code = s.world.read_code(mobile)
    row = s.sql('SELECT * FROM sms_codes ORDER BY sent_s DESC, rowid DESC LIMIT 1')[0]
    s.hall.expect(201, 'POST', '/v1/accounts', register_body(mobile, code))
    s.sql('INSERT INTO sms_codes VALUES (?, ?, ?, ?, ?, ?)', *row)
    return s.hall.call('POST', '/v1/accounts', register_body(mobile, code))


@case('POST /v1/accounts', 422)
def register_with_wrong_code(s):
    """Five wrong codes are told one by one; then the right one is no good either."""
    mobile = s.world.new_mobile()
    s.world.ask_code(mobile)
    code = s.world.read_code(mobile)
    wrong = '000000' if code != '000000' else '000001'
    codes = [s.hall.call('POST', '/v1/accounts', register_body(mobile, typed)).json['errors'][0]
             for typed in (wrong,) * 5 + (code,)]
    assert [error['code'] for error in codes] == ['sms-code-wrong'] * 4 + ['sms-code-expired'] * 2
    assert [error['args'][:1] for error in codes[:4]] == [['4'], ['3'], ['2'], ['1']]
    answer = s.hall.call('POST', '/v1/accounts', register_body(mobile, code, 'short'))
    assert answer.json['errors'][0]['code'] == 'password-weak'
    return answer


@case('GET /v1/account', 200)
def account(s):
    return s.hall.call('GET', '/v1/account', token=s.handler.token)


@case('POST /v1/password-resets', 204)
def reset(s):
    """Every session of the account ends, the old password is gone, the new one opens."""
    handler = s.world.register()
    s.sql('DELETE FROM sms_sent')  # as if a minute had passed
    s.world.ask_code(handler.mobile, 'reset')
    code = s.world.read_code(handler.mobile)
    answer = s.hall.call('POST', '/v1/password-resets',
                         register_body(handler.mobile, code, 'Another2026'))
    s.hall.expect(401, 'GET', '/v1/account', token=handler.token)
    s.hall.expect(422, 'POST', '/v1/sessions', {'mobile': handler.mobile, 'password': PASSWORD})
    s.hall.expect(201, 'POST', '/v1/sessions',
                  {'mobile': handler.mobile, 'password': 'Another2026'})
    return answer


@case('POST /v1/password-resets', 422)
def reset_without_code(s):
    return s.hall.call('POST', '/v1/password-resets', register_body(s.handler.mobile, '123456'))


@case('POST /v1/sessions', 201)
def sign_in(s):
    return s.hall.call('POST', '/v1/sessions', {'mobile': s.handler.mobile, 'password': PASSWORD})


@case('POST /v1/sessions', 422)
def sign_in_wrong(s):
    """A number that is not registered gets the very same answer as a wrong password."""
    unknown = s.hall.call('POST', '/v1/sessions',
                          {'mobile': s.world.new_mobile(), 'password': PASSWORD})
    answer = s.hall.call('POST', '/v1/sessions',
                         {'mobile': s.handler.mobile, 'password': 'Wrong2026'})
    assert unknown.body == answer.body
    return answer


@case('POST /v1/sessions', 429)
def sign_in_guessing(s):
    """Guessing locks the account for a while, for the right password too."""
    handler = s.world.register()
    body = {'mobile': handler.mobile, 'password': 'Wrong2026'}
    for _ in range(20):
        answer = s.hall.call('POST', '/v1/sessions', body)
        if answer.status == 429:
            break
    body['password'] = PASSWORD
    return s.hall.call('POST', '/v1/sessions', body)


@case('DELETE /v1/sessions/current', 204)
def sign_out(s):
    handler = s.world.register()
    answer = s.hall.call('DELETE', '/v1/sessions/current', token=handler.token)
    s.hall.expect(401, 'GET', '/v1/account', token=handler.token)
    clear_desk(s)
    return answer


def clear_desk(s):
    """Staff that signs out leaves its orders to colleagues, and only its own."""
    mine, others = (s.order('under-review', fresh=True) for _ in range(2))
    leaving = s.hall.expect(201, 'POST', '/v1/staff-sessions',
                            {'name': 'shenhe', 'password': 'Practice2026'}).json['token']
    s.hall.expect(200, 'POST', mine.path + '/claim', token=leaving)
    s.hall.expect(200, 'POST', others.path + '/claim', token=s.world.staff('guanli'))
    s.hall.expect(204, 'DELETE', '/v1/sessions/current', token=leaving)
    assert 'claimed_by' not in mine.staff_view()
    assert others.staff_view('shenhe')['claimed_by'] == 'guanli'
    s.hall.expect(204, 'DELETE', others.path + '/claim', token=s.world.staff('guanli'))


@case('POST /v1/staff-sessions', 201)
def staff_sign_in(s):
    answer = s.hall.call('POST', '/v1/staff-sessions',
                         {'name': 'shenhe', 'password': 'Practice2026'})
    assert answer.json['roles'] == ['reviewer']
    return answer


@case('POST /v1/staff-sessions', 422)
def staff_sign_in_wrong(s):
    return s.hall.call('POST', '/v1/staff-sessions', {'name': 'nobody', 'password': 'Wrong2026'})


def exhaust(s):
    """Asks the guarded routes of the hall that guards strictly until it has enough."""
    for _ in range(70):
        answer = s.strict_hall.call('GET', '/v1/phone/' + 'k' * 43)
        if answer.status == 429:
            return
    raise AssertionError('the strict hall never said that it is too often')


@case('POST /v1/accounts', 429)
def register_too_often(s):
    exhaust(s)
    return s.strict_hall.call('POST', '/v1/accounts', register_body('13900000000', '123456'))


@case('POST /v1/password-resets', 429)
def reset_too_often(s):
    exhaust(s)
    return s.strict_hall.call('POST', '/v1/password-resets', register_body('13900000000', '123456'))


@case('POST /v1/staff-sessions', 429)
def staff_sign_in_too_often(s):
    exhaust(s)
    return s.strict_hall.call('POST', '/v1/staff-sessions',
                              {'name': 'shenhe', 'password': 'Practice2026'})


@case('GET /v1/phone/{token}', 429)
def phone_too_often(s):
    exhaust(s)
    return s.strict_hall.call('GET', '/v1/phone/' + 'k' * 43)


@case('DELETE /v1/phone/{token}', 429)
def decline_too_often(s):
    exhaust(s)
    return s.strict_hall.call('DELETE', '/v1/phone/' + 'k' * 43)


@case('PUT /v1/phone/{token}/consent', 429)
def consent_too_often(s):
    exhaust(s)
    return s.strict_hall.call('PUT', f'/v1/phone/{"k" * 43}/consent', {})


@case('PUT /v1/phone/{token}/captures/{capture}', 429)
def picture_too_often(s):
    exhaust(s)
    return s.strict_hall.call('PUT', f'/v1/phone/{"k" * 43}/captures/id-portrait', b'x',
                              Content_Type='image/jpeg')


@case('POST /v1/phone/{token}/finish', 429)
def finish_too_often(s):
    exhaust(s)
    return s.strict_hall.call('POST', f'/v1/phone/{"k" * 43}/finish', {})
