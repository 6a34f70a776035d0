"""Tables: a year of claims at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from ._native import Engine, Rights, Stream, Table, check_lines, triage_lines
from ._native import schema as _schema
from ._one import _day

RIGHTS = ("snapshots", "coverage", "codes", "exemptions", "maternity", "accidents", "contracts")


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
    complete: Iterable[str] = (),
    extra: str = "refuse",
    midnights: bool = False,
) -> Rights:
    """Indexes tables of rights once, to check several tables of lines against them.

    ``source`` and ``observed_at`` stand for rows that do not say them. ``complete`` names the tables
    that were asked for everybody, in which no row means that there is none; in any other table, no
    row says nothing.
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
    return Rights(
        tables,
        source=source,
        observed_at=_day(observed_at),
        complete=list(complete),
        extra="refuse" if extra == "refuse" else "ignore",
        midnights=midnights,
    )


def _indexed(given: Rights | None, tables: dict[str, Any], extra: str, midnights: bool) -> Rights:
    if given is None:
        return rights(**tables, extra=extra, midnights=midnights)
    if tables:
        raise TypeError("give indexed rights or tables of rights, not both")
    return given


def check_stream(
    lines: Any,
    rights: Rights | None = None,
    *,
    as_of: date | str | None = None,
    threads: int | None = None,
    rows: int = 32_768,
    extra: str = "refuse",
    midnights: bool = False,
    dictionary: bool = True,
    engine: Engine | None = None,
    **tables: Any,
) -> Stream:
    """Checks lines as they stream: the answers are made as they are asked for, in bounded memory.

    The result speaks the Arrow capsule protocol and can be taken once.
    """
    return check_lines(
        lines,
        _indexed(rights, tables, extra, midnights),
        as_of=_day(as_of),
        threads=threads or os.cpu_count() or 1,
        rows=rows,
        extra=extra,
        midnights=midnights,
        dictionary=dictionary,
        engine=engine,
    )


def check_table(
    lines: Any,
    rights: Rights | None = None,
    *,
    progress: bool | Callable[[int], object] = False,
    **options: Any,
) -> Table:
    """Checks a table of lines against tables of rights; one row of answers for each line, in order.

    Any object that speaks the Arrow capsule protocol is a table (pyarrow, polars, pandas, duckdb),
    and so is the result. A bad row fails alone: ``error_code`` and ``error`` say what and where.
    """
    stream = check_stream(lines, rights, **options)
    return stream.collect(progress=_progress if progress is True else progress or None)


def triage_table(
    rejects: Any,
    lines: Any,
    rights: Rights | None = None,
    *,
    lang: str = "fr",
    extra: str = "refuse",
    midnights: bool = False,
    engine: Engine | None = None,
    **tables: Any,
) -> Table:
    """Triages a table of rejects: its class, its most probable cause and what puts it right, row by row.

    ``rejects`` has ``claim_id`` and what the return says (``line_id``, ``key``, ``label``, ``share``,
    ``returned_on``, ``amount_cents``); ``lines`` and the rights are those of :func:`check_table`, and
    should hold what is known today. One row comes out for each reject, in order; a bad row fails
    alone. ``extra="keep"`` carries the other columns of the rejects along.
    """
    return triage_lines(
        rejects,
        lines,
        _indexed(rights, tables, extra, midnights),
        lang=lang,
        extra=extra,
        midnights=midnights,
        engine=engine,
    )


def _progress(rows: int) -> None:
    sys.stderr.write(f"\r{rows:,} lines")
    sys.stderr.flush()


def table_schema() -> Mapping[str, list[tuple[str, str, bool]]]:
    """The columns of every table: name, what it may hold, whether it is required."""
    tables, _ = _schema()
    return dict(tables)
