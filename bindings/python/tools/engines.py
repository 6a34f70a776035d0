"""The same batch on other engines, compared with the plain one: DuckDB, polars in streaming, Spark.

Each example is what a user would write. An engine that is not installed is named and passed over.
"""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import tierspayant as tp

OPTIONS = {"extra": "ignore", "dictionary": False, "threads": 1}
COMPARED = ["claim_id", "line_id", "verdict", "basis", "exemption_state", "reasons"]


def made() -> tuple[pa.Table, dict[str, pa.Table]]:
    tables = {name: pa.table(one) for name, one in tp.synthetic(people=400, lines=6_000).items()}
    lines = tables.pop("lines")
    tables.pop("rejects")
    return lines, tables


def index(tables) -> tp.Rights:
    return tp.rights(**tables, complete=["exemptions", "contracts"])


def checked(lines, tables) -> pa.Table:
    return pa.table(tp.check_table(lines, index(tables), **{**OPTIONS, "extra": "keep"}))


def with_duckdb(lines: pa.Table, tables: dict[str, pa.Table]) -> pa.Table:
    """A relation goes in as it streams, the answers come back as a table of DuckDB."""
    import duckdb

    connection = duckdb.connect()
    connection.register("all_lines", lines)
    relation = connection.sql("select * from all_lines")
    answers = pa.RecordBatchReader.from_stream(
        tp.check_stream(relation, index(tables), **{**OPTIONS, "extra": "keep"})
    ).read_all()
    other = duckdb.connect()
    other.register("answers", answers)
    other.execute("create table kept as select * from answers")
    return pa.table(other.sql("select * from kept"))


def with_polars(lines: pa.Table, tables: dict[str, pa.Table]) -> pa.Table:
    """A scan of files is checked slice by slice: the whole table is never in memory."""
    import polars as pl

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lines.parquet"
        pq.write_table(lines, file)
        rights = index(tables)
        found = []
        scan = pl.scan_parquet(file)
        # Slices end between claims, so that no claim is checked in two halves.
        last = scan.select(pl.col("claim_id").max()).collect().item()
        for first in range(0, last + 1, 1000):
            part = scan.filter(pl.col("claim_id").is_between(first, first + 999)).collect(engine="streaming")
            found.append(pa.table(tp.check_table(part, rights, **{**OPTIONS, "extra": "keep"})))
    return pa.concat_tables(found, promote_options="permissive")


def with_spark(lines: pa.Table, tables: dict[str, pa.Table]) -> pa.Table:
    """``mapInArrow`` over partitions that hold whole people; each worker indexes the rights once."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    shipped = spark.sparkContext.broadcast({name: one.to_pydict() for name, one in tables.items()})
    types = {name: one.schema for name, one in tables.items()}

    def check_part(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rights = index({name: pa.table(one, schema=types[name]) for name, one in shipped.value.items()})
        found = list(batches)
        if found:
            whole = pa.Table.from_batches(found)
            answers = pa.table(tp.check_table(whole, rights, **{**OPTIONS, "extra": "keep"}))
            yield from answers.select(COMPARED).to_batches()

    frame = spark.createDataFrame(lines.to_pandas())
    parts = frame.repartition(4, "person").sortWithinPartitions("claim_id", "line_id")
    schema = (
        "claim_id long, line_id long, verdict string, basis string, "
        "exemption_state string, reasons array<string>"
    )
    rows = parts.mapInArrow(check_part, schema).toPandas()
    spark.stop()
    return pa.Table.from_pandas(rows)


def rows(table: pa.Table) -> list[tuple]:
    columns = [table[name].to_pylist() for name in COMPARED]
    listed = [
        tuple(tuple(one) if hasattr(one, "__len__") and not isinstance(one, str) else one for one in row)
        for row in zip(*columns)
    ]
    return sorted(listed, key=repr)


def main() -> None:
    lines, tables = made()
    plain = rows(checked(lines, tables))
    done = []
    for name, module, run in (
        ("duckdb", "duckdb", with_duckdb),
        ("polars", "polars", with_polars),
        ("spark", "pyspark", with_spark),
    ):
        if importlib.util.find_spec(module) is None:
            print(f"{name}: not installed, not compared")
            continue
        if rows(run(lines, tables)) != plain:
            raise SystemExit(f"{name} gives other answers")
        print(f"{name}: {len(plain)} lines, the same answers")
        done.append(name)
    print(f"{len(done)} engines agree with the batch: {', '.join(done)}")


if __name__ == "__main__":
    main()
