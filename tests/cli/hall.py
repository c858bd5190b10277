# SPDX-License-Identifier: GPL-3.0-or-later
#
# For tests: a practice hall on a port and in a folder of its own, and certhallctl run against it.

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'web'))

CTL = os.environ['HALL_CTL']
DAEMON = os.environ['HALL_DAEMON']
APPLICATIONS = os.path.join(os.environ['G_TEST_SRCDIR'], 'data', 'applications')
PASSWORD = 'Ab12345678'
STAFF_PASSWORD = 'Practice2026'


def free_port():
    with socket.socket() as sock:
        sock.bind(('127.0.0.1', 0))
        return sock.getsockname()[1]


def pdf(remark=''):
    """A blank page of A4. The remark makes it another file."""
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>',
               b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
               b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>']
    out = b'%PDF-1.4\n%' + remark.encode() + b'\n'
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, content)
    start = len(out)
    out += b'xref\n0 4\n0000000000 65535 f \n'
    out += b''.join(b'%010d 00000 n \n' % place for place in places)
    return out + b'trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % start


class Hall:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='hall-cli-')
        self.data = self.path('data')
        self.port = free_port()
        self.url = f'http://127.0.0.1:{self.port}'
        self.process = None
        self.env = dict(os.environ, LC_ALL='C.UTF-8', HOME=self.path('home'),
                        XDG_DATA_HOME=self.path('home'), DBUS_SESSION_BUS_ADDRESS='disabled:')
        self.env.pop('LANGUAGE', None)
        for name in ('data', 'home'):
            os.mkdir(self.path(name))
        self.put('password', PASSWORD + '\n')

    def path(self, *names):
        return os.path.join(self.folder.name, *names)

    def put(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    # the service

    def start(self):
        self.process = subprocess.Popen(
            [DAEMON, '--local', '--listen', f'127.0.0.1:{self.port}', '--data', self.data],
            env=self.env, stdout=subprocess.PIPE, stderr=open(self.path('log'), 'ab'))
        line = self.process.stdout.readline().decode()
        assert line == f'certhalld: listening on {self.url}\n', line

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        self.process.wait(30)
        self.process.stdout.close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_error):
        if self.process.poll() is None:
            self.stop()
        self.folder.cleanup()

    def query(self, sql, *values):
        """What is on the disk, whether the service runs or not."""
        with sqlite3.connect(os.path.join(self.data, 'hall.db'), timeout=20) as db:
            return db.execute(sql, values).fetchall()

    def call(self, method, path, body=None, token=None, version=None):
        request = urllib.request.Request(self.url + path, method=method)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header('Content-Type', 'application/json')
        if token is not None:
            request.add_header('Authorization', f'Bearer {token}')
        if version is not None:
            request.add_header('If-Match', f'"{version}"')
        with urllib.request.urlopen(request, timeout=20) as answer:
            data = answer.read()
        return json.loads(data) if data[:1] == b'{' else data

    def staff(self, name):
        body = {'name': name, 'password': STAFF_PASSWORD}
        return self.call('POST', '/v1/staff-sessions', body)['token']

    def send_back(self, name, order, item):
        """A reviewer returns one thing, accepts the rest, and the ten seconds go by."""
        path, token = f'/v1/orders/{order}', self.staff(name)
        places = self.call('GET', path + '/verdicts', token=token)['places']
        verdicts = [{'place': place, 'verdict': 'accepted'} if place != item['place'] else
                    {'place': place, 'verdict': 'returned', 'returns': [item]} for place in places]
        version = self.call('GET', path, token=token)['version']
        self.call('POST', path + '/claim', token=token)
        self.call('PUT', path + '/verdicts', {'verdicts': verdicts}, token, version)
        self.call('POST', path + '/decision', {'decision': 'review-rejected'}, token, version)
        until = time.monotonic() + 60
        while self.call('GET', path, token=token)['state'] != 'rejected':
            assert time.monotonic() < until, 'the decision did not take effect'
            time.sleep(0.5)

    # the command line

    def application(self, name='organisation', **fields):
        """A file with one of the example applications, changed; a__b is the field a.b."""
        with open(os.path.join(APPLICATIONS, name + '.json'), encoding='utf-8') as file:
            application = json.load(file)
        for field, value in fields.items():
            application['fields'][field.replace('__', '.')] = value
        return self.put(f'{name}.json', json.dumps(application))

    def documents(self, *slots, folder='documents'):
        """A folder with these documents."""
        for slot in slots:
            self.put(os.path.join(folder, slot + '.pdf'), pdf(slot))
        os.makedirs(self.path(folder), exist_ok=True)
        return self.path(folder)

    def apply_args(self, application, documents, mobile, *more, url=None):
        return [CTL, 'apply', application, '--documents', documents, '--hall', url or self.url,
                '--mobile', mobile, '--password-file', self.path('password'), *more]

    def run(self, args, code, env=None):
        """Runs to the end; the exit code must be right. Returns what was said: out, err."""
        done = subprocess.run(args, env=env or self.env, capture_output=True, timeout=120)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == code, f'exit {done.returncode}, not {code}\n{out}\n{err}'
        return out, err

    def apply(self, application, documents, mobile, *more, code=0, url=None):
        return self.run(self.apply_args(application, documents, mobile, *more, url=url), code)

    def ctl(self, *args, code=0):
        return self.run([CTL, *args], code)

    def orders(self):
        return self.query('SELECT number, state, certificate_type FROM orders ORDER BY number')
