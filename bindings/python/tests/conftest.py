"""What the tests share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def pending() -> set[str]:
    """The cases whose right answer is known and not given yet, as `file/name`."""
    lines = (ROOT / "tests" / "cases" / "pending.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def _named(document: str) -> list[tuple[str, dict, dict]]:
    found = []
    later = pending()
    for file in sorted((ROOT / "tests" / "cases").glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            if document in case and f"{file.stem}/{case['name']}" not in later:
                found.append((case["name"], case[document], case["expect"]))
    return found


def cases() -> list[tuple[str, dict, dict]]:
    """Every case of the project that is not pending: its name, its dossier, what is expected."""
    return _named("dossier")


def rejects() -> list[tuple[str, dict, dict]]:
    """Every reject of the project that is not pending: its name, its document, what is expected."""
    return _named("document")


@pytest.fixture
def dossier() -> dict:
    return {
        "format": "tierspayant/1",
        "as_of": "2026-11-20",
        "claim": {
            "id": "F-1",
            "care_date": "2026-11-20",
            "person": {"id": "p-17"},
            "card": "read",
            "nature": "10",
            "third_party": ["amo"],
            "lines": [
                {"id": "1", "category": "drug", "exemption": "4", "relation": "related"},
                {"id": "2", "category": "drug", "exemption": "0", "relation": "unrelated"},
            ],
        },
        "rights": [
            {
                "source": "adri",
                "observed_at": "2026-11-20T09:12:00",
                "person": {"id": "p-17"},
                "coverage": [{"start": "2019-03-01"}],
                "codes": [{"start": "2024-01-01", "ald": "0", "situation": "0100"}],
            }
        ],
    }
