"""Tables: a year of claims at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from ._answer import Answer
from ._native import (
    Engine,
    Rights,
    Stream,
    Table,
    answer_columns,
    check_lines,
    check_names,
    dossier_of,
    triage_lines,
)
from ._native import schema as _schema
from ._one import _day, check

RIGHTS = ("snapshots", "coverage", "codes", "exemptions", "maternity", "accidents", "contracts")

Extra = Literal["refuse", "ignore", "keep"]
ExtraRights = Literal["refuse", "ignore"]
KnownBy = Literal["now", "care_date"]
Lang = Literal["fr", "en"]
List = Literal["coverage", "codes", "exemptions", "accidents", "contracts"]
Names = Mapping[str, str]


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"{name}: expected one of: {', '.join(known)}")
    return value


def _count(name: str, value: int) -> int:
    if value < 1:
        raise ValueError(f"{name}: expected a whole number from 1 on")
    return value


def _names(columns: Names | None) -> list[tuple[str, str]]:
    return list((columns or {}).items())


def _wanted(answer: Sequence[str]) -> list[str]:
    if isinstance(answer, str):
        raise TypeError("answer: expected a list of names of columns")
    return list(answer)


def _read(name: str, table: Any, extra: str, columns: Names | None) -> Any:
    """The columns of a frame that are read, where it can choose them: one that no library can hand over
    costs nothing then, and one that is unknown is told by its name."""
    polars = type(table).__module__.split(".")[0] == "polars" and hasattr(table, "height")
    if extra == "keep" or not polars:
        return table
    theirs = dict(columns or {})
    known = {one for one, _, _ in table_schema()[name]}
    if extra == "refuse":
        check_names(name, [theirs.get(one, one) for one in table.columns])
    return table.select([one for one in table.columns if theirs.get(one, one) in known])


def rights(
    *,
    snapshots: Any = None,
    coverage: Any = None,
    codes: Any = None,
    exemptions: Any = None,
    maternity: Any = None,
    accidents: Any = None,
    contracts: Any = None,
    source: str | None = None,
    observed_at: datetime | date | str | None = None,
    complete: Iterable[List] = (),
    complete_regimes: Iterable[str] = (),
    extra: ExtraRights = "refuse",
    midnights: bool = False,
    columns: Names | None = None,
    travels: bool = False,
) -> Rights:
    """Indexes tables of rights once, to check several tables of lines against them.

    ``source`` and ``observed_at`` stand for rows that do not say them. ``complete`` names the tables that
    were asked for everybody: who has no row there has no such right, also who has no row anywhere,
    provided that ``source`` says who was asked. ``complete_regimes`` limits that to people of these
    régimes (``["01"]``); the lines then have to say theirs. In any other table, no row says nothing.
    ``columns`` names columns as ``{theirs: ours}``. With ``travels`` the rights keep their tables, and
    can be pickled.
    """
    _one_of("extra", extra, ("refuse", "ignore"))
    tables = {
        "snapshots": snapshots,
        "coverage": coverage,
        "codes": codes,
        "exemptions": exemptions,
        "maternity": maternity,
        "accidents": accidents,
        "contracts": contracts,
    }
    read = {name: None if one is None else _read(name, one, extra, columns) for name, one in tables.items()}
    return Rights(
        read,
        source=source,
        observed_at=_day(observed_at),
        complete=list(complete),
        complete_regimes=list(complete_regimes),
        extra=extra,
        midnights=midnights,
        columns=_names(columns),
        travels=travels,
    )


def _indexed(
    given: Rights | None, tables: dict[str, Any], extra: str, midnights: bool, columns: Names | None
) -> Rights:
    there = {name: one for name, one in tables.items() if one is not None}
    if given is None:
        extra_rights: ExtraRights = "refuse" if extra == "refuse" else "ignore"
        return rights(**there, extra=extra_rights, midnights=midnights, columns=columns)
    if there:
        raise TypeError("give indexed rights or tables of rights, not both")
    return given


def _checked(
    lines: Any,
    rights: Rights,
    *,
    as_of: date | str | None,
    known_by: str,
    threads: int | None,
    rows: int,
    extra: str,
    midnights: bool,
    dictionary: bool,
    columns: Names | None,
    keys: bool,
    answer: Sequence[str] | None,
    gather: bool,
    engine: Engine | None,
) -> Stream:
    return check_lines(
        _read("lines", lines, _one_of("extra", extra, ("refuse", "ignore", "keep")), columns),
        rights,
        as_of=_day(as_of),
        known_by=_one_of("known_by", known_by, ("now", "care_date")),
        threads=os.cpu_count() or 1 if threads is None else _count("threads", threads),
        rows=_count("rows", rows),
        extra=extra,
        midnights=midnights,
        dictionary=dictionary,
        columns=_names(columns),
        keys=keys,
        answer=None if answer is None else _wanted(answer),
        gather=gather,
        engine=engine,
    )


def check_stream(
    lines: Any,
    rights: Rights | None = None,
    *,
    snapshots: Any = None,
    coverage: Any = None,
    codes: Any = None,
    exemptions: Any = None,
    maternity: Any = None,
    accidents: Any = None,
    contracts: Any = None,
    as_of: date | str | None = None,
    known_by: KnownBy = "now",
    threads: int | None = None,
    rows: int = 32_768,
    extra: Extra = "refuse",
    midnights: bool = False,
    dictionary: bool = True,
    columns: Names | None = None,
    keys: bool = True,
    answer: Sequence[str] | None = None,
    engine: Engine | None = None,
) -> Stream:
    """Checks lines as they stream: the answers are made as they are asked for, in bounded memory.

    The result speaks the Arrow capsule protocol and can be taken once. The lines of a claim have to stand
    together: a later one is refused with ``TP-TB-109``, as nothing can be said of it alone.
    """
    tables = {
        "snapshots": snapshots,
        "coverage": coverage,
        "codes": codes,
        "exemptions": exemptions,
        "maternity": maternity,
        "accidents": accidents,
        "contracts": contracts,
    }
    return _checked(
        lines,
        _indexed(rights, tables, extra, midnights, columns),
        as_of=as_of,
        known_by=known_by,
        threads=threads,
        rows=rows,
        extra=extra,
        midnights=midnights,
        dictionary=dictionary,
        columns=columns,
        keys=keys,
        answer=answer,
        gather=False,
        engine=engine,
    )


def check_table(
    lines: Any,
    rights: Rights | None = None,
    *,
    snapshots: Any = None,
    coverage: Any = None,
    codes: Any = None,
    exemptions: Any = None,
    maternity: Any = None,
    accidents: Any = None,
    contracts: Any = None,
    as_of: date | str | None = None,
    known_by: KnownBy = "now",
    threads: int | None = None,
    rows: int = 32_768,
    extra: Extra = "refuse",
    midnights: bool = False,
    dictionary: bool = True,
    columns: Names | None = None,
    keys: bool = True,
    answer: Sequence[str] | None = None,
    progress: bool | Callable[[int], object] = False,
    engine: Engine | None = None,
) -> Table:
    """Checks a table of lines against tables of rights; one row of answers for each line, in order.

    Any object that speaks the Arrow capsule protocol is a table (pyarrow, polars, pandas 2.2, duckdb),
    and so is the result. Rows may be in any order: the lines of a claim are gathered. A bad row fails
    alone: ``error_code`` and ``error`` say what and where, and the other lines of its claim have no
    verdict of the claim. ``columns`` names columns as ``{theirs: ours}``; ``claim_id`` and ``line_id``
    stand before the answer unless ``keys`` is false. ``answer`` names the columns of the answer that are
    wanted, in their order; what only the others need is neither read out nor written.

    With ``known_by="care_date"`` only what sources had said by the day of the care counts: what the check
    would have said at the counter. Money and quality are counted with that, never with what was read
    later.
    """
    tables = {
        "snapshots": snapshots,
        "coverage": coverage,
        "codes": codes,
        "exemptions": exemptions,
        "maternity": maternity,
        "accidents": accidents,
        "contracts": contracts,
    }
    stream = _checked(
        lines,
        _indexed(rights, tables, extra, midnights, columns),
        as_of=as_of,
        known_by=known_by,
        threads=threads,
        rows=rows,
        extra=extra,
        midnights=midnights,
        dictionary=dictionary,
        columns=columns,
        keys=keys,
        answer=answer,
        gather=True,
        engine=engine,
    )
    shown = _Progress(lines, "lines") if progress is True else None
    table = stream.collect(progress=shown or (progress if callable(progress) else None))
    if shown is not None:
        shown.end()
    return table


def triage_table(
    rejects: Any,
    lines: Any,
    rights: Rights | None = None,
    *,
    snapshots: Any = None,
    coverage: Any = None,
    codes: Any = None,
    exemptions: Any = None,
    maternity: Any = None,
    accidents: Any = None,
    contracts: Any = None,
    lang: Lang = "fr",
    extra: Extra = "refuse",
    midnights: bool = False,
    columns: Names | None = None,
    progress: bool | Callable[[int], object] = False,
    engine: Engine | None = None,
) -> Table:
    """Triages a table of rejects: its class, its most probable cause and what puts it right, row by row.

    ``rejects`` has ``claim_id`` and what the return says (``line_id``, ``key``, ``label``, ``share``,
    ``state``, ``returned_on``, ``amount_cents``); ``lines`` and the rights are those of
    :func:`check_table`, and should hold what is known today. One row comes out for each reject, in order;
    a bad row fails alone. ``extra="keep"`` carries the other columns of the rejects along.
    """
    tables = {
        "snapshots": snapshots,
        "coverage": coverage,
        "codes": codes,
        "exemptions": exemptions,
        "maternity": maternity,
        "accidents": accidents,
        "contracts": contracts,
    }
    _one_of("extra", extra, ("refuse", "ignore", "keep"))
    shown = _Progress(rejects, "rejects") if progress is True else None
    table = triage_lines(
        _read("rejects", rejects, extra, columns),
        _read("lines", lines, "refuse" if extra == "refuse" else "ignore", columns),
        _indexed(rights, tables, extra, midnights, columns),
        lang=lang,
        extra=extra,
        midnights=midnights,
        columns=_names(columns),
        progress=shown or (progress if callable(progress) else None),
        engine=engine,
    )
    if shown is not None:
        shown.end()
    return table


def explain_row(
    lines: Any,
    rights: Rights,
    claim_id: object,
    *,
    lang: Lang = "fr",
    extra: Extra = "ignore",
    midnights: bool = False,
    columns: Names | None = None,
    engine: Engine | None = None,
) -> Answer:
    """The whole answer to one claim of a table: its texts, what to do, and what would make it billable.

    In a notebook it shows as the page of the counter. ``lines`` may be the whole table, in any order.
    """
    text = dossier_of(
        _read("lines", lines, "refuse" if extra == "refuse" else "ignore", columns),
        rights,
        str(claim_id),
        extra="refuse" if extra == "refuse" else "ignore",
        midnights=midnights,
        columns=_names(columns),
    )
    return check(text, lang=lang, engine=engine)


class _Progress:
    """Tells on standard error how far it is, of how many where the table says it."""

    def __init__(self, table: Any, what: str) -> None:
        rows = getattr(table, "num_rows", None)
        if not isinstance(rows, int):
            rows = len(table) if hasattr(table, "__len__") else None
        self.total = f" of {rows:,}" if isinstance(rows, int) else ""
        self.what = what

    def __call__(self, rows: int) -> None:
        sys.stderr.write(f"\r{rows:,}{self.total} {self.what}")
        sys.stderr.flush()

    def end(self) -> None:
        sys.stderr.write("\n")


def table_schema() -> Mapping[str, list[tuple[str, str, bool]]]:
    """The columns of every table: name, what it may hold, whether it is required."""
    tables, _ = _schema()
    return dict(tables)


def answer_schema() -> list[tuple[str, str]]:
    """The columns of the answer, in order: name and type. Words are dictionaries unless
    ``dictionary=False``."""
    return answer_columns()
