# SPDX-License-Identifier: GPL-3.0-or-later
#
# test_journey.py SOURCE BUILD CERTIFICATE-TYPE LANGUAGE: the whole journey, as a test.

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "web"))

import tap  # noqa: E402
import webdriver  # noqa: E402
import stage  # noqa: E402


def main():
    source, build, certificate_type, language = sys.argv[1:5]
    missing = stage.missing() + (["chromium"] if webdriver.missing() else [])
    if missing:
        tap.skip_all(f"not installed: {', '.join(missing)}")
    import journey
    play = journey.Journey(source, build, language)

    def test_file(play):
        play.file(certificate_type)

    def test_review(play):
        play.review()

    def test_produce(play):
        play.produce()

    try:
        tap.run([test_file, test_review, test_produce], play)
    finally:
        if sys.exc_info()[1] is None or getattr(sys.exc_info()[1], "code", 1):
            print("\n".join("# " + line for line in play.tell().splitlines()))
        play.close()


main()
