# SPDX-License-Identifier: GPL-3.0-or-later
#
# The papers a person would scan: pictures of documents, and printed forms that come back as JPEG.

import glob
import os
import struct
import subprocess

SCAN_DPI = 150
SEAL_INK = "#cc2f2fd0"
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"


def picture(path, words, width=1240, height=1754):
    """A page with a few words on it, as a JPEG file."""
    subprocess.run(["convert", "-size", f"{width}x{height}", "xc:#f8f6f0", "-fill", "#303030",
                    "-font", FONT, "-pointsize", "60", "-draw", f"text 120,220 '{words}'",
                    "-draw", f"rectangle 120,300 {width - 120},310",
                    "-draw", "rectangle 120,420 900,430", "-draw", "rectangle 120,520 800,530",
                    "-attenuate", "0.15", "+noise", "Gaussian", "-quality", "80", path], check=True)
    return path


def stamp(page, seals):
    """Red seals on the scan of a page: (x, y) of their middles, in mm."""
    px = SCAN_DPI / 25.4
    drawing = []
    for x, y in seals:
        drawing += ["-fill", "none", "-stroke", SEAL_INK, "-strokewidth", f"{1.2 * px:.1f}", "-draw",
                    f"circle {x * px:.1f},{y * px:.1f} {(x + 20) * px:.1f},{y * px:.1f}",
                    "-fill", SEAL_INK, "-stroke", "none", "-font", FONT, "-pointsize",
                    f"{14 * px:.0f}", "-draw",
                    f"text {(x - 7) * px:.1f},{(y + 5) * px:.1f} '★'"]
    subprocess.run(["mogrify", *drawing, "-quality", "85", page], check=True)


def sides_of_card(picture, folder):
    """Two pictures, one of each side, out of one with both."""
    _, width, height, _ = read_jpeg(picture)
    sides = []
    for name, top in (("card-front.jpg", 0.14), ("card-back.jpg", 0.465)):
        path = os.path.join(folder, name)
        box = f"{int(width * 0.56)}x{int(height * 0.275)}+{int(width * 0.22)}+{int(height * top)}"
        subprocess.run(["convert", picture, "-crop", box, "+repage", "-auto-level", path],
                       check=True)
        sides.append(path)
    return sides


def scan_pdf(pdf, path, seals=()):
    """All pages of a printed PDF file, scanned into one PDF file as scanners make them: a
    JPEG for each page. seals: on the first page, see stamp()."""
    base = os.path.splitext(path)[0] + "-page"
    subprocess.run(["pdftoppm", "-r", str(SCAN_DPI), "-jpeg", "-jpegopt", "quality=70",
                    pdf, base], check=True)
    pages = sorted(glob.glob(base + "*.jpg"))
    for page in pages: # the paper is not wholly white, and no sensor is without noise
        subprocess.run(["mogrify", "+level", "6%,96%", "-attenuate", "0.15", "+noise", "Gaussian",
                        "-quality", "70", page], check=True)
    if seals:
        stamp(pages[0], seals)
    write_pdf(path, [read_jpeg(page) for page in pages])
    for page in pages:
        os.unlink(page)
    return path


def read_jpeg(path):
    """(data, width, height, colour space) by its frame header."""
    with open(path, "rb") as file:
        data = file.read()
    at = 2
    while not 0xC0 <= data[at + 1] <= 0xC2:
        at += 2 + int.from_bytes(data[at + 2:at + 4], "big")
    height, width = struct.unpack(">HH", data[at + 5:at + 9])
    return data, width, height, "DeviceRGB" if data[at + 9] == 3 else "DeviceGray"


def write_pdf(path, pictures):
    """A page for each picture, at the size it was scanned from. ISO 32000-1, 7.5."""
    kids = " ".join(f"{3 * i + 3} 0 R" for i in range(len(pictures)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               f"<</Type/Pages/Count {len(pictures)}/Kids[{kids}]>>".encode()]
    for i, (data, width, height, space) in enumerate(pictures):
        box = f"{width * 72 / SCAN_DPI:.2f} {height * 72 / SCAN_DPI:.2f}"
        drawing = f"{box.replace(' ', ' 0 0 ')} 0 0 cm /S Do".encode()
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {box}]/Contents {3 * i + 4} 0 R"
                       f"/Resources<</XObject<</S {3 * i + 5} 0 R>>>>>>".encode())
        objects.append(_stream("", drawing))
        objects.append(_stream(f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
                               f"/ColorSpace/{space}/BitsPerComponent 8/Filter/DCTDecode", data))
    with open(path, "wb") as file:
        file.write(_join(objects))


def _stream(entries, data):
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def _join(objects):
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010} 00000 n \n".encode()
    out += (f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n"
            "%%EOF\n").encode()
    return bytes(out)
