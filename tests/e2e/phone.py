# SPDX-License-Identifier: GPL-3.0-or-later
#
# The handler's phone and the sandbox cashier: the pages the service serves, in headless Chromium
# with its fake camera.

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "web"))

import webdriver  # noqa: E402

N_PICTURES = 5


class Phone:
    """One browser for the whole journey."""

    def __init__(self, language):
        self.browser = webdriver.Browser(language={"zh_CN": "zh-CN"}.get(language, "en"))

    def close(self):
        self.browser.quit()

    def authenticate(self, url, seen=None):
        """Consent, both sides of the identity card, three actions. seen(NAME) takes pictures."""
        browser = self.browser
        browser.open(url)
        browser.wait_for("#consent-title")
        self._look(seen, "phone-consent")
        browser.find("#consent-tick").click()
        browser.find("#consent-agree").click()
        for number in range(1, N_PICTURES + 1):
            browser.wait(lambda: str(number) in browser.find("#capture-number").text,
                         f"picture {number} is asked for")
            browser.wait_for("#capture-shoot").click()
            browser.wait_for("#capture-use")
            if number in (1, 3):
                self._look(seen, f"phone-picture-{number}")
            browser.find("#capture-use").click()
        browser.wait_for("#notice-title")
        self._look(seen, "phone-done")

    def pay(self, url, seen=None):
        """Presses the cashier's button."""
        browser = self.browser
        browser.open(url)
        browser.wait_for("#pay")
        self._look(seen, "cashier")
        browser.find("#pay").click()
        browser.wait_for("#result-title")
        self._look(seen, "cashier-paid")

    def _look(self, seen, name):
        if seen is not None:
            seen(name, self.browser)
