"""The frames that analysts have: in any order, filtered, renamed, with columns that nothing reads; and
what they get."""

from __future__ import annotations

import copy
import multiprocessing as mp
import pickle
import random
from datetime import date

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tierspayant as tp


@pytest.fixture(scope="module")
def tables():
    made = tp.synthetic(people=60, lines=600, bad_cells=0)
    return {name: pa.table(one) for name, one in made.items()}


@pytest.fixture(scope="module")
def lines(tables):
    return tables["lines"].drop_columns(["pharmacy", "operator"])


@pytest.fixture(scope="module")
def rights(tables):
    return tp.rights(**{name: tables[name] for name in ("coverage", "exemptions", "contracts")}, travels=True)


def answers(table, rights, **options):
    return pa.table(tp.check_table(table, rights, dictionary=False, **options)).to_pylist()


def by_key(rows):
    return {(row["claim_id"], row["line_id"]): row for row in rows}


def test_the_order_of_rows_changes_nothing_but_the_order(lines, rights):
    right = by_key(answers(lines, rights))
    assert lines.num_rows > len(set(lines["claim_id"].to_pylist()))
    order = list(range(lines.num_rows))
    random.Random(3).shuffle(order)
    mixed = lines.take(order)
    found = answers(mixed, rights, threads=2, rows=50)
    assert [(row["claim_id"], row["line_id"]) for row in found] == list(
        zip(mixed["claim_id"].to_pylist(), mixed["line_id"].to_pylist(), strict=True)
    )
    assert by_key(found) == right
    streamed = pa.table(tp.check_stream(mixed, rights, dictionary=False)).to_pylist()
    apart = [row for row in streamed if row["error_code"] == "TP-TB-109"]
    assert apart and all(row["verdict"] is None for row in apart)


def test_filtered_and_sorted_pandas_frames_are_taken(lines, rights):
    frame = lines.to_pandas()
    right = by_key(answers(lines, rights))
    some = set(frame["claim_id"].drop_duplicates()[::2])
    for one in (frame[frame["claim_id"].isin(some)], frame.sample(frac=1, random_state=1)):
        found = by_key(answers(one, rights))
        assert len(found) == len(one) and all(right[key] == row for key, row in found.items())
        kept = tp.check_table(one, rights, extra="keep").column_names
        assert not any(name.startswith("__index") for name in kept)


def test_polars_columns_that_nothing_reads_cost_nothing(lines, rights):
    frame = pl.from_arrow(lines)
    strange = frame.with_columns(shop=pl.lit(None), big=pl.lit(1).cast(pl.Int128))
    assert by_key(answers(strange, rights, extra="ignore")) == by_key(answers(lines, rights))
    with pytest.raises(tp.TableError, match="lines.shop: unknown column.*also unknown: big"):
        tp.check_table(strange, rights)


def test_columns_under_other_names(lines, rights):
    theirs = lines.rename_columns(
        [
            "nir_hash" if name == "person" else "date_soin" if name == "care_date" else name
            for name in lines.column_names
        ]
    )
    names = {"nir_hash": "person", "date_soin": "care_date"}
    assert answers(theirs, rights, columns=names) == answers(lines, rights)
    assert answers(theirs.to_pandas(), rights, columns=names) == answers(lines.to_pandas(), rights)
    with pytest.raises(tp.TableError, match="did you mean care_date"):
        tp.check_table(
            lines.rename_columns([n.replace("care_date", "caredate") for n in lines.column_names]), rights
        )


def test_keys_stand_before_the_answer(lines, rights):
    names = [name for name, _ in tp.answer_schema()]
    assert tp.check_table(lines, rights).column_names == ["claim_id", "line_id", *names]
    assert tp.check_table(lines, rights, keys=False).column_names == names
    assert [name for name, _ in tp.answer_schema()] == names and len(names) == 17


def test_only_the_columns_that_are_wanted(lines, rights):
    whole = pa.table(tp.check_table(lines, rights))
    some = tp.check_table(lines, rights, answer=["basis", "verdict"], keys=False)
    assert some.column_names == ["basis", "verdict"]
    for name in some.column_names:
        assert pa.table(some)[name].to_pylist() == whole[name].to_pylist()
    with pytest.raises(tp.TableError, match="the columns of the answer are: verdict"):
        tp.check_table(lines, rights, answer=["bases"])
    with pytest.raises(TypeError, match="a list of names"):
        tp.check_table(lines, rights, answer="verdict")


def test_a_table_is_what_each_library_has(lines, rights):
    table = tp.check_table(lines, rights)
    frame = table.to_pandas()
    assert isinstance(frame, pd.DataFrame) and set(frame["verdict"]) <= {
        "billable",
        "not_billable",
        "undetermined",
    }
    assert isinstance(table.to_polars(), pl.DataFrame) and table.to_polars().height == len(table)
    assert len(table.head(7)) == 7 and len(table.head(10**6)) == len(table)
    assert table["verdict"].to_pylist() == frame["verdict"].tolist()
    with pytest.raises(KeyError):
        table["nothing"]
    shown = table._repr_html_()
    assert shown.startswith("<table>") and f"{len(table):,} rows" in shown


def explained(number):
    return tp.check(
        {"format": "tierspayant/1", "claim": {"care_date": "2026-11-20", "lines": [{"id": "1"}]}}
    ).reasons


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_parts_of_answers_travel_between_processes(way):
    with mp.get_context(way).Pool(2) as pool:
        first, second = pool.map_async(explained, range(2)).get(timeout=120)
    assert first == second == explained(0)
    reason = first[0]
    assert copy.deepcopy(reason) == reason
    with pytest.raises(AttributeError):
        del reason.id


def test_engines_rights_and_tables_travel(lines, rights, tables):
    again = pickle.loads(pickle.dumps(rights))
    assert answers(lines, again) == answers(lines, rights)
    engine = pickle.loads(pickle.dumps(tp.Engine()))
    assert engine.digest == tp.Engine().digest
    table = tp.check_table(lines, rights)
    assert pickle.loads(pickle.dumps(table)).to_pandas().equals(table.to_pandas())
    with pytest.raises(TypeError, match="travels=True"):
        pickle.dumps(tp.rights(coverage=tables["coverage"]))


def test_a_part_of_an_answer_is_neither_true_nor_a_text(dossier):
    answer = tp.check(dossier)
    for part in (answer.shares["amo"], answer.lines[0], answer.lines[0].amo):
        with pytest.raises(TypeError, match="neither true nor false"):
            bool(part)
        with pytest.raises(TypeError, match="no text"):
            assert part == "billable"


def test_options_are_refused_by_their_names(lines, rights, tables):
    with pytest.raises(TypeError, match="theads"):
        tp.check_table(lines, rights, theads=3)
    with pytest.raises(ValueError, match="extra: expected one of"):
        tp.rights(extra="kep", coverage=tables["coverage"])
    for name in ("threads", "rows"):
        for value in (0, -1):
            with pytest.raises(ValueError, match=f"{name}: expected a whole number"):
                tp.check_table(lines, rights, **{name: value})
    with pytest.raises(ValueError, match="known_by"):
        tp.check_table(lines, rights, known_by="yesterday")


def claim(**fields):
    line = {"id": "1", "category": "drug", "exemption": "0", "relation": "unrelated"}
    return {"format": "tierspayant/1", "claim": {"care_date": "2026-11-20", "lines": [line], **fields}}


def test_values_of_pandas_and_numpy_are_read_or_named():
    right = tp.check(claim(prescription_date="2026-11-18")).verdict
    for day in (pd.Timestamp("2026-11-18"), date(2026, 11, 18)):
        assert tp.check(claim(prescription_date=day)).verdict == right
    dossier = claim()
    dossier["claim"]["lines"][0]["amount_cents"] = np.int64(4250)
    assert tp.check(dossier).verdict == right
    wrong = [
        (pd.NaT, "found NaT"),
        (float("nan"), "found NaN"),
        (pd.NA, "NAType"),
        (np.datetime64("2026-11-20"), "datetime64"),
    ]
    for value, message in wrong:
        with pytest.raises(tp.InputError, match=rf"claim\.prescription_date.*{message}"):
            tp.check(claim(prescription_date=value))


def test_a_row_of_a_table_becomes_a_page(lines, rights):
    table = tp.check_table(lines, rights, dictionary=False)
    row = next(row for row in pa.table(table).to_pylist() if row["cause"])
    answer = tp.explain_row(lines, rights, row["claim_id"])
    line = next(one for one in answer.lines if one.id == str(row["line_id"]))
    whole = pa.table(table).to_pylist()
    claim = [one for one in whole if one["claim_id"] == row["claim_id"]]
    assert str(answer.verdict) == claim[0]["claim_verdict"] and line.exemption == row["exemption_state"]
    assert answer.todo and "<section" in answer._repr_html_()
    with pytest.raises(tp.TableError, match="no line of this claim"):
        tp.explain_row(lines, rights, "no such claim")


def test_what_was_read_later_does_not_count_as_foreseen():
    lines = pa.table({"person": ["p"], "care_date": ["2026-11-19"], "card": ["absent"], "nature": ["10"],
                      "category": ["drug"], "exemption": ["0"], "relation": ["unrelated"]})  # fmt: skip
    rights = tp.rights(
        coverage=pa.table({"person": ["p"], "start": ["2015-01-01"]}), source="adri", observed_at="2026-11-25"
    )
    now = answers(lines, rights)[0]
    then = answers(lines, rights, known_by="care_date")[0]
    assert (
        then["verdict"] == "undetermined"
        and now["verdict"] != then["verdict"]
        or now["basis"] != then["basis"]
    )


def test_progress_has_a_total_and_an_end(lines, rights, tables, capsys):
    tp.check_table(lines, rights, progress=True)
    assert capsys.readouterr().err.endswith(f"{lines.num_rows:,} of {lines.num_rows:,} lines\n")
    rejects = tables["rejects"].drop_columns(["rejected_cents"])
    tp.triage_table(rejects, lines, rights, progress=True)
    assert capsys.readouterr().err.endswith("rejects\n")


def test_the_version_is_told():
    assert tp.__version__ == "0.1.0"
