"""signature.py FILE...: the signature that a linker put into a file for macOS fits what the file holds now, page by page.

Processors of Apple run nothing else; whatever changes a file after it was linked breaks it.
"""

import hashlib
import pathlib
import struct
import sys

MACHO_64, CODE_SIGNATURE = 0xFEEDFACF, 0x1D
SUPER_BLOB, CODE_DIRECTORY = 0xFADE0CC0, 0xFADE0C02
SHA256 = 2


def command(file, wanted):
    """The body of a load command."""
    (count,) = struct.unpack_from("<I", file, 16)
    place = 32
    for _ in range(count):
        kind, size = struct.unpack_from("<II", file, place)
        if kind == wanted:
            return file[place + 8 : place + size]
        place += size
    raise ValueError("not signed")


def directory(file):
    """The code directory: where it begins."""
    start, _ = struct.unpack("<II", command(file, CODE_SIGNATURE))
    magic, _, count = struct.unpack_from(">III", file, start)
    if magic != SUPER_BLOB:
        raise ValueError("no signature where one is named")
    for blob in range(count):
        _, offset = struct.unpack_from(">II", file, start + 12 + 8 * blob)
        if struct.unpack_from(">I", file, start + offset)[0] == CODE_DIRECTORY:
            return start, start + offset
    raise ValueError("a signature without a directory")


def verified(file):
    """The number of pages, all of which have the hash that is signed."""
    if struct.unpack_from("<I", file)[0] != MACHO_64:
        raise ValueError("no file for macOS of 64 bits")
    end, at = directory(file)
    hashes, _, _, pages, limit = struct.unpack_from(">IIIII", file, at + 16)
    size, kind, _, shift = struct.unpack_from(">BBBB", file, at + 36)
    if kind != SHA256 or limit != end:
        raise ValueError(f"{limit} bytes are signed with hash {kind}, and there are {end}")
    page = 1 << shift
    if pages != -(-limit // page):
        raise ValueError(f"{pages} pages are signed")
    for number in range(pages):
        signed = file[at + hashes + size * number :][:size]
        if hashlib.sha256(file[page * number : min(page * (number + 1), limit)]).digest() != signed:
            raise ValueError(f"page {number} is not what was signed")
    return pages


for name in sys.argv[1:]:
    try:
        print(f"{name}: {verified(pathlib.Path(name).read_bytes())} pages as signed")
    except (ValueError, struct.error) as fault:
        sys.exit(f"{name}: {fault}")
