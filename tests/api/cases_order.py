# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cases of the orders: begin, list, fill in, print, hand in, move.

from urllib.parse import quote

from cases import case
from people import PROJECT
import pictures


@case('GET /v1/orders', 200)
def list_orders(s):
    number = s.order('draft').number
    answer = s.hall.call('GET', '/v1/orders?limit=100', token=s.handler.token)
    assert number in [order['number'] for order in answer.json['orders']]
    return answer


@case('GET /v1/orders', 304)
def list_orders_known(s):
    etag = s.hall.call('GET', '/v1/orders', token=s.handler.token).etag
    return s.hall.call('GET', '/v1/orders', token=s.handler.token, If_None_Match=etag)


@case('GET /v1/orders', 422)
def list_orders_badly(s):
    for query in ('limit=0', 'limit=101', 'limit=many'):
        s.hall.expect(422, 'GET', '/v1/orders?' + query, token=s.handler.token)
    return s.hall.call('GET', '/v1/orders?cursor=nonsense', token=s.handler.token)


@case('POST /v1/orders', 201)
def begin(s):
    answer = s.hall.call('POST', '/v1/orders', {
        'project': PROJECT, 'certificate_type': 'organisation-person',
        'consents': s.world.consents()}, s.handler.token)
    assert answer.headers['location'] == '/v1/orders/' + answer.json['number']
    assert answer.etag == '"1"' and answer.json['state'] == 'draft'
    return answer


@case('POST /v1/orders', 422)
def begin_without_consent(s):
    """Each text that was not accepted, or not in its newest version, is named."""
    body = {'project': PROJECT, 'consents': s.world.consents()}
    body['consents'][0]['sha256'] = '0' * 64
    missing = body['consents'].pop()['id']
    answer = s.hall.call('POST', '/v1/orders', body, s.handler.token)
    assert {error['field']: error['code'] for error in answer.json['errors']} == {
        body['consents'][0]['id']: 'consent-outdated', missing: 'consent-missing'}
    for wrong in ({'project': 'nothing', 'consents': []},
                  {'project': PROJECT, 'certificate_type': 'nothing', 'consents': []}):
        s.hall.expect(422, 'POST', '/v1/orders', wrong, s.handler.token)
    return s.hall.call('POST', '/v1/orders', body, s.handler.token)


@case('GET /v1/orders/{order}', 200)
def look(s):
    order = s.order('draft')
    answer = s.hall.call('GET', order.path, token=s.handler.token)
    assert answer.etag == f'"{answer.json["version"]}"'
    return answer


@case('GET /v1/orders/{order}', 304)
def look_again(s):
    order = s.order('draft')
    order.load()
    return s.hall.call('GET', order.path, token=s.handler.token, If_None_Match=order.etag)


@case('GET /v1/orders/{order}', 404)
def look_at_others(s):
    """Somebody else's order is not there, exactly as one that never was."""
    stranger = s.world.register()
    answer = s.hall.call('GET', s.order('draft').path, token=stranger.token)
    s.hall.expect(404, 'GET', '/v1/orders/29991231000001', token=stranger.token)
    assert answer.status == 404
    return answer


@case('PUT /v1/orders/{order}/application', 200)
def fill_in(s):
    order = s.order('draft', fresh=True)
    answer = order.save({'organisation.name': '深圳市甲有限公司', 'handler.mobile': '１３８ 0013 8000'})
    assert answer.json['application']['fields']['handler.mobile'] == '13800138000'
    assert answer.json['findings'] and answer.json['organisation'] == '深圳市甲有限公司'
    return answer


@case('PUT /v1/orders/{order}/application', 409)
def fill_in_late(s):
    return s.order('awaiting-documents').save({'organisation.name': '深圳市乙有限公司'})


@case('PUT /v1/orders/{order}/application', 422)
def fill_in_nonsense(s):
    order = s.order('draft')
    answer = order.save({'shoe.size': '44'})
    assert answer.json['errors'][0]['code'] == 'unknown-field'
    return answer


def sheet_case(name):
    @case(f'GET /v1/orders/{{order}}/{name}.pdf', 200)
    def sheet(s):
        order = s.order('awaiting-documents')
        answer = s.hall.call('GET', f'{order.path}/{name}.pdf', token=s.handler.token)
        assert answer.body.startswith(b'%PDF')
        return answer

    @case(f'GET /v1/orders/{{order}}/{name}.pdf', 409)
    def sheet_of_draft(s):
        return s.hall.call('GET', f'{s.order("draft").path}/{name}.pdf', token=s.handler.token)


sheet_case('form')
sheet_case('seal-sheet')
sheet_case('finance-note')


@case('GET /v1/orders/{order}/documents/{slot}', 200)
def file_back(s):
    order = s.order('awaiting-documents')
    picture = pictures.jpeg(90, 1654, 2339)
    assert order.upload('business_licence', picture, '营业执照.jpg').status == 200
    answer = s.hall.call('GET', order.path + '/documents/business_licence', token=s.handler.token)
    assert answer.body == picture and answer.media_type == 'image/jpeg'
    return answer


@case('PUT /v1/orders/{order}/documents/{slot}', 200)
def upload(s):
    order = s.order('awaiting-documents')
    answer = order.upload('business_licence')
    found = [document for document in answer.json['documents']
             if document['slot'] == 'business_licence']
    assert len(found) == 1 and found[0]['file_name'] == '扫描件.pdf' and found[0]['pages'] == 1
    return answer


@case('PUT /v1/orders/{order}/documents/{slot}', 404)
def upload_nowhere(s):
    """A slot of the other certificate type is none of this order."""
    return s.order('awaiting-documents').upload('subject_id_copy', pictures.jpeg(), 'a.jpg')


@case('PUT /v1/orders/{order}/documents/{slot}', 409)
def upload_too_early(s):
    return s.order('draft').upload('business_licence', pictures.jpeg(), 'a.jpg')


@case('PUT /v1/orders/{order}/documents/{slot}', 422)
def upload_nonsense(s):
    """What is wrong with each file, in the words of docs/findings.md."""
    order = s.order('awaiting-documents')
    for slot, file, name, code in (
            ('business_licence', b'', 'a.pdf', 'file-empty'),
            ('business_licence', b'GIF89a', 'a.gif', 'file-type'),
            ('business_licence', pictures.jpeg(), 'a.pdf', 'file-extension'),
            ('application_form', order.sheet('seal-sheet'), 'a.pdf', 'form-code-wants-form'),
            ('seal_capture_sheet', order.sheet('form'), 'a.pdf', 'form-code-wants-seal-sheet')):
        answer = order.upload(slot, file, name)
        assert answer.status == 422, (slot, name, answer)
        assert code in [error['code'] for error in answer.json['errors']], (code, answer)
    assert 'application_form' not in [d['slot'] for d in order.load()['documents']]
    return order.upload('business_licence', b'%PDF-1.4 cut', 'a.pdf')


@case('DELETE /v1/orders/{order}/documents/{slot}', 200)
def take_away(s):
    order = s.order('awaiting-documents').put('business_licence')
    answer = s.hall.call('DELETE', order.path + '/documents/business_licence',
                         token=s.handler.token)
    assert 'business_licence' not in [d['slot'] for d in answer.json['documents']]
    return answer


@case('DELETE /v1/orders/{order}/documents/{slot}', 409)
def take_away_late(s):
    return s.hall.call('DELETE', s.order('under-review').path + '/documents/business_licence',
                       token=s.handler.token)


@case('POST /v1/orders/{order}/events/{event}', 200)
def move(s):
    order = s.order('draft', fresh=True).fill()
    answer = order.send('confirm-info')
    assert answer.json['revision'] == 1 and answer.json['state'] == 'awaiting-documents'
    return answer


@case('POST /v1/orders/{order}/events/{event}', 403)
def move_of_others(s):
    """Who may not, and what nobody may: events of the clock are no events here."""
    order = s.order('under-review')
    assert order.send('expire').status == 404
    assert order.send('pay-notify').status == 404
    assert order.send('start-production', who='zhizheng').status == 409
    return order.send('review-passed')


@case('POST /v1/orders/{order}/events/{event}', 409)
def move_at_wrong_time(s):
    decision_without_claim(s)
    return s.order('draft').send('resubmit')


@case('GET /v1/queue', 200)
def queue(s):
    order = s.order('under-review')
    for tab in ('review', 'all'):
        assert order.number in s.world.queue(tab)
    answer = s.hall.call('GET', '/v1/queue?tab=review', token=s.world.staff('shenhe'))
    assert answer.json['counts']['review'] >= 1
    fields = order.view['application']['fields']
    for text in (order.number, fields['organisation.name'][2:6], fields['handler.mobile'],
                 fields['organisation.uscc']):
        found = s.hall.expect(200, 'GET', '/v1/queue?limit=100&search=' + quote(text),
                              token=s.world.staff('shenhe')).json['orders']
        assert order.number in [row['number'] for row in found], text
    rows = s.hall.expect(200, 'GET', '/v1/queue?tab=all&limit=2', token=s.world.staff('shenhe')).json
    if len(rows['orders']) == 2:
        first, second = rows['orders']
        back = s.hall.expect(200, 'GET', '/v1/queue?tab=all&limit=1&direction=backward&cursor='
                             + second['cursor'], token=s.world.staff('shenhe')).json['orders']
        assert [row['number'] for row in back] == [first['number']]
    return answer


@case('GET /v1/queue', 304)
def queue_known(s):
    token = s.world.staff('shenhe')
    etag = s.hall.call('GET', '/v1/queue', token=token).etag
    return s.hall.call('GET', '/v1/queue', token=token, If_None_Match=etag)


@case('GET /v1/queue', 422)
def queue_without_tab(s):
    token = s.world.staff('shenhe')
    for query in ('cursor=nonsense', 'search=%E6%B7%B1', 'direction=up'):
        s.hall.expect(422, 'GET', '/v1/queue?' + query, token=token)
    return s.hall.call('GET', '/v1/queue?tab=nothing', token=token)


@case('POST /v1/orders/{order}/claim', 200)
def claim(s):
    """Seen in the queue and in the order by colleagues, not by the handler; renewed by the same call."""
    order = s.order('under-review', fresh=True)
    answer = s.hall.call('POST', order.path + '/claim', token=s.world.staff('shenhe'))
    assert answer.json['claimed_by'] == 'shenhe' and answer.json['claim_expires_at']
    assert order.staff_view('chuna')['claimed_by'] == 'shenhe'
    rows = s.hall.expect(200, 'GET', '/v1/queue?search=' + order.number,
                         token=s.world.staff('chuna')).json['orders']
    assert rows[0]['claimed_by'] == 'shenhe'
    assert order.number in s.world.queue('mine', 'shenhe')
    assert order.number not in s.world.queue('mine', 'guanli')
    assert 'claimed_by' not in order.load()
    s.hall.expect(200, 'POST', order.path + '/claim', token=s.world.staff('shenhe'))
    order.move('review-passed', 'fin-auth-pending', who='shenhe')
    assert 'claimed_by' not in order.staff_view()
    return answer


def decision_without_claim(s):
    """An order that lies free is decided by nobody; who has it on the desk may."""
    order = s.order('under-review', fresh=True)
    token = s.world.staff('shenhe')
    order.judge()
    s.hall.expect(204, 'DELETE', order.path + '/claim', token=token)
    answer = s.hall.call('POST', order.path + '/decision', {'decision': 'review-passed'}, token,
                         If_Match=order.etag)
    assert answer.json['type'] == 'urn:certhall:problem:claimed'
    assert order.load()['state'] == 'under-review'
    return answer


@case('POST /v1/orders/{order}/claim', 409)
def claim_claimed(s):
    """Nor can a colleague decide; what is not a decision of the review goes on."""
    order = s.order('under-review', fresh=True)
    s.hall.expect(200, 'POST', order.path + '/claim', token=s.world.staff('shenhe'))
    for answer in (order.decide('review-passed', 'guanli'),
                   s.hall.call('POST', order.path + '/claim', token=s.world.staff('guanli'))):
        assert answer.status == 409 and 'shenhe' in answer.json['detail']
        assert answer.json['type'] == 'urn:certhall:problem:claimed'
    s.hall.expect(204, 'DELETE', order.path + '/claim', token=s.world.staff('guanli'))
    s.hall.expect(200, 'POST', order.path + '/claim', token=s.world.staff('guanli'))
    s.hall.expect(204, 'DELETE', order.path + '/claim', token=s.world.staff('guanli'))
    return answer


@case('DELETE /v1/orders/{order}/claim', 204)
def release(s):
    order = s.order('under-review')
    token = s.world.staff('shenhe')
    s.hall.expect(200, 'POST', order.path + '/claim', token=token)
    s.hall.expect(204, 'DELETE', order.path + '/claim', token=token)
    assert 'claimed_by' not in order.staff_view()
    return s.hall.call('DELETE', order.path + '/claim', token=token)


@case('DELETE /v1/orders/{order}/claim', 409)
def release_of_others(s):
    order = s.order('under-review', fresh=True)
    s.hall.expect(200, 'POST', order.path + '/claim', token=s.world.staff('shenhe'))
    return s.hall.call('DELETE', order.path + '/claim', token=s.world.staff('chuna'))


@case('GET /v1/orders/{order}/second-look', 200)
def second_look(s):
    """The same organisation, with the same form and account twice: each is told of the other."""
    first = s.order('under-review', fresh=True)
    second = s.order('under-review', fresh=True)
    answer = s.hall.call('GET', second.path + '/second-look', token=s.world.staff('shenhe'))
    found = [(item['kind'], item['order']) for item in answer.json['duplicates']]
    assert any(kind == 'in-process' for kind, _ in found), found
    assert all(number != second.number for _, number in found), found
    assert len(found) <= 15 and first.number != second.number
    assert answer.json['changes']['fields'] == []
    return answer


@case('GET /v1/orders/{order}/notes', 200)
def no_notes(s):
    answer = s.hall.call('GET', s.order('draft', fresh=True).path + '/notes',
                         token=s.world.staff('chuna'))
    assert answer.json['notes'] == []
    return answer


@case('POST /v1/orders/{order}/notes', 201)
def note(s):
    """Whatever the applicant asks, the note is in no answer."""
    order = s.order('under-review')
    answer = s.hall.call('POST', order.path + '/notes', {'note': '内部：再核对一次法人'},
                         s.world.staff('shenhe'))
    assert answer.json['notes'][-1]['who'] == 'shenhe'
    assert answer.json['notes'][-1]['text'] == '内部：再核对一次法人'
    for path in ('', '/form.pdf', '/seal-sheet.pdf', '/documents/business_licence', '/notes'):
        body = s.hall.call('GET', order.path + path, token=s.handler.token).body
        assert '再核对'.encode() not in body, path
    for path in ('/v1/orders', '/v1/account', '/v1/practice/messages', '/v1/hall'):
        assert '再核对'.encode() not in s.hall.call('GET', path, token=s.handler.token).body, path
    return answer
