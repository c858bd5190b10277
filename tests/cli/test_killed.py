# SPDX-License-Identifier: GPL-3.0-or-later
#
# The service is killed with SIGKILL twenty times while certhallctl files an application, and
# started again on the same data and address. Nothing it has acknowledged may be lost, and nothing
# may be there twice.

import queue
import random
import signal
import subprocess
import sys
import threading
import time

from hall import Hall

import tap

KILLS = 20
KILLS_AT_A_STEP = 2
LICENCE = 'business_licence'
SUBJECT = 'subject_id_copy'


class Filing:
    """certhallctl at work; what it says is read as it comes."""

    def __init__(self, hall, args):
        self.run = subprocess.Popen(args, env=hall.env, stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE)
        self.lines = []
        self.news = queue.Queue()
        self.errors = b''
        self.threads = [threading.Thread(target=self.read), threading.Thread(target=self.hear)]
        for thread in self.threads:
            thread.start()

    def read(self):
        for line in self.run.stdout:
            self.lines.append(line.decode().rstrip('\n'))
            self.news.put(line)
        self.news.put(None)

    def hear(self):
        self.errors = self.run.stderr.read()

    def wait_for_line(self, seconds):
        """False when there will be none any more; True also when none came in time."""
        try:
            return self.news.get(timeout=seconds) is not None
        except queue.Empty:
            return True

    def end(self):
        self.run.wait(90)
        for thread in self.threads:
            thread.join()
        self.run.stdout.close()
        self.run.stderr.close()
        assert self.run.returncode == 0, (self.run.returncode, self.lines, self.errors.decode())


def file_while_killing(hall, args, chance, kills):
    """Kills just after a line and at any moment before the next, so that every step gets its share.
    Returns: the lines, after which of them it was killed."""
    filing = Filing(hall, args)
    after, seen, here = [], 0, 0
    while len(after) < kills:
        patience = chance.uniform(0.02, 0.6) if here < KILLS_AT_A_STEP else 60
        if not filing.wait_for_line(patience):
            break
        here = here if len(filing.lines) == seen else 0
        seen = len(filing.lines)
        if here == KILLS_AT_A_STEP:
            continue
        time.sleep(chance.choice([0, 0, chance.uniform(0, 0.05)]))
        if filing.run.poll() is not None or 'submitted' in filing.lines:
            break
        hall.stop(signal.SIGKILL)
        after.append(filing.lines[-1] if filing.lines else 'nothing')
        here += 1
        time.sleep(chance.choice([0, chance.uniform(0, 0.2)]))
        hall.start()
    filing.end()
    return filing.lines, after


def check_line(hall, number, line):
    """That the store has what a line says."""
    order = hall.query('SELECT state, revision, handler_auth, payment, application_sealed, '
                       'submitted_s FROM orders WHERE number = ?', number)[0]
    word, _, rest = line.partition(' ')
    events = [row[0] for row in hall.query(
        'SELECT event FROM audit WHERE order_number = ?', number)]
    if word == 'document':
        assert hall.query('SELECT COUNT(*) FROM documents WHERE order_number = ? AND slot = ? '
                          'AND live = 1 AND stale = 0', number, rest) == [(1,)], line
    elif word == 'confirmed':
        assert order[1] == int(rest), line
        assert hall.query('SELECT COUNT(*) FROM revisions WHERE order_number = ? AND '
                          'revision = ?', number, int(rest)) == [(1,)], line
    elif word == 'documents':
        assert events.count('documents-complete') == 1, (line, events)
    elif word == 'verified':
        assert order[2] == 'passed' and events.count('auth-passed') == 1, (line, events)
    elif word == 'paid':
        assert order[3] == 'paid' and events.count('pay-notify') == 1, (line, events)
        assert hall.query("SELECT COUNT(*) FROM payments WHERE order_number = ? AND "
                          "state = 'paid'", number) == [(1,)], line
    elif word == 'submitted':
        assert order[0] == 'under-review' and order[5] > 0, line
    elif word == 'application':
        assert order[4] != '', line
    else:
        assert line in ('registered', f'order {number}', f'{number} {order[0]}'), line


def test_killed(context):
    """One application after the other until there were enough kills; mostly the first will do."""
    seed = int(context) if context else random.randrange(1_000_000)
    chance = random.Random(seed)
    print(f'# seed {seed}', flush=True)
    with Hall() as hall:
        documents = hall.documents(LICENCE, SUBJECT)
        application = hall.application('organisation-person')
        said, kills = [], 0
        while kills < KILLS:
            args = hall.apply_args(application, documents, f'13900000{len(said):03}')
            lines, after = file_while_killing(hall, args, chance, KILLS - kills)
            said.append(lines)
            kills += len(after)
            print(f'# application {len(said)}: killed after {", ".join(after)}', flush=True)
        orders = hall.orders()
        assert len(orders) == len(said), orders
        for lines, (number, state, _type) in zip(said, orders):
            assert lines[-1] == f'{number} {state}' == f'{number} under-review', lines
            for milestone in ('application', 'confirmed 1', 'documents 4/4', 'verified', 'paid',
                              'submitted'):
                assert lines.count(milestone) <= 1, lines
            for line in lines:
                check_line(hall, number, line)
        out, err = hall.ctl('audit', 'verify', '--data', hall.data)
        assert out.startswith(f'orders {len(orders)} entries ') and err == '', (out, err)
        assert out.endswith(' broken 0\n'), out


if __name__ == '__main__':
    tap.run(tap.tests_of(sys.modules[__name__]), sys.argv[1] if len(sys.argv) > 1 else None)
