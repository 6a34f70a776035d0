"""Executes the notebooks of the examples; the last line says how many ran.

``--quick`` makes them small; with a folder as argument, the executed notebooks are written there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def main() -> None:
    folder = Path(__file__).resolve().parents[3] / "examples" / "notebooks"
    folders = [one for one in sys.argv[1:] if one != "--quick"]
    if "--quick" in sys.argv:
        os.environ["TIERSPAYANT_LINES"] = "10000"
    done = 0
    for file in sorted(folder.glob("*.ipynb")):
        notebook = nbformat.read(file, as_version=4)
        NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
        for written in folders:
            nbformat.write(notebook, Path(written) / file.name)
        print(f"{file.name}: executed")
        done += 1
    print(f"{done} notebooks executed")


if __name__ == "__main__":
    main()
