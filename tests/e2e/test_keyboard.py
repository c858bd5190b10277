# SPDX-License-Identifier: GPL-3.0-or-later
#
# test_keyboard.py SOURCE BUILD: twenty orders reviewed by keyboard alone; in the evening they
# stand where the docket says, and each family of reasons was used as it says.

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "web"))

import tap  # noqa: E402
import docket  # noqa: E402
import stage  # noqa: E402

EVENING_S = 120           # decisions are held for ten seconds, and the bank answers after that
WAITING = ("under-review", "payment-verifying")


def test_filed(day):
    day.hall.file(docket.DAY)
    orders = day.hall.look("shenhe").values()
    states = [order["state"] for order in orders]
    assert len(states) == 20 and all(state in WAITING for state in states), states
    for order in orders:                           # what was seen of printouts stands with them
        form = next(paper for paper in order["documents"] if paper["slot"] == "application_form")
        assert form["form_revision"] == 1, form


def test_signs_in(day):
    day.open()
    day.clerk.sign_in(day.stage.words.domain("actor", "reviewer"))


def test_reviews(day):
    """J opens the first and leads on; what the clerk reads there says which row of the docket."""
    rows = {order.organisation: order for order in docket.DAY}
    organisation = day.clerk.organisation()
    while rows:
        order = rows.pop(organisation)
        getattr(day.clerk, order.judge)(order)
        organisation = day.clerk.walk_on() if rows else None
    assert not rows, rows


def test_evening(day):
    from screen import wait_until
    expected = {order.organisation: order.state for order in docket.DAY}

    def states():
        return {name: order["state"] for name, order in day.hall.look("shenhe").items()}
    try:
        wait_until("all orders stand where they should", lambda: states() == expected, EVENING_S)
    finally:
        for name, state in states().items():
            print(f"# {name}: {state}" + ("" if state == expected[name] else f", not {expected[name]}"))


def test_reasons(day):
    orders = day.hall.look("shenhe")
    for order in docket.DAY:
        used = [(back["place"], back["code"]) for back in orders[order.organisation]["returns"]]
        fault = order.fault
        assert used == ([(fault.place, fault.reason)] if fault else []), (order, used)
    used = [order.fault.reason[0] for order in docket.DAY if order.fault]
    assert sorted(used) == sorted(docket.FAMILIES), used


def test_goes_round(day):
    day.clerk.go_round()


def test_finds(day):
    day.clerk.find(day.hall.numbers[docket.DAY[0].organisation], docket.DAY[0].organisation)


class Day:
    """The hall, the window and the clerk."""

    def __init__(self, source, build):
        from prepared import PreparedHall
        self.stage = stage.Stage(source, build, "zh_CN")
        self.hall = PreparedHall(self.stage)
        self.log = self.stage.path("certhall.log")
        self.app = self.clerk = None

    def open(self):
        from clerk import Clerk
        from screen import App
        self.app = App(["certhall", "--reviewer", "--hall", self.hall.url], "certhall",
                       self.stage.env, self.log)
        self.clerk = Clerk(self.stage, self.app)

    def close(self):
        if self.app is not None:
            self.app.close()
            with open(self.log, encoding="utf-8", errors="replace") as file:
                print("".join(f"# {line}\n" for line in file.read()[-4000:].splitlines()), end="")
        self.hall.close()
        self.stage.close()


def main():
    if stage.missing():
        tap.skip_all(f"not installed: {', '.join(stage.missing())}")
    day = Day(*sys.argv[1:3])
    try:
        tap.run([test_filed, test_signs_in, test_goes_round, test_reviews, test_evening,
                 test_reasons, test_finds], day)
    finally:
        day.close()


if __name__ == "__main__":
    main()
