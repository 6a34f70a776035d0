"""One dossier: answers, errors, and what never happens."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
import tierspayant as tp
from conftest import ROOT


def test_answer_has_every_part(dossier):
    answer = tp.check(dossier)
    assert answer.verdict == "not_billable" and answer.verdict is tp.Verdict.NOT_BILLABLE
    assert answer.basis == "not_granted"
    assert answer.claim_id == "F-1"
    assert [line.exemption for line in answer.lines] == ["not_recorded", "not_claimed"]
    assert answer.lines[1].amo.verdict == "billable" and answer.lines[1].amc is None
    assert "exemption.not_recorded" in [reason.id for reason in answer.reasons]
    assert answer.rules["edition"] == tp.versions()["edition"]
    assert answer.what_if is not None
    assert tp.check(dossier, what_if=False).what_if is None


def test_dict_text_and_bytes_give_the_same_bytes(dossier):
    text = json.dumps(dossier)
    assert tp.check(dossier).json == tp.check(text).json == tp.check(text.encode()).json
    assert tp.check(dossier) == tp.check(text)


def test_nothing_is_a_boolean(dossier):
    answer = tp.check(dossier)
    for value in (answer, answer.verdict, answer.guarantee, answer.lines[0].amo.verdict):
        with pytest.raises(TypeError, match="neither true nor false"):
            bool(value)


def test_answers_never_change(dossier):
    answer = tp.check(dossier)
    with pytest.raises(AttributeError):
        answer.verdict = "billable"
    with pytest.raises(AttributeError):
        answer.lines[0].exemption = "confirmed"
    answer.to_dict()["verdict"] = "billable"
    assert answer.verdict == "not_billable"


def test_errors_have_code_and_place(dossier):
    wrong = copy.deepcopy(dossier)
    wrong["rights"][0]["coverage"][0]["start"] = "20190301"
    with pytest.raises(tp.InputError) as caught:
        tp.check(wrong)
    assert caught.value.code == "TP-IN-021"
    assert caught.value.place == "rights[0].coverage[0].start"
    assert str(caught.value) == ("rights[0].coverage[0].start: a date is written YYYY-MM-DD [TP-IN-021]")
    assert issubclass(tp.InputError, tp.TiersPayantError)
    with pytest.raises(tp.InputError) as caught:
        tp.check(dossier, lang="de")
    assert caught.value.place == "lang"
    with pytest.raises(TypeError):
        tp.check(12)
    with pytest.raises(TypeError):
        tp.check(dossier, "en")


def test_repr_and_page_can_be_read(dossier):
    dossier["claim"]["lines"][0]["id"] = "<b>"
    answer = tp.check(dossier)
    assert repr(answer).startswith("<Answer not_billable (not_granted), guarantee ")
    page = answer._repr_html_()
    assert "Non facturable" in page and "&lt;b&gt;" in page and "<b>" not in page and "<script" not in page
    assert "À faire" in page and "Pourquoi" in page and "20/11/2026" in page
    assert tp.explain(dossier, format="html").startswith("<!DOCTYPE html>")
    assert tp.draw_timeline(dossier, format="svg").startswith("<svg ")
    assert "<figure>" in tp.draw_timeline(dossier, format="html")
    with pytest.raises(tp.InputError):
        tp.explain(dossier, format="pdf")
    assert "Cannot be billed" in tp.check(dossier, lang="en")._repr_html_()
    assert "✗" in tp.explain(dossier)
    for form in ("text", "html"):
        short, whole = (tp.explain(dossier, format=form, details=details) for details in (False, True))
        law = dict(tp.check(dossier).reasons[0].reference)["text"].split()[0]
        assert law in whole and law not in short and "2026.11" in whole


def test_an_answer_is_read_once_and_cannot_be_changed_through_its_parts(dossier):
    answer = tp.check(dossier)
    assert answer.reasons is answer.reasons and answer.lines is answer.lines
    answer.rejects[0]["class"] = answer.what_if["earliest"] = answer.to_dict()["verdict"] = "changed"
    assert "changed" not in str(answer.to_dict()) + str(answer.rejects) + str(answer.what_if)
    assert tp.check(dossier, what_if=False).what_if is None
    assert answer.todo and all(isinstance(needed, bool) and text for needed, text in answer.todo)
    assert len({text for _, text in answer.todo}) == len(answer.todo)


def test_timeline_what_if_and_triage(dossier):
    timeline = tp.timeline(dossier, first="2026-01-01", last="2026-12-31")
    assert timeline["rights"]
    assert tp.draw_timeline(dossier)
    assert set(tp.what_if(dossier)) >= {"earliest", "latest", "corrections"}
    reject = {**dossier, "format": "tierspayant-reject/1"}
    reject["reject"] = {"key": "0009 816", "share": "amo", "line": "1"}
    del reject["as_of"]
    assert tp.triage(reject)["now"]["verdict"] == "not_billable"


def test_readers():
    card = (ROOT / "tests" / "readers" / "card-family.in").read_bytes()
    reading = tp.read(card, format="ssv", observed_at="2026-11-20")
    assert len(reading.rights) > 1 and reading.rights[0]["source"] == "vitale"
    assert reading.refusal is None
    with pytest.raises(tp.ReadError) as caught:
        tp.read(card[:20], format="ssv")
    assert caught.value.code == "TP-RD-001"
    with pytest.raises(tp.ReadError):
        tp.read('{"x": "\udc80"}', format="adri-json")


def test_answers_are_copied_and_sent(dossier):
    for lang in ("fr", "en"):
        answer = tp.check(dossier, lang=lang)
        again = pickle.loads(pickle.dumps(answer))
        assert again == answer and hash(again) == hash(answer)
        assert repr(again) == repr(answer) and again._repr_html_() == answer._repr_html_()
        assert again.todo == answer.todo and again.reasons == answer.reasons
        assert copy.deepcopy(answer) == answer


def test_an_engine_with_other_tables(dossier, tmp_path):
    assert tp.Engine().digest == tp.versions()["digest"]
    tables = ROOT / "crates" / "tables" / "data"
    edition = (tables / "edition.toml").read_text(encoding="utf-8")
    (tmp_path / "edition.toml").write_text(edition.replace('edition = "', 'edition = "last-year-', 1))
    engine = tp.Engine(tables=tmp_path)
    assert engine.edition == "last-year-" + tp.versions()["edition"]
    assert tp.versions(engine)["digest"] == engine.digest != tp.Engine().digest
    assert repr(engine).startswith("<Engine last-year-")
    answer = tp.check(dossier, engine=engine)
    assert answer.rules["edition"] == engine.edition
    assert answer.verdict == tp.check(dossier).verdict
    assert tp.explain(dossier, engine=engine) == tp.explain(dossier)


def test_wrong_tables_are_refused(tmp_path):
    for name, text, place in (
        ("empty", None, ""),
        ("no_table", "x = 1", "nonsense.toml"),
        ("wrong", "zzz = [", "policy.toml:1"),
    ):
        folder = tmp_path / name
        folder.mkdir()
        if text is not None:
            (folder / ("policy.toml" if name == "wrong" else "nonsense.toml")).write_text(text)
        with pytest.raises(tp.TableError) as caught:
            tp.Engine(tables=folder)
        assert caught.value.code == "TP-PY-004" and place in caught.value.place
    with pytest.raises(tp.TableError):
        tp.Engine(tables=tmp_path / "nowhere")
