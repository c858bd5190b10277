# SPDX-License-Identifier: GPL-3.0-or-later
#
# certhalld as a process: how it starts, what it keeps, how it ends, and who may run beside it.
# Arguments: certhalld, the source folder.

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import pictures
import tap
from contract import Contract
from hall_process import CONFIG, HallProcess
from people import World


class Program:
    def __init__(self, path, source_folder):
        self.path, self.source_folder = path, source_folder
        self.contract = Contract(os.path.join(source_folder, 'data', 'openapi.yaml'))

    def hall(self, **options):
        return HallProcess(self.path, self.contract, **options)

    def world(self, hall):
        return World(hall, self.source_folder)

    def run(self, *arguments):
        """Until it ends by itself. Returns (exit status, what it printed, what it complained)."""
        done = subprocess.run([self.path, *arguments], capture_output=True, timeout=60, text=True)
        return done.returncode, done.stdout, done.stderr


def rows(hall, text, *values):
    database = sqlite3.connect(os.path.join(hall.folder, 'hall.db'), timeout=20)
    found = database.execute(text, values).fetchall()
    database.close()
    return found


def test_state_is_kept(p):
    """Ended by SIGTERM and started again: the same orders, versions, sessions, files, and answers."""
    hall = p.hall()
    world = p.world(hall)
    handler = world.register()
    order = handler.begin().advance('awaiting-handler-auth')
    begun = hall.call('POST', '/v1/orders', {'project': order.view['project'],
                                             'consents': world.consents()},
                      handler.token, Idempotency_Key='before')
    before = hall.call('GET', order.path, token=handler.token)
    file = hall.call('GET', order.path + '/documents/business_licence', token=handler.token).body
    assert hall.stop() == 0
    hall.start()
    after = hall.call('GET', order.path, token=handler.token)
    assert after.body == before.body and after.etag == before.etag
    assert hall.call('GET', order.path + '/documents/business_licence',
                     token=handler.token).body == file
    again = hall.call('POST', '/v1/orders', {'project': order.view['project'],
                                             'consents': world.consents()},
                      handler.token, Idempotency_Key='before')
    assert again.body == begun.body
    order.advance('completed')
    hall.close()


def test_a_waiting_client_hears_of_the_end(p):
    """Whoever waits when the hall ends gets an answer, and soon."""
    hall = p.hall()
    world = p.world(hall)
    handler = world.register()
    order = handler.begin()
    found = []

    def wait():
        found.append(hall.call('GET', order.path, token=handler.token, If_None_Match=order.etag,
                               Prefer='wait=30'))
    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.7)
    begun = time.monotonic()
    assert hall.stop() == 0
    thread.join()
    assert time.monotonic() - begun < 10
    assert found[0].status in (304, 503), found
    hall.close()


def test_nothing_written_is_lost(p):
    """A crash: what was answered with a success is there afterwards."""
    hall = p.hall()
    world = p.world(hall)
    handler = world.register()
    numbers = [handler.begin().number for _ in range(5)]
    hall.process.kill()
    hall.process.wait()
    hall.start()
    found = hall.expect(200, 'GET', '/v1/orders', token=handler.token).json['orders']
    assert [order['number'] for order in found] == numbers[::-1]
    hall.close()


def test_second_local_hall(p):
    """A local hall that runs already is named, so that the program can use it."""
    hall = p.hall()
    status, out, _ = p.run('--local', '--data', hall.folder)
    assert status == 3 and hall.url in out, (status, out)
    with open(os.path.join(hall.folder, 'address'), encoding='utf-8') as file:
        assert file.read() == hall.url
    hall.expect(200, 'GET', '/healthz')
    assert hall.stop() == 0
    assert not os.path.exists(os.path.join(hall.folder, 'address'))
    hall.start()
    hall.close()


def test_second_hall_on_one_folder(p):
    hall = p.hall(local=False)
    status, _, complaint = p.run('--config', os.path.join(hall.folder, 'certhalld.conf'))
    assert status == 1 and 'another certhalld runs' in complaint, (status, complaint)
    hall.close()


def test_refusals_at_the_start(p):
    """A wrong setting ends it at once, with 2 and a sentence that names the setting."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'conf')
        for change, word in (('workers = 4', 'workers'), ('[payee]', 'rabbits')):
            text = CONFIG.format(folder=folder)
            text = text.replace(change, 'workers = none' if word == 'workers'
                                else f'{word} = 7\n[payee]')
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
            status, _, complaint = p.run('--config', path)
            assert status == 2 and word in complaint, (status, complaint)
        for arguments in (('--nonsense',), ('--local', '--config', path), ('stray',)):
            status, _, complaint = p.run(*arguments)
            assert status == 2 and complaint, arguments
        assert p.run('--version')[0] == 0


def test_consents_are_recorded(p):
    """Which text, in which version, when, by whom, from where, with which program."""
    hall = p.hall()
    world = p.world(hall)
    order = world.register().begin().advance('awaiting-handler-auth')
    text = 'SELECT document, version, sha256, account, address FROM consents WHERE order_number = ?'
    given = {row[0]: row for row in rows(hall, text, order.number)}
    assert set(given) == {consent['id'] for consent in world.consents()}
    for consent in world.consents():
        row = given[consent['id']]
        assert row[1:3] == (consent['version'], consent['sha256']) and row[3]
        assert row[4] == '127.0.0.1'
    order.new_link().consent()
    face = rows(hall, text + " AND document = 'face-data'", order.number)
    assert len(face) == 1 and face[0][4] == '127.0.0.1'
    hall.close()


def test_the_trail_is_a_chain(p):
    """One entry for each move and look, each bound to the one before; nobody can change one."""
    hall = p.hall()
    order = p.world(hall).register().begin().advance('under-review')
    trail = rows(hall, 'SELECT position, previous, hash, event FROM audit WHERE order_number = ? '
                 'ORDER BY position', order.number)
    assert [row[0] for row in trail] == list(range(1, len(trail) + 1))
    assert [row[1] for row in trail[1:]] == [row[2] for row in trail[:-1]]
    head = rows(hall, 'SELECT audit_count, audit_head FROM orders WHERE number = ?', order.number)
    assert head == [(len(trail), trail[-1][2])]
    database = sqlite3.connect(os.path.join(hall.folder, 'hall.db'), timeout=20)
    for change in ('UPDATE audit SET note = 1', 'DELETE FROM audit'):
        try:
            database.execute(change)
        except sqlite3.Error as error:
            assert 'append-only' in str(error)
        else:
            raise AssertionError(f'{change} was done')
    database.close()
    hall.close()


def test_nothing_personal_on_the_disk(p):
    """Neither in the database, its journal, the files, nor the log. None of the values is one that
    the catalogue shows as an example: the catalogue's versions are kept as they are."""
    hall = p.hall()
    handler = p.world(hall).register()
    own = {'handler.name': '欧阳静宜', 'handler.mobile': '13912345670',
           'handler.id_number': '110105199003078123',
           'basic_account.account_no': '755900000020202'}
    order = handler.begin().advance('under-review', **own)
    secrets = [handler.mobile, handler.token, *own.values()]
    for folder, _, names in os.walk(hall.folder):
        for name in names:
            if name.startswith('sandbox.db'):  # what the practice phone shows, in the clear
                continue
            with open(os.path.join(folder, name), 'rb') as file:
                text = file.read()
            for secret in secrets:
                assert secret.encode() not in text, (name, secret)
            assert b'%PDF' not in text and pictures.jpeg(100)[:20] not in text, name
    log = hall.read_log()
    assert not re.search('|'.join(secrets), log) and order.number
    hall.close()


def test_only_the_owner_reads(p):
    """The key and the folder are nobody else's."""
    hall = p.hall()
    assert os.stat(os.path.join(hall.folder, 'key')).st_mode & 0o077 == 0
    with tempfile.TemporaryDirectory() as outer:
        fresh = p.hall(folder=os.path.join(outer, 'new', 'hall'))
        assert os.stat(fresh.folder).st_mode & 0o077 == 0
        fresh.close()
    hall.close()


def main():
    tap.run(tap.tests_of(sys.modules[__name__]), Program(sys.argv[1], sys.argv[2]))


if __name__ == '__main__':
    main()
