"""Speed against what an analyst would write for the same decision, as ratios of one run.

The peers decide a small part of what the package decides: an ALD exemption claimed on a line must be
recorded on the day of the care. Verdicts on that part are compared before anything is timed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import tierspayant as tp

OPTIONS = {"extra": "ignore", "dictionary": True}


def tables(lines: int) -> dict[str, pa.Table]:
    made = tp.synthetic(
        people=max(100, min(lines // 10, 200_000)),
        lines=lines,
        bad_cells=0.0,
        ald_pending=0.0,
        read_before=0.0,
        maternity=0.0,
        relation_unknown=0.0,
    )
    return {name: pa.table(one) for name, one in made.items()}


def package(made: dict[str, pa.Table], threads: int) -> pa.Table:
    rights = {name: made[name] for name in ("coverage", "exemptions", "contracts")}
    index = tp.rights(**rights, complete=["exemptions", "contracts"])
    return pa.table(tp.check_table(made["lines"], index, threads=threads, **OPTIONS))


def with_polars(made: dict[str, pa.Table]) -> list[int]:
    lines = pl.from_arrow(made["lines"]).lazy().with_row_index("row")
    ald = pl.from_arrow(made["exemptions"]).lazy().filter(pl.col("code") == "LIS")
    ald = ald.select("person", "start", "end")
    open_ = (pl.col("start") <= pl.col("care_date")) & (
        pl.col("end").is_null() | (pl.col("care_date") <= pl.col("end"))
    )
    joined = lines.select("row", "person", "care_date", "exemption").join(ald, on="person", how="left")
    has = (
        joined.with_columns(has=open_.fill_null(False))
        .group_by("row")
        .agg(pl.col("has").any(), pl.col("exemption").first())
    )
    bad = has.filter((pl.col("exemption") == "4") & ~pl.col("has")).select("row").sort("row")
    return bad.collect()["row"].to_list()


def with_duckdb(made: dict[str, pa.Table]) -> list[int]:
    lines, exemptions = made["lines"], made["exemptions"]
    connection = duckdb.connect()
    connection.register("lines", lines.append_column("row", pa.array(range(len(lines)))))
    connection.register("exemptions", exemptions)
    found = connection.execute(
        """
        select row from lines where exemption = '4' and not exists (
            select 1 from exemptions e where e.person = lines.person and e.code = 'LIS'
            and e.start <= lines.care_date and (e."end" is null or lines.care_date <= e."end"))
        order by row
        """
    )
    return [row for (row,) in found.fetchall()]


def with_pandas(made: dict[str, pa.Table]) -> list[int]:
    lines = made["lines"].select(["person", "care_date", "exemption"]).to_pandas()
    ald = made["exemptions"].select(["person", "code", "start", "end"]).to_pandas()
    ald = ald[ald["code"] == "LIS"]
    joined = lines.reset_index().merge(ald, on="person", how="left")
    has = (joined["start"] <= joined["care_date"]) & (
        joined["end"].isna() | (joined["care_date"] <= joined["end"])
    )
    found = has.groupby(joined["index"]).any()
    return lines.index[(lines["exemption"] == "4") & ~found].tolist()


def ours(answers: pa.Table, lines: pa.Table) -> list[int]:
    claimed = lines["exemption"].to_pylist()
    states = answers["exemption_state"].to_pylist()
    bad = ("not_recorded", "not_started", "ended")
    return [row for row, (code, state) in enumerate(zip(claimed, states)) if code == "4" and state in bad]


def best(run, times: int = 3) -> float:
    took = []
    for _ in range(times):
        started = time.process_time(), time.perf_counter()
        run()
        took.append((time.perf_counter() - started[1], time.process_time() - started[0]))
    return min(took)


def dict_cost() -> float:
    root = Path(__file__).resolve().parents[3]
    cases = json.loads((root / "tests" / "cases" / "ald.json").read_text(encoding="utf-8"))["cases"]
    dossier = cases[0]["dossier"]
    text = json.dumps(dossier).encode()

    def took(document) -> float:
        started = time.process_time()
        for _ in range(2000):
            tp.check(document, what_if=False)
        return (time.process_time() - started) / 2000 * 1e6

    return min(took(dossier) for _ in range(3)), min(took(text) for _ in range(3))


def main() -> None:
    sizes = [int(one) for one in sys.argv[1:]] or [10_000, 100_000, 1_000_000]
    print("| lines | who | wall ns/line | cpu ns/line | × the package, 1 thread (cpu) |")
    print("|---|---|---|---|---|")
    worst = float("inf")
    for size in sizes:
        made = tables(size)
        mine = ours(package(made, 1), made["lines"])
        peers = {"polars": with_polars, "duckdb": with_duckdb, "pandas": with_pandas}
        for name, peer in peers.items():
            if peer(made) != mine:
                raise SystemExit(f"{name} gives other verdicts")
        runs = {"tierspayant, 1 thread": lambda made=made: package(made, 1)}
        runs["tierspayant, 2 threads"] = lambda made=made: package(made, 2)
        runs.update({name: (lambda peer=peer, made=made: peer(made)) for name, peer in peers.items()})
        one = None
        for name, run in runs.items():
            wall, cpu = best(run)
            one = one or cpu
            ratio = cpu / one
            if name in peers:
                worst = min(worst, ratio)
            print(f"| {size:,} | {name} | {wall / size * 1e9:,.0f} | {cpu / size * 1e9:,.0f} | {ratio:.2f} |")
    from_dict, from_bytes = dict_cost()
    print(f"one check without what-if: {from_dict:.1f} µs from a dict, {from_bytes:.1f} µs from bytes")
    print(f"{os.cpu_count()} cores; the best peer takes {worst:.2f} times the package on a part of its rules")


if __name__ == "__main__":
    main()
