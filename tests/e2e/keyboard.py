# SPDX-License-Identifier: GPL-3.0-or-later
#
# A keyboard and nothing else: keys go to the display, and what has the focus is read through
# AT-SPI. The pointer presses nothing; it rests in the window in front, since keys go to the window
# below it where no window manager says otherwise.

import time

from gi.repository import GLib

import screen
from screen import Atspi, Missing

KEYS = {"Return": 0xff0d, "Escape": 0xff1b, "Tab": 0xff09, "Up": 0xff52, "Down": 0xff54,
        "End": 0xff57, "space": 0x20}
SHIFT, CONTROL, ALT = 50, 37, 64                   # key codes of a PC keyboard
PATIENCE_S = 60                                    # a sanitized build on a busy machine
LOOK_S = 0.3                                       # at least so often, should nothing be told
CALL_MS, START_MS = 10000, 30000                   # a busy machine answers late, and is not asked twice


def _rule(states=(), roles=()):
    held = Atspi.StateSet.new([])
    for state in states:
        held.add(state)
    match = Atspi.CollectionMatchType
    return Atspi.MatchRule.new(held, match.ALL, {}, match.ALL, list(roles), match.ANY, [],
                               match.ALL, False)


def find_all(node, states=(), roles=()):
    """Everything below node that has the states and one of the roles, in one question."""
    return Atspi.Collection.get_matches(node.get_collection_iface(), _rule(states, roles),
                                        Atspi.CollectionSortOrder.CANONICAL, 0, True)


class Keyboard:
    """Keys for the windows of one program."""

    def __init__(self, app):
        Atspi.set_timeout(CALL_MS, START_MS)
        self.moved = False                         # the focus, since it was last looked at
        self.told = None                           # what got it last, as the window tells
        self.listener = Atspi.EventListener.new(self._on_focus_moved)
        self.listener.register("object:state-changed:focused")
        self.app = app
        self.window = None                         # in front, when last looked at
        self.pressed = 0                           # keys so far
        self.seen = 0                              # times the focus was looked for and found

    def _on_focus_moved(self, event):
        if event.detail1 != 0:
            self.moved, self.told = True, event.source

    def _wait_for_move(self):
        """Not by asking again and again: a window that answers all the time draws nothing."""
        end = time.monotonic() + LOOK_S
        while not self.moved and time.monotonic() < end:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.01)
        self.moved = False

    def front(self):
        """The window in front: a dialog is newer than what it belongs to."""
        window = (self.app.windows() or [None])[-1]
        if window is not None and window != self.window:
            box = Atspi.Component.get_extents(window.get_component_iface(),
                                              Atspi.CoordType.SCREEN)
            Atspi.generate_mouse_event(box.x + box.width // 2, box.y + 6, "abs")
            self.window = window
        return window

    def find_focus(self):
        """What has the focus in the window in front; None if nothing has just now."""
        try:
            window = self.front()
            if self.told is not None and screen.has_focus(self.told):
                return self.told
            found = find_all(window, (Atspi.StateType.FOCUSED,)) if window else []
            return found[0] if found else None
        except Exception:                          # a window that goes while it is asked
            return None

    def focus(self, wanted=None, what="the focus is somewhere"):
        """Waits until something that is wanted has the focus. wanted(NODE); nothing: anything."""
        end = time.monotonic() + PATIENCE_S
        self._wait_for_move()
        while True:
            node = self.find_focus()
            if node is not None and (wanted is None or wanted(node)):
                self.seen += 1
                return node
            if time.monotonic() > end:
                where = "nothing" if node is None else describe(node)
                raise Missing(f"{what}: {where} has the focus\n{self.app.dump(self.window)}")
            self._wait_for_move()

    def press(self, *keys):
        """One key after the other, each alone or with what is held: (SHIFT, "a"), or "A"."""
        if self.window is None:
            self.front()
        while GLib.MainContext.default().iteration(False):
            pass                                   # what was told before is old
        self.moved = False
        for key in keys:
            held = key[:-1] if isinstance(key, tuple) else (SHIFT,) if key.isupper() else ()
            name = key[-1] if isinstance(key, tuple) else key.lower() if held else key
            for modifier in held:
                Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.PRESS)
            Atspi.generate_keyboard_event(KEYS.get(name) or ord(name), None,
                                          Atspi.KeySynthType.SYM)
            for modifier in held:
                Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.RELEASE)
            self.pressed += 1


def describe(node):
    """Where something is: its role and name, and those of what it is in."""
    around = node.get_parent()
    return (f"{screen.role_of(node)} “{screen.name_of(node)}” in "
            f"“{screen.name_of(around) if around else ''}”")
