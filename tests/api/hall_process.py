# SPDX-License-Identifier: GPL-3.0-or-later
#
# A certhalld of the test's own: a private folder, a free port, and every answer it gives compared
# with data/openapi.yaml before the test sees it.

import http.client
import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading

START_S = 60
STOP_S = 30

CONFIG = """[hall]
name = 测试营业厅
sandbox = true
data = {folder}
[listen]
address = 127.0.0.1:0
workers = 4
[payee]
account_name = 测试营业厅
bank = 测试银行
account_number = 0000 0000 0000 002
"""


class Answer:
    """What came back; `row` is its (method, template, status) in the document.

    `json` is None unless the body is JSON.
    """

    def __init__(self, response, body):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = body
        self.media_type = self.headers.get('content-type', '').partition(';')[0]
        is_json = self.media_type in ('application/json', 'application/problem+json')
        self.json = json.loads(body) if is_json and body else None

    @property
    def etag(self):
        return self.headers['etag']

    def __repr__(self):
        return f'{self.status} {self.body[:600].decode("utf-8", "replace")}'


class HallProcess:
    """A running service; `arguments` choose between a local hall and one with settings."""

    def __init__(self, program, contract, local=True, folder=None):
        self.program = program
        self.contract = contract
        self.own_folder = folder is None
        self.folder = folder or tempfile.mkdtemp(prefix='certhall-api-')
        self.local = local
        self._connections = threading.local()
        self.start()

    def arguments(self):
        if self.local:
            return [self.program, '--local', '--data', self.folder]
        path = os.path.join(self.folder, 'certhalld.conf')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(CONFIG.format(folder=self.folder))
        return [self.program, '--config', path]

    def start(self):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(self.arguments(), stdout=subprocess.PIPE, stderr=self.log)
        line = self._first_line()
        if 'listening on http://' not in line:
            raise AssertionError(f'certhalld did not start: {line!r} {self.read_log()}')
        self.url = line.split()[-1]
        self.address = self.url.removeprefix('http://')

    def _first_line(self):
        """What it prints first; a hall that hangs is killed, so that the test fails soon."""
        guard = threading.Timer(START_S, self.process.kill)
        guard.start()
        line = self.process.stdout.readline().decode()
        guard.cancel()
        return line

    def read_log(self):
        self.log.seek(0)
        return self.log.read().decode('utf-8', 'replace')

    def stop(self):
        """Asks it to end, as a service manager does. Returns its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOP_S)

    def close(self):
        """Ends it and takes its folder away; it must have ended well, without a critical."""
        status = self.stop() if self.process.poll() is None else self.process.returncode
        log = self.read_log()
        if self.own_folder:
            shutil.rmtree(self.folder)
        assert status == 0, (status, log)
        assert 'CRITICAL' not in log, log

    def _exchange(self, method, path, body, headers):
        """One request on this thread's connection, which is opened anew if the hall closed it."""
        for attempt in (1, 2):
            connection = getattr(self._connections, 'of_' + self.address.replace(':', '_'), None)
            fresh = connection is None
            if fresh:
                connection = http.client.HTTPConnection(self.address, timeout=90)
                setattr(self._connections, 'of_' + self.address.replace(':', '_'), connection)
            try:
                connection.request(method, path, body, headers)
                response = connection.getresponse()
                return Answer(response, response.read())
            except (http.client.BadStatusLine, BrokenPipeError, ConnectionResetError):
                connection.close()
                setattr(self._connections, 'of_' + self.address.replace(':', '_'), None)
                if fresh or attempt == 2:
                    raise

    def call(self, method, path, body=None, token=None, documented=True, **headers):
        """One request. A dict is sent as JSON; header names are written with underscores.

        The answer is held against openapi.yaml, unless the test sends what no client may send.
        """
        sent = {name.replace('_', '-'): value for name, value in headers.items()}
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            sent.setdefault('Content-Type', 'application/json')
        if token is not None:
            sent['Authorization'] = 'Bearer ' + token
        answer = self._exchange(method, path, body, sent)
        if documented:
            answer.row = self.contract.check(method, path.partition('?')[0], answer)
        return answer

    def expect(self, status, method, path, body=None, token=None, **headers):
        """The same; the answer must have this status."""
        answer = self.call(method, path, body, token, **headers)
        assert answer.status == status, (method, path, answer)
        return answer
