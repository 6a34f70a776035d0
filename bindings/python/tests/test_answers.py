"""Whole answers: all that is said of every case, against the answers that are kept beside the cases."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
import tierspayant as tp
from conftest import ROOT, pending

#: What moves with texts and editions, and how far the rights are followed: as `answers.rs` has it.
LEFT_ASIDE = {"message", "todo", "law", "reference", "edition", "digest", "tables", "text", "rules"}
AROUND = timedelta(days=500)


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        kept = ((name, one) for name, one in value.items() if name not in LEFT_ASIDE and one is not None)
        return {name: bare(one) for name, one in kept}
    return [bare(one) for one in value] if isinstance(value, list) else value


def answer(case: dict) -> Any:
    if "document" in case:
        return bare(tp.triage(case["document"]))
    dossier = case["dossier"]
    care = date.fromisoformat(dossier["claim"]["care_date"])
    followed = tp.timeline(dossier, first=care - AROUND, last=care + AROUND)
    return {"check": bare(tp.check(dossier).to_dict()), "timeline": bare(followed)}


@pytest.mark.parametrize("family", sorted(one.stem for one in (ROOT / "tests" / "cases").glob("*.json")))
def test_every_case_has_its_whole_answer(family):
    cases = json.loads((ROOT / "tests" / "cases" / f"{family}.json").read_text(encoding="utf-8"))["cases"]
    cases = [one for one in cases if f"{family}/{one['name']}" not in pending()]
    known = (ROOT / "tests" / "answers" / f"{family}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(cases) == len(known)
    for case, line in zip(cases, known):
        found = {"name": case["name"], "answer": answer(case)}
        assert json.dumps(found, ensure_ascii=False, separators=(",", ":")) == line, case["name"]
