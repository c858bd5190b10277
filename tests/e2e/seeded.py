# SPDX-License-Identifier: GPL-3.0-or-later
#
# A practice hall that has seen a few weeks before anybody opens a window: seeded orders, one paid
# by transfer with a voucher, and bank statements and tables to import where the file chooser begins.

import json
import os
import subprocess
import urllib.request

import scans

ORDERS = 400
PASSWORD = "Practice2026"
VOUCHER_MOBILE = "13900000001"
VOUCHER = "网上银行电子回单  转账 900.00 元"
STATEMENT = """交易日期,借方发生额,贷方发生额,对方户名,对方账号,附言,流水号
2026-11-20,,900.00,{organisation},755900000010101,业务单{number},A100201
2026-11-20,,900.00,张三,6222020200112233,证书费,A100202
2026-11-21,,九百,某某公司,4402,货款,A100203
2026-11-21,12.00,,银行,0,手续费,A100204
2026-11-22,,320.00,北京示例商贸有限公司,110900123,会议费,A100205
"""


class SeededHall:
    """In the folder in which the program looks for its practice hall."""

    def __init__(self, stage, orders=ORDERS):
        self.stage = stage
        self.organisation = None                   # that has paid by transfer
        self.data = os.path.dirname(stage.path("data", "certhall", "practice", "x"))
        self.papers = os.path.dirname(stage.path("papers", "x"))
        self.like = os.path.join(stage.source, "tests", "data", "applications", "organisation.json")
        with self._served() as process:
            try:
                self._apply(process.stdout.readline().split()[-1])
            finally:
                process.terminate()
        stage.run("certhallctl", "seed", self.like, "--orders", str(orders), "--data", self.data)

    def _served(self):
        return subprocess.Popen(["certhalld", "--local", "--data", self.data], env=self.stage.env,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def _apply(self, url):
        """An order paid by transfer, filed without a window."""
        scans.picture(os.path.join(self.papers, "business_licence.jpg"), "营业执照")
        scans.picture(os.path.join(self.papers, "payment_voucher.jpg"), VOUCHER, 1600, 1000)
        password = self.stage.path("password")
        with open(password, "w") as file:
            file.write("Geheim-2026\n")
        said = self.stage.run("certhallctl", "apply", self.like, "--documents", self.papers, "--hall",
                              url, "--mobile", VOUCHER_MOBILE, "--password-file", password,
                              "--pay", "transfer")
        number = next(line.split()[1] for line in said.splitlines() if line.startswith("order "))
        with open(self.like, encoding="utf-8") as file:
            self.organisation = json.load(file)["fields"]["organisation.name"]
        self.write("statement.csv", STATEMENT.format(organisation=self.organisation, number=number))

    def write(self, name, text):
        """A file to import."""
        with open(os.path.join(self.papers, name), "w", encoding="utf-8") as file:
            file.write(text)

    def call(self, method, path, body=None, token=None):
        """What a colleague at another desk does, while the program's own hall runs."""
        with open(os.path.join(self.data, "address"), encoding="utf-8") as file:
            url = file.read().strip()
        request = urllib.request.Request(url + path, method=method)
        request.add_header("Content-Type", "application/json")
        if body is not None:
            request.data = json.dumps(body).encode()
        if token is not None:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read() or b"null")

    def claim(self, staff, order):
        """The order lies on the desk of somebody else."""
        token = self.call("POST", "/v1/staff-sessions",
                          {"name": staff, "password": PASSWORD})["token"]
        self.call("POST", f"/v1/orders/{order}/claim", token=token)

    def orders(self, staff, tab):
        """Numbers of the orders of a tab of the queue, the first ones."""
        token = self.call("POST", "/v1/staff-sessions",
                          {"name": staff, "password": PASSWORD})["token"]
        page = self.call("GET", f"/v1/queue?tab={tab}", token=token)
        return [order["number"] for order in page["orders"]]
