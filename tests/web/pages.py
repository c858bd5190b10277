# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the tests of both pages share: the environment they run in, and what must hold for every
# picture of a page.

import os
import signal
import struct
import sys
import zlib

import tap
import webdriver
from fake_hall import FakeHall

SIZES = {'390': (390, 844), '320': (320, 568)}
MIN_TARGET_PX = 44

# What sticks out of the window sideways, and what is too small to press.
LAYOUT_JS = '''
  const minTarget = arguments[0];
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
  for (const e of document.querySelectorAll('main *, header *')) {
    const box = e.getBoundingClientRect();
    if (box.width === 0 || e.closest('.unseen, .stage, svg') !== null || !e.checkVisibility())
      continue;
    if (box.left < -0.5 || box.right > width + 0.5)
      faults.push(`${e.tagName} ${e.id} sticks out: ${box.left} to ${box.right} in ${width}`);
    if (e.matches('button, summary') && box.height < minTarget)
      faults.push(`${e.tagName} ${e.id} is ${box.height} high`);
    if (e.matches('button') && e.scrollWidth > e.clientWidth)
      faults.push(`the text of ${e.id} is cut`);
  }
  return faults;
'''


class Pages:
    """A hall, a browser, and where pictures go."""

    def __init__(self, picture_folder, data_folder):
        self.picture_folder = picture_folder
        self.hall = FakeHall(data_folder)
        self.browser = webdriver.Browser()

    def close(self):
        self.browser.quit()
        self.hall.close()

    def end_now(self, *_):
        """The test took too long and is told to go: no browser stays behind."""
        self.browser.kill()
        os._exit(1)

    def show(self, name, check=True):
        """Takes the picture NAME.png of the page as it is, after looking for faults."""
        if check:
            faults = self.browser.run(LAYOUT_JS, MIN_TARGET_PX)
            assert faults == [], f'{name}: {faults}'
        self.browser.screenshot(os.path.join(self.picture_folder, f'{name}.png'))

    def show_all(self, name):
        """The same at both sizes, light and dark, and with letters twice as large."""
        for size, (width, height) in SIZES.items():
            self.browser.resize(width, height)
            for dark in (False, True):
                self.browser.prefer(dark=dark)
                self.show(f'{name}-{size}' + ('-dark' if dark else ''))
        self.browser.prefer()
        self.browser.run('document.documentElement.style.fontSize = "200%"')
        self.show(f'{name}-320-large')
        self.browser.run('document.documentElement.style.fontSize = ""')
        self.browser.resize(*SIZES['390'])

    def no_complaints(self):
        """Fails if the browser reported an error of a script or of the security policy."""
        errors = [message for level, message in self.browser.console()
                  if level == 'SEVERE' and 'Failed to load resource' not in message]
        assert errors == [], errors


def main(module):
    """Runs a test program: its arguments are the folders for pictures and of the pages."""
    missing = webdriver.missing()
    if missing:
        tap.skip_all(f'not installed: {missing}')
    pages = Pages(sys.argv[1], sys.argv[2])
    signal.signal(signal.SIGTERM, pages.end_now)
    try:
        tap.run(tap.tests_of(module), pages)
    finally:
        pages.close()


def write_png(path, width, height):
    """A picture for a file input: a smooth gradient."""
    row = b''.join(bytes((x * 255 // width, 128, 200)) for x in range(width))
    rows = zlib.compress(b''.join(b'\0' + row for _ in range(height)), 1)

    def chunk(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', check)
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n'
                   + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
                   + chunk(b'IDAT', rows) + chunk(b'IEND', b''))
