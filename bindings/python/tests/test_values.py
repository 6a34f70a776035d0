"""Whatever Python can put into a dict: an answer or a clear error, never a crash."""

from __future__ import annotations

import copy
import decimal

import pytest
import tierspayant as tp


def put(dossier: dict, value: object) -> dict:
    wrong = copy.deepcopy(dossier)
    wrong["claim"]["lines"][0]["amount_cents"] = value
    return wrong


@pytest.mark.parametrize("value", [-1, 1.5, 2**70, -(2**70), True, "12", [], {}, ()])
def test_a_wrong_value_has_its_place(dossier, value):
    with pytest.raises(tp.InputError) as caught:
        tp.check(put(dossier, value))
    assert caught.value.code == "TP-IN-013"
    assert caught.value.place == "claim.lines[0].amount_cents"


def test_a_gap_of_pandas_is_told(dossier):
    with pytest.raises(
        tp.InputError, match=r"claim\.lines\[0\]\.amount_cents: found NaN: leave the field out"
    ):
        tp.check(put(dossier, float("nan")))


@pytest.mark.parametrize("value", [{1}, decimal.Decimal(1), object(), b"1", 1j, int])
def test_what_is_no_value_is_told_with_its_place(dossier, value):
    with pytest.raises(tp.InputError, match=r"^claim\.lines\[0\]\.amount_cents: a dossier holds texts"):
        tp.check(put(dossier, value))


def test_names_are_texts(dossier):
    with pytest.raises(TypeError, match="the name of a field"):
        tp.check({**dossier, 1: 2})


def test_circles_end(dossier):
    circle: dict = {}
    circle["zzz"] = circle
    ring: list = []
    ring.append(ring)
    for one in (circle, {**dossier, "zzz": circle}, {**dossier, "rights": ring}):
        with pytest.raises(tp.InputError):
            tp.check(one)


def test_half_a_character_is_refused_without_being_shown(dossier):
    for wrong in ({**dossier, "as_of": "\udc80"}, {**dossier, "\udc80": 1}, '{"format": "\udc80"}'):
        with pytest.raises(tp.InputError) as caught:
            tp.check(wrong)
        assert caught.value.code == "TP-IN-002"


def test_too_many_values_are_refused(dossier):
    with pytest.raises(tp.InputError) as caught:
        tp.check({**dossier, "rights": [{"source": "adri"}] * 500_000})
    assert caught.value.code == "TP-IN-007"


def test_texts_and_dicts_of_other_classes_are_read(dossier):
    class Text(str):
        pass

    class Fields(dict):
        pass

    expected = tp.check(dossier).json
    assert tp.check(Fields(dossier, as_of=Text(dossier["as_of"]))).json == expected
    lines = tuple(dossier["claim"]["lines"])
    assert tp.check({**dossier, "claim": {**dossier["claim"], "lines": lines}}).json == expected


def test_a_day_that_fails_is_the_error_of_the_caller(dossier):
    import datetime

    class Day(datetime.date):
        def isoformat(self):
            raise RuntimeError("gone")

    with pytest.raises(RuntimeError, match="gone"):
        tp.check({**dossier, "as_of": Day(2026, 1, 1)})
