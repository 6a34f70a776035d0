"""One dossier: answers, errors, and what never happens."""

from __future__ import annotations

import copy
import json
import subprocess

import pytest
import tierspayant as tp
from conftest import ROOT, cases


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
    assert "Non facturable" in page and "&lt;b&gt;" in page and "<b></td>" not in page
    assert "✗" in tp.explain(dossier)


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


def command_line() -> str | None:
    built = (ROOT / "target" / profile / "tierspayant" for profile in ("debug", "release"))
    return next((str(path) for path in built if path.exists()), None)


@pytest.mark.skipif(command_line() is None, reason="the command line is not built")
def test_every_case_has_the_bytes_of_the_command_line(tmp_path):
    file = tmp_path / "dossier.json"
    compared = 0
    for name, dossier in cases()[::7]:
        file.write_text(json.dumps(dossier), encoding="utf-8")
        command = [command_line(), "check", str(file), "--format", "json"]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
        try:
            ours = tp.check(dossier).to_dict()
        except tp.InputError as error:
            assert done.returncode == 65 and error.code in done.stderr, name
            continue
        assert json.dumps(ours, ensure_ascii=False, indent=2) + "\n" == done.stdout, name
        compared += 1
    assert compared > 20
