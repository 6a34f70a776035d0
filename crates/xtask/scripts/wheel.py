"""wheel.py WHEEL LICENCE… BILL: puts licences and a bill of materials into a wheel, so that the same files are the same bytes.

Links of its page to files of the sources become plain text: a wheel has none of them."""

import base64
import hashlib
import pathlib
import re
import sys
import zipfile

wheel, *licences, bill = map(pathlib.Path, sys.argv[1:])
with zipfile.ZipFile(wheel) as packed:
    files = [(name, packed.read(name)) for name in packed.namelist()]
    modes = {entry.filename: entry.external_attr for entry in packed.infolist()}
home = next(name for name, _ in files if name.endswith(".dist-info/RECORD")).removesuffix("RECORD")

added = {home + "licenses/" + path.name: path.read_bytes() for path in licences}
added[home + "sboms/" + bill.name] = bill.read_bytes()
files = [(name, text) for name, text in files if name not in added and name != home + "RECORD"]
named = "".join(f"License-File: {path.name}\n" for path in licences).encode()
for place, (name, text) in enumerate(files):
    if name == home + "METADATA":
        text = re.sub(rb"\[([^\]\n]+)\]\([^):#\s]+\)", rb"\1", text)
        if b"\nLicense-File: " not in text:
            text = text.replace(b"\nSummary: ", b"\n" + named + b"Summary: ", 1)
        files[place] = (name, text)
files += added.items()

record = ""
for name, text in files:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text).digest()).rstrip(b"=").decode()
    record += f"{name},sha256={digest},{len(text)}\n"
files.append((home + "RECORD", (record + home + "RECORD,,\n").encode()))
with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for name, text in files:
        entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = modes.get(name) or 0o100644 << 16
        packed.writestr(entry, text)
