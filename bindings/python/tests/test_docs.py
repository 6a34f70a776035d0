"""The examples of the documentation run: those of the README, and those of the functions."""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import pkgutil
import re
from datetime import date
from pathlib import Path

import polars as pl
import pyarrow as pa
import tierspayant as tp

README = Path(__file__).resolve().parents[1] / "README.md"


def test_the_examples_of_the_readme_run(dossier):
    tables = {name: pa.table(one) for name, one in tp.synthetic(people=30, lines=300, bad_cells=0).items()}
    names = {
        "dossier": dossier,
        "date": date,
        "pa": pa,
        "pl": pl,
        "lines": tables["lines"].drop_columns(["pharmacy", "operator"]),
        "rejects": tables["rejects"].drop_columns(["rejected_cents"]),
        **{name: tables[name] for name in ("coverage", "exemptions", "contracts")},
        "codes": None,
        "year": tp.synthetic_returns(invoices=60),
    }
    names["rights"] = tp.rights(**{name: names[name] for name in ("coverage", "exemptions", "contracts")})
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    # What other engines do is run, and compared, by `cargo xtask engines`.
    here = [block for block in blocks if "spark" not in block]
    assert len(here) == len(blocks) - 1 >= 3
    for block in here:
        with contextlib.redirect_stdout(io.StringIO()) as shown:
            exec(compile(block, str(README), "exec"), names)
        names["shown"] = names.get("shown", "") + shown.getvalue()
    assert "exemption.not_recorded" in names["shown"] and "À faire" in names["shown"]
    assert len(names["answers"]) == 300
    assert len(names["triaged"]) == len(names["rejects"])
    assert isinstance(names["dossier"], tp.Dossier)


def test_the_examples_of_the_functions_run():
    tried = 0
    for module in pkgutil.iter_modules(tp.__path__, "tierspayant."):
        result = doctest.testmod(importlib.import_module(module.name))
        assert result.failed == 0, module.name
        tried += result.attempted
    assert tried > 0
