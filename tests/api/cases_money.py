# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cases of paying, of the handler's phone, and of what only a practice hall has.

import hashlib
import hmac
import os

from cases import case
import pictures


def sign(folder, payment, transaction, amount_fen):
    """As the sandbox cashier signs: HMAC-SHA-256 under a key derived from the hall's."""
    with open(os.path.join(folder, 'key'), 'rb') as file:
        key = hashlib.blake2b(b'', digest_size=32, key=file.read(),
                              salt=(4).to_bytes(16, 'little'),
                              person=b'certhall'.ljust(16, b'\0')).digest()
    text = f'{payment}\n{transaction}\n{amount_fen}\n'
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def notice(s, bill, transaction, amount_fen=None):
    amount_fen = bill['amount_fen'] if amount_fen is None else amount_fen
    return {'payment': bill['id'], 'transaction': transaction, 'amount_fen': amount_fen,
            'paid_at': '2026-11-22T08:00:00Z',
            'signature': sign(s.hall.folder, bill['id'], transaction, amount_fen)}


def notify(s, body, channel='wechat'):
    return s.hall.call('POST', f'/v1/payments/{channel}/notifications', body)


def verdicts(s, bill):
    return [row[0] for row in s.sql('SELECT verdict FROM payment_notices WHERE payment = ? '
                                    'ORDER BY id', bill['id'])]


@case('POST /v1/orders/{order}/payments', 201)
def pay_code(s):
    """A second code closes the first."""
    order = s.order('awaiting-payment')
    first = order.new_bill('wechat')
    answer = s.hall.call('POST', order.path + '/payments', {'channel': 'alipay'}, s.handler.token)
    assert answer.json['payment_code']['id'] != first['id']
    assert s.hall.call('GET', '/v1/cashier/' + first['id']).json['state'] == 'closed'
    assert answer.json['payment_code']['amount_fen'] == answer.json['amount_fen'] == 90000
    return s.hall.call('POST', order.path + '/payments', {'channel': 'alipay'}, s.handler.token)


@case('POST /v1/orders/{order}/payments', 409)
def pay_code_too_early(s):
    return s.hall.call('POST', s.order('draft').path + '/payments', {'channel': 'wechat'},
                       s.handler.token)


@case('POST /v1/orders/{order}/payments', 422)
def pay_code_by_cheque(s):
    return s.hall.call('POST', s.order('awaiting-payment').path + '/payments',
                       {'channel': 'transfer'}, s.handler.token)


@case('POST /v1/payments/{channel}/notifications', 204)
def counted_once(s):
    """The same report twice is counted once."""
    order = s.order('awaiting-payment', fresh=True)
    bill = order.new_bill()
    body = notice(s, bill, 'T1')
    assert notify(s, body).status == 204
    assert order.load()['state'] == 'under-review'
    version = order.view['version']
    answer = notify(s, body)
    assert order.load()['version'] == version and verdicts(s, bill) == ['counted']
    return answer


@case('POST /v1/payments/{channel}/notifications', 401)
def forged(s):
    bill = s.order('awaiting-payment').new_bill()
    body = dict(notice(s, bill, 'T2'), amount_fen=1)
    answer = notify(s, body)
    assert verdicts(s, bill) == []
    return answer


@case('POST /v1/payments/{channel}/notifications', 404)
def reported_for_nothing(s):
    bill = {'id': 'P0', 'amount_fen': 1}
    assert notify(s, notice(s, bill, 'T3')).status == 404
    return notify(s, notice(s, bill, 'T3'), 'transfer')


@case('POST /v1/payments/{channel}/notifications', 409)
def paid_twice(s):
    """A second payment of the same bill is refused, and written down."""
    order = s.order('awaiting-payment', fresh=True)
    bill = order.pay()
    answer = notify(s, notice(s, bill, 'T4'))
    assert verdicts(s, bill) == ['counted', 'paid-twice']
    assert order.load()['state'] == 'under-review'
    return answer


@case('POST /v1/payments/{channel}/notifications', 422)
def wrong_amount(s):
    order = s.order('awaiting-payment')
    bill = order.new_bill()
    answer = notify(s, notice(s, bill, 'T5', 89999))
    assert verdicts(s, bill) == ['wrong-amount']
    assert order.load()['state'] == 'awaiting-payment'
    return answer


@case('GET /v1/cashier/{payment}', 200)
def bill_shown(s):
    bill = s.order('awaiting-payment').new_bill()
    answer = s.hall.call('GET', '/v1/cashier/' + bill['id'])
    assert answer.json['state'] == 'issued' and answer.json['amount_fen'] == 90000
    return answer


@case('POST /v1/cashier/{payment}/pay', 204)
def press_pay(s):
    order = s.order('awaiting-payment', fresh=True)
    bill = order.new_bill()
    answer = s.hall.call('POST', f'/v1/cashier/{bill["id"]}/pay', {})
    assert order.load()['state'] == 'under-review' and order.view['channel'] == 'wechat'
    return answer


@case('POST /v1/cashier/{payment}/pay', 409)
def press_pay_late(s):
    """A code that ran out can no longer be paid at the cashier."""
    bill = s.order('awaiting-payment').new_bill()
    s.sql('UPDATE payments SET expires_s = created_s WHERE id = ?', bill['id'])
    assert s.hall.call('GET', '/v1/cashier/' + bill['id']).json['state'] == 'expired'
    return s.hall.call('POST', f'/v1/cashier/{bill["id"]}/pay', {})


@case('POST /v1/cashier/{payment}/pay', 422)
def press_pay_less(s):
    bill = s.order('awaiting-payment').new_bill()
    answer = s.hall.call('POST', f'/v1/cashier/{bill["id"]}/pay', {'amount_fen': 1})
    assert verdicts(s, bill) == ['wrong-amount']
    return answer


@case('POST /v1/orders/{order}/auth-link', 200)
def new_link(s):
    """The link before is void at once."""
    order = s.order('awaiting-handler-auth')
    first = order.new_link()
    answer = s.hall.call('POST', order.path + '/auth-link', b'', s.handler.token)
    assert answer.json['handler_auth'] == 'pending'
    s.hall.expect(404, 'GET', first.path)
    return s.hall.call('POST', order.path + '/auth-link', b'', s.handler.token)


@case('POST /v1/orders/{order}/auth-link', 409)
def link_too_early(s):
    return s.hall.call('POST', s.order('draft').path + '/auth-link', b'', s.handler.token)


@case('PUT /v1/orders/{order}/alternative-auth', 200)
def alternative(s):
    order = s.order('awaiting-handler-auth', fresh=True)
    phone = order.new_link()
    answer = s.hall.call('PUT', order.path + '/alternative-auth', {'note': '申请视频核验'},
                         s.handler.token)
    assert answer.json['handler_auth'] == 'alternative'
    s.hall.expect(404, 'GET', phone.path)
    return answer


@case('PUT /v1/orders/{order}/alternative-auth', 409)
def alternative_too_early(s):
    return s.hall.call('PUT', s.order('draft').path + '/alternative-auth', {'note': '申请'},
                       s.handler.token)


@case('GET /v1/orders/{order}/captures/{capture}', 200)
def picture_for_reviewer(s):
    """Each look stands in the trail."""
    order = s.order('under-review')
    looks = 'SELECT count(*) FROM audit WHERE order_number = ? AND event = ?'
    before = s.sql(looks, order.number, 'view-capture')[0][0]
    answer = s.hall.call('GET', order.path + '/captures/id-portrait',
                         token=s.world.staff('shenhe'))
    assert answer.body == pictures.jpeg(100)
    assert s.sql(looks, order.number, 'view-capture')[0][0] == before + 1
    return answer


@case('GET /v1/orders/{order}/captures/{capture}', 403)
def picture_for_others(s):
    order = s.order('under-review')
    s.hall.expect(403, 'GET', order.path + '/captures/id-portrait', token=s.handler.token)
    return s.hall.call('GET', order.path + '/captures/id-portrait', token=s.world.staff('chuna'))


@case('GET /v1/phone/{token}', 200)
def phone_task(s):
    answer = s.hall.call('GET', s.phone().path)
    assert answer.json['state'] == 'waiting' and answer.json['handler'] == '张*'
    assert len(answer.json['captures']) == 5
    return answer


@case('DELETE /v1/phone/{token}', 204)
def decline(s):
    """What was taken is gone at once, in the database and on the disk."""
    phone = s.phone().consent()
    assert phone.take('id-portrait').status == 204
    blob = s.sql('SELECT blob FROM captures WHERE order_number = ? ORDER BY at_s DESC LIMIT 1',
                 phone.order.number)[0][0]
    path = os.path.join(s.hall.folder, 'files', blob)
    found = [os.path.join(folder, name) for folder, _, names in os.walk(s.hall.folder)
             for name in names if name == os.path.basename(path)]
    assert len(found) == 1
    answer = s.hall.call('DELETE', phone.path)
    assert not os.path.exists(found[0])
    assert s.sql('SELECT count(*) FROM captures WHERE blob = ?', blob)[0][0] == 0
    assert phone.order.load()['handler_auth'] == 'failed'
    return answer


@case('PUT /v1/phone/{token}/consent', 204)
def face_consent(s):
    phone = s.phone().consent()
    rows = s.sql('SELECT document, version FROM consents WHERE order_number = ? '
                 "AND document = 'face-data'", phone.order.number)
    assert ('face-data', '1.0') in rows
    text = phone.task()['consent']
    return s.hall.call('PUT', phone.path + '/consent',
                       {name: text[name] for name in ('id', 'version', 'sha256')})


@case('PUT /v1/phone/{token}/consent', 422)
def face_consent_outdated(s):
    return s.hall.call('PUT', s.phone().path + '/consent',
                       {'id': 'face-data', 'version': '0.9', 'sha256': '0' * 64})


@case('PUT /v1/phone/{token}/captures/{capture}', 204)
def picture(s):
    phone = s.phone().consent()
    answer = phone.take('id-emblem')
    assert {c['id']: c['done'] for c in phone.task()['captures']}['id-emblem']
    return answer


@case('PUT /v1/phone/{token}/captures/{capture}', 404)
def picture_of_nothing(s):
    return s.phone().consent().take('left-foot')


@case('PUT /v1/phone/{token}/captures/{capture}', 409)
def picture_without_consent(s):
    return s.phone().take('id-portrait')


@case('PUT /v1/phone/{token}/captures/{capture}', 422)
def picture_too_small(s):
    phone = s.phone().consent()
    assert phone.take('id-portrait', b'no picture').status == 422
    return phone.take('id-portrait', pictures.jpeg(width=200, height=160))


@case('POST /v1/phone/{token}/finish', 204)
def finish(s):
    order = s.order('awaiting-handler-auth', fresh=True)
    phone = order.authenticate()
    assert order.state == 'awaiting-payment'
    return s.hall.call('POST', phone.path + '/finish', {})


@case('POST /v1/phone/{token}/finish', 409)
def finish_without_consent(s):
    return s.hall.call('POST', s.phone().path + '/finish', {})


@case('POST /v1/phone/{token}/finish', 422)
def finish_too_early(s):
    phone = s.phone().consent()
    assert phone.take('id-portrait').status == 204
    return s.hall.call('POST', phone.path + '/finish', {})


@case('GET /v1/practice/messages', 200)
def messages(s):
    answer = s.hall.call('GET', '/v1/practice/messages')
    assert s.handler.mobile in [message['to'] for message in answer.json['messages']] \
        or len(answer.json['messages']) == 50
    return answer


@case('GET /v1/practice/messages', 304)
def messages_known(s):
    """Sending goes on behind the answers, so the newest may be newer by now."""
    for _ in range(20):
        etag = s.hall.call('GET', '/v1/practice/messages').etag
        answer = s.hall.call('GET', '/v1/practice/messages', If_None_Match=etag)
        if answer.status == 304:
            return answer
    return answer


@case('GET /v1/practice/settings', 200)
def settings(s):
    answer = s.hall.call('GET', '/v1/practice/settings')
    assert 'shenhe' in [staff['name'] for staff in answer.json['staff']]
    return answer


@case('PUT /v1/practice/settings', 200)
def switch(s):
    token = s.world.staff('guanli')
    for on in (True, False):
        answer = s.hall.call('PUT', '/v1/practice/settings', {'two_person_rule': on}, token)
        assert answer.json['two_person_rule'] is on
        assert s.hall.call('GET', '/v1/hall').json['two_person_rule'] is on
    return s.hall.call('PUT', '/v1/practice/settings', {'two_person_rule': True}, token)


def page_case(path, token):
    @case(f'GET {path}', 200)
    def page(s):
        answer = s.hall.call('GET', path.partition('{')[0] + token)
        assert b'<html' in answer.body
        assert "default-src 'self'" in answer.headers['content-security-policy']
        assert answer.headers['cache-control'] == 'no-store'
        return answer


def asset_case(path, names):
    folder = path.partition('{')[0]

    @case(f'GET {path}', 200)
    def asset(s):
        for name in names:
            answer = s.hall.call('GET', folder + name)
            assert answer.status == 200 and answer.body
        return answer

    @case(f'GET {path}', 404)
    def no_asset(s):
        s.hall.expect(404, 'GET', folder + 'index.html')
        s.hall.expect(404, 'GET', folder + '..%2F..%2Fopenapi.yaml')
        return s.hall.call('GET', folder + 'nothing.css')


page_case('/phone/{token}', 'k' * 43)
page_case('/cashier/{payment}', 'P0')
asset_case('/phone-assets/{file}', ('phone.css', 'phone.js', 'icon.svg'))
asset_case('/cashier-assets/{file}', ('cashier.css', 'cashier.js', 'icon.svg'))
