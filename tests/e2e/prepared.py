# SPDX-License-Identifier: GPL-3.0-or-later
#
# A practice hall with the orders of a docket in it, each filed by certhallctl as its handler would.

import concurrent.futures
import json
import os
import socket
import subprocess
import urllib.request

import scans

AT_ONCE = 2
DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
STAFF_PASSWORD = "Practice2026"
PASSWORD = "Ab12345678"
PAPERS = {"business_licence": "营业执照", "subject_id_copy": "居民身份证",
          "payment_voucher": "银行转账凭证"}


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def make_code(number):
    """A credit code whose last character is right: GB 32100, weights 3^i modulo 31."""
    code = f"91440300MA5{number:06}"
    rest = sum(DIGITS.index(digit) * pow(3, i, 31) for i, digit in enumerate(code)) % 31
    return code + DIGITS[(31 - rest) % 31]


class PreparedHall:
    """certhalld in a folder of the stage."""

    def __init__(self, stage):
        self.stage = stage
        self.data = os.path.dirname(stage.path("hall", "hall.db"))
        self.url = f"http://127.0.0.1:{free_port()}"
        self.log = open(stage.path("certhalld.log"), "wb")
        self.process = subprocess.Popen(
            ["certhalld", "--local", "--listen", self.url.split("//")[1], "--data", self.data],
            env=stage.env, stdout=subprocess.PIPE, stderr=self.log, text=True)
        said = self.process.stdout.readline()
        assert said == f"certhalld: listening on {self.url}\n", said
        self.numbers = {}                          # organisation -> number

    def close(self):
        self.process.terminate()
        self.process.wait(30)
        self.process.stdout.close()
        self.log.close()

    def file(self, docket):
        """Every order of it, from registration to payment."""
        for slot, words in PAPERS.items():
            scans.picture(self.stage.path("papers", f"{slot}.jpg"), words)
        with open(self.stage.path("password"), "w") as file:
            file.write(PASSWORD + "\n")
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            numbers = pool.map(self._apply, range(1, len(docket) + 1), docket)
        self.numbers = {order.organisation: number for order, number in zip(docket, numbers)}

    def _apply(self, place, order):
        kind = "organisation-person" if order.person else "organisation"
        path = os.path.join(self.stage.source, "tests", "data", "applications", f"{kind}.json")
        with open(path, encoding="utf-8") as file:
            application = json.load(file)
        application["fields"].update(self._fields(application["fields"], place, order))
        path = self.stage.path(f"order-{place}.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(application, file)
        said = self.stage.run(
            "certhallctl", "apply", path, "--documents", self.stage.path("papers", "x")[:-2],
            "--hall", self.url, "--mobile", f"139{place:08}", "--pay", order.pay,
            "--password-file", self.stage.path("password"))
        return said.split()[-2]

    @staticmethod
    def _fields(example, place, order):
        code = make_code(place)
        told = {"organisation.name": order.organisation, "organisation.uscc": code,
                "basic_account.account_name": order.organisation,
                "basic_account.account_no": f"755900{place:05}0101",
                "invoice.title": order.organisation, "invoice.tax_no": code,
                "handler.mobile": f"139{place:08}"}
        told = {field: value for field, value in told.items() if field in example}
        told.update({name.replace("__", "."): value for name, value in order.fields.items()})
        return told

    # what the hall says of it

    def _call(self, path, token=None, body=None):
        request = urllib.request.Request(self.url + path)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        if token is not None:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def look(self, who):
        """organisation -> order, as somebody of the staff is shown it."""
        token = self._call("/v1/staff-sessions", body={"name": who,
                                                       "password": STAFF_PASSWORD})["token"]
        return {organisation: self._call(f"/v1/orders/{number}", token)
                for organisation, number in self.numbers.items()}
