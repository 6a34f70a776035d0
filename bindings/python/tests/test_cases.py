"""Every case of the project: as expected, byte for byte as the command line, through every kind of input."""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
import tierspayant as tp
from conftest import ROOT, cases, rejects
from typed import dossier_of, reject_of


def command_line() -> str:
    named = os.environ.get("TIERSPAYANT", str(ROOT / "target" / "debug" / "tierspayant"))
    if not os.path.exists(named):
        pytest.fail(f"{named} is not there: `cargo build -p tierspayant-cli`, or name it in TIERSPAYANT")
    return named


def printed(command: str, documents: list[dict]) -> list[str]:
    """What the command line prints for each document."""
    program = command_line()

    def run(document: dict) -> str:
        done = subprocess.run(
            [program, command, "-", "--format", "json"],
            input=json.dumps(document, ensure_ascii=False),
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert done.returncode in (0, 1, 2), done.stderr
        return done.stdout

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(run, documents))


def indented(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_every_case_has_the_bytes_of_the_command_line():
    found = cases()
    for (name, dossier, _), expected in zip(found, printed("check", [one for _, one, _ in found])):
        answer = tp.check(dossier)
        assert indented(answer.json) == expected, name
        # The text is written without blanks, in the order of the fields: nothing is lost between the two.
        assert json.dumps(json.loads(expected), ensure_ascii=False, separators=(",", ":")) == answer.json
    assert len(found) >= 446


def test_every_reject_has_the_bytes_of_the_command_line():
    found = rejects()
    for (name, reject, expect), expected in zip(found, printed("triage", [one for _, one, _ in found])):
        triage = tp.triage(reject)
        assert json.dumps(triage, ensure_ascii=False, indent=2) + "\n" == expected, name
        assert triage == tp.triage(reject_of(reject)) == tp.triage(json.dumps(reject)), name
        assert triage["class"] in expect.get("accept", [expect.get("class", triage["class"])]), name
        assert triage["cause"]["id"] == expect.get("cause", triage["cause"]["id"]), name
    assert len(found) >= 46


def test_every_case_has_the_answer_that_is_expected():
    for name, dossier, expect in cases():
        answer = tp.check(dossier)
        assert answer.verdict in expect.get("accept", [expect["verdict"]]), name
        assert answer.basis == expect.get("basis", answer.basis), name
        assert answer.guarantee == expect.get("guarantee", answer.guarantee), name
        lines = {line.id: line for line in answer.lines}
        for line, parts in expect.get("lines", {}).items():
            for part, value in parts.items():
                got = getattr(lines[line], part)
                if part in ("amo", "amc"):
                    got = {key: getattr(got, key) for key in value}
                assert got == value, (name, line, part)
        given = [one.to_dict() for one in answer.reasons]
        for reason in expect.get("reasons", []):
            wanted = {"id": reason} if isinstance(reason, str) else reason
            assert any(shows(one, wanted) for one in given), (name, wanted)
        assert not {one["id"] for one in given} & set(expect.get("no_reasons", [])), name
        said = answer.to_dict()
        assert not [field for field, value in expect.get("not", {}).items() if said[field] == value], name
        remedies = {remedy for reason in given for remedy in reason["remedies"]}
        assert remedies >= set(expect.get("remedies", [])), name
        assert not remedies & set(expect.get("no_remedies", [])), name
        offered = said["what_if"]["corrections"]
        for wanted in expect.get("corrections", []):
            assert any(wanted.items() <= one.items() for one in offered), (name, wanted)
        for wanted in expect.get("no_corrections", []):
            assert not any(wanted.items() <= one.items() for one in offered), (name, wanted)
        for day, value in expect.get("what_if", {}).items():
            assert answer.what_if[day] == value, name


def shows(reason: dict, wanted: dict) -> bool:
    """Whether a reason holds all that an expectation names, of its facts as well."""
    parts = [
        value.items() <= reason[key].items() if isinstance(value, dict) else reason.get(key) == value
        for key, value in wanted.items()
    ]
    return all(parts)


def test_every_door_gives_the_same_bytes():
    for name, dossier, _ in cases():
        text = json.dumps(dossier, ensure_ascii=False)
        expected = tp.check(text).json
        for given in (dossier, text.encode(), bytearray(text.encode()), dossier_of(dossier)):
            assert tp.check(given).json == expected, name
