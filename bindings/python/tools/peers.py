"""The decision that an analyst would write for generated claims in polars, DuckDB and pandas.

Scope: drugs billed with exemption 0 or 4 and, for people with a CSS, one contract; rights that one
online source gave, with periods. The verdict of a line is the worst of these, worst last:

- ``missing``: the exemption is on record, and whether the care is related to it was not said;
- ``stale``: the source was asked before the day of the care;
- ``pending``: the exemption on record is under instruction;
- ``not_granted``: base rights are not open on the day of the care, or the exemption or the contract
  that the line claims is not on record on that day; only a source that is not stale says so;
- ``forbidden``: the contract is not of the type of a CSS.

Each peer gives one number per line, in the order of the lines: 0 when billable, else the place of
the word in this list. Nothing else that the package answers is asked of them: reasons, the share
that each concerns, what to do next, guarantee, the verdict of the claim, bad rows.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

WORDS = ["billable", "missing", "stale", "pending", "not_granted", "forbidden"]
BILLABLE, MISSING, STALE, PENDING, NOT_GRANTED, FORBIDDEN = range(6)
COLUMNS = ["person", "care_date", "exemption", "relation", "contract_type"]

Tables = dict[str, pa.Table]


def with_polars(made: Tables) -> np.ndarray:
    lines = pl.from_arrow(made["lines"].select(COLUMNS)).lazy().with_row_index("row")
    coverage = pl.from_arrow(made["coverage"]).lazy()
    ald = pl.from_arrow(made["exemptions"]).lazy().filter(pl.col("code") == "LIS")
    contracts = pl.from_arrow(made["contracts"]).lazy()
    open_ = (pl.col("start") <= pl.col("care_date")) & (
        pl.col("end").is_null() | (pl.col("care_date") <= pl.col("end"))
    )

    def on_record(asked: pl.LazyFrame, periods: pl.LazyFrame, name: str, what: pl.Expr) -> pl.LazyFrame:
        found = asked.select("row", "person", "care_date").join(periods, on="person").filter(open_)
        return found.group_by("row").agg(what.alias(name))

    claimed = lines.filter(pl.col("exemption") == "4")
    contracted = lines.filter(pl.col("contract_type").is_not_null())
    yes = pl.lit(True).first()
    read = coverage.group_by("person").agg(pl.col("observed_at").max().alias("read"))
    joined = (
        lines.join(read, on="person", how="left")
        .join(on_record(lines, coverage, "covered", yes), on="row", how="left")
        .join(on_record(claimed, ald, "active", (pl.col("status") == "active").any()), on="row", how="left")
        .join(on_record(contracted, contracts, "css", yes), on="row", how="left")
    )
    bad = pl.col("contract_type") != "89"
    asks = pl.col("exemption") == "4"
    lacking = (
        pl.col("covered").is_null()
        | (asks & pl.col("active").is_null())
        | (pl.col("contract_type").is_not_null() & pl.col("css").is_null())
    )
    verdict = (
        pl.when(bad)
        .then(FORBIDDEN)
        .when(pl.col("read") < pl.col("care_date"))
        .then(STALE)
        .when(lacking)
        .then(NOT_GRANTED)
        .when(asks & ~pl.col("active"))
        .then(PENDING)
        .when(asks & (pl.col("relation") == "unknown"))
        .then(MISSING)
        .otherwise(BILLABLE)
    )
    found = joined.select("row", verdict.cast(pl.Int8).alias("verdict")).sort("row")
    return found.collect()["verdict"].to_numpy()


DUCKDB = f"""
with asked as (select {", ".join(COLUMNS)}, row from lines),
seen as (select person, max(observed_at) as seen_on from coverage group by person),
covered as (
    select distinct a.row from asked a join coverage p using (person)
    where p.start <= a.care_date and (p."end" is null or a.care_date <= p."end")),
ald as (
    select a.row, bool_or(p.status = 'active') as active
    from asked a join exemptions p using (person)
    where a.exemption = '4' and p.code = 'LIS'
    and p.start <= a.care_date and (p."end" is null or a.care_date <= p."end")
    group by a.row),
css as (
    select distinct a.row from asked a join contracts p using (person)
    where a.contract_type is not null
    and p.start <= a.care_date and (p."end" is null or a.care_date <= p."end"))
select case
    when contract_type <> '89' then {FORBIDDEN}
    when seen_on < care_date then {STALE}
    when covered.row is null or (exemption = '4' and ald.row is null)
        or (contract_type is not null and css.row is null) then {NOT_GRANTED}
    when exemption = '4' and not active then {PENDING}
    when exemption = '4' and relation = 'unknown' then {MISSING}
    else {BILLABLE} end::tinyint as verdict
from asked left join seen using (person) left join covered using (row)
left join ald using (row) left join css using (row)
order by row
"""


def with_duckdb(made: Tables, threads: int = 1) -> np.ndarray:
    lines = made["lines"].select(COLUMNS)
    connection = duckdb.connect(config={"threads": threads})
    connection.register("lines", lines.append_column("row", pa.array(np.arange(len(lines)))))
    for name in ("coverage", "exemptions", "contracts"):
        connection.register(name, made[name])
    return connection.execute(DUCKDB).fetchnumpy()["verdict"]


def with_pandas(made: Tables) -> np.ndarray:
    lines = made["lines"].select(COLUMNS).to_pandas().reset_index(names="row")
    periods = {name: made[name].to_pandas() for name in ("coverage", "exemptions", "contracts")}

    def on_record(asked: pd.DataFrame, entries: pd.DataFrame) -> pd.DataFrame:
        found = asked[["row", "person", "care_date"]].merge(entries, on="person")
        started = found["start"] <= found["care_date"]
        return found[started & (found["end"].isna() | (found["care_date"] <= found["end"]))]

    def rows(found: pd.DataFrame) -> np.ndarray:
        has = np.zeros(len(lines), dtype=bool)
        has[found["row"].to_numpy()] = True
        return has

    asks = (lines["exemption"] == "4").to_numpy()
    contracted = lines["contract_type"].notna().to_numpy()
    ald = on_record(lines[asks], periods["exemptions"].query("code == 'LIS'"))
    read = periods["coverage"].groupby("person")["observed_at"].max()
    lacking = (
        ~rows(on_record(lines, periods["coverage"]))
        | (asks & ~rows(ald))
        | (contracted & ~rows(on_record(lines[contracted], periods["contracts"])))
    )
    return np.select(
        [
            contracted & (lines["contract_type"] != "89").to_numpy(),
            (lines["person"].map(read) < lines["care_date"]).to_numpy(),
            lacking,
            asks & ~rows(ald[ald["status"] == "active"]),
            asks & (lines["relation"] == "unknown").to_numpy(),
        ],
        [FORBIDDEN, STALE, NOT_GRANTED, PENDING, MISSING],
        BILLABLE,
    ).astype(np.int8)


def of_package(answers: pa.Table) -> np.ndarray:
    """The same numbers from the answers of the package."""
    verdict = pl.from_arrow(answers.select(["verdict", "basis"])).select(
        pl.when(pl.col("verdict") == "billable")
        .then(pl.lit("billable"))
        .otherwise(pl.col("basis").cast(pl.String))
        .replace_strict(WORDS, range(len(WORDS)), return_dtype=pl.Int8)
    )
    return verdict.to_series().to_numpy()
