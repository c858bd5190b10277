# SPDX-License-Identifier: GPL-3.0-or-later
#
# Driving a GTK window through AT-SPI, as a person with a screen reader would: by role and
# name. Needs an X display and a D-Bus session of its own (see run.sh).

import os
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

ROLES = {
    "button": ("push button",),
    "toggle": ("toggle button", "check box", "radio button", "check menu item", "radio menu item"),
    "tab": ("radio button", "toggle button", "push button", "page tab"),
    "entry": ("text", "password text", "spin button", "entry"),
    "combo": ("combo box",),
    "label": ("label", "static", "heading", "alert", "notification", "info bar"),
    "item": ("list item", "table cell", "tree item"),
    "menu": ("menu item", "push button", "check menu item", "radio menu item"),
    "dialog": ("dialog", "alert", "file chooser", "frame"),
    "list": ("list box", "list"),
    "group": ("filler", "panel"),
    "any": None,
}


class Missing(Exception):
    """Something that should be on the screen is not."""


def _children(node):
    try:
        count = node.get_child_count()
    except Exception:  # the widget went away while it was looked at
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except Exception:
            continue
        if child is not None:
            yield child


def _state(node, state):
    try:
        return node.get_state_set().contains(state)
    except Exception:
        return False


def is_showing(node):
    return _state(node, Atspi.StateType.SHOWING) and _state(node, Atspi.StateType.VISIBLE)


def is_sensitive(node):
    return _state(node, Atspi.StateType.SENSITIVE)


def is_checked(node):
    return _state(node, Atspi.StateType.CHECKED)


def is_selected(node):
    return _state(node, Atspi.StateType.SELECTED)


def has_focus(node):
    return _state(node, Atspi.StateType.FOCUSED)


def is_editable(node):
    return is_sensitive(node) and _state(node, Atspi.StateType.EDITABLE)


def walk(node, showing=True, scrolled=False):
    """Every accessible below node, depth first. Hidden branches are left out; what is merely
    scrolled out of view is not: a person scrolls."""
    yield node
    for child in _children(node):
        role = role_of(child)
        if showing and role not in ("application", "frame", "menu", "menu bar"):
            if not (is_showing(child) or (scrolled and _state(child, Atspi.StateType.VISIBLE))):
                continue
        yield from walk(child, showing, scrolled or role == "scroll pane")


def name_of(node):
    """Its name, without the key of a mnemonic that stands behind it: 下一步(N)."""
    try:
        return re.sub(r"\([A-Z]\)$", "", node.get_name() or "")
    except Exception:
        return ""


def role_of(node):
    try:
        return node.get_role_name()
    except Exception:
        return ""


def text_of(node):
    """What a text widget holds; "" for what holds none."""
    try:
        text = node.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""
    except Exception:
        return ""


class App:
    """A started program and its accessible tree."""

    def __init__(self, command, name, env=None, log=None, folder=None):
        self.log = open(log, "wb") if log else subprocess.DEVNULL
        self.process = subprocess.Popen(command, env=env, cwd=folder, stdout=self.log,
                                        stderr=self.log)
        self.name = name
        self.root = self._wait_for_root()

    def _wait_for_root(self, timeout=30):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Missing(f"{self.name} ended with {self.process.returncode}")
            desktop = Atspi.get_desktop(0)
            for child in _children(desktop):
                if name_of(child) == self.name and child.get_child_count() > 0:
                    return child
            time.sleep(0.05)
        raise Missing(f"{self.name} does not appear")

    def close(self, timeout=10):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.log is not subprocess.DEVNULL:
            self.log.close()

    def windows(self):
        return [w for w in _children(self.root) if is_showing(w)]

    def window(self, title=None, timeout=15):
        """The toplevel of that title; the newest one without."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            windows = [w for w in self.windows() if title is None or title in name_of(w)]
            if windows:
                return windows[-1]
            time.sleep(0.05)
        raise Missing(f"no window “{title}”; there are {[name_of(w) for w in self.windows()]}")

    def find_all(self, name, role="any", within=None, contains=False):
        roles = ROLES[role]
        found = []
        for node in walk(within or self.root, scrolled=within is not None):
            own = name_of(node)
            if (name in own if contains else own == name) and (roles is None or role_of(node) in roles):
                found.append(node)
        return found

    def find(self, name, role="any", within=None, timeout=15, contains=False, sensitive=False):
        """Waits until something of that name and role can be seen (and, if asked, used)."""
        end = time.monotonic() + timeout
        while True:
            found = self.find_all(name, role, within, contains)
            if sensitive:
                found = [n for n in found if is_sensitive(n)]
            if found:
                return found[0]
            if time.monotonic() > end:
                raise Missing(f"no {role} “{name}” on the screen; there is:\n{self.dump(within)}")
            if self.process.poll() is not None:
                raise Missing(f"{self.name} ended with {self.process.returncode}")
            time.sleep(0.05)

    def is_there(self, name, role="any", within=None, contains=False):
        return bool(self.find_all(name, role, within, contains))

    def wait_gone(self, name, role="any", within=None, timeout=15, contains=False):
        end = time.monotonic() + timeout
        while self.is_there(name, role, within, contains):
            if time.monotonic() > end:
                raise Missing(f"{role} “{name}” does not go away")
            time.sleep(0.05)

    def click(self, name, role="button", within=None, timeout=15):
        node = self.find(name, role, within, timeout, sensitive=True)
        self.press(node)
        return node

    @staticmethod
    def press(node):
        action = node.get_action_iface()
        if action is None or Atspi.Action.get_n_actions(action) == 0:
            raise Missing(f"“{name_of(node)}” cannot be pressed")
        Atspi.Action.do_action(action, 0)

    def type(self, name, text, within=None, timeout=15):
        """Puts text into the entry of that name, in place of what it held."""
        node = self.find(name, "entry", within, timeout, sensitive=True)
        self.write(node, text)
        return node

    def write(self, node, text):
        self.focus(node)
        editable = node.get_editable_text_iface()
        if editable is None:
            raise Missing(f"“{name_of(node)}” cannot be written into")
        Atspi.EditableText.set_text_contents(editable, text)

    def _wait_for_chooser(self, timeout):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            for window in reversed(self.windows()):    # it may belong to a dialog
                if role_of(window) in ("dialog", "file chooser"):
                    return window
            time.sleep(0.1)
        raise Missing(f"no file chooser opens; there is:\n{self.dump()}")

    def save_file(self, button, path, timeout=20):
        """In the file chooser for saving: writes the path and presses its button."""
        window = self._wait_for_chooser(timeout)
        entry = next(n for n in walk(window) if role_of(n) == "text" and is_editable(n))
        self.write(entry, path)
        self.click(button, within=window)

    def open_file(self, button, *paths, timeout=20):
        """In the file chooser for opening, which begins where the program was started: picks
        files of that folder, and no other, and presses its button."""
        window = self._wait_for_chooser(timeout)
        rows = []
        for path in paths:
            cell = self.find(os.path.basename(path), "item", window, timeout)
            while role_of(cell.get_parent()) != "table":
                cell = cell.get_parent()
            table = cell.get_parent().get_table_iface()
            rows.append(Atspi.Table.get_row_at_index(table, cell.get_index_in_parent()))
        for selected in Atspi.Table.get_selected_rows(table):
            Atspi.Table.remove_row_selection(table, selected)
        for row in rows:
            Atspi.Table.add_row_selection(table, row)
        self.click(button, within=window)

    @staticmethod
    def focus(node):
        component = node.get_component_iface()
        if component is not None:
            Atspi.Component.grab_focus(component)

    def dialog(self, title, timeout=15):
        """A dialog of that title."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            for window in self.windows():
                if role_of(window) in ("dialog", "alert") and title in name_of(window):
                    return window
            time.sleep(0.05)
        raise Missing(f"no dialog “{title}”; there are {[name_of(w) for w in self.windows()]}")

    def wait_until_gone(self, window, timeout=30):
        wait_until("a dialog goes", lambda: not is_showing(window), timeout)

    @staticmethod
    def click_at(node):
        """With the pointer, where it is on the screen: for rows of lists."""
        box = Atspi.Component.get_extents(node.get_component_iface(), Atspi.CoordType.SCREEN)
        x, y = box.x + min(box.width // 2, 120), box.y + box.height // 2
        Atspi.generate_mouse_event(x, y, "abs")
        time.sleep(0.1)
        Atspi.generate_mouse_event(x, y, "b1c")

    def check(self, name, on=True, within=None, timeout=15):
        node = self.find(name, "toggle", within, timeout)
        if is_checked(node) != on:
            self.press(node)
        return node

    def choose(self, combo, item, within=None, timeout=15):
        """Picks an item of a combo box by its name."""
        node = self.find(combo, "combo", within, timeout, sensitive=True)
        for candidate in walk(node, showing=False):
            if name_of(candidate) == item and role_of(candidate) == "menu item":
                self.press(candidate)
                return node
        raise Missing(f"“{combo}” has no item “{item}”")

    def dump(self, within=None):
        """What can be seen, a line each, for failures."""
        lines = []
        for node in walk(within or self.root, scrolled=within is not None):
            name = name_of(node)
            if name:
                mark = "" if is_sensitive(node) else " (insensitive)"
                lines.append(f"  {role_of(node)}: {name[:100]}{mark}")
        return "\n".join(lines[:300])


def press_escape(window):
    """Without a window manager keys go to the window below the pointer."""
    box = Atspi.Component.get_extents(window.get_component_iface(), Atspi.CoordType.SCREEN)
    Atspi.generate_mouse_event(box.x + box.width // 2, box.y + box.height // 2, "abs")
    time.sleep(0.2)
    Atspi.generate_keyboard_event(0xff1b, None, Atspi.KeySynthType.SYM)


def picture(path, window=None):
    """What the display shows, as a PNG file; of a window what it covers."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    crop = []
    if window is not None:
        box = Atspi.Component.get_extents(window.get_component_iface(), Atspi.CoordType.SCREEN)
        crop = ["-crop", f"{box.width}x{box.height}+{box.x}+{box.y}", "+repage"]
    subprocess.run(["import", "-window", "root", *crop, path], check=True)


def wait_until(what, condition, timeout=20, pause_s=0.05):
    """pause_s: between two questions; who asks much leaves the window time to draw."""
    end = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > end:
            raise Missing(f"it did not happen: {what}")
        time.sleep(pause_s)
