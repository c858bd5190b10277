# SPDX-License-Identifier: GPL-3.0-or-later
#
# What openapi.yaml promises of all operations together: versions, waiting, idempotency, pages,
# languages, refusals before any route. Arguments: certhalld, the source folder.

import concurrent.futures
import http.client
import json
import os
import sys
import threading
import time

import tap
from contract import Contract
from hall_process import Answer, HallProcess
from people import PROJECT, World


class Conventions:
    def __init__(self, program, source_folder):
        contract = Contract(os.path.join(source_folder, 'data', 'openapi.yaml'))
        self.hall = HallProcess(program, contract)
        self.world = World(self.hall, source_folder)
        self.handler = self.world.register()

    def close(self):
        self.hall.close()

    def new_order(self, **headers):
        return self.hall.call('POST', '/v1/orders', {
            'project': PROJECT, 'consents': self.world.consents()}, self.handler.token, **headers)

    def later(self, function):
        """Runs it a moment from now, when somebody already waits."""
        timer = threading.Timer(0.7, function)
        timer.start()
        return timer


def test_the_version_is_the_etag(c):
    order = c.handler.begin()
    first = order.etag
    order.fill()
    assert order.etag != first
    stale = c.hall.call('PUT', order.path + '/application', order.view['application'],
                        c.handler.token, If_Match=first)
    assert stale.status == 412 and stale.json['type'] == 'urn:certhall:problem:stale'
    same = c.hall.call('PUT', order.path + '/application', order.view['application'],
                       c.handler.token, If_Match=order.etag)
    assert same.status == 200 and same.etag == order.etag, 'saving the same is no new version'
    event = c.hall.call('POST', order.path + '/events/confirm-info', {}, c.handler.token,
                        If_Match=first)
    assert event.status == 412
    assert order.load()['state'] == 'draft'


def test_only_one_of_two_is_first(c):
    """Many clients with the same version: one change is taken, all others are told."""
    order = c.handler.begin().fill()

    def save(number):
        application = dict(order.view['application'])
        application['fields'] = dict(application['fields'], **{'handler.email': f'a{number}@b.cn'})
        return c.hall.call('PUT', order.path + '/application', application, c.handler.token,
                           If_Match=order.etag).status

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(save, range(16)))
    assert statuses == [200] + [412] * 15, statuses


def test_waiting_ends_with_the_change(c):
    order = c.handler.begin()
    timer = c.later(lambda: order.save({'handler.email': 'new@example.com'}))
    begun = time.monotonic()
    answer = c.hall.call('GET', order.path, token=c.handler.token, If_None_Match='"1"',
                         Prefer='wait=25')
    took = time.monotonic() - begun
    timer.join()
    assert answer.status == 200 and answer.json['version'] == 2
    assert 0.5 < took < 10, took


def test_waiting_ends_with_its_time(c):
    order = c.handler.begin()
    for path in (order.path, '/v1/orders'):
        etag = c.hall.call('GET', path, token=c.handler.token).etag
        begun = time.monotonic()
        answer = c.hall.call('GET', path, token=c.handler.token, If_None_Match=etag,
                             Prefer='respond-async, wait=1')
        took = time.monotonic() - begun
        assert answer.status == 304 and answer.etag == etag and 0.9 < took < 8, (answer, took)


def test_lists_are_waited_for_too(c):
    order = c.handler.begin().fill()
    staff = c.world.staff('guanli')
    for path, token in (('/v1/orders', c.handler.token), ('/v1/queue', staff)):
        etag = c.hall.call('GET', path, token=token).etag
        timer = c.later(lambda: order.save({'handler.email': f'{time.monotonic()}@b.cn'}))
        answer = c.hall.call('GET', path, token=token, If_None_Match=etag, Prefer='wait=25')
        timer.join()
        assert answer.status == 200 and answer.etag != etag, path


def test_nobody_is_woken_by_others(c):
    """Who waits for one order sleeps on while another changes."""
    watched, other = c.handler.begin(), c.handler.begin()
    timer = c.later(lambda: other.save({'handler.email': 'other@example.com'}))
    answer = c.hall.call('GET', watched.path, token=c.handler.token, If_None_Match=watched.etag,
                         Prefer='wait=2')
    timer.join()
    assert answer.status == 304


def test_a_key_makes_one_order(c):
    first = c.new_order(Idempotency_Key='begin-1')
    again = c.new_order(Idempotency_Key='begin-1')
    assert first.status == again.status == 201 and first.body == again.body
    assert first.etag == again.etag and first.headers['location'] == again.headers['location']
    assert c.new_order(Idempotency_Key='begin-2').json['number'] != first.json['number']
    other = c.hall.call('POST', '/v1/orders',
                        {'project': PROJECT, 'certificate_type': 'organisation-person',
                         'consents': c.world.consents()}, c.handler.token,
                        Idempotency_Key='begin-1')
    assert other.status == 422, 'the same key for another request'
    stranger = c.world.register()
    mine = c.hall.call('POST', '/v1/orders', {'project': PROJECT, 'consents': c.world.consents()},
                       stranger.token, Idempotency_Key='begin-1')
    assert mine.status == 201 and mine.json['number'] != first.json['number']


def test_a_key_holds_against_a_crowd(c):
    """A client that retries while its first request is still on the way makes one order."""
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: c.new_order(Idempotency_Key='crowd'), range(16)))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.json['number'] for answer in answers}) == 1


def test_a_key_repeats_a_move(c):
    """The answer of before, although the order has moved on and its version is another."""
    order = c.handler.begin().fill()
    etag = order.etag
    first = c.hall.call('POST', order.path + '/events/confirm-info', {}, c.handler.token,
                        If_Match=etag, Idempotency_Key='confirm')
    order.move('edit-info', 'draft')
    again = c.hall.call('POST', order.path + '/events/confirm-info', {}, c.handler.token,
                        If_Match=etag, Idempotency_Key='confirm')
    assert first.status == again.status == 200 and first.body == again.body
    assert order.load()['state'] == 'draft'


def test_a_refusal_is_not_kept(c):
    """What was wrong may be put right under the same key."""
    order = c.handler.begin()
    assert order.send('confirm-info', Idempotency_Key='retry').status == 422
    order.fill()
    assert order.send('confirm-info', Idempotency_Key='retry').status == 200


def test_a_key_has_64_characters(c):
    assert c.new_order(Idempotency_Key='k' * 64).status == 201
    assert c.new_order(Idempotency_Key='k' * 65).status == 400


def test_pages(c):
    """Every order once, newest first, whatever is begun meanwhile."""
    handler = c.world.register()
    numbers = [handler.begin().number for _ in range(7)]
    found, cursor = [], ''
    while cursor is not None:
        page = c.hall.expect(200, 'GET', f'/v1/orders?limit=3&cursor={cursor}'
                             if cursor else '/v1/orders?limit=3', token=handler.token).json
        found += [order['number'] for order in page['orders']]
        assert len(page['orders']) <= 3
        if len(found) == 3:
            handler.begin()
        cursor = page.get('next')
    assert found == numbers[::-1], (found, numbers)


def test_pages_of_the_queue(c):
    orders = [c.handler.begin().advance('under-review') for _ in range(3)]
    found, cursor = [], None
    while cursor is None or cursor:
        query = '/v1/queue?tab=review&limit=2' + (f'&cursor={cursor}' if cursor else '')
        page = c.hall.expect(200, 'GET', query, token=c.world.staff('shenhe')).json
        found += [order['number'] for order in page['orders']]
        cursor = page.get('next', '')
    assert found == sorted(order.number for order in orders)
    assert page['counts']['review'] == 3


def test_both_languages(c):
    zh = c.hall.expect(401, 'GET', '/v1/account')
    en = c.hall.expect(401, 'GET', '/v1/account', Accept_Language='en-GB,en;q=0.9')
    assert zh.json['detail'] == '请先登录。' and en.json['detail'] == 'Please sign in first.'
    assert zh.json['type'] == en.json['type'] == 'urn:certhall:problem:signed-out'


def test_refusals_before_any_route(c):
    unknown = c.hall.call('GET', '/v1/nothing', documented=False)
    assert unknown.status == 404 and unknown.media_type == 'application/problem+json'
    wrong = c.hall.call('PATCH', '/v1/orders', documented=False)
    assert wrong.status == 405 and set(wrong.headers['allow'].split(', ')) == {'GET', 'HEAD', 'POST'}
    assert wrong.json['status'] == 405
    head = c.hall.call('HEAD', '/v1/hall', documented=False)
    assert head.status == 200 and head.body == b'' and int(head.headers['content-length']) > 100


def raw(c, request):
    """What the hall says to bytes that no client of ours would send."""
    connection = http.client.HTTPConnection(c.hall.address, timeout=20)
    connection.connect()
    connection.sock.sendall(request)
    response = http.client.HTTPResponse(connection.sock)
    response.begin()
    answer = Answer(response, response.read())
    connection.close()
    return answer


def test_a_body_must_say_its_length(c):
    answer = raw(c, b'POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
                    b'Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n')
    assert answer.status == 411 and answer.media_type == 'application/problem+json'


def test_json_is_taken_strictly(c):
    """Two members of one name, a trailing comma, a number too large: never half understood."""
    for body in (b'{"mobile": "1", "mobile": "2", "password": "x"}', b'{"mobile": "1",}',
                 b'[' * 5000, b'\xff\xfe', b'{} {}', b'null'):
        answer = c.hall.call('POST', '/v1/sessions', body, Content_Type='application/json')
        assert answer.status in (400, 422), (body[:40], answer)


def test_answers_are_not_kept_by_others(c):
    answer = c.hall.call('GET', '/v1/account', token=c.handler.token)
    assert answer.headers['cache-control'] == 'no-store'
    assert answer.headers['x-content-type-options'] == 'nosniff'


def test_nothing_personal_in_lists(c):
    order = c.handler.begin().fill()
    for path, token in (('/v1/orders', c.handler.token), ('/v1/queue', c.world.staff('guanli'))):
        text = json.dumps(c.hall.call('GET', path, token=token).json)
        for secret in ('13800138000', '11010519491231002X', '755900000010101'):
            assert secret not in text, (path, secret)
    assert c.handler.mobile not in c.hall.read_log() and order.number


def main():
    conventions = Conventions(sys.argv[1], sys.argv[2])
    try:
        tap.run(tap.tests_of(sys.modules[__name__]), conventions)
    finally:
        conventions.close()


if __name__ == '__main__':
    main()
