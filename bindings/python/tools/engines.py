"""The same batch on other engines, compared with the plain one: DuckDB, polars in streaming, Spark.

Each function is what a user would write. Every column of the answer is compared, row by row.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import tierspayant as tp
from tierspayant._native import schema as native_schema

OPTIONS = {"extra": "keep", "dictionary": False, "threads": 1}
COMPLETE = ["exemptions", "contracts"]
KEYS = ["claim_id", "line_id"]
ANSWER = native_schema()[1]
PEOPLE, LINES = 2_000, 40_000


def made() -> tuple[pa.Table, dict[str, pa.Table]]:
    tables = {name: pa.table(one) for name, one in tp.synthetic(people=PEOPLE, lines=LINES).items()}
    lines = tables.pop("lines")
    tables.pop("rejects")
    return lines, tables


def plain(lines: pa.Table, tables: dict[str, pa.Table]) -> pa.Table:
    return pa.table(tp.check_table(lines, tp.rights(**tables, complete=COMPLETE), **OPTIONS))


def with_duckdb(lines: pa.Table, tables: dict[str, pa.Table], folder: Path) -> pa.Table:
    """A query streams in, and the answers stream into a table: neither is ever whole in memory."""
    import duckdb

    pq.write_table(lines, folder / "lines.parquet")
    database = duckdb.connect()
    relation = database.sql(f"select * from '{folder / 'lines.parquet'}' order by claim_id, line_id")
    answers = tp.check_stream(relation, tp.rights(**tables, complete=COMPLETE), **OPTIONS)
    # A second connection takes the answers, because the first one is still giving the lines.
    other = duckdb.connect(str(folder / "answers.duckdb"))
    stream = pa.RecordBatchReader.from_stream(answers)
    other.register("answers", stream)
    other.execute("create table kept as select * from answers")
    return pa.table(other.sql("select * from kept"))


def with_polars(lines: pa.Table, tables: dict[str, pa.Table], folder: Path) -> pa.Table:
    """A scan of files runs in streaming, claims by claims; the answers go to files and are scanned again."""
    import polars as pl

    pq.write_table(lines, folder / "lines.parquet")
    rights = tp.rights(**tables, complete=COMPLETE)
    scan = pl.scan_parquet(folder / "lines.parquet")
    claims = scan.select(pl.col("claim_id").max()).collect(engine="streaming").item()
    answers = folder / "answers"
    answers.mkdir()
    # Slices end between claims: the lines of a claim are answered together.
    for first in range(0, claims + 1, 5_000):
        some = scan.filter(pl.col("claim_id").is_between(first, first + 4_999))
        checked = tp.check_table(some.collect(engine="streaming"), rights, **OPTIONS)
        pl.DataFrame(checked).write_parquet(answers / f"{first:09}.parquet")
    return pl.scan_parquet(answers / "*.parquet").collect(engine="streaming").to_arrow()


def with_spark(lines: pa.Table, tables: dict[str, pa.Table], folder: Path) -> pa.Table:
    """``mapInArrow`` over partitions of whole people: each task indexes the rights of its own people."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    # A pandas writer would change nothing here: files are what a cluster reads.
    pq.write_table(lines, folder / "lines.parquet", coerce_timestamps="us")
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    shipped = spark.sparkContext.broadcast({name: ipc(one) for name, one in tables.items()})

    def check_part(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import itertools

        import pyarrow as pa
        import tierspayant as tp

        first = next(batches, None)
        if first is None:
            return
        held = {name: pa.ipc.open_stream(one).read_all() for name, one in shipped.value.items()}
        rights = tp.rights(**held, complete=COMPLETE)
        reader = pa.RecordBatchReader.from_batches(first.schema, itertools.chain([first], batches))
        yield from pa.RecordBatchReader.from_stream(tp.check_stream(reader, rights, **OPTIONS))

    wanted = from_arrow_schema(plain(lines.slice(0, 1), tables).schema)
    parts = spark.read.parquet(str(folder / "lines.parquet")).repartition(4, "person")
    answers = parts.sortWithinPartitions("claim_id", "line_id").mapInArrow(check_part, wanted)
    answers.write.parquet(str(folder / "answers"))
    people = parts.rdd.mapPartitions(lambda rows: [{row.person for row in rows}]).collect()
    assert sum(map(len, people)) == len(set().union(*people)), "a person is in one partition"
    spark.stop()
    return pq.read_table(folder / "answers")


def ipc(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


def rows(table: pa.Table) -> list[tuple]:
    columns = [table[name].to_pylist() for name in [*KEYS, *ANSWER]]
    listed = (tuple(tuple(one) if isinstance(one, list) else one for one in row) for row in zip(*columns))
    return sorted(listed, key=repr)


def main() -> None:
    lines, tables = made()
    expected = rows(plain(lines, tables))
    done = []
    for name, run in (("duckdb", with_duckdb), ("polars", with_polars), ("spark", with_spark)):
        begin = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            found = rows(run(lines, tables, Path(folder)))
        if found != expected:
            differ = sum(one != other for one, other in zip(found, expected))
            raise SystemExit(f"{name} gives other answers: {len(found)} rows, {differ} differ")
        seconds = time.perf_counter() - begin
        print(f"{name}: {len(expected)} lines, {len(ANSWER)} columns, the same answers ({seconds:.1f} s)")
        done.append(name)
    print(f"{len(done)} engines agree with the batch on {len(expected)} lines: {', '.join(done)}")


if __name__ == "__main__":
    main()
