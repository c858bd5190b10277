# SPDX-License-Identifier: GPL-3.0-or-later
#
# The hall's staff at the reviewer's window.

import time

import screen


class Reviewer:
    """One of the staff after the other, in the window that `certhall --reviewer` opens."""

    def __init__(self, stage, app, look):
        self.stage, self.app, self.look = stage, app, look
        self.words = stage.words
        self.window = None

    @classmethod
    def prepare(cls, stage):
        """What is there before the program is started."""

    def open(self):
        """In the program that runs already: another window, another person."""
        self.stage.run("certhall", "--reviewer", "--local")
        self.window = self.look.window = self.app.window(self.words("CertHall review"))

    def front(self):
        self.stage.run("certhall", "--reviewer")
        self.look.window = self.window
        time.sleep(0.5)

    def click(self, text, role="button", timeout=20):
        return self.app.click(self.words(text), role, self.window, timeout)

    def sign_in(self, who, elsewhere=False):
        """who: as the hall names a part of its staff, in the window's language;
        elsewhere: their day begins in another view than the desk's
        """
        self.app.click(who, within=self.window, timeout=30)
        self.look("staff-sign-in")
        self.click("_Sign in")
        if elsewhere:
            self.app.click(self.words("Review"), "tab", self.window, 30)
        self.app.find(self.words("Queue"), within=self.window, timeout=30)

    def sign_out(self):
        self.click("Account", "toggle")
        self.app.click(self.words("Sign out"), "menu")

    def pick_only(self):
        """The order, out of a queue with one order in it."""
        queue = self.app.find(self.words("Queue"), within=self.window, timeout=30)
        screen.wait_until("an order is in the queue", lambda: self._rows(queue), 60)
        self.app.click_at(self._rows(queue)[0])
        self.app.find(self.words("Documents"), within=self.window, timeout=30)

    @staticmethod
    def _rows(queue):
        return [node for node in screen.walk(queue, scrolled=True)
                if screen.role_of(node) == "list item"]

    def see_in_order(self, check, seen):
        """What is in order is folded away; what was seen there is said with it."""
        start = self.words("In order: %u").partition("%u")[0]
        self.app.press(self.app.find(start, "toggle", self.window, 30, contains=True))
        self.app.find(check, within=self.window)
        self.app.find(seen, within=self.window, contains=True)
        self.look("desk-in-order")

    def do(self, action, inputs=(), name=None):
        """One of the actions at the head of the desk, with what its dialog asks for."""
        label = self.words.domain("action", action)
        self.app.click(label, within=self.window, timeout=30)
        dialog = self.app.dialog(label)
        for entry, value in inputs:
            self.app.type(self.words(entry), value, dialog)
        self.look(name or f"desk-{action}")
        self.app.click(label, within=dialog)
        self.app.wait_until_gone(dialog)

    def approve(self):
        """What is still open is accepted, and with it the order; for ten seconds it can be undone."""
        rest = self.app.find(self.words("Accept the _rest"), within=self.window, timeout=30)
        if screen.is_sensitive(rest):              # after undoing, all is accepted already
            self.app.press(rest)
        self.look("desk-accepted")
        self.app.click(self.words.domain("action", "approve"), within=self.window, timeout=10)
        self.app.find(self.words("_Undo"), within=self.window, timeout=20)
        self.look("desk-held")

    def undo(self):
        self.app.click(self.words("_Undo"), within=self.window, timeout=10)
        self.app.find(self.words("Accept the _rest"), within=self.window, timeout=20)

    def tick_document(self, slot, reason):
        self._tick(self.words.label(self.words.document(slot)), reason)

    def tick_field(self, field_id, reason):
        section, field = self.words.field(field_id)
        self._tick(f"{self.words.label(section)}{', ' if self.words.language == 'en' else '，'}"
                   f"{self.words.label(field)}", reason)

    def _tick(self, place, reason):
        """Something to be returned, and why."""
        tick = self.app.find(self.words.form("Return: %s", place), "toggle", self.window, 30)
        row = tick
        while screen.role_of(row) != "list item":
            row = row.get_parent()
        self.app.focus(row)                        # scrolls there
        time.sleep(0.5)
        self.app.press(tick)
        self.choose_reason(reason)
        if self.app.is_there(self.words("_Done")):
            self.app.click(self.words("_Done"))

    def choose_reason(self, reason):
        row = self.app.find(f"{reason} ", "toggle", None, 20, contains=True)
        self.app.press(row)
        self.look(f"desk-reason-{reason}")

    def see_state(self, name, timeout=60):
        self.app.find(self.words.domain("state", name), "any", self.window, timeout, contains=True)
