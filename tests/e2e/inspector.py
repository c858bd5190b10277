# SPDX-License-Identifier: GPL-3.0-or-later
#
# A reviewer on the same journey who opens every document, lays the printed form over its scan,
# leaves a note for colleagues and draws on what is wrong.

import time

import reviewer
import screen
from screen import Atspi


class Inspector(reviewer.Reviewer):
    """A reviewer with time."""

    def pick_only(self):
        super().pick_only()
        for slot in ("application_form", "seal_capture_sheet"):
            self._open_document(slot)
            self.look(f"evidence-{slot.split('_')[0]}")
            if slot == "application_form" and self.app.is_there(
                    self.words("Printed form over the scan"), within=self.window):
                self._lay_form_over()
        if self.app.is_there(self.words("Internal notes"), within=self.window):
            self._leave_note()

    def _open_document(self, slot):
        label = self.words.label(self.words.document(slot))
        tabs = self.app.find_all(label, "any", self.window, contains=True)
        row = next((node for node in tabs if screen.role_of(node) == "list item"), tabs[0])
        self.app.click_at(row)
        self.app.find(self.words("What the machine found"), within=self.window, timeout=40)
        time.sleep(4)                          # the page is drawn, the seal looked for

    def _lay_form_over(self):
        scale = self.app.find(self.words("Printed form over the scan"), within=self.window)
        value = scale.get_value_iface()
        Atspi.Value.set_current_value(value, Atspi.Value.get_maximum_value(value) / 2)
        time.sleep(3)
        self.look("evidence-overlay")
        Atspi.Value.set_current_value(value, 0)

    def _leave_note(self):
        notes = self.app.find(self.words("Internal notes"), within=self.window)
        self.app.press(notes)
        self.app.type(self.words("New internal note"), "公章略浅，已电话核实。", self.window)
        self.click("Add note")
        self.app.find("公章略浅，已电话核实。", within=self.window, contains=True)
        self.look("desk-note")

    def draw_on_document(self):
        """A box with the pointer, from the middle of what is shown."""
        self.app.click(self.words("Draw on the document"))
        time.sleep(0.5)
        box = Atspi.Component.get_extents(self.window.get_component_iface(), Atspi.CoordType.SCREEN)
        x, y = box.x + int(box.width * 0.68), box.y + int(box.height * 0.5)
        for event, dx, dy in (("abs", 0, 0), ("b1p", 0, 0), ("abs", 60, 40), ("abs", 130, 90),
                              ("b1r", 130, 90)):
            Atspi.generate_mouse_event(x + dx, y + dy, event)
            time.sleep(0.2)
        self.look("desk-mark")

    def choose_reason(self, reason):
        super().choose_reason(reason)
        if self.app.is_there(self.words("Draw on the document"), "button"):
            self.draw_on_document()
