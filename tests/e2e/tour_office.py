# SPDX-License-Identifier: GPL-3.0-or-later
#
# tour_office.py SOURCE BUILD LANGUAGE FOLDER [THEME]: a day of the hall's staff in a hall with a few
# hundred orders, leaving a picture of every view in FOLDER. THEME as in GTK_THEME: Adwaita:dark.

import os
import sys

import journey
import office
import screen
import seeded
import stage


def main():
    source, build, language, folder, *theme = sys.argv[1:]
    place = stage.Stage(source, build, language)
    if theme:
        place.env["GTK_THEME"] = theme[0]
    hall = seeded.SeededHall(place)
    log = os.path.join(place.home, "certhall.log")
    app = screen.App(["certhall", "--reviewer", "--local"], "certhall", place.env, log, hall.papers)
    look = journey.Pictures(folder)
    try:
        staff = office.Office(place, hall, app, look)
        for part in (staff.review, staff.cashier, staff.producer, staff.administrator):
            part()
    except Exception:
        with open(log, encoding="utf-8", errors="replace") as file:
            print(file.read()[-4000:])
        look("where-it-stopped")
        raise
    finally:
        app.close()
        place.close()
    print(f"{look.count} pictures in {folder}")


main()
