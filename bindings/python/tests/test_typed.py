"""Typed objects: the format, field by field, and nothing else."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime

import pytest
import tierspayant as tp
from typed import CLAIM, SNAPSHOT, dossier_of

PLACES = [
    (tp.Dossier, []),
    (tp.Claim, ["claim"]),
    *((of, ["claim", name]) for name, of in CLAIM.items()),
    (tp.Snapshot, ["rights"]),
    *((of, ["rights", name]) for name, of in SNAPSHOT.items()),
]
LISTS = {"lines", "rights", "coverage", "codes", "exemptions", "accidents", "contracts", "services"}


def document_with_an_unknown_field(path: list[str]) -> dict:
    inner: dict = {"zzz": 1}
    for name in reversed(path):
        inner = {name: [inner] if name in LISTS else inner}
    return {"format": "tierspayant/1", **inner}


@pytest.mark.parametrize(
    ("of", "path"), PLACES, ids=lambda one: ".".join(one) if isinstance(one, list) else ""
)
def test_each_class_has_the_fields_of_the_format(of, path):
    with pytest.raises(tp.InputError) as caught:
        tp.check(document_with_an_unknown_field(path))
    assert caught.value.code == "TP-IN-010"
    assert caught.value.place.endswith("zzz")
    known = set(caught.value.message.split("expected one of: ")[1].split(", "))
    assert {name.rstrip("_") for name in of._wire} == known - {"real_delivery"}


def test_reject_has_the_fields_of_the_format():
    for of, document in (
        (tp.Reject, {"format": "tierspayant-reject/1", "zzz": 1}),
        (tp.Report, {"format": "tierspayant-reject/1", "reject": {"zzz": 1}}),
    ):
        with pytest.raises(tp.InputError) as caught:
            tp.triage(document)
        known = set(caught.value.message.split("expected one of: ")[1].split(", "))
        assert set(of._wire) == known


def test_an_unknown_field_has_its_place():
    with pytest.raises(tp.InputError) as caught:
        tp.Line(id="1", exemtion="4")
    assert (caught.value.code, caught.value.place) == ("TP-IN-010", "Line.exemtion")
    with pytest.raises(TypeError):
        tp.Line("1")


def test_typed_objects_never_change_and_show_nothing_of_a_person(dossier):
    made = dossier_of(dossier)
    with pytest.raises(AttributeError):
        made.as_of = "2026-11-21"
    person = tp.Person(id="p-17", nir="1850514123456")
    assert repr(person) == "Person(id, nir)"
    assert "p-17" not in repr(made)
    assert made == dossier_of(copy.deepcopy(dossier))
    assert pickle.loads(pickle.dumps(made)) == made
    assert made.to_dict() == dossier


def test_days_may_be_days(dossier):
    expected = tp.check(dossier).json
    claim = dossier["claim"]
    claim["care_date"] = date(2026, 11, 20)
    dossier["as_of"] = date(2026, 11, 20)
    dossier["rights"][0]["observed_at"] = datetime(2026, 11, 20, 9, 12)
    assert tp.check(dossier).json == expected
    assert tp.check(dossier_of(dossier)).json == expected
    assert dossier_of(dossier).to_dict()["as_of"] == "2026-11-20"


def test_a_mixture_of_typed_objects_and_dicts(dossier):
    mixed = tp.Dossier(
        as_of=dossier["as_of"],
        claim=dossier["claim"],
        rights=tuple(tp.Snapshot(**one) for one in dossier["rights"]),
    )
    assert tp.check(mixed).json == tp.check(dossier).json


def test_errors_have_the_place_in_the_document(dossier):
    wrong = tp.Dossier(claim=tp.Claim(care_date="2026-11-20", lines=[tp.Line(id="1", amount_cents=-1)]))
    with pytest.raises(tp.InputError) as caught:
        tp.check(wrong)
    assert caught.value.place == "claim.lines[0].amount_cents"
    with pytest.raises(tp.InputError) as caught:
        tp.check(tp.Dossier())
    assert caught.value.place == "claim"
