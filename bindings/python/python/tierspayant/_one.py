"""One document at a time."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from . import _native
from ._answer import Answer
from ._native import Engine
from ._typed import Dossier, Reject

Lang = Literal["fr", "en"]
Format = Literal["ssv", "adri-json", "cnam-droits", "c2s", "jfse", "lecture-vitale"]
Document = Dossier | dict[str, Any] | bytes | bytearray | memoryview | str
RejectDocument = Reject | dict[str, Any] | bytes | bytearray | memoryview | str


def _day(value: object) -> str | None:
    return None if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)


def check(
    dossier: Document, *, lang: Lang = "fr", what_if: bool = True, engine: Engine | None = None
) -> Answer:
    """Answers one dossier: a dict, a typed :class:`Dossier`, JSON text or bytes.

    The verdict is there at once; texts and what-if are made when they are asked for. An ``engine``
    with tables of its own answers in place of the one with the tables of this version.

    >>> answer = check({"format": "tierspayant/1", "claim": {
    ...     "care_date": "2026-11-20", "card": "read", "nature": "10",
    ...     "lines": [{"id": "1", "category": "drug", "exemption": "0"}]}})
    >>> answer.verdict
    <Verdict undetermined>
    """
    return Answer(_native.check(dossier, lang, what_if, engine))


def explain(
    dossier: Document,
    *,
    lang: Lang = "fr",
    audience: Literal["counter", "patient"] = "counter",
    width: int = 80,
    format: Literal["text", "html"] = "text",
    details: bool = False,
    engine: Engine | None = None,
) -> str:
    """The answer as a page to read, for the ``counter`` or the ``patient``: ``text`` or ``html``.

    ``details`` adds every line and date, the law behind each reason, the reject to expect and the edition
    of the tables.
    """
    return _native.explain(
        dossier, lang=lang, audience=audience, width=width, format=format, details=details, engine=engine
    )


def timeline(
    dossier: Document,
    *,
    first: date | str | None = None,
    last: date | str | None = None,
    engine: Engine | None = None,
) -> dict[str, Any]:
    """The rights over time, and the answer to the claim on each day; a year around the care by default."""
    days = {"first": _day(first), "last": _day(last)}
    return json.loads(_native.timeline(dossier, **days, drawn=None, lang="fr", engine=engine))


def draw_timeline(
    dossier: Document,
    *,
    first: date | str | None = None,
    last: date | str | None = None,
    lang: Lang = "fr",
    format: Literal["text", "svg", "html"] = "text",
    engine: Engine | None = None,
) -> str:
    """The same, drawn with characters (``text``), as a picture (``svg``) or in a page (``html``)."""
    days = {"first": _day(first), "last": _day(last)}
    return _native.timeline(dossier, **days, drawn=format, lang=lang, engine=engine)


def what_if(dossier: Document, *, engine: Engine | None = None) -> dict[str, Any]:
    """The first and last billable day, and each single correction that makes the claim billable."""
    found = check(dossier, what_if=True, engine=engine).what_if
    return found if found is not None else {}


def triage(reject: RejectDocument, *, lang: Lang = "fr", engine: Engine | None = None) -> dict[str, Any]:
    """What became of a reject: its class, its causes, what puts it right, and who pays otherwise."""
    return json.loads(_native.triage(reject, lang=lang, engine=engine))


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


def read(data: bytes | str, *, format: Format, observed_at: datetime | date | str | None = None) -> Reading:
    """Reads what a card reader or a service gave.

    The format is ``ssv``, ``adri-json``, ``cnam-droits``, ``c2s``, ``jfse`` or ``lecture-vitale``.
    """
    # What is no text is for the reader to refuse: an error of Python would hold it.
    data = data.encode(errors="surrogatepass") if isinstance(data, str) else bytes(data)
    text, unused, refusal = _native.read(format, data, observed_at=_day(observed_at))
    return Reading(json.loads(text)["rights"], [Unused(*one) for one in unused], refusal)


def versions(engine: Engine | None = None) -> dict[str, str | None]:
    """The edition of the rules, the digest of the tables and the days that they cover."""
    found = Engine() if engine is None else engine
    return {name: getattr(found, name) for name in ("edition", "digest", "covers_from", "covers_to")}
