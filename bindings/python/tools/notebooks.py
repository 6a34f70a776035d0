"""Executes the notebooks of the examples; the last line says how many ran."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def main() -> None:
    folder = Path(__file__).resolve().parents[3] / "examples" / "notebooks"
    done = 0
    for file in sorted(folder.glob("*.ipynb")):
        notebook = nbformat.read(file, as_version=4)
        NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
        if len(sys.argv) > 1:
            nbformat.write(notebook, Path(sys.argv[1]) / file.name)
        print(f"{file.name}: executed")
        done += 1
    print(f"{done} notebooks executed")


if __name__ == "__main__":
    main()
