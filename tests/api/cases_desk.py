# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cases of cashiers and producers: statements, refunds, certificates, labels.

import itertools

from cases import case

FORMAT = {'bank': '工商银行', 'encoding': 'gb18030', 'separator': 'none', 'header_lines': 1,
          'columns': {'date': 1, 'amount': 3, 'payer': 4, 'remark': 6}, 'decimal': '.',
          'thousands': ','}
serials = (f'{number:08X}' for number in itertools.count(0x2F001100))


def transfer(line, payer, remark='', **changes):
    return {'line': line, 'date': '2026-11-22', 'amount_fen': 90000, 'payer': payer,
            'account': '6222000011112222', 'remark': remark, 'reference': '', **changes}


def call(s, method, path, body=None, name='chuna', **headers):
    return s.hall.call(method, path, body, s.world.staff(name), **headers)


def import_lines(s, *lines):
    return call(s, 'POST', '/v1/statement-lines', {'bank': '工商银行', 'lines': list(lines)})


def lines_for(s, order):
    return call(s, 'GET', f'/v1/statement-lines?order={order.number}').json['lines']


def produced(s, fresh=False):
    return s.order('in-production', fresh=fresh)


@case('PUT /v1/bank-formats', 200)
def format_saved(s):
    answer = call(s, 'PUT', '/v1/bank-formats', FORMAT)
    assert answer.json['formats'] == [FORMAT]
    again = dict(FORMAT, encoding='utf-8')
    assert call(s, 'PUT', '/v1/bank-formats', again).json['formats'] == [again]
    return answer


@case('PUT /v1/bank-formats', 422)
def format_without_amount(s):
    return call(s, 'PUT', '/v1/bank-formats', dict(FORMAT, columns={'date': 1, 'payer': 2}))


@case('GET /v1/bank-formats', 200)
def formats(s):
    call(s, 'PUT', '/v1/bank-formats', FORMAT)
    return call(s, 'GET', '/v1/bank-formats')


@case('POST /v1/statement-lines', 200)
def imported(s):
    """The same file again proposes nothing twice; two lines that say the same are two."""
    order = s.order('payment-verifying', 'transfer', fresh=True)
    payer = order.view['organisation']
    lines = (transfer(2, payer, order.number), transfer(3, payer, order.number, occurrence=1))
    first = import_lines(s, *lines)
    assert first.json == {'added': 2, 'known': []}
    again = import_lines(s, *lines, transfer(4, '别的公司', '货款'))
    assert again.json == {'added': 1, 'known': [{'line': 2}, {'line': 3}]}
    assert len([line for line in lines_for(s, order) if line['remark'] == order.number]) == 2
    return first


@case('POST /v1/statement-lines', 422)
def imported_nonsense(s):
    answer = import_lines(s, transfer(2, '甲公司', amount_fen=0))
    many = [transfer(line, '甲公司') for line in range(1, 502)]
    assert import_lines(s, *many).status == 422
    assert import_lines(s, transfer(1, '甲' * 500)).status == 422
    return answer


@case('POST /v1/statement-lines', 413)
def imported_too_much(s):
    return s.hall.call('POST', '/v1/statement-lines', b' ' * ((2 << 20) + 1), s.world.staff('chuna'),
                       Content_Type='application/json')


@case('GET /v1/statement-lines', 200)
def proposed(s):
    """Scored by number, payer and amount; the best first, and nothing is decided."""
    order = s.order('payment-verifying', 'transfer', fresh=True)
    payer = order.view['organisation']
    import_lines(s, transfer(2, payer, order.number, reference='whole'),
                 transfer(3, '张三', order.number, reference='person'),
                 transfer(4, payer, '', amount_fen=80000, reference='less'))
    found = {line['reference']: line for line in lines_for(s, order)}
    best = {name: next(p for p in line['proposals'] if p['order'] == order.number)
            for name, line in found.items() if name in ('whole', 'person', 'less')}
    assert {name: p['score'] for name, p in best.items()} == {'whole': 100, 'person': 70, 'less': 30}
    assert best['person']['agrees'] == ['number', 'amount']
    assert found['whole']['proposals'][0]['order'] == order.number
    assert order.load()['state'] == 'payment-verifying'
    first = call(s, 'GET', '/v1/statement-lines?limit=1').json
    second = call(s, 'GET', f'/v1/statement-lines?limit=1&cursor={first["next"]}').json
    assert second['lines'][0]['id'] > first['lines'][0]['id'] == first['next']
    return call(s, 'GET', f'/v1/statement-lines?order={order.number}')


@case('GET /v1/statement-lines', 404)
def proposed_for_nothing(s):
    return call(s, 'GET', '/v1/statement-lines?order=29991231000001')


@case('GET /v1/statement-lines', 422)
def proposed_behind_nothing(s):
    return call(s, 'GET', '/v1/statement-lines?cursor=x')


@case('PUT /v1/statement-lines/{line}', 200)
def set_aside(s):
    order = s.order('payment-verifying', 'transfer', fresh=True)
    import_lines(s, transfer(2, '别的公司', order.number))
    line = lines_for(s, order)[0]
    path = f'/v1/statement-lines/{line["id"]}'
    answer = call(s, 'PUT', path, {'set_aside': True})
    assert answer.json['set_aside'] and line['id'] not in [x['id'] for x in lines_for(s, order)]
    assert not call(s, 'PUT', path, {'set_aside': False}).json['set_aside']
    assert line['id'] in [x['id'] for x in lines_for(s, order)]
    return answer


@case('PUT /v1/statement-lines/{line}', 404)
def set_nothing_aside(s):
    assert call(s, 'PUT', '/v1/statement-lines/x', {'set_aside': True}).status == 404
    return call(s, 'PUT', '/v1/statement-lines/999999', {'set_aside': True})


@case('PUT /v1/statement-lines/{line}', 409)
def used_once(s):
    """A line is used for one order, with what stands in it, and then it is out of the list."""
    order = s.order('payment-verifying', 'transfer', fresh=True)
    other = s.order('payment-verifying', 'transfer', fresh=True)
    payer = order.view['organisation']
    import_lines(s, transfer(2, payer, order.number))
    line = next(x for x in lines_for(s, order) if x['remark'] == order.number)
    funds = {'amount_fen': 90000, 'payer': payer, 'statement_line': line['id']}
    assert order.send('funds-confirmed', dict(funds, amount_fen=90001), 'chuna').status == 422
    order.move('funds-confirmed', 'under-review', funds, 'chuna')
    assert line['id'] not in [x['id'] for x in lines_for(s, order)]
    assert other.send('funds-confirmed', funds, 'chuna').status == 409
    assert other.load()['state'] == 'payment-verifying'
    return call(s, 'PUT', f'/v1/statement-lines/{line["id"]}', {'set_aside': True})


@case('PUT /v1/statement-lines/{line}', 422)
def set_aside_perhaps(s):
    return call(s, 'PUT', '/v1/statement-lines/1', {'set_aside': 'perhaps'})


@case('GET /v1/refunds', 200)
def refunds(s):
    """To whom: the payer on the statement; online the way it came. The reference stays."""
    order = s.order('payment-verifying', 'transfer', fresh=True)
    payer = order.view['organisation']
    import_lines(s, transfer(2, payer, order.number, account='7788', reference='B77'))
    line = next(x for x in lines_for(s, order) if x['remark'] == order.number)
    order.move('funds-confirmed', 'under-review',
               {'amount_fen': 90000, 'payer': payer, 'statement_line': line['id']}, 'chuna')
    order.move('request-refund', 'refund-pending', {})
    online = s.order('under-review', fresh=True)
    online.move('request-refund', 'refund-pending', {})
    answer = call(s, 'GET', '/v1/refunds?limit=100')
    found = {row['order']: row for row in answer.json['refunds']}
    assert found[order.number]['payee'] == payer and found[order.number]['account'] == '7788'
    assert found[order.number]['transaction'] == 'B77'
    assert 'payee' not in found[online.number] and found[online.number]['transaction']
    assert order.send('refund-done', {}, 'chuna').status == 422
    order.move('refund-done', 'refunded', {'note': 'TK20261122'}, 'chuna')
    assert order.load()['timeline'][-1]['note'] == 'TK20261122'
    return answer


@case('GET /v1/refunds', 422)
def refunds_behind_nothing(s):
    return call(s, 'GET', '/v1/refunds?cursor=x')


@case('GET /v1/production', 200)
def batch(s):
    """What is copied and printed is there; the PIN, which was delivered, is not."""
    order = produced(s)
    answer = call(s, 'GET', '/v1/production?tab=shipping&limit=100', name='zhizheng')
    row = next(row for row in answer.json['orders'] if row['order'] == order.number)
    fields = order.load()['application']['fields']
    assert row['organisation'] == order.view['organisation']
    assert row['recipient'] == fields['delivery.recipient']
    assert fields['delivery.detail_address'] in row['address']
    assert row['pin_way'] in ('sms', 'remark') and row['pin_sent_at']
    assert not [name for name in row if 'pin' in name
                and name not in ('pin_way', 'pin_recipient', 'pin_sent_at')]
    pin = s.sql('SELECT pin_hash FROM orders WHERE number = ?', order.number)[0][0]
    assert pin and pin not in str(answer.json)
    return answer


@case('GET /v1/production', 422)
def batch_of_nothing(s):
    return call(s, 'GET', '/v1/production?tab=review', name='zhizheng')


def put_certificate(s, order, serial, name='zhizheng', **changes):
    order.load()
    body = {'serial': serial, 'valid_from': '2026-11-22', 'valid_to': '2027-11-22', **changes}
    return call(s, 'PUT', order.path + '/certificate', body, name, If_Match=order.etag)


@case('PUT /v1/orders/{order}/certificate', 200)
def certificate(s):
    order = produced(s)
    serial = next(serials)
    answer = put_certificate(s, order, serial.lower())
    assert answer.status == 200, answer
    rows = call(s, 'GET', '/v1/production?tab=shipping&limit=100', name='zhizheng').json['orders']
    assert next(row for row in rows if row['order'] == order.number)['serial'] == serial
    looks = s.sql('SELECT note, who FROM audit WHERE order_number = ? AND event = ?', order.number,
                  'certificate-entered')
    assert looks[-1] == (serial, 'zhizheng')
    made = {'serial': serial, 'valid_from': '2026-11-22', 'valid_to': '2027-11-22'}
    assert order.load()['certificate'] == made and answer.json['certificate'] == made
    return answer


@case('PUT /v1/orders/{order}/certificate', 403)
def certificate_by_the_reviewer(s):
    """Who reviewed an order does not enter its certificate either, whatever roles they have."""
    order = produced(s)
    reviewer = s.sql('SELECT reviewed_by FROM orders WHERE number = ?', order.number)[0][0]
    before = s.sql('SELECT actors FROM staff WHERE name = ?', reviewer)[0][0]
    s.sql('UPDATE staff SET actors = actors | 8 WHERE name = ?', reviewer)
    answer = put_certificate(s, order, next(serials), reviewer)
    s.sql('UPDATE staff SET actors = ? WHERE name = ?', before, reviewer)
    return answer


@case('PUT /v1/orders/{order}/certificate', 409)
def certificate_twice(s):
    serial = next(serials)
    first, second = produced(s, fresh=True), produced(s, fresh=True)
    assert put_certificate(s, first, serial).status == 200
    assert put_certificate(s, s.order('under-review'), next(serials)).status == 409
    return put_certificate(s, second, serial)


@case('PUT /v1/orders/{order}/certificate', 412)
def certificate_late(s):
    body = {'serial': next(serials), 'valid_from': '2026-11-22', 'valid_to': '2027-11-22'}
    return call(s, 'PUT', produced(s).path + '/certificate', body, 'zhizheng', If_Match='"0"')


@case('PUT /v1/orders/{order}/certificate', 422)
def certificate_of_nothing(s):
    answer = put_certificate(s, produced(s), 'no serial')
    assert answer.json['errors'][0]['field'] == 'serial'
    assert put_certificate(s, produced(s), next(serials), valid_to='2026-11-22').status == 422
    return answer


@case('GET /v1/production/labels.pdf', 200)
def labels(s):
    order = produced(s)
    answer = call(s, 'GET', f'/v1/production/labels.pdf?orders={order.number}&sheet=thermal',
                  name='zhizheng')
    assert answer.body.startswith(b'%PDF-')
    return answer


@case('GET /v1/production/labels.pdf', 404)
def labels_of_nothing(s):
    return call(s, 'GET', '/v1/production/labels.pdf?orders=29991231000001', name='zhizheng')


@case('GET /v1/production/labels.pdf', 409)
def labels_too_early(s):
    order = s.order('under-review')
    return call(s, 'GET', f'/v1/production/labels.pdf?orders={order.number}', name='zhizheng')


@case('GET /v1/production/labels.pdf', 422)
def labels_on_what(s):
    order = produced(s)
    path = f'/v1/production/labels.pdf?orders={order.number}'
    assert call(s, 'GET', path + '&skip=10', name='zhizheng').status == 422
    assert call(s, 'GET', '/v1/production/labels.pdf', name='zhizheng').status == 422
    return call(s, 'GET', path + '&sheet=b5', name='zhizheng')
