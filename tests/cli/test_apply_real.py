# SPDX-License-Identifier: GPL-3.0-or-later
#
# certhallctl apply where nothing is for practice. The hall behind it is one, but what stands before
# it says that it is none, so the command takes it for real: it plays no part that is a person's.

import http.client
import http.server
import json
import os
import sys
import threading

from hall import Hall, pdf

import tap

LICENCE = 'business_licence'
MOBILE = '13900000001'


class Front(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def forward(self):
        back = http.client.HTTPConnection('127.0.0.1', self.server.hall.port, timeout=40)
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        headers = {name: value for name, value in self.headers.items() if name != 'Host'}
        back.request(self.command, self.path, body, headers)
        answer = back.getresponse()
        data = answer.read()
        if self.path == '/v1/hall':
            data = json.dumps(dict(json.loads(data), practice=False, sandbox={})).encode()
        self.server.asked.append(f'{self.command} {self.path}')
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ('content-length', 'connection', 'date'):
                self.send_header(name, value)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        back.close()

    do_GET = do_POST = do_PUT = do_DELETE = forward

    def log_message(self, *_args):
        pass


class RealHall(Hall):
    def __enter__(self):
        self.start()
        self.front = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Front)
        self.front.hall = self
        self.front.asked = []
        self.front_url = f'http://127.0.0.1:{self.front.server_address[1]}'
        threading.Thread(target=self.front.serve_forever).start()
        return self

    def __exit__(self, *error):
        self.front.shutdown()
        self.front.server_close()
        super().__exit__(*error)

    def register(self):
        """By a run against the practice hall that ends before it begins an order."""
        self.apply(self.application(handler__email='nobody'), self.documents(), MOBILE, code=1)

    def file(self, *more, code=1):
        """Returns: the lines of both."""
        out, err = self.apply(self.application(), self.documents(), MOBILE, *more, code=code,
                              url=self.front_url)
        return out.splitlines(), err.splitlines()


def test_unknown_account(_context):
    with RealHall() as hall:
        out, err = hall.file()
        assert out == [] and len(err) == 1, (out, err)
        assert err[0].startswith('mobile: sign-in-wrong: '), err
        assert not [path for path in hall.front.asked if 'sms-codes' in path], hall.front.asked


def test_stops_for_people(_context):
    with RealHall() as hall:
        hall.register()
        hall.documents(LICENCE)
        out, err = hall.file()
        number = hall.orders()[0][0]
        assert out == [f'order {number}', 'application', 'confirmed 1', f'document {LICENCE}'], out
        sheets = {slot: hall.path('documents', f'{number}-{slot}.pdf')
                  for slot in ('application_form', 'seal_capture_sheet')}
        assert [line.split(': ')[:2] for line in err if not line.startswith('next: ')] == [
            ['application_form', 'document-missing'],
            ['seal_capture_sheet', 'document-missing']], err
        for line, (slot, path) in zip(err[1::2], sheets.items()):
            assert line.startswith(f'next: print {path}, ') and f'{slot}.pdf' in line, line

        # signed, stamped and scanned
        for slot, path in sheets.items():
            os.rename(path, hall.path('documents', f'{slot}.pdf'))
        out, err = hall.file()
        assert out[-1] == 'documents 3/3' and len(err) == 1, (out, err)
        assert err[0].startswith(f'next: the handler opens {hall.url}/phone/'), err
        link = err[0].split('/phone/')[1].split()[0]
        assert not [path for path in hall.front.asked if '/v1/phone/' in path], hall.front.asked

        # again before the handler has done so: the same link
        assert hall.file()[1] == err

        visit = hall.call('GET', f'/v1/phone/{link}')
        consent = {name: visit['consent'][name] for name in ('id', 'version', 'sha256')}
        hall.call('PUT', f'/v1/phone/{link}/consent', consent)
        assert hall.orders()[0][1] == 'awaiting-handler-auth', hall.orders()


def test_payment(_context):
    """The order of a practice run that stopped before it was paid, seen as a real one."""
    with RealHall() as hall:
        hall.documents(LICENCE)
        hall.apply(hall.application(), hall.documents(), MOBILE, '--pay', 'transfer', code=1)
        number, state, _type = hall.orders()[0]
        assert state == 'awaiting-payment', state
        out, err = hall.file()
        assert out[-1] == 'verified' and len(err) == 1, (out, err)
        assert err[0].startswith('next: pay 900.00 yuan in certhall'), err
        _, err = hall.file('--pay', 'sandbox-wechat')
        assert len(err) == 1 and '“wechat” is no sandbox of this hall' in err[0], err
        assert hall.query('SELECT COUNT(*) FROM payments') == [(0,)]
        hall.put('documents/payment_voucher.pdf', pdf('voucher'))
        out, _ = hall.file('--pay', 'transfer', code=0)
        assert out[-1] == f'{number} payment-verifying', out


if __name__ == '__main__':
    tap.run(tap.tests_of(sys.modules[__name__]), None)
