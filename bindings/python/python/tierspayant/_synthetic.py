"""Synthetic tables: to try, to measure and to teach. They never pretend to be statistics of reality."""

from __future__ import annotations

from datetime import date

from ._native import Stream, rates
from ._native import synthetic as _synthetic
from ._one import _day


def synthetic(
    *,
    people: int = 2_000,
    lines: int = 50_000,
    seed: int = 1,
    first: date | str = "2025-11-01",
    days: int = 365,
    readings: int = 1,
    **chances: float,
) -> dict[str, Stream]:
    """People, their rights, their claims and the rejects that came back, of any size.

    The keywords besides the size are rates, from 0 to 1: see ``synthetic_rates()``. The same
    arguments always make the same tables: ``lines``, ``coverage``, ``exemptions``, ``contracts`` and
    ``rejects``, each a stream that can be taken once. ``readings`` is on how many days the rights of a
    person were read; with one, most were read after the last care.
    """
    return _synthetic(
        people=people,
        lines=lines,
        seed=seed,
        first=_day(first) or "",
        days=days,
        readings=readings,
        rates=list(chances.items()),
    )


def synthetic_rates() -> dict[str, float]:
    """What can go wrong in synthetic tables, with how often it does by default."""
    return dict(rates())
