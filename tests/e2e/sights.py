# SPDX-License-Identifier: GPL-3.0-or-later
#
# People on the same journey who stop to look at what is on nobody's way: the licence read by a
# machine, the document doctor, the scanner, findings on their page, the electronic seal, and the
# reviewer's mark on a document that came back.

import os
import subprocess
import time

import scans
import screen
from applicant import Applicant


class Sightseer(Applicant):
    """The handler, with time."""

    # The second impression of the sheet stands over its frame.
    SEALS = {"application_form": ((158, 222),),
             "seal_capture_sheet": ((99, 98), (180, 98), (37, 213))}

    @classmethod
    def prepare(cls, stage):
        cls._make_papers(stage)
        cls._offer_scanner(stage)

    @staticmethod
    def _make_papers(stage):
        """Pictures of documents as people take them, where the file chooser begins."""
        folder = os.path.dirname(stage.path("papers", "x"))
        env = dict(stage.env, G_TEST_SRCDIR=os.path.join(stage.source, "tests"),
                   G_TEST_BUILDDIR=os.path.join(stage.build, "tests"))
        subprocess.run([os.path.join(stage.build, "tests", "scan", "write-scans"), folder],
                       env=env, check=True, capture_output=True)
        scans.sides_of_card(os.path.join(folder, "id-card.jpg"), folder)

    @staticmethod
    def _offer_scanner(stage):
        """SANE's own backend for tests is the only scanner of the stage."""
        stage.env["SANE_CONFIG_DIR"] = os.path.dirname(stage.path("sane", "x"))
        with open(stage.path("sane", "dll.conf"), "w") as file:
            file.write("test\n")
        with open(stage.path("sane", "test.conf"), "w") as file:
            file.write("number_of_devices 2\nmode Gray\nresolution 75.0\ngeometry_max 300.0\n")

    def paper(self, name):
        return self.stage.path("papers", name)

    def look_into(self, window, name):
        """A picture of a window above the own."""
        own, self.look.window = self.look.window, window
        self.look(name)
        self.look.window = own

    def fill(self, fields):
        if self.app.is_there(self.word("Fill in from the licence…"), within=self.window):
            self.look_at_licence()
        super().fill(fields)

    def look_at_licence(self):
        self.click("Fill in from the licence…")
        self.app.open_file(self.word("_Choose"), self.paper("licence.jpg"))
        dialog = self.app.dialog(self.word("From the licence"))
        self.app.find(self.word("_Use these"), within=dialog, timeout=60)
        self.look("licence-proposals")
        self.app.click(self.word("_Cancel"), within=dialog)
        self.app.wait_until_gone(dialog)

    def upload(self, files):
        self.look_at_doctor()
        self.look_at_scanner()
        both = self.paper("card.pdf")
        scans.write_pdf(both, [scans.read_jpeg(self.paper(side))
                               for side in ("card-front.jpg", "card-back.jpg")])
        super().upload({**files, "subject_id_copy": both})
        self.look_at_findings()

    def doctor(self, slot, name, *papers):
        """Files that open the doctor; nothing is made of them."""
        self.choose_files(slot, *(self.paper(paper) for paper in papers))
        label = self.words.label(self.words.document(slot))
        window = self.app.dialog(self.words.form("Adjust: %s", label), 60)
        self.app.find(self.word("_Use this"), "button", window, 60, sensitive=True)
        self.look_into(window, name)
        self.app.click(self.word("_Cancel"), within=window)
        question = self.word("Close without using this?")
        screen.wait_until("it closes, or asks", lambda: not screen.is_showing(window)
                          or self.app.is_there(question))
        if self.app.is_there(question):
            self.app.click(self.word("_Close"), within=self.app.window())
        self.app.wait_until_gone(window)

    def look_at_doctor(self):
        self.doctor("business_licence", "doctor-photo", "licence-photo.jpg")
        self.doctor("subject_id_copy", "doctor-id-card", "card-front.jpg", "card-back.jpg")

    def look_at_scanner(self):
        label = self.words.label(self.words.document("business_licence"))
        self.app.click(f"{self.word('Scan…')} {label}", within=self.window)
        dialog = self.app.dialog(self.words.form("Scan: %s", label))
        self.app.find(self.word("_Scan"), "button", dialog, 30, sensitive=True)
        self.look("scan-dialog")
        self.app.click(self.word("_Cancel"), within=dialog)
        self.app.wait_until_gone(dialog)

    def view_document(self, slot):
        label = self.words.label(self.words.document(slot))
        self.app.click(f"{self.word('View')} {label}", within=self.window)
        return self.app.dialog(label)

    def look_at_findings(self):
        window = self.view_document("application_form")
        self.app.find(self.word("What the machine found"), within=window)
        time.sleep(2)                          # the page is drawn
        self.look_into(window, "document-findings")
        self.close(window)
        window = self.view_document("subject_id_copy")
        self.app.click(self.word("Small pages"), "toggle", window)
        time.sleep(2)
        self.look_into(window, "document-pages")
        self.close(window)
        window = self.view_document("seal_capture_sheet")
        self.app.find(self.word("Picture of the electronic seal"), within=window,
                      timeout=60)
        time.sleep(2)
        self.look_into(window, "document-seal")
        self.close(window)

    def close(self, window):
        """By the button of its title bar; libhandy's has no name: then by the keyboard."""
        for name in ("Close", "关闭"):
            for button in self.app.find_all(name, "button", window):
                self.app.press(button)
                self.app.wait_until_gone(window)
                return
        screen.press_escape(window)
        self.app.wait_until_gone(window)

    def correct(self, fields, files):
        """First what the phone says of it."""
        self.click("Practice phone", "toggle")
        self.look("letter-message")
        self.click("Practice phone", "toggle")
        super().correct(fields, files)

    def look_at_marks(self, files):
        window = self.view_document(next(iter(files)))
        time.sleep(2)
        self.look_into(window, "correct-mark")
        self.close(window)

    def show_order(self):
        if self.app.is_there(self.word("Note for finance…"), within=self.window):
            self.look_at_note()
        super().show_order()

    def look_at_note(self):
        self.click("Note for finance…")
        window = self.app.window(self.word("Note for finance"))
        time.sleep(3)
        self.look_into(window, "finance-note")
        self.app.click(self.word("Find text"), within=window)
        self.app.type(self.word("Find in the pages"), "0.01", window)
        time.sleep(2)
        self.look_into(window, "finance-note-search")
        self.close(window)
