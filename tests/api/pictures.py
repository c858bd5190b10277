# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files to upload, made without any picture library.

import struct


def segment(marker, payload):
    return b'\xff' + bytes([marker]) + struct.pack('>H', len(payload) + 2) + payload


def jpeg(grey=128, width=640, height=480):
    """A baseline JPEG of one grey: a single difference for its first block, then nothing but zeros."""
    level = grey - 128  # of the mean of 64 points, quantised by 8
    size = abs(level).bit_length()
    bits = '0' if size == 0 else '10' + format(level if level > 0 else level + 2**size - 1,
                                               f'0{size}b')
    bits += '0' + '00' * ((width + 7) // 8 * ((height + 7) // 8) - 1)
    bits += '1' * (-len(bits) % 8)
    data = bytes(int(bits[at:at + 8], 2) for at in range(0, len(bits), 8))
    quantities = bytes([8] + [1] * 63)
    lengths = bytes([1, 1] + [0] * 14)
    return b''.join((
        b'\xff\xd8', segment(0xdb, b'\0' + quantities),
        segment(0xc0, struct.pack('>BHHBBBB', 8, height, width, 1, 1, 0x11, 0)),
        segment(0xc4, b'\x00' + lengths + bytes([0, max(size, 1)])),
        segment(0xc4, b'\x10' + bytes([1] + [0] * 15) + b'\0'),
        segment(0xda, bytes([1, 1, 0, 0, 63, 0])), data.replace(b'\xff', b'\xff\0'), b'\xff\xd9'))


def another(file, mark):
    """The same PDF file with other bytes behind its end."""
    return file + f'\n% {mark}\n'.encode()
