# SPDX-License-Identifier: GPL-3.0-or-later
#
# certhallctl apply against a real practice hall: what it files, where it stops, how it goes on.

import os
import subprocess
import sys
import time

from hall import CTL, Hall, pdf

import tap

LICENCE = 'business_licence'
SUBJECT = 'subject_id_copy'


def lines_of(number, documents, registered=True, paid='paid', state='under-review', revision=1):
    """All that a run from the beginning says."""
    return (['registered'] if registered else []) + [
        f'order {number}', 'application', f'confirmed {revision}',
        *(f'document {slot}' for slot in documents),
        f'documents {len(documents)}/{len(documents)}', 'verified', paid, 'submitted',
        f'{number} {state}']


def only_order(hall, state=None):
    orders = hall.orders()
    assert len(orders) == 1, orders
    assert state is None or orders[0][1] == state, orders
    return orders[0][0]


def test_files_both_types(_context):
    with Hall() as hall:
        documents = hall.documents(LICENCE, SUBJECT)
        for name, mobile, slots in (
                ('organisation', '13900000001',
                 ['application_form', LICENCE, 'seal_capture_sheet']),
                ('organisation-person', '13900000002',
                 ['application_form', LICENCE, 'seal_capture_sheet', SUBJECT])):
            out, err = hall.apply(hall.application(name), documents, mobile)
            number = hall.orders()[-1][0]
            assert out.splitlines() == lines_of(number, slots), out
            assert err.splitlines() == [
                f'notice: practice hall: the printed sheet is handed in as {slot}, '
                'without signature and seal.' for slot in ('application_form',
                                                           'seal_capture_sheet')], err
        states = [order[1:] for order in hall.orders()]
        assert states == [('under-review', 'organisation'),
                          ('under-review', 'organisation-person')], states
        consents = hall.query('SELECT COUNT(*) FROM consents')[0][0]
        assert consents == 2 * 6, consents


def test_again_is_no_second_order(_context):
    with Hall() as hall:
        args = (hall.application(), hall.documents(LICENCE), '13900000001')
        hall.apply(*args)
        entries = hall.query('SELECT COUNT(*) FROM audit')
        out, err = hall.apply(*args)
        number = only_order(hall, 'under-review')
        assert out.splitlines() == [f'order {number}', 'confirmed 1', 'documents 3/3', 'verified',
                                    'paid', 'submitted', f'{number} under-review'], out
        assert err == '', err
        assert hall.query('SELECT COUNT(*) FROM audit') == entries


def test_alipay(_context):
    with Hall() as hall:
        hall.apply(hall.application(), hall.documents(LICENCE), '13900000001', '--pay',
                   'sandbox-alipay')
        assert hall.query('SELECT channel, state FROM payments') == [('alipay', 'paid')]


def test_usage(_context):
    with Hall() as hall:
        application, documents = hall.application(), hall.documents()
        full = hall.apply_args(application, documents, '13900000001')
        empty = hall.put('empty', '\n')
        for args, says in (
                (full[:2], 'an argument is missing'),
                (full[:3], 'the option “--documents” is needed'),
                (full[:5], 'the option “--hall” is needed'),
                (full[:7], 'the option “--mobile” is needed'),
                (full[:9], 'the option “--password-file” is needed'),
                (full + ['--pay', 'gold'], '“gold” is no way to pay'),
                (full + ['--mobile', '1'], 'the option “--mobile” is given twice'),
                (full[:4] + [documents + '/no'] + full[5:], 'there is no folder'),
                (full[:10] + [documents + '/no'], 'cannot read'),
                (full[:10] + [empty], 'has no password in its first line'),
                ([CTL, 'apply', documents + '/no.json'] + full[3:], 'cannot read')):
            out, err = hall.run(args, 2)
            assert out == '' and err.startswith('certhallctl apply: '), err
            assert says in err and err.count('\n') == 1, err
        assert hall.orders() == []


def test_refused_application(_context):
    with Hall() as hall:
        documents = hall.documents(LICENCE)
        out, err = hall.apply(
            hall.application(organisation__uscc='91999999MA0000023Z', handler__email='nobody'),
            documents, '13900000001', code=1)
        assert out == 'registered\n', out
        places = [line.split(': ')[:2] for line in err.splitlines()]
        assert places == [['organisation.uscc', 'uscc-character'],
                          ['handler.email', 'email-format']], err
        assert hall.orders() == []
        bad = hall.put('bad.json', '{"project": "yinuo-bidding"')
        _, err = hall.apply(bad, documents, '13900000001', code=1)
        assert err.count('\n') == 1 and 'bad.json' in err, err


def test_wrong_password(_context):
    with Hall() as hall:
        args = (hall.application(), hall.documents(), '13900000001')
        hall.apply(*args, code=1)
        hall.put('password', 'Other12345\n')
        out, err = hall.apply(*args, code=1)
        assert out == '', out
        assert err.startswith('mobile: sign-in-wrong: '), err
        hall.put('password', 'short\n')
        _, err = hall.apply(args[0], args[1], '13900000002', code=1)
        assert err.startswith('password: password-weak: '), err


def test_missing_document(_context):
    with Hall() as hall:
        args = (hall.application(), hall.documents(), '13900000001')
        out, err = hall.apply(*args, code=1)
        number = only_order(hall, 'awaiting-documents')
        assert out.splitlines()[-2:] == ['document application_form',
                                         'document seal_capture_sheet'], out
        assert err.splitlines()[-1].startswith(f'{LICENCE}: document-missing: '), err
        hall.put(f'documents/{LICENCE}.jpg', pdf())
        _, err = hall.apply(*args, code=1)
        assert err.startswith(f'{LICENCE}: file-extension: '), err
        os.remove(hall.path('documents', f'{LICENCE}.jpg'))
        hall.put(f'documents/{LICENCE}.pdf', b'no document')
        _, err = hall.apply(*args, code=1)
        assert err.startswith(f'{LICENCE}: file-type: '), err
        hall.documents(LICENCE)
        out, _ = hall.apply(*args)
        assert out.splitlines() == [
            f'order {number}', 'confirmed 1', f'document {LICENCE}', 'documents 3/3', 'verified',
            'paid', 'submitted', f'{number} under-review'], out
        only_order(hall, 'under-review')


def test_changed_application(_context):
    """Before payment the file counts: the fields are opened, and the form is printed anew."""
    with Hall() as hall:
        documents = hall.documents()
        hall.apply(hall.application(), documents, '13900000001', code=1)
        number = only_order(hall, 'awaiting-documents')
        hall.documents(LICENCE)
        out, _ = hall.apply(hall.application(organisation__address='广东省深圳市南山区测试路2号'),
                            documents, '13900000001')
        assert out.splitlines() == [
            f'order {number}', 'confirmed 1', 'application', 'confirmed 2',
            'document application_form', f'document {LICENCE}', 'documents 3/3', 'verified',
            'paid', 'submitted', f'{number} under-review'], out
        only_order(hall, 'under-review')


def test_another_certificate(_context):
    """Another organisation is another order, in the same account."""
    with Hall() as hall:
        documents = hall.documents(LICENCE)
        hall.apply(hall.application(), documents, '13900000001')
        hall.apply(hall.application(organisation__uscc='91350100M000100Y43',
                                    invoice__tax_no='91350100M000100Y43'), documents,
                   '13900000001')
        assert [order[1] for order in hall.orders()] == ['under-review'] * 2


def test_transfer(_context):
    with Hall() as hall:
        args = (hall.application(), hall.documents(LICENCE), '13900000001', '--pay', 'transfer')
        _, err = hall.apply(*args, code=1)
        number = only_order(hall, 'awaiting-payment')
        lines = err.splitlines()[-2:]
        assert lines[0].startswith('payment_voucher: document-missing: '), err
        assert lines[1].startswith('next: transfer 900.00 yuan to '), err
        hall.documents('payment_voucher')
        out, err = hall.apply(*args)
        assert out.splitlines()[-4:] == ['document payment_voucher', 'voucher', 'submitted',
                                         f'{number} payment-verifying'], out
        assert err == '', err


def test_own_pictures(_context):
    """Pictures among the documents are the ones the phone takes."""
    with Hall() as hall:
        documents = hall.documents(LICENCE)
        hall.apply(hall.application(), documents, '13900000001')
        number = only_order(hall)
        token = hall.staff('shenhe')
        drawn = {id: hall.call('GET', f'/v1/orders/{number}/captures/{id}', token=token)
                 for id in ('id-portrait', 'id-emblem', 'action-1', 'action-2', 'action-3')}
        assert all(picture[:3] == b'\xff\xd8\xff' for picture in drawn.values())
        assert drawn['id-portrait'] != drawn['id-emblem']
        hall.put('documents/id_front.jpg', drawn['action-3'])
        hall.put('documents/id_back.jpeg', drawn['action-2'])
        hall.put('documents/frame_1.jpg', drawn['id-portrait'])
        hall.apply(hall.application(), documents, '13900000002')
        other = hall.orders()[1][0]
        for id, source in (('id-portrait', 'action-3'), ('id-emblem', 'action-2'),
                           ('action-1', 'id-portrait')):
            picture = hall.call('GET', f'/v1/orders/{other}/captures/{id}', token=token)
            assert picture == drawn[source], id


def test_returned(_context):
    """What the reviewer returned is said; what was corrected is handed in again."""
    with Hall() as hall:
        args = (hall.application(), hall.documents(LICENCE), '13900000001')
        hall.apply(*args)
        number = only_order(hall)
        hall.send_back('shenhe', number, {'code': 'L02', 'place': LICENCE, 'text': '缺一角'})
        hall.put(f'documents/{LICENCE}.pdf', pdf('a better one'))
        out, err = hall.apply(*args)
        assert out.splitlines() == [
            f'order {number}', 'confirmed 1', 'documents 3/3', 'verified', 'paid',
            f'document {LICENCE}', 'submitted', f'{number} under-review'], (out, err)
        only_order(hall, 'under-review')


def test_killed_at_each_step(_context):
    """Ended after any line it says, and begun again: one order, paid once."""
    with Hall() as hall:
        documents = hall.documents(LICENCE)
        for n_lines in range(12):
            mobile = f'139000001{n_lines:02}'
            args = hall.apply_args(hall.application(), documents, mobile)
            with subprocess.Popen(args, env=hall.env, stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL) as run:
                for _ in range(n_lines):
                    assert run.stdout.readline() != b''
                time.sleep(0.002 * (n_lines % 4) if n_lines else 0.1)
                run.kill()
            out, _ = hall.run(args, 0)
            orders = hall.orders()
            assert len(orders) == n_lines + 1, orders
            assert out.splitlines()[-1] == f'{orders[-1][0]} under-review', out
        paid = hall.query("SELECT order_number FROM payments WHERE state = 'paid'")
        assert len(paid) == len(set(paid)) == 12, paid
        counted = hall.query("SELECT payment FROM payment_notices WHERE verdict = 'counted'")
        assert len(counted) == len(set(counted)) == 12, counted


def test_two_at_once(_context):
    """Begun twice at the same moment, they file one order between them."""
    with Hall() as hall:
        hall.apply(hall.application(handler__email='nobody'), hall.documents(LICENCE),
                   '13900000001', code=1)
        args = hall.apply_args(hall.application(), hall.documents(LICENCE), '13900000001')
        runs = [subprocess.Popen(args, env=hall.env, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE) for _ in range(2)]
        said = [run.communicate(timeout=60) for run in runs]
        assert 0 in [run.returncode for run in runs], said
        number = only_order(hall, 'under-review')
        assert hall.query("SELECT COUNT(*) FROM payment_notices WHERE verdict = 'counted'") == [
            (1,)], number


def test_waits_for_the_hall(_context):
    """A hall that comes a little later is no failure."""
    with Hall() as hall:
        hall.stop()
        args = hall.apply_args(hall.application(), hall.documents(LICENCE), '13900000001')
        with subprocess.Popen(args, env=hall.env, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as run:
            said = run.stderr.readline()
            assert b'Trying for up to a minute' in said, said
            hall.start()
            out, err = run.communicate(timeout=60)
        assert run.returncode == 0, err
        assert out.endswith(b' under-review\n'), out


def test_chinese(_context):
    with Hall() as hall:
        hall.env['LC_ALL'] = 'zh_CN.UTF-8'
        out, err = hall.apply(hall.application(), hall.documents(), '13900000001', code=1)
        assert out.splitlines()[0] == 'registered', out
        assert f'{LICENCE}: document-missing: ' in err and '提示：' in err, err
        out, _ = hall.ctl('help', 'apply')
        assert '提交申请并上传资料' in out and '--password-file' in out, out


if __name__ == '__main__':
    tap.run(tap.tests_of(sys.modules[__name__]), None)
