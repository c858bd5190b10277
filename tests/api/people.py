# SPDX-License-Identifier: GPL-3.0-or-later
#
# Who uses a hall: handlers with their orders, the practice staff, and the phone in between. Each step
# is one request and must succeed; tests that want a refusal call the hall themselves.

import hashlib
import itertools
import json
import os
import re
import sqlite3
import time
from urllib.parse import quote

import pictures

PASSWORD = 'Zhengshu2026'
PROJECT = 'yinuo-bidding'
SLOTS = {'organisation': ('application_form', 'business_licence', 'seal_capture_sheet'),
         'organisation-person': ('application_form', 'business_licence', 'seal_capture_sheet',
                                 'subject_id_copy')}
CAPTURES = ('id-portrait', 'id-emblem', 'action-1', 'action-2', 'action-3')
WAIT_S = 60
# What follows from verdicts, and all that waits ten seconds once staff have decided it.
REVIEWS = ('review-passed', 'review-rejected')
HELD = (*REVIEWS, 'funds-confirmed', 'funds-rejected', 'request-refund')


def disposition(name):
    return "attachment; filename*=UTF-8''" + quote(name)


class World:
    """A hall and what all people in it share."""

    def __init__(self, hall, source_folder):
        self.hall = hall
        self.applications = os.path.join(source_folder, 'tests', 'data', 'applications')
        self.catalog = hall.expect(200, 'GET', f'/v1/projects/{PROJECT}').json
        self.mobiles = itertools.count(13900000000)
        self.staff_tokens = {}

    def new_mobile(self):
        return str(next(self.mobiles))

    def application(self, certificate_type):
        with open(os.path.join(self.applications, certificate_type + '.json'),
                  encoding='utf-8') as file:
            return json.load(file)

    def consents(self):
        """Those an order begins with, as the welcome page sends them."""
        return [{'id': consent['id'], 'version': consent['version'], 'sha256': consent['sha256']}
                for consent in self.catalog_consents() if consent['scope'] != 'face']

    def catalog_consents(self):
        found = []
        for consent in self.catalog['consents']:
            both = ''.join('\n\n'.join(consent['text'][lang]) + '\0' for lang in ('zh_CN', 'en'))
            found.append(dict(consent, sha256=hashlib.sha256(both.encode()).hexdigest()))
        return found

    def staff(self, name):
        """The token of a member of the practice staff."""
        if name not in self.staff_tokens:
            answer = self.hall.expect(201, 'POST', '/v1/staff-sessions',
                                      {'name': name, 'password': 'Practice2026'})
            self.staff_tokens[name] = answer.json['token']
        return self.staff_tokens[name]

    def messages(self):
        return self.hall.expect(200, 'GET', '/v1/practice/messages').json['messages']

    def wait_message(self, to, pattern, after=0):
        """The newest message to somebody that matches, with an id above @after.

        It is sent behind the answer that caused it, so it may take a moment.
        """
        until = time.monotonic() + WAIT_S
        etag = None
        while time.monotonic() < until:
            headers = {'Prefer': 'wait=5'}
            if etag is not None:
                headers['If_None_Match'] = etag
            answer = self.hall.call('GET', '/v1/practice/messages', **headers)
            etag = answer.headers.get('etag', etag)
            for message in answer.json['messages'] if answer.status == 200 else ():
                found = re.search(pattern, message['text'])
                if found and to in message['to'] and message['id'] > after:
                    return found
        raise AssertionError(f'no message to {to} like {pattern}: {self.messages()}')

    def newest_message(self):
        return max([0, *(message['id'] for message in self.messages())])

    def ask_code(self, mobile, purpose='register'):
        self.seen = self.newest_message()
        self.hall.expect(202, 'POST', '/v1/sms-codes', {'mobile': mobile, 'purpose': purpose})

    def read_code(self, mobile):
        """The code asked for last."""
        return self.wait_message(mobile, r'验证码 (\d{6})', self.seen).group(1)

    def register(self, mobile=None):
        mobile = mobile or self.new_mobile()
        self.ask_code(mobile)
        answer = self.hall.expect(201, 'POST', '/v1/accounts', {
            'mobile': mobile, 'sms_code': self.read_code(mobile), 'password': PASSWORD})
        return Handler(self, mobile, answer.json['token'])

    def database(self):
        """What the hall keeps, for clocks that no client can turn."""
        return sqlite3.connect(os.path.join(self.hall.folder, 'hall.db'), timeout=20)

    def wake_jobs(self):
        """Whatever is to be sent wakes who sends it, and they look at the clock."""
        self.hall.expect(202, 'POST', '/v1/sms-codes', {'mobile': self.new_mobile(),
                                                        'purpose': 'register'})

    def queue(self, tab, name='guanli'):
        answer = self.hall.expect(200, 'GET', f'/v1/queue?tab={tab}&limit=100',
                                  token=self.staff(name))
        return [order['number'] for order in answer.json['orders']]


class Handler:
    def __init__(self, world, mobile, token):
        self.world, self.hall, self.mobile, self.token = world, world.hall, mobile, token

    def begin(self, certificate_type='organisation'):
        answer = self.hall.expect(201, 'POST', '/v1/orders', {
            'project': PROJECT, 'certificate_type': certificate_type,
            'consents': self.world.consents()}, self.token)
        return Order(self, answer.json)


class Order:
    """One order; `view` is what the handler saw last."""

    def __init__(self, handler, view):
        self.handler, self.world, self.hall = handler, handler.world, handler.hall
        self.view = view
        self.number = view['number']
        self.path = f'/v1/orders/{self.number}'
        self.certificate_type = view['certificate_type']
        self.files = 0

    @property
    def state(self):
        return self.view['state']

    @property
    def etag(self):
        return f'"{self.view["version"]}"'

    def load(self):
        self.view = self.hall.expect(200, 'GET', self.path, token=self.handler.token).json
        return self.view

    def staff_view(self, name='guanli'):
        return self.hall.expect(200, 'GET', self.path, token=self.world.staff(name)).json

    def wait_state(self, state):
        """Follows the order as the desktop does, until it is in the state."""
        until = time.monotonic() + WAIT_S
        self.load()
        while self.state != state and time.monotonic() < until:
            answer = self.hall.call('GET', self.path, token=self.handler.token,
                                    If_None_Match=self.etag, Prefer='wait=5')
            self.view = answer.json if answer.status == 200 else self.view
        assert self.state == state, (state, self.view)
        return self.view

    def send(self, event, body=None, who=None, **headers):
        """An event, by the handler or by somebody of the staff. Returns the answer as it is."""
        self.load()
        token = self.handler.token if who is None else self.world.staff(who)
        if who is not None and event == 'auth-passed':
            self.hall.call('POST', self.path + '/claim', token=token)
        answer = self.hall.call('POST', f'{self.path}/events/{event}', body or {}, token,
                                If_Match=headers.pop('If_Match', self.etag), **headers)
        self.load()
        return answer

    def judge(self, returns=(), who='shenhe'):
        """Verdicts on every part: accepted but for @returns, what the API says of each."""
        token = self.world.staff(who)
        places = self.hall.expect(200, 'GET', self.path + '/verdicts', token=token).json['places']
        named = list(dict.fromkeys(item['place'] for item in returns))
        verdicts = [{'place': place, 'verdict': 'accepted'} for place in places if place not in named]
        verdicts += [{'place': place, 'verdict': 'returned',
                      'returns': [item for item in returns if item['place'] == place]}
                     for place in named]
        self.load()
        return self.hall.call('PUT', self.path + '/verdicts', {'verdicts': verdicts}, token,
                              If_Match=self.etag)

    def decide(self, decision, who='shenhe', **body):
        """What the verdicts come to, with the order on the desk. Returns the answer as it is."""
        token = self.world.staff(who)
        self.load()
        self.hall.call('POST', self.path + '/claim', token=token)
        return self.hall.call('POST', self.path + '/decision', {'decision': decision, **body}, token,
                              If_Match=self.etag)

    def pass_time(self):
        """The ten seconds of a decision are over: it was made that much earlier."""
        with self.world.database() as database:
            row = database.execute('SELECT * FROM decisions WHERE order_number = ?',
                                   (self.number,)).fetchone()
            database.execute('DELETE FROM decisions WHERE order_number = ?', (self.number,))
            database.execute('INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
                             (*row[:-2], row[-2] - 20, row[-1] - 20))
        self.world.wake_jobs()

    def take_effect(self, event):
        """Waits until what was decided stands in the timeline."""
        self.pass_time()
        until = time.monotonic() + WAIT_S
        while time.monotonic() < until:
            if self.load()['timeline'][-1]['event'] == event:
                return self.view
            self.hall.call('GET', self.path, token=self.handler.token, If_None_Match=self.etag,
                           Prefer='wait=2')
        raise AssertionError(f'{event} of {self.number} did not take effect')

    def review(self, event, body=None, who='shenhe'):
        """Judged, decided, and in effect."""
        answer = self.judge((body or {}).get('returns', ()), who)
        assert answer.status == 200, answer
        answer = self.decide(event, who)
        assert answer.status == 200 and answer.json['held_event'] == event, answer
        return self.take_effect(event)

    def move(self, event, state, body=None, who=None):
        """Sends the event; it must lead to the state. Decisions of staff are waited for."""
        if event in REVIEWS:
            self.review(event, body, who)
        else:
            answer = self.send(event, body, who)
            assert answer.status == 200, (event, answer)
            if who is not None and event in HELD:
                assert answer.json['held_by'] == who and answer.etag == self.etag, answer
                self.take_effect(event)
        assert self.state == state, (event, self.view)
        return self.view

    def save(self, fields=None, confirmed=()):
        """Puts fields over what stands in the order. Returns the answer as it is."""
        application = dict(self.load()['application'])
        application['fields'] = {**application['fields'], **(fields or {})}
        application['confirmed'] = sorted({*application.get('confirmed', ()), *confirmed})
        answer = self.hall.call('PUT', self.path + '/application', application,
                                self.handler.token, If_Match=self.etag)
        if answer.status == 200:
            self.view = answer.json
        return answer

    def fill(self, **changes):
        fields = dict(self.world.application(self.certificate_type)['fields'])
        fields.update(changes)
        answer = self.save(fields)
        assert answer.status == 200, answer
        return self

    def confirm(self):
        self.move('confirm-info', 'awaiting-documents')
        return self

    def sheet(self, name='form'):
        """What the handler prints; signed and stamped it would come back as a scan."""
        return self.hall.expect(200, 'GET', f'{self.path}/{name}.pdf', token=self.handler.token).body

    def file_for(self, slot):
        self.files += 1
        name = 'form' if slot == 'application_form' else 'seal-sheet'
        return pictures.another(self.sheet(name), f'{slot} {self.files}')

    def upload(self, slot, file=None, name='扫描件.pdf', **headers):
        """Returns the answer as it is."""
        return self.hall.call('PUT', f'{self.path}/documents/{slot}',
                              file if file is not None else self.file_for(slot),
                              self.handler.token, Content_Type='application/octet-stream',
                              Content_Disposition=disposition(name), **headers)

    def put(self, slot):
        answer = self.upload(slot)
        assert answer.status == 200, answer
        return self

    def upload_all(self):
        for slot in SLOTS[self.certificate_type]:
            self.put(slot)
        return self

    def hand_in(self):
        """From the form confirmed to the handler's authentication."""
        self.upload_all()
        self.move('documents-complete', 'awaiting-handler-auth')
        return self

    def new_link(self):
        """A phone that has scanned the code."""
        view = self.hall.expect(200, 'POST', self.path + '/auth-link', b'', self.handler.token).json
        return Phone(self, view['auth_link']['url'].rpartition('/')[2])

    def authenticate(self):
        phone = self.new_link()
        phone.consent()
        phone.take_all()
        self.hall.expect(204, 'POST', phone.path + '/finish', {})
        self.load()
        return phone

    def new_bill(self, channel='wechat', **headers):
        return self.hall.expect(201, 'POST', self.path + '/payments', {'channel': channel},
                                self.handler.token, **headers).json['payment_code']

    def pay(self, channel='wechat'):
        bill = self.new_bill(channel)
        self.hall.expect(204, 'POST', f'/v1/cashier/{bill["id"]}/pay', {})
        self.load()
        return bill

    def transfer(self):
        self.put('payment_voucher')
        self.move('voucher-uploaded', 'payment-verifying')

    def funds(self):
        """What the bank statement says when all is right."""
        return {'amount_fen': self.view['amount_fen'], 'payer': self.view['organisation']}

    def advance(self, state, channel='wechat', **fields):
        """The straight way to a state, from wherever on it the order is."""
        steps = (('draft', lambda: self.fill(**fields).confirm()),
                 ('awaiting-documents', self.hand_in),
                 ('awaiting-handler-auth', self.authenticate),
                 ('awaiting-payment',
                  lambda: self.transfer() if channel == 'transfer' else self.pay(channel)),
                 ('payment-verifying',
                  lambda: self.move('funds-confirmed', 'under-review', self.funds(), 'chuna')),
                 ('under-review', lambda: self.review('review-passed')),
                 ('fin-auth-pending', lambda: self.wait_state('accepted')),
                 ('accepted', lambda: self.move('start-production', 'in-production',
                                                who='zhizheng')),
                 ('in-production', lambda: self.move(
                     'ship', 'shipped', {'courier': '顺丰速运', 'tracking_number': 'SF1234567890'},
                     'zhizheng')),
                 ('shipped', lambda: self.move('complete', 'completed')))
        for before, step in steps:
            if self.state == state:
                return self
            if self.state == before:
                step()
        assert self.state == state, (state, self.view)
        return self


class Phone:
    def __init__(self, order, token):
        self.order, self.hall, self.token = order, order.hall, token
        self.path = '/v1/phone/' + token

    def task(self):
        return self.hall.expect(200, 'GET', self.path).json

    def consent(self):
        text = self.task()['consent']
        self.hall.expect(204, 'PUT', self.path + '/consent',
                         {name: text[name] for name in ('id', 'version', 'sha256')})
        return self

    def take(self, name, picture=None):
        """Returns the answer as it is."""
        return self.hall.call('PUT', f'{self.path}/captures/{name}',
                              picture if picture is not None else pictures.jpeg(),
                              Content_Type='image/jpeg')

    def take_all(self):
        for grey, name in enumerate(CAPTURES, 100):
            assert self.take(name, pictures.jpeg(grey)).status == 204
        return self
