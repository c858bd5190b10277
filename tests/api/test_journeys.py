# SPDX-License-Identifier: GPL-3.0-or-later
#
# Whole lives of orders over HTTP, as handlers and staff live them. Arguments: certhalld, the source
# folder.

import os
import sys
import time

import tap
from contract import Contract
from hall_process import HallProcess
from people import PASSWORD, World

ACCOUNT = 'basic_account.account_no'
GOOD_ACCOUNT = '755900000010101'


class Journeys:
    def __init__(self, program, source_folder):
        contract = Contract(os.path.join(source_folder, 'data', 'openapi.yaml'))
        self.hall = HallProcess(program, contract)
        self.world = World(self.hall, source_folder)
        self.handler = self.world.register()

    def close(self):
        self.hall.close()

    def pin_in_remark(self, account):
        """What finance reads in the remark of the transfer."""
        return self.world.wait_message(account, r'^证书PIN码(\d{8})$').group(1)


def returned(*places):
    return {'returns': [{'code': code, 'place': place} for code, place in places]}


def events(order):
    return [step['event'] for step in order.load()['timeline']]


def refuse(order, event, status, body=None, who=None):
    """The event must be refused, and nothing may have changed."""
    version = order.load()['version']
    answer = order.send(event, body, who)
    assert answer.status == status, (event, answer)
    assert order.load()['version'] == version
    return answer


def check_only_open(order, field, slot):
    """After a return, what was accepted cannot change, and what was returned must."""
    locked = order.save({'legal_rep.name': '赵六'})
    assert locked.status == 422 and locked.json['errors'][0]['code'] == 'field-locked'
    assert order.upload('seal_capture_sheet').status == 409
    refused = refuse(order, 'resubmit', 422)
    assert {error['field'] for error in refused.json['errors']} >= {field, slot}
    assert {error['code'] for error in refused.json['errors']} == {'not-changed'}


def correct(order, field, slot):
    """The new value is confirmed and printed again; one place alone is not enough."""
    assert order.save({field: '广东省深圳市南山区测试路2号'}).status == 200
    order.move('confirm-info', 'rejected')
    assert 'document-outdated' in [error['code'] for error in
                                   refuse(order, 'resubmit', 422).json['errors']]
    order.put('application_form')
    assert {error['field'] for error in refuse(order, 'resubmit', 422).json['errors']} == {slot}
    order.put(slot)
    order.move('resubmit', 'under-review')
    look = order.hall.expect(200, 'GET', order.path + '/second-look',
                             token=order.world.staff('shenhe')).json
    assert [change['field'] for change in look['changes']['fields']] == [field], look
    assert slot in look['changes']['documents'], look
    assert order.view['revision'] == 2 and order.view['returns'] == []


def fail_and_repeat_bank_proof(order):
    """The transfer comes back; another account is typed in; the PIN of the first was never read."""
    order.review('review-passed')
    order.wait_state('fin-auth-failed')
    assert order.view['bank_reason'] == 'B01' and order.view['account_tries_left'] == 3
    refuse(order, 'resubmit-account', 422, {'fields': {'organisation.name': '别的公司'}})
    assert order.send('resubmit-account', {'fields': {ACCOUNT: GOOD_ACCOUNT}}).status == 200
    order.wait_state('accepted')
    assert order.view['fin_auth'] == 'succeeded'


def live(j, certificate_type, recipient):
    order = j.handler.begin(certificate_type)
    order.advance('under-review', 'alipay', **{ACCOUNT: '755900000014444'})
    assert order.number in j.world.queue('review')
    field, slot = 'organisation.address', 'business_licence'
    order.move('review-rejected', 'rejected', returned(('L03', field), ('L02', slot)), 'shenhe')
    assert [(r['code'], r['place']) for r in order.view['returns']] == [('L03', field),
                                                                       ('L02', slot)]
    check_only_open(order, field, slot)
    correct(order, field, slot)
    fail_and_repeat_bank_proof(order)
    pin = j.pin_in_remark(GOOD_ACCOUNT)
    assert order.view['pin']['way'] == 'remark' and order.view['pin']['recipient'] == recipient
    order.advance('shipped')
    assert order.view['tracking_number'] == 'SF1234567890'
    order.move('complete', 'completed')
    assert pin not in str(order.view) and pin not in j.hall.read_log()
    assert events(order) == [
        'create', 'confirm-info', 'documents-complete', 'auth-passed', 'pay-notify',
        'review-rejected', 'confirm-info', 'resubmit', 'review-passed', 'transfer-failed',
        'resubmit-account', 'transfer-ok', 'start-production', 'ship', 'complete']


def test_organisation_to_its_end(j):
    live(j, 'organisation', 'finance')


def test_person_to_its_end(j):
    live(j, 'organisation-person', 'finance')


def test_transfer_with_voucher(j):
    """Money and documents are looked at in either order; the PIN comes by SMS."""
    for certificate_type, mobile, recipient in (
            ('organisation', '13800138000', 'handler'),
            ('organisation-person', '13700137000', 'subject-person')):
        order = j.handler.begin(certificate_type).advance('payment-verifying', 'transfer')
        assert order.number in j.world.queue('funds') and order.number in j.world.queue('review')
        refuse(order, 'funds-confirmed', 422, {'amount_fen': 1, 'payer': '别的公司'}, 'chuna')
        refuse(order, 'funds-confirmed', 422, dict(order.funds(), amount_fen=89999), 'chuna')
        refuse(order, 'funds-confirmed', 422, dict(order.funds(), payer='别的公司'), 'chuna')
        if recipient == 'handler':
            order.move('funds-confirmed', 'under-review', order.funds(), 'chuna')
            order.move('review-passed', 'accepted', who='shenhe')
        else:
            order.move('review-passed', 'payment-verifying', who='shenhe')
            order.move('funds-confirmed', 'accepted', order.funds(), 'chuna')
        assert order.view['fin_auth'] == 'not-required'
        assert order.view['pin']['recipient'] == recipient and order.view['pin']['way'] == 'sms'
        j.hall.expect(409, 'GET', f'{order.path}/finance-note.pdf', token=j.handler.token)
        j.world.wait_message(mobile, f'业务单 {order.number} 的证书 PIN 码为 \\d{{8}}')
        order.advance('completed')


STAFF = ('guanli', 'shenhe', 'chuna', 'zhizheng')
LOOKS = ('', '/notes', '/second-look', '/verdicts', '/letter')
LISTS = ('/v1/queue?tab=all&limit=100', '/v1/production?tab=production&limit=100',
         '/v1/production?tab=shipping&limit=100', '/v1/statement-lines', '/v1/refunds', '/v1/bank-formats',
         '/v1/admin/ledger', '/v1/admin/claims', '/v1/admin/statistics', '/v1/admin/staff')


def columns_with(world, text):
    """Where it stands in the hall's database, in whatever table."""
    found = []
    with world.database() as database:
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for row in database.execute(f'SELECT * FROM "{table}"'):
                found += [(table, value) for value in row if text in str(value)]
    return found


def wait_delivered(j, order):
    """Until nothing waits to be sent for the order; what was sent has been emptied."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with j.world.database() as database:
            rows = database.execute('SELECT state, length(payload_sealed) FROM outbox '
                                    'WHERE order_number = ?', (order.number,)).fetchall()
        if {state for state, _ in rows} <= {'done', 'failed'}:
            assert len({length for _, length in rows}) == 1, rows
            return
        time.sleep(0.2)
    raise AssertionError(rows)


def test_pin_is_nowhere(j):
    """Delivered by the rule, to the handler's phone or in a remark; after that nobody of the staff can
    read it, by any route, in the log, the trail or the files of the hall."""
    by_phone = j.handler.begin().advance('payment-verifying', 'transfer')
    by_phone.review('review-passed')
    by_phone.move('funds-confirmed', 'accepted', by_phone.funds(), 'chuna')
    in_remark = j.handler.begin().advance('under-review', **{ACCOUNT: '755900000020202'})
    in_remark.advance('accepted')
    pins = ((by_phone, j.world.wait_message('13800138000', f'业务单 {by_phone.number} 的证书 PIN 码为 '
                                            r'(\d{8})').group(1)),
            (in_remark, j.pin_in_remark('755900000020202')))
    for order, pin in pins:
        wait_delivered(j, order)
        order.advance('in-production')
        for name in STAFF:
            token = j.world.staff(name)
            for path in (*(order.path + look for look in LOOKS), *LISTS):
                answer = j.hall.call('GET', path, token=token)
                assert pin.encode() not in answer.body, (name, path)
        assert pin not in str(order.load()) and pin not in j.hall.read_log()
        assert columns_with(j.world, pin) == []
        for name in ('hall.db', 'hall.db-wal'):
            with open(os.path.join(j.hall.folder, name), 'rb') as file:
                assert pin.encode() not in file.read(), name


def test_voucher_returned_by_the_cashier(j):
    """Only the voucher opens; the papers stay as they are; no second payment is asked for."""
    order = j.handler.begin().advance('payment-verifying', 'transfer')
    refuse(order, 'funds-rejected', 422, returned(('F01', 'application_form')), 'chuna')
    order.move('funds-rejected', 'rejected', returned(('Y04', 'payment_voucher')), 'chuna')
    assert order.view['payment'] == 'voucher-rejected'
    assert order.upload('business_licence').status == 409
    refuse(order, 'resubmit', 422)
    order.put('payment_voucher')
    order.move('resubmit', 'payment-verifying')
    order.move('funds-confirmed', 'under-review', order.funds(), 'chuna')


def test_another_way_than_the_face(j):
    """Asked for by the handler, recorded by a reviewer with a note, never by the handler alone."""
    order = j.handler.begin().advance('awaiting-handler-auth')
    refuse(order, 'auth-passed', 422, {'note': '视频核验'}, 'shenhe')
    j.hall.expect(200, 'PUT', order.path + '/alternative-auth', {'note': '请视频核验'},
                  j.handler.token)
    assert order.number in j.world.queue('auth')
    assert order.staff_view('shenhe')['alternative_note'] == '请视频核验'
    refuse(order, 'auth-passed', 403, {'note': '我自己'})
    refuse(order, 'auth-passed', 422, {}, 'shenhe')
    order.move('auth-passed', 'awaiting-payment', {'note': '视频核验一致，工号 12'}, 'shenhe')
    assert order.view['handler_auth'] == 'passed'
    assert order.number not in j.world.queue('auth')


def test_identity_returned(j):
    """The handler is verified anew; the pictures of the first time are not shown any more."""
    order = j.handler.begin().advance('under-review')
    order.move('review-rejected', 'rejected', returned(('H01', 'handler_auth')), 'shenhe')
    assert order.view['handler_auth'] == 'none'
    refuse(order, 'resubmit', 422)
    order.authenticate()
    assert order.state == 'rejected' and order.view['handler_auth'] == 'passed'
    order.move('resubmit', 'under-review')


def test_refund(j):
    """Until production begins; afterwards it is too late."""
    order = j.handler.begin().advance('accepted')
    order.move('request-refund', 'refund-pending')
    assert order.number in j.world.queue('refund') and order.view['payment'] == 'refunding'
    refuse(order, 'start-production', 409, who='zhizheng')
    refuse(order, 'refund-done', 403, who='shenhe')
    order.move('refund-done', 'refunded', {'note': '原路退回'}, 'chuna')
    assert order.view['payment'] == 'refunded' and order.view['actions'] == ['view']
    late = j.handler.begin().advance('in-production')
    refuse(late, 'request-refund', 409)


def test_refund_by_the_reviewer(j):
    order = j.handler.begin().advance('under-review')
    order.move('request-refund', 'refund-pending', {'note': '单位已撤销'}, 'shenhe')


def test_cancel(j):
    """Before payment only. The code and the link are dead, and nothing can be paid any more."""
    order = j.handler.begin().advance('awaiting-payment')
    bill = order.new_bill()
    order.move('cancel', 'cancelled')
    j.hall.expect(409, 'POST', f'/v1/cashier/{bill["id"]}/pay', {})
    refuse(order, 'confirm-info', 409)
    paid = j.handler.begin().advance('under-review')
    refuse(paid, 'cancel', 409)


def test_two_persons(j):
    """Who reviewed does not produce, even with both roles; switched off, they may."""
    guanli = j.world.staff('guanli')
    j.hall.expect(200, 'PUT', '/v1/practice/settings', {'two_person_rule': True}, guanli)
    order = j.handler.begin().advance('payment-verifying', 'transfer')
    order.move('funds-confirmed', 'under-review', order.funds(), 'guanli')
    order.move('review-passed', 'accepted', who='guanli')
    assert 'start-production' not in order.staff_view('guanli')['actions']
    assert 'start-production' in order.staff_view('zhizheng')['actions']
    refuse(order, 'start-production', 422, who='guanli')
    j.hall.expect(200, 'PUT', '/v1/practice/settings', {'two_person_rule': False}, guanli)
    order.move('start-production', 'in-production', who='guanli')
    j.hall.expect(200, 'PUT', '/v1/practice/settings', {'two_person_rule': True}, guanli)


def test_edit_after_printing(j):
    """Back to the draft: what was printed is void once the data differ, and only then."""
    order = j.handler.begin().advance('awaiting-payment')
    order.move('edit-info', 'draft')
    order.confirm()
    assert order.view['revision'] == 1 and all(d['current'] for d in order.view['documents'])
    order.move('documents-complete', 'awaiting-payment')
    order.move('edit-info', 'draft')
    assert order.save({'legal_rep.name': '王五'}).status == 200
    order.confirm()
    stale = [d['slot'] for d in order.view['documents'] if not d['current']]
    assert order.view['revision'] == 2 and stale == ['application_form']
    refuse(order, 'documents-complete', 422)
    old = j.handler.begin().fill().confirm().sheet('form')
    answer = order.upload('application_form', old)
    assert answer.json['errors'][0]['code'] == 'form-code-other-order'
    order.put('application_form')
    order.move('documents-complete', 'awaiting-payment')


def test_delivery_stays_open(j):
    """An accepted order still takes another address for the parcel, and nothing else."""
    order = j.handler.begin().advance('accepted')
    assert order.save({'delivery.detail_address': '测试路9号'}).status == 200
    assert order.save({'handler.name': '赵六'}).status == 422
    order.advance('in-production')
    assert order.save({'delivery.detail_address': '测试路8号'}).status == 409


def test_password_is_the_key(j):
    """Signed in anew, the handler finds the same orders."""
    order = j.handler.begin()
    token = j.hall.expect(201, 'POST', '/v1/sessions', {'mobile': j.handler.mobile,
                                                        'password': PASSWORD}).json['token']
    orders = j.hall.expect(200, 'GET', '/v1/orders?limit=1', token=token).json['orders']
    assert orders[0]['number'] == order.number


def main():
    journeys = Journeys(sys.argv[1], sys.argv[2])
    try:
        tap.run(tap.tests_of(sys.modules[__name__]), journeys)
    finally:
        journeys.close()


if __name__ == '__main__':
    main()
