"""zip.py FOLDER NAME TO: packs FOLDER/NAME so that the same files are the same bytes."""

import pathlib
import sys
import zipfile

folder, name, to = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for path in sorted((folder / name).rglob("*")):
        if path.is_file():
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, path.read_bytes())
