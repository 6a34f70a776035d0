"""The schemas say what the library says: what is accepted, and what is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
import tierspayant as tp
from conftest import ROOT
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

SCHEMAS = ROOT / "docs" / "schema"


def validator(name: str) -> Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


DOSSIER, REJECT, RIGHTS = (validator(name) for name in ("dossier", "reject", "rights"))
ANSWER, TRIAGE = (validator(name) for name in ("answer", "triage"))
FULL = json.loads((ROOT / "crates/format/tests/document/full.json").read_text(encoding="utf-8"))


def documents(kind: str) -> list[tuple[str, dict]]:
    """Every document of the cases, those that are pending as well."""
    found = []
    for file in sorted((ROOT / "tests" / "cases").glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            if kind in case:
                found.append((f"{file.stem}/{case['name']}", case[kind]))
    return found


def accepted(check: Any, document: dict) -> bool:
    try:
        check(document)
    except tp.InputError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "schema", "check", "least"),
    [("dossier", DOSSIER, tp.check, 400), ("document", REJECT, tp.triage, 40)],
)
def test_every_case_is_judged_alike(kind, schema, check, least):
    good = 0
    for name, document in documents(kind):
        error = next(schema.iter_errors(document), None)
        said = accepted(check, document)
        assert said == (error is None), f"{name}: {error}"
        good += said
    assert good >= least


def test_every_answer_is_as_its_schema_says():
    for kind, check, schema in (("dossier", tp.check, ANSWER), ("document", tp.triage, TRIAGE)):
        seen = 0
        for name, document in documents(kind):
            if accepted(check, document):
                answer = check(document)
                answer = json.loads(answer.json) if kind == "dossier" else answer
                error = next(schema.iter_errors(answer), None)
                assert error is None, f"{name}: {error}"
                seen += 1
        assert seen >= 40


def test_rights_alone():
    assert RIGHTS.is_valid({"format": "tierspayant/1", "rights": FULL["rights"]})
    assert not RIGHTS.is_valid({"format": "tierspayant/1", "rights": [{"sources": "adri"}]})
    assert not RIGHTS.is_valid({"format": "tierspayant/1"})


def places(value: Any, path: tuple = ()) -> Iterator[tuple]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


def spoilt(path: tuple, value: Any) -> Any:
    """The full dossier with the value at a place replaced."""
    if not path:
        return value
    document = copy.deepcopy(FULL)
    at = document
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return document


WRONG = ["", " ", "x y", "ADRI", "2026-13-45x", 0, -1, 1.5, True, [], {}, {"zzz": 1}, None, ["amo", "amo"]]


def test_every_field_that_is_spoilt_is_judged_alike():
    assert DOSSIER.is_valid(FULL) and accepted(tp.check, FULL)
    refused = 0
    for path in places(FULL):
        for wrong in WRONG:
            document = spoilt(path, wrong)
            if not isinstance(document, dict):
                assert not DOSSIER.is_valid(document)
                continue
            said = accepted(tp.check, document)
            assert said == DOSSIER.is_valid(document), (path, wrong)
            refused += not said
    assert refused > 1000


def test_unknown_and_missing_fields_are_judged_alike():
    for path in places(FULL):
        at = FULL
        for key in path:
            at = at[key]
        if not isinstance(at, dict):
            continue
        document = spoilt(path, {**at, "zzz": 1})
        assert not DOSSIER.is_valid(document) and not accepted(tp.check, document), path
        for name in at:
            document = spoilt(path, {key: value for key, value in at.items() if key != name})
            assert DOSSIER.is_valid(document) == accepted(tp.check, document), (path, name)
