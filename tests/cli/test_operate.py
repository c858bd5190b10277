# SPDX-License-Identifier: GPL-3.0-or-later
#
# What operators do with certhallctl on a hall's data folder: staff, and the audit trail.

import sys
import urllib.error

from hall import Hall

import tap

PRACTICE = ['chuna\tcashier\tactive\t',
            'guanli\treviewer,cashier,producer,auditor,administrator\tactive\t',
            'shenhe\treviewer\tactive\t', 'zhizheng\tproducer\tactive\t']


def add(hall, login, *roles, code=0, name='王丽'):
    roles = [word for role in roles for word in ('--role', role)]
    return hall.ctl('staff', 'add', login, '--name', name, *roles, '--password-file',
                    hall.path('password'), '--data', hall.data, code=code)


def sign_in(hall, login, password='Ab12345678'):
    try:
        return hall.call('POST', '/v1/staff-sessions', {'name': login, 'password': password})
    except urllib.error.HTTPError as error:
        error.close()
        return None


def test_staff(_context):
    """While the service runs: who is added can sign in, who is disabled no longer can."""
    with Hall() as hall:
        assert add(hall, 'wang.li', 'reviewer', 'cashier') == ('', '')
        out, _ = hall.ctl('staff', 'list', '--data', hall.data)
        expected = PRACTICE[:3] + ['wang.li\treviewer,cashier\tactive\t王丽'] + PRACTICE[3:]
        assert out.splitlines() == expected, out
        session = sign_in(hall, 'wang.li')
        assert session['roles'] == ['reviewer', 'cashier'], session
        hall.call('GET', '/v1/queue', token=session['token'])
        assert hall.ctl('staff', 'disable', 'wang.li', '--data', hall.data) == ('', '')
        assert sign_in(hall, 'wang.li') is None
        try:
            hall.call('GET', '/v1/queue', token=session['token'])
            raise AssertionError('the token is still good')
        except urllib.error.HTTPError as error:
            assert error.code == 401, error
            error.close()
        out, _ = hall.ctl('staff', 'list', '--data', hall.data)
        assert 'wang.li\treviewer,cashier\tdisabled\t王丽' in out.splitlines(), out


def test_staff_refused(_context):
    with Hall() as hall:
        hall.stop()
        for args, code, says in (
                (('shenhe', 'reviewer'), 1, 'there is a “shenhe” among the staff already'),
                (('wang', 'handler'), 2, 'there is no role “handler”'),
                (('wang', 'provider'), 2, 'there is no role “provider”'),
                (('wang',), 2, 'the option “--role” is needed'),
                (('王', 'reviewer'), 2, '“王” is no login')):
            out, err = add(hall, *args, code=code)
            assert out == '' and says in err and err.count('\n') == 1, err
        hall.put('password', 'short\n')
        _, err = add(hall, 'wang', 'reviewer', code=1)
        assert err.startswith('password: password-weak: '), err
        _, err = hall.ctl('staff', 'disable', 'nobody', '--data', hall.data, code=1)
        assert 'there is no “nobody” among the staff' in err, err
        _, err = hall.ctl('staff', 'list', code=2)
        assert 'the option “--data” is needed' in err, err
        _, err = hall.ctl('staff', 'list', '--data', hall.path('home'), code=2)
        assert 'there is no hall in the folder' in err, err
        _, err = hall.ctl('staff', 'frob', code=2)
        assert 'there is no command “staff frob”' in err, err
        out, _ = hall.ctl('staff', 'list', '--data', hall.data)
        assert out.splitlines() == PRACTICE, out


def test_last_administrator(_context):
    """He stays; and what was done to the staff stands in the hall's own trail, which is verified."""
    with Hall() as hall:
        hall.stop()
        _, err = hall.ctl('staff', 'disable', 'guanli', '--data', hall.data, code=1)
        assert 'last administrator' in err, err
        add(hall, 'wang.li', 'administrator')
        hall.ctl('staff', 'disable', 'guanli', '--data', hall.data)
        assert hall.query('SELECT deed, who, subject FROM ledger ORDER BY position') == [
            ('staff-added', '', 'wang.li'), ('staff-disabled', '', 'guanli')]
        hall.ctl('audit', 'verify', '--data', hall.data)
        hall.query('DROP TRIGGER ledger_is_never_changed')
        hall.query("UPDATE ledger SET who = 'nobody' WHERE position = 1")
        _, err = hall.ctl('audit', 'verify', '--data', hall.data, code=1)
        assert 'entry 1 has been altered' in err, err


def filed(hall):
    """Two orders; the numbers, and how many entries their chains have."""
    documents = hall.documents('business_licence')
    for mobile in ('13900000001', '13900000002'):
        hall.apply(hall.application(), documents, mobile)
    return ([order[0] for order in hall.orders()],
            hall.query('SELECT COUNT(*) FROM audit')[0][0])


def verify(hall, code):
    return hall.ctl('audit', 'verify', '--data', hall.data, code=code)


def test_audit(_context):
    with Hall() as hall:
        orders, entries = filed(hall)
        assert verify(hall, 0) == (f'orders 2 entries {entries} broken 0\n', '')
        hall.stop()
        assert verify(hall, 0) == (f'orders 2 entries {entries} broken 0\n', '')
        hall.query('DROP TRIGGER audit_is_never_changed')
        for column, change in (('note', "note || '.'"), ('at_s', 'at_s + 1'),
                               ('state', "'completed'"), ('who', "'x' || substr(who, 2)")):
            before = hall.query(f'SELECT {column} FROM audit WHERE order_number = ? '
                                'AND position = 4', orders[1])[0][0]
            hall.query(f'UPDATE audit SET {column} = {change} WHERE order_number = ? '
                       'AND position = 4', orders[1])
            out, err = verify(hall, 1)
            assert out == f'orders 2 entries {entries} broken 1\n', out
            assert err == f'{orders[1]}: entry 4 has been altered\n', err
            hall.query(f'UPDATE audit SET {column} = ? WHERE order_number = ? AND position = 4',
                       before, orders[1])
            verify(hall, 0)


def test_audit_cut(_context):
    """An entry taken out, the last one cut off, an order removed: each is named."""
    with Hall() as hall:
        orders, entries = filed(hall)
        hall.stop()
        hall.query('DROP TRIGGER audit_is_never_deleted')
        hall.query('DELETE FROM audit WHERE order_number = ? AND position = 3', orders[0])
        hall.query('DELETE FROM audit WHERE order_number = ? AND position = '
                   '(SELECT audit_count FROM orders WHERE number = ?)', orders[1], orders[1])
        out, err = verify(hall, 1)
        assert out == f'orders 2 entries {entries - 2} broken 2\n', out
        lines = err.splitlines()
        assert lines[0] == f'{orders[0]}: entry 3 is missing', err
        assert lines[1].startswith(f'{orders[1]}: the chain ends at entry '), err
        hall.query('DELETE FROM orders WHERE number = ?', orders[0])
        _, err = verify(hall, 1)
        assert f'{orders[0]}: the order is gone' in err.splitlines(), err


def test_help(_context):
    """Every command with more to say says it, in both languages."""
    with Hall() as hall:
        for lang, says in (('C.UTF-8', ('Roles: reviewer', 'with tabs between', 'for each broken chain')),
                           ('zh_CN.UTF-8', ('角色：', '以制表符分隔', '断链数'))):
            hall.env['LC_ALL'] = lang
            for command, words in zip(('staff add', 'staff list', 'audit verify'), says):
                out, _ = hall.ctl('help', *command.split())
                assert out.startswith(f'certhallctl {command} ') and words in out, out


if __name__ == '__main__':
    tap.run(tap.tests_of(sys.modules[__name__]), None)
