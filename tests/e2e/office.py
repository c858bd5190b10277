# SPDX-License-Identifier: GPL-3.0-or-later
#
# A day in the hall's office, for looking at: each of the staff at the window of their work, in a hall
# with a few hundred orders in it.

import os
import time

import reviewer
import screen
from screen import Atspi

CERTIFICATES = """业务单号,证书序列号,有效期起,有效期止
{order},5F3A00C2D1,2026-11-23,2027-11-22
17,5F3A00C2D2,2026-11-23,2027-11-22
"""
PARCELS = """业务单号,快递公司,快递单号
{order},顺丰速运,SF1234567890123
20261122999999,顺丰速运,SF1234567890124
"""
STATISTICS = ("Orders by state, now", "Orders that came into a state, by day",
              "Time to decision, by day", "Reasons of returns")
PAGES = ("Staff", "Project catalogues", "Working days", "Orders on desks", "Records")


class Office(reviewer.Reviewer):
    """Everybody of the staff, one after the other."""

    def __init__(self, stage, hall, app, look):
        super().__init__(stage, app, look)
        self.hall = hall
        self.window = look.window = app.window(self.words("CertHall review"))

    # -- small things --------------------------------------------------------------------------

    def enter(self, actor, seen):
        """Somebody's day begins; seen: what stands in the window then."""
        self.app.click(self.words.domain("actor", actor), within=self.window, timeout=60)
        self.click("_Sign in")
        self.app.find(self.words(seen), within=self.window, timeout=40)
        time.sleep(1)                              # lists arrive

    def press_key(self, keysym):
        """Keys go to the window below the pointer: it is put where nothing is."""
        box = Atspi.Component.get_extents(self.window.get_component_iface(), Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(box.x + box.width // 2, box.y + 30, "abs")
        time.sleep(0.2)
        Atspi.generate_keyboard_event(keysym, None, Atspi.KeySynthType.SYM)
        time.sleep(0.5)

    def look_at_dialog(self, title, name, before=None):
        """A dialog with its picture; before: what is done in it."""
        dialog = self.app.window(self.words(title))
        if before is not None:
            before(dialog)
        time.sleep(0.5)
        own, self.look.window = self.look.window, dialog
        self.look(name)
        self.look.window = own
        return dialog

    def close(self, dialog):
        screen.press_escape(dialog)
        self.app.wait_until_gone(dialog)

    def tab(self, name):
        self.app.click(name, "tab", self.window)
        time.sleep(1.5)

    def look_at_keys(self, name):
        """The window of keys: Escape leads out of what is written in."""
        self.press_key(0xff1b)
        self.press_key(0x3f)
        time.sleep(1)
        self.look(name)
        self.press_key(0xff1b)

    def choose_row(self, name, text):
        """The row of a list that says something."""
        found = self.app.find(self.words(name), within=self.window)
        row = self.app.find(text, "item", found, 30, contains=True)
        self.app.focus(row)                        # scrolls there
        time.sleep(0.5)
        self.app.click_at(row)
        time.sleep(3)                              # its page is drawn

    def choose_file(self, dialog, name):
        """By the button for the file, the first one of the dialog."""
        self.app.press(next(node for node in screen.walk(dialog, scrolled=True)
                            if screen.role_of(node) == "push button"
                            and screen.name_of(node) not in ("关闭", "Close", "")))
        time.sleep(1)
        self.app.open_file(self.words("_Open"), os.path.join(self.hall.papers, name))
        time.sleep(1.5)

    def import_table(self, menu, button, name):
        """A table is read, looked at, and left alone."""
        self.click(menu, "toggle")
        self.look(f"production-menu-{name[:-4]}")
        self.app.click(self.words(button))
        dialog = self.app.window(self.words(button))
        self.choose_file(dialog, name)
        self.close(self.look_at_dialog(button, f"production-import-{name[:-4]}"))

    # -- the views -----------------------------------------------------------------------------

    def review(self):
        """The queue with its tabs, and an order that a colleague has."""
        self.enter("reviewer", "Queue")
        self.look("queue")
        taken = self.hall.orders("guanli", "review")[3]
        self.hall.claim("guanli", taken)
        self.app.type(self.words("Search the queue"), "张三不在此", self.window)
        time.sleep(2)
        self.look("queue-nothing-found")
        self.app.type(self.words("Search the queue"), taken, self.window)
        time.sleep(2)
        queue = self.app.find(self.words("Queue"), within=self.window)
        self.app.click_at(self._rows(queue)[0])
        self.app.find(self.words("Documents"), within=self.window, timeout=30)
        time.sleep(2)
        self.look("desk-taken")
        self.look_at_keys("shortcuts-review")
        self.sign_out()

    def cashier(self):
        """A transfer beside its voucher, a statement, what of it matches, and refunds."""
        self.enter("cashier", "Import a bank statement")
        self.choose_row("Queue", self.hall.organisation)
        self.look("money-transfer")
        self.click("Import a bank statement")
        dialog = self.look_at_dialog("Import a bank statement", "money-import-empty")
        self.choose_file(dialog, "statement.csv")
        entry = self.app.find(self.words("Bank of the statement"), "combo", dialog)
        self.app.write(next(node for node in screen.walk(entry, showing=False)
                            if screen.role_of(node) == "text"), "工商银行")
        self.look_at_dialog("Import a bank statement", "money-import")
        self.app.click(self.words("Import"), within=dialog)
        time.sleep(1.5)
        self.app.click(self.words("_Close"), within=dialog)
        self.app.wait_until_gone(dialog)
        self.look("money-statement")
        self.tab(self.words("Transfers"))
        self.look("money-transfer-matched")
        self.tab(self.words("Refunds"))
        self.look("money-refunds")
        self.look_at_keys("shortcuts-money")
        self.sign_out()

    def producer(self):
        """The table, both imports, and address labels."""
        self.enter("producer", "Start production")
        self.look("production")
        table = self.app.find(self.words("Orders to produce"), within=self.window)
        self.app.click_at(next(screen.walk(table.get_child_at_index(16), scrolled=True)))
        self.look("production-chosen")
        orders = {"order": self.hall.orders("zhizheng", "shipping")[0]}
        self.hall.write("certificates.csv", CERTIFICATES.format(**orders))
        self.hall.write("parcels.csv", PARCELS.format(**orders))
        self.import_table("Certificates", "Import a table of certificates", "certificates.csv")
        self.import_table("Courier numbers", "Import a table of courier numbers", "parcels.csv")
        self.click("Labels", "toggle")
        self.look("production-labels")
        self.app.click(self.words("Show the labels"))
        time.sleep(3)
        self.close(self.look_at_dialog("Address labels", "production-labels-paper"))
        self.look_at_keys("shortcuts-production")
        self.sign_out()

    def administrator(self):
        self.enter("administrator", "Review")
        self.tab(self.words("Administration"))
        for number, title in enumerate(STATISTICS):
            self.app.choose(self.words("What is counted"), self.words(title), self.window)
            time.sleep(1)
            self.look(f"statistics-{number}")
        self.tab(self.words("Table"))
        self.look("statistics-table")
        for page in PAGES:
            self.app.click_at(self.app.find(self.words(page), "label", self.window))
            time.sleep(1.5)
            self.look(f"admin-{page.lower().replace(' ', '-')}")
        self.sign_out()
