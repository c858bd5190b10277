# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cases of a review: verdicts, the letter, and the decision that can be undone.

from cases import case

MARK = {'page': 1, 'x': 5000, 'y': 6000, 'width': 2500, 'height': 1000}
BACK = {'place': 'business_licence', 'verdict': 'returned',
        'returns': [{'code': 'L02', 'place': 'business_licence', 'text': '右下角反光', 'mark': MARK}]}


def judge(s, order, *returned, who='shenhe'):
    """Everything is accepted but what is @returned. Returns the answer as it is."""
    token = s.world.staff(who)
    places = s.hall.expect(200, 'GET', order.path + '/verdicts', token=token).json['places']
    named = {verdict['place'] for verdict in returned}
    verdicts = [{'place': place, 'verdict': 'accepted'} for place in places if place not in named]
    order.load()
    return s.hall.call('PUT', order.path + '/verdicts', {'verdicts': [*verdicts, *returned]}, token,
                       If_Match=order.etag)


@case('GET /v1/orders/{order}/verdicts', 200)
def no_verdicts(s):
    answer = s.hall.call('GET', s.order('under-review', fresh=True).path + '/verdicts',
                         token=s.world.staff('chuna'))
    assert answer.json['verdicts'] == [] and 'decision' not in answer.json
    assert {'application_form', 'handler_auth', 'organisation.name'} <= set(answer.json['places'])
    assert 'payment_voucher' not in answer.json['places']
    return answer


@case('PUT /v1/orders/{order}/verdicts', 200)
def verdicts(s):
    """The decision follows; what is kept comes back as it was, and the handler never sees it."""
    order = s.order('under-review', fresh=True)
    assert judge(s, order).json['decision'] == 'review-passed'
    answer = judge(s, order, BACK)
    assert answer.json['decision'] == 'review-rejected'
    kept = answer.json['verdicts'][-1]['returns'][0]
    assert kept['mark'] == MARK and kept['text'] == '右下角反光'
    assert order.staff_view()['claimed_by'] == 'shenhe'
    assert '反光' not in str(order.load())
    return answer


@case('PUT /v1/orders/{order}/verdicts', 409)
def verdicts_too_late(s):
    return judge(s, s.order('accepted'))


@case('PUT /v1/orders/{order}/verdicts', 422)
def bad_verdicts(s):
    order = s.order('under-review', fresh=True)
    for wrong in ({'place': 'business_licence', 'verdict': 'returned'},
                  {'place': 'business_licence', 'verdict': 'perhaps'},
                  dict(BACK, verdict='accepted'), dict(BACK, place='application_form')):
        assert judge(s, order, wrong).status == 422, wrong
    for mark in (dict(MARK, x=9000), dict(MARK, page=7), dict(MARK, width=0)):
        wrong = dict(BACK, returns=[dict(BACK['returns'][0], mark=mark)])
        assert judge(s, order, wrong).status == 422, mark
    wrong = dict(BACK, returns=[{'code': 'F01', 'place': 'business_licence'}])
    return judge(s, order, wrong)


@case('GET /v1/orders/{order}/letter', 200)
def letter(s):
    order = s.order('under-review', fresh=True)
    judge(s, order, BACK)
    answer = s.hall.call('GET', order.path + '/letter', token=s.world.staff('shenhe'))
    assert order.number in answer.json['before'] and '办理：' in answer.json['after']
    assert '右下角反光' in answer.json['text'] and answer.json['max_chars'] == 300
    return answer


@case('GET /v1/orders/{order}/letter', 409)
def nothing_to_write(s):
    return s.hall.call('GET', s.order('under-review', fresh=True).path + '/letter',
                       token=s.world.staff('shenhe'))


@case('POST /v1/orders/{order}/decision', 200)
def decision(s):
    """Held, then sent: the handler hears of it when it leaves, in the reviewer's words."""
    order = s.order('under-review', fresh=True)
    judge(s, order, BACK)
    answer = order.decide('review-rejected', text='执照反光，请重新扫描。')
    assert answer.json['held_by'] == 'shenhe' and answer.json['held_event'] == 'review-rejected'
    assert not {'approve', 'reject'} & set(answer.json['actions'])
    assert answer.etag == order.etag
    seen = order.load()
    assert seen['state'] == 'under-review' and 'held_by' not in seen and 'letter' not in seen
    view = order.wait_state('rejected')
    assert '执照反光，请重新扫描。' in view['letter'] and view['returns'][0]['mark'] == MARK
    s.world.wait_message('', order.number + ' 未通过。原因：执照反光，请重新扫描。 办理：')
    return answer


@case('POST /v1/orders/{order}/decision', 409)
def other_decision(s):
    order = s.order('under-review', fresh=True)
    judge(s, order, BACK)
    assert order.decide('review-passed').status == 409
    assert order.decide('review-rejected').status == 200
    assert order.decide('review-passed', 'guanli').status == 409
    return order.decide('review-rejected')


@case('POST /v1/orders/{order}/decision', 422)
def undecided(s):
    order = s.order('under-review', fresh=True)
    for wrong in ({'decision': 'ship'}, {'decision': 'review-passed', 'more': 1}, {}):
        s.hall.expect(422, 'POST', order.path + '/decision', wrong, s.world.staff('shenhe'),
                      If_Match=order.etag)
    answer = order.decide('review-passed')
    assert {error['code'] for error in answer.json['errors']} == {'not-judged'}
    judge(s, order, BACK)
    for text in ('长' * 301, '两\n行', ' '):
        assert order.decide('review-rejected', text=text).status == 422, text
    return answer


@case('DELETE /v1/orders/{order}/decision', 200)
def undo(s):
    order = s.order('under-review', fresh=True)
    judge(s, order)
    order.decide('review-passed')
    s.hall.expect(403, 'DELETE', order.path + '/decision', token=s.world.staff('guanli'))
    answer = s.hall.call('DELETE', order.path + '/decision', token=s.world.staff('shenhe'))
    assert 'held_by' not in answer.json and 'approve' in answer.json['actions']
    held_funds(s)
    events = [row[0] for row in s.sql('SELECT event FROM audit WHERE order_number = ? '
                                      'ORDER BY position', order.number)]
    assert events[-2:] == ['decision-held', 'decision-undone']
    return answer


@case('DELETE /v1/orders/{order}/decision', 409)
def nothing_to_undo(s):
    return s.hall.call('DELETE', s.order('under-review').path + '/decision',
                       token=s.world.staff('shenhe'))


@case('POST /v1/orders/{order}/events/{event}', 422)
def review_without_verdicts(s):
    """The plain event of a review says what to do, and an empty draft is not confirmed."""
    order = s.order('under-review', fresh=True)
    s.hall.expect(200, 'POST', order.path + '/claim', token=s.world.staff('shenhe'))
    assert order.judge().status == 200
    for event, body in (('review-passed', {}), ('review-rejected', {'returns': BACK['returns']})):
        answer = order.send(event, body, 'shenhe')
        assert answer.status == 422, (event, answer)
        assert answer.json['errors'][0]['code'] == 'not-judged', answer
    assert order.load()['state'] == 'under-review'
    answer = s.order('draft', fresh=True).send('confirm-info')
    fields = {error['field'] for error in answer.json['errors']}
    assert {'organisation.name', 'handler.mobile', 'basic_account.account_no'} <= fields
    return answer


def held_funds(s):
    """The cashier's decisions wait too, stand in the way of others', and can be undone."""
    order = s.order('payment-verifying', 'transfer', fresh=True)
    chuna = s.world.staff('chuna')
    back = {'returns': [{'code': 'Y04', 'place': 'payment_voucher'}]}
    answer = order.send('funds-rejected', back, 'chuna')
    assert answer.json['held_event'] == 'funds-rejected' and answer.etag == order.etag
    assert not {'confirm-funds', 'reject-funds', 'approve'} & set(answer.json['actions'])
    assert order.load()['state'] == 'payment-verifying' and 'held_by' not in order.view
    assert order.send('funds-confirmed', order.funds(), 'guanli').status == 409
    s.hall.expect(403, 'DELETE', order.path + '/decision', token=s.world.staff('guanli'))
    answer = s.hall.expect(200, 'DELETE', order.path + '/decision', token=chuna)
    assert 'held_by' not in answer.json and 'reject-funds' in answer.json['actions']
    assert order.send('funds-rejected', {'returns': []}, 'chuna').status == 422
    order.move('funds-rejected', 'rejected', back, 'chuna')
