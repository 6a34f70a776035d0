"""Tables of every library, in and out, with the answers of the check."""

from __future__ import annotations

from datetime import date

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tierspayant as tp

LINES = {
    "claim_id": ["a", "a", "b", "c"],
    "line_id": ["1", "2", "1", "1"],
    "person": ["p1", "p1", "p2", "p3"],
    "care_date": [date(2026, 11, 20)] * 4,
    "card": ["read"] * 4,
    "nature": ["10"] * 4,
    "category": ["drug"] * 4,
    "exemption": ["4", "0", "4", "0"],
    "relation": ["related", "unrelated", "related", "unrelated"],
}
KEY = {"source": ["adri"] * 3, "observed_at": [date(2026, 11, 20)] * 3}
COVERAGE = {"person": ["p1", "p2", "p3"], **KEY, "start": [date(2019, 3, 1)] * 3}
CODES = {
    **COVERAGE,
    "ald": ["1", "0", "0"],
    "situation": ["0100"] * 3,
}


def answers(table) -> dict[str, list]:
    return pa.table(table).to_pydict()


def check(lines, coverage, codes, **options):
    return answers(tp.check_table(lines, coverage=coverage, codes=codes, **options))


def one_by_one() -> list[tuple[str, list[str]]]:
    found = []
    for claim, rows in (("a", [0, 1]), ("b", [2]), ("c", [3])):
        first = rows[0]
        person = LINES["person"][first]
        entry = COVERAGE["person"].index(person)
        dossier = {
            "format": "tierspayant/1",
            "claim": {
                "id": claim,
                "care_date": LINES["care_date"][first],
                "person": {"id": person},
                "card": "read",
                "nature": "10",
                "lines": [
                    {
                        "id": LINES["line_id"][row],
                        "category": "drug",
                        "exemption": LINES["exemption"][row],
                        "relation": LINES["relation"][row],
                    }
                    for row in rows
                ],
            },
            "rights": [
                {
                    "source": "adri",
                    "observed_at": "2026-11-20",
                    "person": {"id": person},
                    "coverage": [{"start": "2019-03-01"}],
                    "codes": [{"start": "2019-03-01", "ald": CODES["ald"][entry], "situation": "0100"}],
                }
            ],
        }
        answer = tp.check(dossier)
        for line in answer.lines:
            reasons = [one.id for one in answer.reasons if one.line in (None, line.id)]
            found.append((str(line.amo.verdict), list(dict.fromkeys(reasons))))
    return found


def test_a_table_has_the_answers_of_the_check():
    found = check(pa.table(LINES), pa.table(COVERAGE), pa.table(CODES))
    assert list(zip(found["verdict"], found["reasons"])) == one_by_one()
    assert found["verdict"] == ["billable", "billable", "not_billable", "billable"]
    assert found["error"] == [None] * 4


def chunked(columns):
    table = pa.table(columns)
    return pa.concat_tables([table.slice(place, 1) for place in range(len(table))])


def dictionaries(columns):
    table = pa.table(columns)
    arrays = [one.dictionary_encode() if pa.types.is_string(one.type) else one for one in table.columns]
    return pa.table(arrays, names=table.column_names)


def large(columns):
    table = pa.table(columns)
    arrays = [one.cast(pa.large_string()) if pa.types.is_string(one.type) else one for one in table.columns]
    return pa.table(arrays, names=table.column_names)


def relation(columns):
    source = pa.table(columns)  # noqa: F841
    return duckdb.sql("select * from source")


@pytest.mark.parametrize(
    "make",
    [
        pl.DataFrame,
        pd.DataFrame,
        chunked,
        dictionaries,
        large,
        relation,
        pa.RecordBatch.from_pydict,
    ],
)
def test_every_library_goes_in(make):
    plain = check(pa.table(LINES), pa.table(COVERAGE), pa.table(CODES))
    assert check(make(LINES), make(COVERAGE), make(CODES)) == plain


def test_every_library_goes_out():
    table = tp.check_table(pl.DataFrame(LINES), coverage=pl.DataFrame(COVERAGE), extra="keep")
    assert len(table) == 4 and table.num_rows == 4
    assert "person" in table.column_names and table.column_names[-1] == "error"
    frame = pl.DataFrame(table)
    assert frame.height == 4 and frame["verdict"].cast(pl.String)[0] is not None
    arrow = pa.table(table)
    assert arrow.num_rows == 4
    assert duckdb.sql("select count(*) from arrow").fetchall() == [(4,)]
    assert arrow.to_pandas()["guarantee"].notna().all()
    assert pa.table(table).num_rows == 4, "a table can be taken again"


def test_a_stream_is_taken_once():
    stream = tp.check_stream(pa.table(LINES), coverage=pa.table(COVERAGE), dictionary=False)
    reader = pa.RecordBatchReader.from_stream(stream)
    assert reader.schema.field("verdict").type == pa.string()
    assert sum(batch.num_rows for batch in reader) == 4
    with pytest.raises(tp.TableError) as caught:
        stream.__arrow_c_stream__()
    assert caught.value.code == "TP-PY-003"


def test_rights_are_indexed_once():
    index = tp.rights(coverage=pa.table(COVERAGE), codes=pa.table(CODES))
    assert (index.people, index.snapshots) == (3, 3)
    assert repr(index) == "<Rights of 3 people, 3 snapshots>"
    again = answers(tp.check_table(pa.table(LINES), index, threads=1))
    assert again == check(pa.table(LINES), pa.table(COVERAGE), pa.table(CODES), threads=2)


def test_a_bad_row_fails_alone():
    lines = {**LINES, "care_date": ["2026-11-20", "2026-11-20", "2026-13-20", "2026-11-20"]}
    found = check(pa.table(lines), pa.table(COVERAGE), pa.table(CODES))
    assert found["error_code"] == [None, None, "TP-IN-021", None]
    assert found["error"][2].startswith("care_date: ")
    assert found["verdict"][2] is None and found["verdict"][3] == "billable"


@pytest.mark.parametrize(
    ("column", "values", "code"),
    [
        ("person", None, "TP-TB-001"),
        ("exemtion", ["4"] * 4, "TP-TB-002"),
        ("contract_type", [89] * 4, "TP-TB-004"),
        ("care_date", [pd.Timestamp("2026-11-20 10:00")] * 4, "TP-TB-004"),
        ("amount_cents", [1.5] * 4, "TP-TB-004"),
    ],
)
def test_a_malformed_table_is_refused(column, values, code):
    lines = {**LINES, column: values}
    if values is None:
        del lines[column]
    with pytest.raises(tp.TableError) as caught:
        tp.check_table(pa.table(lines), coverage=pa.table(COVERAGE))
    assert caught.value.code == code
    assert caught.value.place == f"lines.{column}"


@pytest.mark.parametrize("thing", [None, 12, "lines", {"person": []}, [1], pa.array([1, 2])])
def test_what_is_no_table_is_refused(thing):
    with pytest.raises(tp.TableError):
        tp.check_table(thing, coverage=pa.table(COVERAGE))


def test_timestamps_at_midnight_are_days_when_asked_for():
    lines = pd.DataFrame({**LINES, "care_date": pd.to_datetime(["2026-11-20"] * 4)})
    found = check(lines, pa.table(COVERAGE), pa.table(CODES), midnights=True)
    assert found["verdict"] == ["billable", "billable", "not_billable", "billable"]


def test_nulls_and_empty_tables():
    empty = pa.table(LINES).slice(0, 0)
    assert len(tp.check_table(empty)) == 0
    nothing = pa.table({name: pa.nulls(2) for name in LINES})
    assert set(answers(tp.check_table(nothing))["error_code"]) == {"TP-IN-012"}


def test_progress_is_told():
    seen = []
    tables = tp.synthetic(lines=1000, people=50)
    lines = tables.pop("lines")
    tables.pop("rejects")
    options = {"extra": "ignore", "rows": 100, "complete": ["exemptions", "contracts"]}
    index = tp.rights(**tables, complete=options.pop("complete"))
    found = tp.check_table(lines, index, progress=seen.append, **options)
    assert len(found) == 1000 and seen[-1] == 1000 and len(seen) >= 10


def test_an_error_of_the_caller_gets_through():
    def batches():
        yield pa.record_batch(LINES)
        raise RuntimeError("gone")

    schema = pa.record_batch(LINES).schema
    reader = pa.RecordBatchReader.from_batches(schema, batches())
    with pytest.raises(tp.TableError, match="gone") as caught:
        tp.check_table(reader)
    assert caught.value.code == "TP-TB-009"


def test_synthetic_tables_are_the_same_every_time():
    one, two = (tp.synthetic(lines=500, people=30, ald=0.5) for _ in range(2))
    for name in one:
        assert pa.table(one[name]).equals(pa.table(two[name]))
    with pytest.raises(tp.InputError):
        tp.synthetic(ald=2.0)
    with pytest.raises(tp.InputError):
        tp.synthetic(nonsense=0.5)
    assert tp.synthetic_rates()["ald"] > 0
