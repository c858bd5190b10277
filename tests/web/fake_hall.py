# SPDX-License-Identifier: GPL-3.0-or-later
#
# As much of a hall as the phone page and the cashier page talk to, as data/openapi.yaml describes
# it. What it answers is in `phone` and `bill`; what it was sent is kept for the test to look at.
# It can be told to fail: drop connections, refuse pictures, answer that the link is gone.

import json
import os
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

TOKEN = 'k' * 43
PAYMENT = 'P20261122000017A'
CSP = ("default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
       "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
MEDIA_TYPES = {'.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8',
               '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml'}

TEXTS = {
    'zh': {
        'hall': '练习营业厅',
        'consent': ('人脸信息处理单独同意书', '\n'.join((
            '人脸信息属于敏感个人信息。为确认办理人就是业务单上的经办人，手机页面会拍摄您的身份证原件正、反面，'
            '以及按提示完成动作时的三张照片，由营业厅审核人员与身份证核对。',
            '照片加密保存，只有审核人员在核对时可以查看，每次查看都有记录；认证失败、超时或您取消时立即删除。',
            '您可以不同意。不同意的，请选择“其他认证方式”，由工作人员通过视频或到受理点核验，不影响办理。'))),
        'captures': (('身份证人像面', '把身份证放平，四边都在框内，不要反光。'),
                     ('身份证国徽面', '翻到有国徽的一面，四边都在框内。'),
                     ('正视镜头', '脸在椭圆里，摘下口罩和墨镜。'),
                     ('向左转头', '转到能看见右耳，停住。'),
                     ('张开嘴', '嘴张开，停住。')),
        'blurred': '照片不清晰，请在亮处重拍。',
        'other-amount': '金额与应付的不符，没有记为已付。',
    },
    'en': {
        'hall': 'Practice hall',
        'consent': ('Separate consent for face data', '\n'.join((
            'Face data is sensitive. To make sure that you are the handler of this order, the '
            'phone page takes pictures of both sides of your identity card and three of you '
            'following short instructions; a reviewer of the hall compares them.',
            'The pictures are stored encrypted, seen only by reviewers, each look is recorded; '
            'when the verification fails, expires or is cancelled they are deleted at once.',
            'You can decline. Choose “another way” then: staff verify you by video or at a '
            'counter, and the order goes on.'))),
        'captures': (('Identity card, portrait side',
                      'Lay the card flat, all four edges in the frame, no glare.'),
                     ('Identity card, emblem side',
                      'Turn it over; all four edges in the frame.'),
                     ('Look at the camera', 'Face in the oval; take off mask and sunglasses.'),
                     ('Turn your head left', 'Until your right ear shows, then hold still.'),
                     ('Open your mouth', 'Wide, and hold still.')),
        'blurred': 'The picture is not sharp. Take it again in better light.',
        'other-amount': 'Another amount than the one due; it was not counted.',
    },
}
CAPTURES = (('id-portrait', 'environment'), ('id-emblem', 'environment'),
            ('action-1', 'user'), ('action-2', 'user'), ('action-3', 'user'))


def time_text(seconds_from_now):
    return time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(time.time() + seconds_from_now))


def jpeg_size(data):
    """(width, height) of a whole JPEG file; raises ValueError if it is none."""
    if data[:3] != b'\xff\xd8\xff' or data[-2:] != b'\xff\xd9':
        raise ValueError('not a JPEG file')
    at = 2
    while at + 9 < len(data):
        marker, length = data[at + 1], struct.unpack('>H', data[at + 2:at + 4])[0]
        if marker in (0xC0, 0xC1, 0xC2):
            height, width = struct.unpack('>HH', data[at + 5:at + 9])
            return width, height
        at += 2 + length
    raise ValueError('no size in the JPEG file')


class FakeHall:
    """Listens on a free port of 127.0.0.1 from the start; close() ends it."""

    def __init__(self, data_folder):
        self.data_folder = data_folder
        self.lock = threading.Lock()
        self.reset()
        hall = self

        class Bound(Handler):
            pass
        Bound.hall = hall
        self._server = ThreadingHTTPServer(('127.0.0.1', 0), Bound)
        self._server.daemon_threads = True
        self.url = f'http://127.0.0.1:{self._server.server_address[1]}'
        self.phone_url = f'{self.url}/phone/{TOKEN}'
        self.cashier_url = f'{self.url}/cashier/{PAYMENT}'
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def reset(self, lives_s=600, organisation='深圳市测试样例科技有限公司', practice=True):
        """A fresh link and an unpaid bill."""
        self.organisation = organisation
        self.practice = practice
        self.expires_at = time_text(lives_s)
        self.gone = False           # the link is used up or too old
        self.phone_state = 'waiting'
        self.consent = None         # what was put
        self.pictures = {}          # capture id -> bytes
        self.refuse_pictures = 0    # how many of the next to answer with 422
        self.drop = 0               # how many of the next uploads or calls to cut off
        self.cut = []               # bytes that had arrived of those cut off
        self.delay_s = 0.0          # before each picture is answered
        self.calls = []             # (method, path)
        self.bill_state = 'issued'
        self.channel = 'wechat'
        self.payments = []          # bodies of pay

    def phone(self, lang):
        texts = TEXTS[lang]
        label, body = texts['consent']
        return {
            'state': self.phone_state, 'hall': texts['hall'], 'organisation': self.organisation,
            'handler': '李*明', 'practice': self.practice, 'expires_at': self.expires_at,
            'consent': {'id': 'face-data', 'version': '1.0', 'sha256': 'ab' * 32,
                        'label': label, 'text': body},
            'captures': [{'id': name, 'label': label, 'hint': hint, 'camera': camera,
                          'done': name in self.pictures}
                         for (name, camera), (label, hint) in zip(CAPTURES, texts['captures'])],
        }

    def bill(self, lang):
        return {'state': self.bill_state, 'hall': TEXTS[lang]['hall'], 'order': '20261122000017',
                'channel': self.channel, 'amount_fen': 90000, 'expires_at': self.expires_at}


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *arguments):
        pass

    # -- answers -----------------------------------------------------------------------------

    def answer(self, status, body=b'', media_type='application/json'):
        self.send_response(status)
        if status != 204:
            self.send_header('Content-Type', media_type)
            self.send_header('Content-Length', str(len(body)))
        self.send_header('Content-Security-Policy', CSP)
        self.send_header('Cache-Control', 'no-store')
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    def answer_json(self, value):
        self.answer(200, json.dumps(value, ensure_ascii=False).encode())

    def answer_problem(self, status, name, detail):
        problem = {'type': f'urn:certhall:problem:{name}', 'title': name, 'status': status,
                   'detail': detail}
        self.answer(status, json.dumps(problem, ensure_ascii=False).encode(),
                    'application/problem+json')

    def answer_file(self, folder, name):
        path = os.path.join(self.hall.data_folder, folder, os.path.basename(name))
        if not os.path.isfile(path):
            self.answer_problem(404, 'not-found', name)
            return
        with open(path, 'rb') as file:
            self.answer(200, file.read(), MEDIA_TYPES[os.path.splitext(path)[1]])

    def cut_off(self):
        """Takes a part of the body and hangs up, as a phone in a lift does."""
        self.hall.cut.append(len(self.rfile.read(int(self.headers['Content-Length'] or 0) // 2)))
        self.close_connection = True
        self.connection.shutdown(2)

    # -- requests ----------------------------------------------------------------------------

    @property
    def lang(self):
        return 'zh' if self.headers.get('Accept-Language', 'zh').startswith('zh') else 'en'

    def do_any(self):
        parts = [unquote(part) for part in self.path.split('/')[1:]]
        with self.hall.lock:
            self.hall.calls.append((self.command, self.path))
            dropped = self.command != 'GET' and self.hall.drop > 0
            self.hall.drop -= dropped
        if dropped:
            self.cut_off()
            return
        self.body = self.rfile.read(int(self.headers['Content-Length'] or 0))
        if parts[0] in ('phone', 'cashier') and len(parts) == 2:
            self.answer_file(parts[0], 'index.html')
        elif parts[0] in ('phone-assets', 'cashier-assets'):
            self.answer_file(parts[0].removesuffix('-assets'), parts[1])
        elif parts[:2] == ['v1', 'phone']:
            self.route_phone(parts[2], parts[3:])
        elif parts[:2] == ['v1', 'cashier']:
            self.route_cashier(parts[2], parts[3:])
        else:
            self.answer_problem(404, 'not-found', self.path)

    do_GET = do_PUT = do_POST = do_DELETE = do_any

    def route_phone(self, token, rest):
        if token != TOKEN or self.hall.gone:
            self.answer_problem(404, 'not-found', 'gone')
        elif self.command == 'GET' and rest == []:
            self.answer_json(self.hall.phone(self.lang))
        elif self.command == 'DELETE' and rest == []:
            self.hall.pictures.clear()
            self.hall.gone = True
            self.answer(204)
        elif self.command == 'PUT' and rest == ['consent']:
            self.hall.consent = json.loads(self.body)
            self.hall.phone_state = 'consented'
            self.answer(204)
        elif self.command == 'PUT' and rest[0] == 'captures':
            self.take_picture(rest[1])
        elif self.command == 'POST' and rest == ['finish']:
            self.end_of_pictures()
        else:
            self.answer_problem(405, 'invalid', self.command)

    def take_picture(self, name):
        time.sleep(self.hall.delay_s)
        if self.hall.phone_state != 'consented':
            self.answer_problem(409, 'conflict', 'consent first')
        elif self.hall.refuse_pictures > 0:
            self.hall.refuse_pictures -= 1
            self.answer_problem(422, 'invalid', TEXTS[self.lang]['blurred'])
        elif self.headers['Content-Type'] != 'image/jpeg':
            self.answer_problem(415, 'invalid', self.headers['Content-Type'])
        else:
            self.hall.pictures[name] = self.body
            self.answer(204)

    def end_of_pictures(self):
        if len(self.hall.pictures) < len(CAPTURES):
            self.answer_problem(409, 'conflict', 'pictures are missing')
        else:
            self.hall.phone_state = 'done'
            self.answer(204)

    def route_cashier(self, payment, rest):
        if payment != PAYMENT:
            self.answer_problem(404, 'not-found', payment)
        elif self.command == 'GET':
            self.answer_json(self.hall.bill(self.lang))
        elif self.hall.bill_state != 'issued':
            self.answer_problem(409, 'conflict', self.hall.bill_state)
        else:
            self.pay(json.loads(self.body))

    def pay(self, body):
        self.hall.payments.append(body)
        if body.get('amount_fen', 90000) != 90000:
            self.answer_problem(422, 'invalid', TEXTS[self.lang]['other-amount'])
        else:
            self.hall.bill_state = 'paid'
            self.answer(204)
