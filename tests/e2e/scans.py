# SPDX-License-Identifier: GPL-3.0-or-later
#
# The papers a person would scan: pictures of documents, and printed forms that come back as JPEG.

import glob
import os
import subprocess


def picture(path, words, width=1240, height=1754):
    """A page with a few words on it, as a JPEG file."""
    subprocess.run(["convert", "-size", f"{width}x{height}", "xc:#f8f6f0", "-fill", "#303030",
                    "-pointsize", "60", "-draw", f"text 120,220 '{words}'",
                    "-draw", f"rectangle 120,300 {width - 120},310",
                    "-draw", "rectangle 120,420 900,430", "-draw", "rectangle 120,520 800,530",
                    "-quality", "80", path], check=True)
    return path


def scan(pdf, path):
    """The first page of a printed PDF file as a scanner would give it: grey, a little noisy."""
    base = os.path.splitext(path)[0]
    subprocess.run(["pdftoppm", "-r", "150", "-jpeg", "-singlefile", "-f", "1", "-l", "1",
                    pdf, base], check=True)
    made = glob.glob(base + ".jp*g")[0]
    if made != path:
        os.rename(made, path)
    subprocess.run(["mogrify", "-colorspace", "Gray", "-quality", "78", path], check=True)
    return path


def scan_pdf(pdf, path):
    """All pages of a printed PDF file, scanned into one PDF file."""
    base = os.path.splitext(path)[0] + "-page"
    subprocess.run(["pdftoppm", "-r", "150", "-jpeg", "-gray", "-jpegopt", "quality=70",
                    pdf, base], check=True)
    pages = sorted(glob.glob(base + "*.jpg"))
    subprocess.run(["convert", "-density", "150", "-units", "PixelsPerInch", *pages,
                    "-compress", "jpeg", "-quality", "70", path], check=True)
    for page in pages:
        os.unlink(page)
    return path
