"""Engines and rights that travel to another process: to pools of processes, to joblib, dask, Ray and
Spark."""

from __future__ import annotations

from typing import Any

from ._native import Engine, Rights, table_from_ipc


def _engine(tables: str | None, digest: str) -> Engine:
    engine = Engine() if tables is None else Engine(tables=tables)
    if engine.digest != digest:
        raise RuntimeError("an engine arrived where its tables are not the same")
    return engine


def reduce_engine(engine: Engine) -> tuple[Any, ...]:
    """An engine travels as the folder of its tables and their digest, which is compared on arrival."""
    tables = None if engine.tables is None else str(engine.tables)
    return _engine, (tables, engine.digest)


def _rights(tables: list[tuple[str, bytes]], made: tuple[Any, ...]) -> Rights:
    source, observed_at, complete, complete_regimes, extra, midnights = made
    return Rights(
        {name: table_from_ipc(one) for name, one in tables},
        source=source,
        observed_at=observed_at,
        complete=complete,
        complete_regimes=complete_regimes,
        extra=extra,
        midnights=midnights,
        columns=[],
        travels=True,
    )


def reduce_rights(rights: Rights) -> tuple[Any, ...]:
    """Rights travel as the tables that they were made from, where they were made with ``travels=True``."""
    kept = rights.kept()
    if kept is None:
        raise TypeError("these rights keep no tables to travel with: make them with rights(…, travels=True)")
    return _rights, (kept, rights.made)
