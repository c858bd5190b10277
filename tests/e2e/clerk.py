# SPDX-License-Identifier: GPL-3.0-or-later
#
# A clerk at the reviewer's desk who has no mouse: what the rows of the docket say is done with
# keys, and nothing is done before it was seen where the focus is.

import screen
from docket import AUTH, ORDER
from keyboard import SHIFT, Atspi, Keyboard, find_all
from screen import name_of, role_of

ROW = (Atspi.Role.LIST_ITEM,)
PLACES = {AUTH: "经办人认证", ORDER: "业务单整体"}    # as hall-reason.c names them


def wait_until(what, condition, timeout=120):
    screen.wait_until(what, condition, timeout, pause_s=0.2)


def is_shown(node):
    """Whether neither the node nor what it is in is hidden."""
    while node is not None and role_of(node) != "frame":
        if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
            return False
        node = node.get_parent()
    return True


def parent_name(node):
    parent = node.get_parent()
    return name_of(parent) if parent else ""


class Clerk:
    """One of the staff, in the window that `certhall --reviewer` opens."""

    def __init__(self, stage, app):
        self.words, self.app, self.keys = stage.words, app, Keyboard(app)
        self.window = app.window(self.words("CertHall review"))

    # where one is

    def rows(self):
        """The rows of the desk, from above: documents and fields."""
        shown = {}                                 # what a row is in: a section that is hidden or not
        data = []
        for row in find_all(self.window, (Atspi.StateType.VISIBLE,), ROW):
            around = row.get_parent()
            if around not in shown:
                shown[around] = is_shown(around)
            if shown[around] and ":" in name_of(row):
                data.append(row)
        return data

    def organisation(self):
        """Of the order that is open, as its data say; None if none is."""
        label = self.words.label(self.words.field("organisation.name")[1])
        for row in self.rows():
            if name_of(row).startswith(f"{label}: "):
                return name_of(row).partition(": ")[2]
        return None

    def is_place(self, row, place):
        """Whether a row of the desk is that of a field, a slot or another place."""
        if place in PLACES:
            heading, label = None, PLACES[place]
        elif "." in place:
            heading, label = (self.words.label(part) for part in self.words.field(place))
        else:
            heading, label = None, self.words.label(self.words.document(place))
        return (role_of(row) == "list item" and name_of(row).startswith(f"{label}: ")
                and (heading is None or parent_name(row) == heading))

    def is_at_row(self, node):
        return role_of(node) == "list item" and ":" in name_of(node)

    # going somewhere

    def sign_in(self, who):
        keys = self.keys
        for _ in range(20):
            keys.press("Tab")
            if name_of(keys.focus()) == who:
                break
        keys.press("Return")
        sign_in = self.words("_Sign in")
        keys.focus(lambda node: name_of(node) == sign_in, "ready to sign in")
        keys.press("Return")
        queue = self.words("Queue")
        wait_until("the queue is there", lambda: self.app.is_there(queue, within=self.window))
        keys.focus()

    def walk_on(self, to_next="j"):
        """To another order, with the focus on the first row of it that is open."""
        before = self.organisation()
        self.keys.press(to_next)
        wait_until("another order is open", lambda: self.organisation() not in (None, before))
        self.keys.focus(self.is_at_row, "in the order that was opened")
        return self.organisation()

    def go_to(self, place):
        """From row to row, with the arrow."""
        self.keys.press("d")
        here = self.keys.focus(self.is_at_row, "at the data")
        rows = self.rows()
        target = next((at for at, row in enumerate(rows) if self.is_place(row, place)), None)
        assert target is not None, f"no row for {place}: {[name_of(row) for row in rows]}"
        steps = target - rows.index(here)
        for _ in range(abs(steps)):
            self.keys.press("Down" if steps > 0 else "Up")
        self.keys.focus(lambda node: self.is_place(node, place), f"at the row of {place}")

    # saying something

    def pick(self, fault):
        """R, and the reason by its number or by searching for it."""
        keys = self.keys
        keys.press("r")
        search = self.words("Search the reasons")
        keys.focus(lambda node: name_of(node) == search, "in the search of the reasons")
        keys.press(*fault.pick)
        if not fault.pick.isdigit():
            keys.press("Return")
        keys.focus(lambda node: fault.reason in name_of(node), f"at {fault.reason}")
        tick = self.app.find(f"{fault.reason} ", "toggle", self.window, contains=True)
        wait_until(f"{fault.reason} is picked", lambda: screen.is_checked(tick))
        keys.press(*fault.text)
        keys.press("Return")
        keys.focus(lambda node: self.is_place(node, fault.place), f"back at {fault.place}")

    def send_letter(self, reason, more=""):
        """Shift R, the letter is read, Enter sends it."""
        keys = self.keys
        keys.press((SHIFT, "r"))
        letter = self.words("Reasons in the letter")
        text = keys.focus(lambda node: name_of(node) == letter, "in the letter")
        sentence = self.words.domain("reason", reason).rstrip("：:。.")
        assert sentence in screen.text_of(text), screen.text_of(text)
        keys.press(*more)
        wait_until("the letter says it", lambda: more in screen.text_of(text))
        keys.press("Return")
        self.see_held()

    def see_held(self):
        """The decision can be undone still, and the focus is where that is done."""
        undo = self.words("_Undo")
        self.keys.focus(lambda node: name_of(node) == undo, "at the button that undoes")

    def undo(self):
        self.keys.press("u")
        self.keys.focus(self.is_at_row, "back in the order")
        self.app.wait_gone(self.words("_Undo"), "button", self.window)

    # what the rows of the docket name

    def accept_rest(self, order):
        self.keys.press((SHIFT, "a"))
        self.approve()

    def accept_each(self, order):
        """A on every row leads on to the next; the last one leaves nothing open."""
        rest = self.app.find(self.words("Accept the _rest"), "button", self.window)
        for _ in range(80):
            if not screen.is_sensitive(rest):
                break
            here = self.keys.focus(self.is_at_row, "at a row")
            self.keys.press("a")
            wait_until("the next row has the focus, or none is left",
                       lambda: not screen.is_sensitive(rest)
                       or self.keys.find_focus() not in (None, here))
        self.approve()

    def approve(self):
        rest = self.app.find(self.words("Accept the _rest"), "button", self.window)
        wait_until("nothing is open", lambda: not screen.is_sensitive(rest))
        self.keys.focus()
        self.keys.press("o")
        self.see_held()

    def accept_twice(self, order):
        """Undone on the way."""
        self.accept_rest(order)
        self.undo()
        self.approve()

    def send_back(self, order):
        self.go_to(order.fault.place)
        self.pick(order.fault)
        self.send_letter(order.fault.reason)

    def send_back_twice(self, order):
        """Undone on the way: the reasons are still there."""
        self.send_back(order)
        self.undo()
        self.send_letter(order.fault.reason)

    def send_back_reworded(self, order):
        self.go_to(order.fault.place)
        self.pick(order.fault)
        self.send_letter(order.fault.reason, " OK")

    # the whole window

    def go_round(self):
        """Tab leads through the window and back to where it began, Shift with Tab back again."""
        self.walk_on()
        seen = self._walk_round("Tab", 600)
        names = [name_of(node) for node in seen]
        for wanted in self._landmarks():
            assert any(name.startswith(wanted) for name in names), (wanted, names)
        for before in reversed(seen[-6:-1]):
            self.keys.press((SHIFT, "Tab"))
            self.keys.focus(lambda node: node == before, f"back at {name_of(before)}")

    def _walk_round(self, key, at_most):
        begun = self.keys.focus()
        seen = [begun]
        for _ in range(at_most):
            here = seen[-1]
            self.keys.press(key)
            seen.append(self.keys.focus(lambda node: node != here, f"on from {name_of(here)}"))
            if seen[-1] == begun:
                return seen
        raise screen.Missing(f"{key} does not come back: {[name_of(node) for node in seen]}")

    def _landmarks(self):
        """One of each part of the window."""
        return (self.words("Search the queue"), self.words.domain("action", "approve"),
                self.words.label(self.words.document("application_form")))

    def find(self, number, organisation):
        """/ and the number, Enter to what was found, Enter opens it."""
        keys = self.keys
        keys.press("/")
        search = self.words("Search the queue")
        keys.focus(lambda node: name_of(node) == search, "in the search of the queue")
        keys.press(*number, "Return")
        keys.focus(lambda node: organisation in name_of(node), "at what was found")
        keys.press("Return")
        wait_until("it is open", lambda: self.organisation() == organisation)
