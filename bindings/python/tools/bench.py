"""The batch beside what an analyst would write, on the same claims with the same verdicts, as ratios.

``bench.py [SIZE …]`` compares at each size: one thread each, medians of several rounds in one
process. ``bench.py --rows N`` checks N lines with the errors of the field as they are made, in
bounded memory, on one thread and on two.
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


def package(made: dict[str, pa.Table], rights: tp.Rights | None = None) -> pa.Table:
    """The whole answer, reasons included; the rights are indexed first where they were not before."""
    rights = index(made) if rights is None else rights
    return pa.table(tp.check_table(made["lines"], rights, threads=THREADS, extra="ignore"))


def timed(run) -> tuple[float, float]:
    started = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - started[0], time.process_time() - started[1]


def compared(size: int, rounds: int) -> tuple[float, str]:
    """The ratio of the best peer to the package, in time of the processor, and its name."""
    made = tables(size)
    rights = index(made)
    others = {
        "polars": lambda: peers.with_polars(made),
        "duckdb": lambda: peers.with_duckdb(made, THREADS),
        "pandas": lambda: peers.with_pandas(made),
    }
    runs = {
        "tierspayant": lambda: package(made),
        "tierspayant, rights indexed before": lambda: package(made, rights),
        **others,
    }
    wanted = peers.of_package(package(made))
    for name, run in others.items():
        differ = int((run() != wanted).sum())
        if differ:
            raise SystemExit(f"{name} gives {differ} other verdicts")
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            took[name].append(timed(run))
    median = {
        name: [statistics.median(column) / size * 1e9 for column in zip(*each)] for name, each in took.items()
    }
    own = median["tierspayant"][1]
    for name, (wall, cpu) in median.items():
        print(f"| {size:,} | {THREADS} | {name} | {wall:,.0f} | {cpu:,.0f} | {cpu / own:.2f} |", flush=True)
    best = min(others, key=lambda name: median[name][1])
    return median[best][1] / own, best


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
    options = parser.parse_args()
    if options.rows:
        streamed(options.rows)
        return
    if THREADS == 1:
        print("| lines | threads | who | wall ns/line | processor ns/line | × the package |")
        print("|---|---|---|---|---|---|", flush=True)
    ratios = [compared(size, options.rounds) for size in options.sizes or SIZES]
    ratio, best = ratios[-1]
    if THREADS == 1:
        # Two threads, in a process of their own.
        again = [sys.executable, *sys.argv]
        subprocess.run(again, env={**os.environ, "POLARS_MAX_THREADS": "2"}, check=True)
        size = (options.sizes or SIZES)[-1]
        print(
            f"verdicts equal on every line; at {size:,} lines and one thread the best peer ({best}) takes "
            f"{ratio:.2f} times the package, for its verdicts alone"
        )


if __name__ == "__main__":
    main()
