"""One document at a time."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, NamedTuple, Union

from . import _native
from ._answer import Answer

Document = Union[dict, bytes, bytearray, memoryview, str]


def _default(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"a dossier holds texts, numbers, lists and dicts, not {type(value).__name__}")


def _bytes(document: Document) -> bytes:
    if isinstance(document, bytes):
        return document
    if isinstance(document, str):
        return document.encode()
    if isinstance(document, dict):
        return json.dumps(document, default=_default, ensure_ascii=False).encode()
    if isinstance(document, (bytearray, memoryview)):
        return bytes(document)
    raise TypeError(f"expected a dict, JSON text or bytes, not {type(document).__name__}")


def _day(value: object) -> str | None:
    return None if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)


def check(dossier: Document, *, lang: str = "fr", what_if: bool = True) -> Answer:
    """Answers one dossier.

    >>> answer = check({"format": "tierspayant/1", "claim": {
    ...     "care_date": "2026-11-20", "card": "read", "nature": "10",
    ...     "lines": [{"id": "1", "category": "drug", "exemption": "0"}]}})
    >>> answer.verdict
    <Verdict undetermined>
    """
    return Answer(_native.check(_bytes(dossier), lang=lang, what_if=what_if))


def explain(dossier: Document, *, lang: str = "fr", audience: str = "counter", width: int = 80) -> str:
    """The answer as a page to read, for the ``counter`` or the ``patient``."""
    return _native.explain(_bytes(dossier), lang=lang, audience=audience, width=width)


def timeline(
    dossier: Document,
    *,
    first: date | str | None = None,
    last: date | str | None = None,
) -> dict[str, Any]:
    """The rights over time, and the answer to the claim on each day; a year around the care by default."""
    text = _native.timeline(_bytes(dossier), first=_day(first), last=_day(last), draw=False, lang="fr")
    return json.loads(text)


def draw_timeline(
    dossier: Document,
    *,
    first: date | str | None = None,
    last: date | str | None = None,
    lang: str = "fr",
) -> str:
    """The same, drawn with characters."""
    return _native.timeline(_bytes(dossier), first=_day(first), last=_day(last), draw=True, lang=lang)


def what_if(dossier: Document) -> dict[str, Any]:
    """The first and last billable day, and each single correction that makes the claim billable."""
    found = check(dossier, what_if=True).what_if
    return found if found is not None else {}


def triage(reject: Document, *, lang: str = "fr") -> dict[str, Any]:
    """What became of a reject: its class, its causes, what puts it right, and who pays otherwise."""
    return json.loads(_native.triage(_bytes(reject), lang=lang))


class Unused(NamedTuple):
    """A field that was there and was not used."""

    place: str
    why: str
    text: str


class Reading(NamedTuple):
    """What a document held."""

    rights: list[dict[str, Any]]
    unused: list[Unused]
    refusal: str | None


def read(data: bytes | str, *, format: str, observed_at: datetime | date | str | None = None) -> Reading:
    """Reads what a card reader or a service gave: ``ssv``, ``adri-json``, ``cnam-droits`` or ``c2s``."""
    data = data.encode() if isinstance(data, str) else bytes(data)
    text, unused, refusal = _native.read(format, data, observed_at=_day(observed_at))
    return Reading(json.loads(text)["rights"], [Unused(*one) for one in unused], refusal)


def versions() -> dict[str, str | None]:
    """The edition of the rules, the digest of the tables and the days that they cover."""
    names = ("edition", "digest", "covers_from", "covers_to")
    return dict(zip(names, _native.versions()))
