# SPDX-License-Identifier: GPL-3.0-or-later
#
# The whole journey through the real windows, with a browser as the phone and the cashier: an
# application is filed, returned with two reasons, corrected, approved; the bank refuses the
# first account; the certificate is made, sent and received.

import os
import time

import phone
import reviewer
import scans
import screen
import stage
from applicant import Applicant

MOBILE = "13800138000"
GOOD_ACCOUNT = "755900000010101"
REFUSED_ACCOUNT = "755900000014444"     # the sandbox bank knows no such account

# What is returned, and how it is put right: one field, one document.
RETURNED_FIELD, FIELD_REASON = "invoice.tax_no", "I01"
WRONG_TAX_NO, RIGHT_TAX_NO = "91350100M000100Y43", "91999999MA0000023Y"
RETURNED_SLOT, SLOT_REASON = "business_licence", "L02"
COPIES = {"organisation": ("business_licence",),
          "organisation-person": ("business_licence", "subject_id_copy")}


class Pictures:
    """Keeps what the screen shows, numbered, or nothing at all."""

    def __init__(self, folder=None):
        self.folder, self.count = folder, 0
        self.window = None                     # the one in front

    def __call__(self, name, browser=None):
        if self.folder is None:
            return
        self.count += 1
        path = os.path.join(self.folder, f"{self.count:02}-{name}.png")
        time.sleep(0.6)                        # what moves comes to rest
        if browser is not None:
            browser.screenshot(path)
        else:
            screen.picture(path, self.window)


class Journey:
    """Everybody in it, on a stage of their own."""

    def __init__(self, source, build, language, pictures=None, people=(Applicant, reviewer.Reviewer)):
        self.stage = stage.Stage(source, build, language)
        self.look = Pictures(pictures)
        self.log = os.path.join(self.stage.home, "certhall.log")
        self.phone = phone.Phone(language)
        papers = os.path.dirname(self.stage.path("papers", "x"))
        for person in people:
            person.prepare(self.stage)
        self.app = screen.App(["certhall"], "certhall", self.stage.env, self.log, papers)
        self.handler = people[0](self.stage, self.app, self.phone, self.look)
        self.handler.window = self.look.window = self.app.window()
        self.staff = people[1](self.stage, self.app, self.look)

    def close(self):
        self.phone.close()
        self.app.close()
        self.stage.close()

    def tell(self):
        """What the program said, for a failure."""
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()[-4000:]

    def copies(self, certificate_type):
        return {slot: scans.picture(self.stage.path("papers", f"{slot}.jpg"), slot)
                for slot in COPIES[certificate_type]}

    def file(self, certificate_type):
        """From the first window to the submitted order."""
        handler = self.handler
        self.look("welcome")
        handler.click("_Practise")
        handler.register(MOBILE)
        handler.begin(certificate_type)
        fields = handler.load_application(certificate_type)
        fields["basic_account.account_no"] = REFUSED_ACCOUNT
        fields[RETURNED_FIELD] = WRONG_TAX_NO
        handler.fill(fields)
        handler.upload({**handler.confirm(), **self.copies(certificate_type)})
        handler.click("_Next")
        handler.authenticate()
        handler.pay_online(*(("wechat", "WeChat") if certificate_type == "organisation"
                             else ("alipay", "Alipay")))
        handler.show_order()

    def review(self):
        """Returned, corrected, approved; another account; made, sent, received."""
        handler, staff, words = self.handler, self.staff, self.stage.words
        staff.open()
        staff.sign_in(words.domain("actor", "reviewer"))
        staff.pick_only()
        self.look("desk")
        staff.see_in_order(words("Form code and printout"),
                           words("revision %u").replace("%u", "1"))
        staff.tick_document(RETURNED_SLOT, SLOT_REASON)
        staff.tick_field(RETURNED_FIELD, FIELD_REASON)
        staff.do("reject")
        handler.front()
        handler.open_order()
        handler.see_state("rejected")
        self.look("order-returned")
        handler.correct({RETURNED_FIELD: RIGHT_TAX_NO},
                        {RETURNED_SLOT: self.stage.path("papers", f"{RETURNED_SLOT}.jpg")})
        staff.front()
        staff.approve()
        staff.undo()
        staff.approve()
        handler.front()
        handler.open_order()
        handler.see_state("fin-auth-failed", 90)
        self.look("order-bank-failed")
        handler.prove_account(GOOD_ACCOUNT)
        handler.see(words.domain("event", "transfer-ok"), 90)
        self.look("order-accepted")

    def produce(self):
        handler, staff, words = self.handler, self.staff, self.stage.words
        staff.front()
        staff.sign_out()
        staff.sign_in(words.domain("actor", "producer"), elsewhere=True)
        staff.pick_only()
        staff.do("start-production")
        staff.do("ship", (("Courier", "顺丰速运"), ("Courier number", "SF1234567890123")))
        staff.do("complete")
        handler.front()
        handler.see_state("completed")
        self.look("order-completed")

    def look_around(self):
        """Pages that are on nobody's way."""
        handler = self.handler
        handler.click("All orders")
        self.look("orders")
        handler.click("Practice phone", "toggle")
        self.look("phone-drawer")
        handler.click("Practice phone", "toggle")
        handler.view("Help")
        self.look("help")
