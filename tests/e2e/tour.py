# SPDX-License-Identifier: GPL-3.0-or-later
#
# tour.py SOURCE BUILD LANGUAGE FOLDER: the same journey as the test, with a look at everything
# beside the way, leaving a picture of every page in FOLDER.

import sys

import journey
import inspector
import sights


def main():
    source, build, language, folder = sys.argv[1:5]
    play = journey.Journey(source, build, language, folder, (sights.Sightseer, inspector.Inspector))
    try:
        play.file("organisation-person")
        play.review()
        play.produce()
        play.look_around()
    except Exception:
        print(play.tell())
        play.look("where-it-stopped")
        raise
    finally:
        play.close()
    print(f"{play.look.count} pictures in {folder}")


main()
