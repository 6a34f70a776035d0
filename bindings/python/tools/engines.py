"""The same batch on other engines, compared with the plain one: DuckDB, polars in streaming, Spark.

Each function is what a user would write. Every column of the answer is compared, row by row.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import tierspayant as tp

OPTIONS = {"extra": "keep", "dictionary": False, "threads": 1}
COMPLETE = ["exemptions", "contracts"]
KEYS = ["claim_id", "line_id"]
ANSWER = [name for name, _ in tp.answer_schema()]
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


BUCKETS = 8


def with_spark(lines: pa.Table, tables: dict[str, pa.Table], folder: Path) -> pa.Table:
    """Lines and rights meet by buckets of people (``cogroup``): nothing is broadcast, and each task indexes
    the rights of its own people only. With buckets that fit in memory it holds for everybody."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from functools import reduce

    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema

    # A pandas writer would change nothing here: files are what a cluster reads.
    for name, table in {"lines": lines, **tables}.items():
        pq.write_table(table, folder / f"{name}.parquet", coerce_timestamps="us", compression="gzip")
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.parquet.compression.codec", "gzip")
    spark = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")

    def bucketed(name: str) -> DataFrame:
        read = spark.read.parquet(str(folder / f"{name}.parquet"))
        return read.withColumn("bucket", f.pmod(f.hash("person"), f.lit(BUCKETS)))

    kinds = [bucketed(name).withColumn("kind", f.lit(name)) for name in tables]
    rights = reduce(lambda one, other: one.unionByName(other, allowMissingColumns=True), kinds)
    columns = {name: table.column_names for name, table in tables.items()}

    def check_bucket(some: pa.Table, held: pa.Table) -> pa.Table:
        import pyarrow as pa
        import pyarrow.compute as pc
        import tierspayant as tp

        parts = {
            name: held.filter(pc.equal(held["kind"], name)).select(names) for name, names in columns.items()
        }
        index = tp.rights(**parts, complete=COMPLETE)
        # Rows come in any order: the lines of a claim are gathered.
        return pa.table(tp.check_table(some.drop_columns(["bucket"]), index, **OPTIONS))

    wanted = from_arrow_schema(plain(lines.slice(0, 1), tables).schema)
    both = bucketed("lines").groupBy("bucket").cogroup(rights.groupBy("bucket"))
    both.applyInArrow(check_bucket, wanted).write.parquet(str(folder / "answers"))
    spark.stop()
    return pq.read_table(folder / "answers")


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
