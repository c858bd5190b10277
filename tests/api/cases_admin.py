# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cases of what administrators do: staff, catalogue versions, calendar, statistics, claims, the ledger.

import datetime
import itertools
import json

from cases import case
from people import PROJECT

CHINA = datetime.timezone(datetime.timedelta(hours=8))
NUMBERS = itertools.count(1)


def admin(s, method, path, body=None, name='guanli', **headers):
    return s.hall.call(method, '/v1/admin/' + path, body, s.world.staff(name), **headers)


def new_member(s, *roles):
    name = f'wang.{next(NUMBERS)}'
    return admin(s, 'POST', 'staff', {'name': name, 'full_name': '王丽', 'roles': list(roles)})


def sign_in(s, name, password, **more):
    return s.hall.call('POST', '/v1/staff-sessions', {'name': name, 'password': password, **more})


def entries(s):
    return admin(s, 'GET', 'ledger').json['entries']


@case('GET /v1/admin/staff', 200)
def staff(s):
    answer = admin(s, 'GET', 'staff')
    found = {row['name']: row for row in answer.json['staff']}
    assert found['shenhe']['roles'] == ['reviewer'] and 'disabled_at' not in found['shenhe']
    assert not any('password' in row for row in answer.json['staff'])
    return answer


@case('POST /v1/admin/staff', 201)
def add_staff(s):
    """The password opens the door once, to who puts another in its place; all of it is in the ledger."""
    answer = new_member(s, 'cashier', 'reviewer')
    name, password = answer.json['name'], answer.json['password']
    assert answer.json['roles'] == ['reviewer', 'cashier'] and answer.json['password_until']
    for more in ({}, {'new_password': password}):
        refused = sign_in(s, name, password, **more)
        assert refused.status == 422 and refused.json['errors'][0]['code'] == 'password-new', refused
    weak = sign_in(s, name, password, new_password='short')
    assert weak.json['errors'][0]['code'] == 'password-weak'
    session = sign_in(s, name, password, new_password='Zhengshu2027')
    assert session.status == 201 and session.json['roles'] == ['reviewer', 'cashier']
    assert sign_in(s, name, password).status == 422
    assert sign_in(s, name, 'Zhengshu2027').status == 201
    newest, before = entries(s)[:2]
    assert (newest['deed'], newest['who'], newest['subject']) == ('staff-own', name, name)
    assert (before['deed'], before['who'], before['note']) == ('staff-added', 'guanli', 'reviewer, cashier')
    return answer


@case('POST /v1/admin/staff', 409)
def add_staff_again(s):
    return admin(s, 'POST', 'staff', {'name': 'shenhe', 'full_name': '又一人', 'roles': ['reviewer']})


@case('POST /v1/admin/staff', 422)
def add_nobody(s):
    good = {'name': 'li', 'full_name': '李', 'roles': ['reviewer']}
    for change in ({'name': '王'}, {'name': 'Wang'}, {'full_name': '  '}, {'roles': []},
                   {'roles': ['handler']}, {'roles': ['timer']}):
        assert admin(s, 'POST', 'staff', {**good, **change}).status == 422, change
    return admin(s, 'POST', 'staff', {**good, 'admin': True})


@case('PUT /v1/admin/staff/{name}', 200)
def change_staff(s):
    """Whose roles change is signed out, whoever is switched off too; each change is in the ledger."""
    member = new_member(s, 'cashier').json
    name = member['name']
    token = sign_in(s, name, member['password'], new_password='Zhengshu2027').json['token']
    change = {'full_name': '王丽华', 'roles': ['cashier'], 'disabled': False}
    assert admin(s, 'PUT', 'staff/' + name, change).json['full_name'] == '王丽华'
    assert s.hall.call('GET', '/v1/queue', token=token).status == 200
    admin(s, 'PUT', 'staff/' + name, {**change, 'roles': ['producer']})
    assert s.hall.call('GET', '/v1/queue', token=token).status == 401
    answer = admin(s, 'PUT', 'staff/' + name, {**change, 'roles': ['producer'], 'disabled': True})
    assert answer.json['disabled_at'] and sign_in(s, name, 'Zhengshu2027').status == 422
    answer = admin(s, 'PUT', 'staff/' + name, {**change, 'roles': ['producer']})
    assert sign_in(s, name, 'Zhengshu2027').status == 201
    deeds = [(entry['deed'], entry['note']) for entry in entries(s)[:4]]
    assert deeds == [('staff-enabled', ''), ('staff-disabled', ''),
                     ('staff-roles', 'cashier → producer'), ('staff-named', '')], deeds
    return answer


@case('PUT /v1/admin/staff/{name}', 409)
def change_oneself(s):
    """Nobody gives themselves rights; and while they are the last nobody takes them away either."""
    everything = ['reviewer', 'cashier', 'producer', 'auditor', 'administrator']
    second = new_member(s, 'administrator').json
    token = sign_in(s, second['name'], second['password'], new_password='Zhengshu2027').json['token']
    path = '/v1/admin/staff/'
    own = s.hall.call('PUT', path + second['name'],
                      {'full_name': '王', 'roles': everything, 'disabled': False}, token)
    assert own.status == 409 and '自己' in own.json['detail'], own
    off = s.hall.call('PUT', path + second['name'],
                      {'full_name': '王', 'roles': ['administrator'], 'disabled': True}, token)
    assert off.status == 409
    s.sql("UPDATE staff SET disabled_s = 1 WHERE name LIKE 'only-%' AND actors & 32 <> 0")
    s.sql("UPDATE staff SET actors = 16 WHERE name <> ? AND name <> 'guanli' AND actors & 32 <> 0",
          second['name'])
    kept = admin(s, 'PUT', 'staff/' + second['name'],
                 {'full_name': '王', 'roles': ['auditor'], 'disabled': False})
    assert kept.status == 200
    return own


@case('POST /v1/admin/staff/{name}/password', 200)
def give_password(s):
    """The old one and its sessions end; after three days the new one does too."""
    member = new_member(s, 'cashier').json
    name = member['name']
    token = sign_in(s, name, member['password'], new_password='Zhengshu2027').json['token']
    answer = admin(s, 'POST', f'staff/{name}/password')
    assert s.hall.call('GET', '/v1/queue', token=token).status == 401
    assert sign_in(s, name, 'Zhengshu2027').status == 422
    s.sql('UPDATE staff SET once_until_s = 1 WHERE name = ?', name)
    over = sign_in(s, name, answer.json['password'], new_password='Zhengshu2028')
    assert over.json['errors'][0]['code'] == 'password-over', over
    assert entries(s)[0]['deed'] == 'staff-password'
    return answer


def shipped(s):
    return s.hall.expect(200, 'GET', f'/v1/projects/{PROJECT}').json


def versions(answer):
    return {row['version']: row for row in answer.json['catalogs'] if row['project'] == PROJECT}


@case('GET /v1/admin/catalogs', 200)
def catalogs(s):
    answer = admin(s, 'GET', 'catalogs')
    assert any(row['active'] and row['label'] for row in versions(answer).values())
    return answer


@case('POST /v1/admin/catalogs', 201)
def load_catalog(s):
    """Loaded is not in use; in use it is what new orders begin with, and the old order keeps its own."""
    old = s.handler.begin()
    before = old.view['catalog']
    catalog = s.hall.expect(200, 'GET', f'/v1/projects/{before}').json
    catalog['project']['review_workdays'] = 5
    catalog['project']['label']['zh_CN'] += f'（改{next(NUMBERS)}）'
    body = json.dumps(catalog, ensure_ascii=False).encode()
    answer = admin(s, 'POST', 'catalogs', body, Content_Type='application/json')
    assert answer.status == 201, answer
    newest = max(versions(answer))
    row = versions(answer)[newest]
    assert not row['active'] and row['loaded_by'] == 'guanli'
    again = admin(s, 'POST', 'catalogs', body, Content_Type='application/json')
    assert max(versions(again)) == newest
    assert shipped(s)['project']['review_workdays'] != 5
    admin(s, 'PUT', 'catalogs/' + PROJECT, {'version': newest})
    assert shipped(s)['project']['review_workdays'] == 5
    known = s.hall.call('GET', '/v1/hall').json['projects'][0]
    assert known['sha256'] == row['sha256']
    new = s.handler.begin()
    assert new.view['catalog'] == f'{PROJECT}@{newest}' and old.load()['catalog'] == before
    assert s.hall.expect(200, 'GET', f'/v1/projects/{PROJECT}@{newest}').json['project']['review_workdays'] == 5
    assert s.hall.call('GET', f'/v1/projects/{PROJECT}@77').status == 404
    admin(s, 'PUT', 'catalogs/' + PROJECT, {'version': int(before.partition('@')[2])})
    assert shipped(s)['project']['review_workdays'] != 5 and new.load()['catalog'] == f'{PROJECT}@{newest}'
    deeds = [(entry['deed'], entry['note']) for entry in entries(s)[:3]]
    assert deeds == [('catalog-activated', before.partition('@')[2]),
                     ('catalog-activated', str(newest)), ('catalog-loaded', str(newest))], deeds
    return answer


@case('POST /v1/admin/catalogs', 422)
def load_wrong_catalog(s):
    catalog = shipped(s)
    catalog['sections'][0]['fields'][0]['kind'] = 'colour'
    answer = admin(s, 'POST', 'catalogs', catalog)
    assert '$.sections[0].fields[0]' in answer.json['detail'] and 'colour' in answer.json['detail']
    return answer


@case('POST /v1/admin/catalogs', 413)
def load_large_catalog(s):
    return admin(s, 'POST', 'catalogs', b' ' * ((512 << 10) + 1), Content_Type='application/json')


@case('PUT /v1/admin/catalogs/{project}', 200)
def keep_catalog(s):
    """What is in use already is no change."""
    active = [row for row in versions(admin(s, 'GET', 'catalogs')).values() if row['active']][0]
    before = entries(s)[:1]
    answer = admin(s, 'PUT', 'catalogs/' + PROJECT, {'version': active['version']})
    assert entries(s)[:1] == before
    return answer


@case('GET /v1/admin/calendar', 200)
def calendar(s):
    answer = admin(s, 'GET', 'calendar')
    years = {year['year']: year for year in answer.json['years']}
    assert '2026-02-15/2026-02-23' in years[2026]['holidays']
    return answer


@case('PUT /v1/admin/calendar/{year}', 200)
def set_year(s):
    """An order handed in from now on is due by the new days."""
    deadlines_by_new_calendar(s)
    today = datetime.datetime.now(CHINA).date()
    days = [str(today + datetime.timedelta(days=n)) for n in range(1, 15)]
    years = {day[:4] for day in days}
    known = {year['year']: year for year in admin(s, 'GET', 'calendar').json['years']}
    for year in years:
        body = {'year': int(year), 'source': '测试',
                'holidays': [day for day in days if day[:4] == year], 'workdays': []}
        answer = admin(s, 'PUT', 'calendar/' + year, body)
        assert answer.status == 200, answer
    order = s.order('under-review', fresh=True)
    assert order.load()['deadline_at'][:10] > days[-1]
    changed = {year['year']: year for year in answer.json['years']}[int(year)]
    assert changed['changed_by'] == 'guanli' and changed['changed_at']
    assert entries(s)[0]['deed'] == 'calendar-changed'
    for year in years:
        back = known.get(int(year), {'source': '测试', 'holidays': [], 'workdays': []})
        answer = admin(s, 'PUT', 'calendar/' + year,
                       {'year': int(year), 'source': back['source'], 'holidays': back['holidays'],
                        'workdays': back['workdays']})
    return answer


def deadlines_by_new_calendar(s):
    """What is left of an order's time is counted by the calendar as it is now, for staff alone."""
    order = s.order('under-review', fresh=True)
    day = order.load()['deadline_at'][:10]
    left = order.staff_view()['workdays_left']
    years = admin(s, 'GET', 'calendar').json['years']
    before = next(year for year in years if str(year['year']) == day[:4])
    before = {name: before[name] for name in ('year', 'source', 'holidays', 'workdays')}
    off = {**before, 'holidays': [*before['holidays'], day]}
    assert admin(s, 'PUT', 'calendar/' + day[:4], off).status == 200
    assert order.staff_view().get('workdays_left', 0) == left - 1
    rows = s.hall.expect(200, 'GET', '/v1/queue?search=' + order.number,
                         token=s.world.staff('shenhe')).json['orders']
    assert rows[0].get('workdays_left', 0) == left - 1
    assert admin(s, 'PUT', 'calendar/' + day[:4], before).status == 200
    assert order.staff_view()['workdays_left'] == left and 'workdays_left' not in order.load()


@case('PUT /v1/admin/calendar/{year}', 422)
def set_wrong_year(s):
    good = {'year': 2028, 'source': '测试', 'holidays': ['2028-01-01'], 'workdays': ['2028-01-02']}
    for change in ({'year': 2029}, {'holidays': ['2029-01-01']}, {'holidays': ['1月1日']},
                   {'workdays': ['2028-01-03']}, {'workdays': ['2028-01-01']}, {'source': ''}):
        assert admin(s, 'PUT', 'calendar/2028', {**good, **change}).status == 422, change
    return admin(s, 'PUT', 'calendar/year', good)


@case('GET /v1/admin/statistics', 200)
def statistics(s):
    """What happened is counted on its day, once."""
    before = admin(s, 'GET', 'statistics').json
    order = s.order('under-review', fresh=True)
    order.move('review-rejected', 'rejected',
               {'returns': [{'code': 'L02', 'place': 'business_licence'}]}, 'shenhe')
    answer = admin(s, 'GET', 'statistics')
    now = answer.json
    assert now['all']['returned'] == before['all']['returned'] + 1
    assert now['all']['p50_s'] == 900 and now['all']['late'] == before['all']['late']
    assert now['now']['rejected'] == before['now']['rejected'] + 1
    assert now['waiting'] == before['waiting']
    reasons = {row['code']: row['orders'] for row in now['reasons']}
    assert reasons['L02'] == {row['code']: row['orders'] for row in before['reasons']}.get('L02', 0) + 1
    today = str(datetime.datetime.now(CHINA).date())
    assert now['to'] == today
    counts = {(row['day'], row['state']): row['orders'] for row in now['counts']}
    assert counts[today, 'rejected'] >= 1 and counts[today, 'draft'] >= 1
    return answer


@case('GET /v1/admin/statistics', 422)
def statistics_of_no_days(s):
    for query in ('from=2026-13-01', 'from=2026-02-02&to=2026-02-01', 'from=2020-01-01&to=2026-01-01'):
        assert admin(s, 'GET', 'statistics?' + query).status == 422, query
    return admin(s, 'GET', 'statistics?to=today')


@case('GET /v1/admin/claims', 200)
def claims(s):
    """An administrator releases what is on somebody's desk, and that is known afterwards."""
    order = s.order('under-review', fresh=True)
    s.hall.expect(200, 'POST', order.path + '/claim', token=s.world.staff('shenhe'))
    answer = admin(s, 'GET', 'claims')
    row = [row for row in answer.json['claims'] if row['order'] == order.number][0]
    assert row['staff'] == 'shenhe' and row['organisation']
    s.hall.expect(204, 'DELETE', order.path + '/claim', token=s.world.staff('guanli'))
    assert order.number not in [row['order'] for row in admin(s, 'GET', 'claims').json['claims']]
    newest = entries(s)[0]
    assert (newest['deed'], newest['who'], newest['subject'], newest['note']) \
        == ('claim-released', 'guanli', order.number, 'shenhe')
    return answer


@case('GET /v1/admin/ledger', 200)
def ledger(s):
    """A chain that cannot be changed, page by page."""
    new_member(s, 'cashier')
    new_member(s, 'cashier')
    newest = admin(s, 'GET', 'ledger?limit=1').json['entries'][0]
    answer = admin(s, 'GET', f'ledger?limit=1&before={newest["position"]}')
    assert answer.json['entries'][0]['position'] == newest['position'] - 1
    for change in ("UPDATE ledger SET who = 'nobody'", 'DELETE FROM ledger',
                   'INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE position = 1'):
        try:
            s.sql(change)
            raise AssertionError(change)
        except Exception as error:
            assert 'append-only' in str(error), error
    return answer


@case('GET /v1/admin/ledger', 422)
def ledger_from_nowhere(s):
    assert admin(s, 'GET', 'ledger?limit=0').status == 422
    return admin(s, 'GET', 'ledger?before=now')
