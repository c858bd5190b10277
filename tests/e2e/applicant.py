# SPDX-License-Identifier: GPL-3.0-or-later
#
# The handler at the applicant's window, from registering to the certificate.

import json
import os
import time

import scans
import screen

PASSWORD = "Geheim-2026"


class Applicant:
    """One person in front of one window. look(NAME) is called where a page is worth a picture."""

    SEALS = {}                                 # slot -> where its scan is stamped, in mm

    def __init__(self, stage, app, phone, look):
        self.stage, self.app, self.phone, self.look = stage, app, phone, look
        self.words = stage.words
        self.window = None
        self.number = None

    @classmethod
    def prepare(cls, stage):
        """What is there before the program is started."""

    # -- small things --------------------------------------------------------------------------

    def word(self, text):
        return self.words(text)

    def click(self, text, role="button", timeout=20):
        return self.app.click(self.words(text), role, self.window, timeout)

    def see(self, text, timeout=30, role="any", contains=True):
        """Waits until the window says it."""
        return self.app.find(text, role, self.window, timeout, contains)

    def see_step(self, name, timeout=40):
        """Waits until a step of the wizard is the one in view."""
        label = self.words.domain("step", name)
        current = self.words("current")
        screen.wait_until(f"step {name}", lambda: any(
            node.get_description() == current
            for node in self.app.find_all(label, "item", self.window)), timeout)

    def see_state(self, name, timeout=60):
        """Waits until the order in view has that state."""
        self.see(self.words.domain("state", name), timeout)

    def view(self, text):
        """One of the three views; a number can stand behind its name."""
        self.app.press(self.app.find(self.words(text), "tab", self.window, 20, contains=True))

    # -- registering ---------------------------------------------------------------------------

    def register(self, mobile):
        self.see(self.word("Forgot the password?"))
        self.look("sign-in")
        self.click("Forgot the password?")
        self.look("new-password")
        self.click("Back to signing in")
        self.click("Register a new account")
        self.look("register")
        self.app.type(self.word("Mobile number"), mobile, self.window)
        self.click("Send the code")
        self.click("Practice phone", "toggle")
        self.see(mobile)
        self.look("register-code")
        self.click("Fill in the code")
        self.app.type(self.word("Password"), PASSWORD, self.window)
        self.click("Practice phone", "toggle")
        self.click("_Register")

    # -- the wizard ----------------------------------------------------------------------------

    def begin(self, certificate_type):
        self.see(self.words.label(self.words.certificate_type(certificate_type)))
        self.look("project")
        self.app.check(self.words.label(self.words.certificate_type(certificate_type)),
                       within=self.window)
        for consent in self.words.catalog["consents"]:
            for box in self.app.find_all(self.words.label(consent), "toggle", self.window, True):
                if not screen.is_checked(box):
                    self.app.press(box)
                    self.app.focus(box)            # scrolls there
        self.look("agreements")
        self.click("_Next")
        self.see_step("fill")

    def put(self, field_id, value):
        """One field, as typed by hand; what goes with another field by itself is left to it."""
        section, field = self.words.field(field_id)
        group = self.app.find(self.words.label(section), "group", self.window)
        label = self.words.label(field)
        if field["kind"] == "choice":
            choice = next(c for c in field["choices"] if c["id"] == value)
            self.app.choose(label, self.words.label(choice), group)
            return
        for entry in self.app.find_all(label, "entry", group, contains=True):
            if screen.text_of(entry) != value and screen.is_editable(entry):
                self.app.write(entry, value)

    def fill(self, fields):
        self.look("fill-empty")
        for field_id, value in fields.items():
            self.put(field_id, value)
        self.look("fill")
        self.click("_Next")
        self.see_step("confirm")

    def confirm(self):
        """Compares, confirms, and saves both sheets; returns the scans of them by slot."""
        self.look("check")
        self.click("_Confirm")
        self.app.find(self.word("Is everything filled in correctly? Go to the next step?"),
                      timeout=20)
        self.look("question")
        self.app.click(self.word("_OK"))
        self.see(self.word("Confirmed. Please print both sheets now."))
        self.look("print")
        scanned = {slot: self._save_and_scan(slot)
                   for slot in ("application_form", "seal_capture_sheet")}
        self.click("_Next")
        self.see_step("documents")
        return scanned

    def _save_and_scan(self, slot):
        label = self.words.label(self.words.document(slot))
        pdf = self.stage.path("papers", f"{slot}.pdf")
        tab = self.app.find(label, "tab", self.window)
        if not screen.is_checked(tab):
            self.app.press(tab)
        if os.path.exists(pdf):
            os.unlink(pdf)
        time.sleep(0.5)
        self.click("_Save as a file…")
        self.app.save_file(self.word("_Save"), pdf)
        screen.wait_until(f"{pdf} is saved",
                          lambda: os.path.exists(pdf) and os.path.getsize(pdf) > 1000)
        return scans.scan_pdf(pdf, self.stage.path("papers", f"{slot}-scan.pdf"),
                              self.SEALS.get(slot, ()))

    def upload(self, files):
        """A file for each slot; goes on when the hall has them all."""
        for slot, path in files.items():
            self.upload_one(slot, path)
        self.look("documents")

    def choose_files(self, slot, *paths):
        """By the button on the card of a slot; returns the card."""
        card = self.app.find(self.words.label(self.words.document(slot)), "group", self.window)
        button = next(node for node in screen.walk(card, scrolled=True)
                      if screen.role_of(node) == "push button"
                      and screen.name_of(node).startswith(self._choosing_words()))
        self.app.press(button)
        self.app.open_file(self.word("_Choose"), *paths)
        return card

    def upload_one(self, slot, path):
        card = self.choose_files(slot, path)
        label = self.words.label(self.words.document(slot))
        begun = time.monotonic()
        screen.wait_until(f"{slot} is on its way", lambda: self._is_on_its_way(card) or (
            time.monotonic() - begun > 3), 60)
        screen.wait_until(f"{slot} is uploaded", lambda: not self._is_on_its_way(card)
                          and self.app.is_there(f"{self.word('Remove')} {label}", within=card), 60)

    def _is_on_its_way(self, card):
        return (self.app.is_there(self.word("Being checked…"), within=card, contains=True)
                or self.app.is_there(self.word("Cancel"), within=card, contains=True))

    def _choosing_words(self):
        return tuple(self.word(text) for text in ("Choose a file", "Replace"))

    def authenticate(self):
        self.see_step("auth")
        self.stage.forget_page()
        self.look("handler-code")
        self.click("_Open on this computer", timeout=30)
        self.phone.authenticate(self.stage.wait_for_page(), self.look)
        self.see_step("payment")

    def pay_online(self, channel, app):
        """channel: "wechat" or "alipay"; app: what its code is scanned with."""
        self.look("payment")
        self.app.check(self.words.domain("channel", "transfer"), within=self.window)
        self.see(self.word("Payee"))
        self.look("payment-transfer")
        self.app.check(self.words.domain("channel", channel), within=self.window)
        self.see(self.words(f"Scan with {app}"))
        self.look("payment-code")
        self.stage.forget_page()
        self.click("_Open on this computer", timeout=30)
        self.phone.pay(self.stage.wait_for_page(), self.look)
        self.see_step("result", 60)
        self.look("result")

    def pay_by_transfer(self, voucher):
        self.app.check(self.words.domain("channel", "transfer"), within=self.window)
        self.upload_one("payment_voucher", voucher)
        self.look("payment-transfer")
        self.click("_Submit")
        self.see_step("result", 60)
        self.look("result-transfer")

    def show_order(self):
        self.click("_Show in My orders")
        self.see(self.word("What has happened"))
        self.look("order")

    def front(self):
        """Brings the window to the front, as starting the program again does."""
        self.stage.run("certhall")
        self.look.window = self.window
        time.sleep(0.5)

    def open_order(self):
        """The newest order, in detail, out of My orders."""
        self.view("My orders")
        if self.app.is_there(self.word("What has happened"), within=self.window):
            return
        orders = self.app.find(self.word("My orders"), "list", self.window, 30)
        screen.wait_until("an order is in the list", lambda: self._rows(orders), 30)
        self.app.click_at(self._rows(orders)[0])
        self.see(self.word("What has happened"))

    @staticmethod
    def _rows(orders):
        return [node for node in screen.walk(orders, scrolled=True)
                if screen.role_of(node) == "list item"]

    def act(self, action):
        """One of the actions of the order in view."""
        self.app.click(self.words.domain("action", action), within=self.window, timeout=30)

    def correct(self, fields, files):
        """After a return: mends what is asked for, and hands it in again."""
        self.act("resubmit")
        self.see_step("fill")
        self.look("correct-fields")
        for field_id, value in fields.items():
            self.put(field_id, value)
        self.click("_Next")
        self.see_step("documents")
        self.look("correct-documents")
        self.look_at_marks(files)
        for slot, path in files.items():
            self.upload_one(slot, path)
        self.click("_Next")
        self.see_step("result")
        self.look("corrected")
        self.click("_Submit again")
        self.see_state("under-review")

    def look_at_marks(self, files):
        """Where the reviewer has drawn: for who takes the time."""

    def prove_account(self, number):
        """Another account for the bank proof."""
        self.act("fin-auth")
        self.see(self.word("Bank proof again"))
        self.look("bank-account")
        self.put("basic_account.account_no", number)
        self.act("resubmit")

    def load_application(self, name):
        path = os.path.join(self.stage.source, "tests", "data", "applications", f"{name}.json")
        with open(path, encoding="utf-8") as file:
            return json.load(file)["fields"]
