"""The batch beside what an analyst would write, on the same claims with the same verdicts, as ratios.

``bench.py [SIZE …]`` compares at each size, one thread each, in rounds that alternate in one process:
the verdict alone against the verdict alone, with the rights indexed in each run and before it, with
plain text and with dictionaries; and the whole answer, which no peer gives. ``bench.py --rows N``
checks N lines with the errors of the field as they are made, in bounded memory, on one thread and
on two.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time

# Before polars is there: it reads this once.
THREADS = int(os.environ.setdefault("POLARS_MAX_THREADS", "1"))

import pyarrow as pa  # noqa: E402, I001
import tierspayant as tp  # noqa: E402
import peers  # noqa: E402

RIGHTS = ("coverage", "exemptions", "contracts")
COMPLETE = ["exemptions", "contracts"]
SIZES = [10_000, 100_000, 1_000_000]
# Bad cells are of no interest to an analyst's query, and periods of maternity change the nature of a claim.
SCOPE = {"bad_cells": 0.0, "maternity": 0.0}


def people(lines: int) -> int:
    return max(100, min(lines // 10, 200_000))


def tables(lines: int) -> dict[str, pa.Table]:
    made = tp.synthetic(people=people(lines), lines=lines, **SCOPE)
    return {name: pa.table(one) for name, one in made.items()}


def index(made) -> tp.Rights:
    return tp.rights(**{name: made[name] for name in RIGHTS}, complete=COMPLETE)


VERDICT = ["verdict", "basis"]


def package(made: dict[str, pa.Table], rights: tp.Rights | None = None, answer=None) -> pa.Table:
    """The answer, whole or some columns; the rights are indexed first where they were not before."""
    rights = index(made) if rights is None else rights
    return pa.table(tp.check_table(made["lines"], rights, threads=THREADS, extra="ignore", answer=answer))


def with_dictionaries(made: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """The same with the text of the lines as dictionaries."""
    lines = made["lines"]
    for place, field in enumerate(lines.schema):
        if pa.types.is_string(field.type):
            lines = lines.set_column(place, field.name, lines[field.name].dictionary_encode())
    return {**made, "lines": lines}


def timed(run) -> tuple[float, float]:
    started = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - started[0], time.process_time() - started[1]


ASKED = {
    "verdict alone": 3.0,
    "verdict alone, rights indexed before": 5.0,
    "verdict alone, indexed before, dictionaries": 8.0,
}


def compared(size: int, rounds: int) -> tuple[dict[str, float], str]:
    """How many times what the package takes the best peer takes, and the name of that peer."""
    made = tables(size)
    coded = with_dictionaries(made)
    rights = index(made)
    others = {
        "polars": lambda: peers.with_polars(made),
        "duckdb": lambda: peers.with_duckdb(made, THREADS),
        "pandas": lambda: peers.with_pandas(made),
    }
    own = {
        "verdict alone": lambda: package(made, answer=VERDICT),
        "verdict alone, rights indexed before": lambda: package(made, rights, VERDICT),
        "verdict alone, indexed before, dictionaries": lambda: package(coded, rights, VERDICT),
        "whole answer": lambda: package(made),
        "whole answer, rights indexed before": lambda: package(made, rights),
        "whole answer, indexed before, dictionaries": lambda: package(coded, rights),
    }
    wanted = peers.of_package(package(made))
    for name, run in others.items():
        differ = int((run() != wanted).sum())
        if differ:
            raise SystemExit(f"{name} gives {differ} other verdicts")
    for name in own:
        differ = int((peers.of_package(own[name]()) != wanted).sum())
        if differ:
            raise SystemExit(f"{name}: {differ} other verdicts")
    runs = {**own, **others}
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            took[name].append(timed(run))
    cpu = {name: [each[1] for each in list_] for name, list_ in took.items()}
    best = min(others, key=lambda name: statistics.median(cpu[name]))
    # A ratio is that of one round, where both met the same machine; the median of the rounds is told.
    ratios = {name: statistics.median(b / o for b, o in zip(cpu[best], cpu[name])) for name in runs}
    for name, list_ in took.items():
        wall, processor = (statistics.median(column) / size * 1e9 for column in zip(*list_))
        note = ", which no peer gives" if name.startswith("whole") else ""
        print(
            f"| {size:,} | {THREADS} | {name}{note} | {wall:,.0f} | {processor:,.0f} | {ratios[name]:.2f} |",
            flush=True,
        )
    return {name: ratios[name] for name in own}, best


def streamed(lines: int) -> None:
    """Lines are made, checked and let go; what making them costs is measured alone first."""

    def made():
        return tp.synthetic(people=people(lines), lines=lines)

    def through(stream) -> int:
        return sum(batch.num_rows for batch in pa.RecordBatchReader.from_stream(stream))

    making = timed(lambda: through(made()["lines"]))[1]
    for threads in (1, 2):
        both = made()
        rights = index(both)
        answers = tp.check_stream(both["lines"], rights, threads=threads, extra="ignore")
        wall, cpu = timed(lambda answers=answers: through(answers))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{lines:,} lines made and checked, {threads} thread(s): {wall / lines * 1e9:,.0f} ns a line, "
            f"{(cpu - making) / lines * 1e9:,.0f} ns of processor without the making, peak {peak:,.0f} MB",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--rows", type=int, help="lines to stream instead of the comparison")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--two", action="store_true", help="two threads as well")
    options = parser.parse_args()
    if options.rows:
        streamed(options.rows)
        return
    if THREADS == 1:
        print("| lines | threads | who | wall ns/line | processor ns/line | best peer takes × |")
        print("|---|---|---|---|---|---|", flush=True)
    ratios = [compared(size, options.rounds) for size in options.sizes or SIZES]
    found, best = ratios[-1]
    if THREADS == 1:
        if options.two:
            # Two threads, in a process of their own.
            again = [sys.executable, *sys.argv]
            subprocess.run(again, env={**os.environ, "POLARS_MAX_THREADS": "2"}, check=True)
        size = (options.sizes or SIZES)[-1]
        told = ", ".join(f"{name} {found[name]:.2f} (asked {asked:g})" for name, asked in ASKED.items())
        reached = sum(found[name] >= asked for name, asked in ASKED.items())
        print(
            f"{reached} of {len(ASKED)} aims reached; verdicts equal on every line; at {size:,} lines on one "
            f"thread the best peer ({best}), verdict alone, takes × the package: {told}"
        )


if __name__ == "__main__":
    main()
