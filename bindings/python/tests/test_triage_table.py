"""Rejects in bulk: the triage of each reject as one document gives it."""

from __future__ import annotations

import duckdb
import polars as pl
import pyarrow as pa
import pytest
import tierspayant as tp
from conftest import rejects
from flat import flat


def documents() -> list[dict]:
    found = []
    for _, document, _ in rejects():
        document["claim"].get("person", {}).pop("nir", None)
        for snapshot in document.setdefault("rights", []):
            snapshot.get("person", {}).pop("nir", None)
            snapshot.pop("services", None)
            if "real_delivery" in (snapshot.get("maternity") or {}):
                snapshot["maternity"]["delivery"] = snapshot["maternity"].pop("real_delivery")
            for name in [name for name, value in snapshot.items() if value is None]:
                del snapshot[name]
        found.append(document)
    return found


def table(found: list[dict]) -> pa.Table:
    names = ("key", "label", "share", "line", "returned_on", "state")
    columns = {name: pa.array([one["reject"].get(name) for one in found], pa.string()) for name in names}
    columns["line_id"] = columns.pop("line")
    claims = [f"d{place}" for place in range(len(found))]
    return pa.table({"claim_id": claims, **columns, "file": claims})


def test_every_reject_has_the_triage_of_its_document():
    found = documents()
    lines, rights = flat(found)
    rows = pa.table(tp.triage_table(table(found), lines, **rights, extra="keep")).to_pylist()
    assert len(rows) == len(found) >= 46
    for document, row in zip(found, rows):
        triage = tp.triage(document)
        payers = {one["share"]: one["payer"] for one in triage["payers"]}
        assert row["error"] is None
        assert row["class"] == triage["class"]
        assert row["recognised_by"] == triage["recognised"]["by"]
        assert row["cause"] == triage["cause"]["id"] and row["cause_text"] == triage["cause"]["message"]
        assert row["other_causes"] == [one["id"] for one in triage["other_causes"]]
        assert row["now"] == triage["now"]["verdict"] and row["now_basis"] == triage["now"].get("basis")
        assert row["caught"] == triage["caught"]["answer"]
        assert row["predicted"] == triage["caught"]["predicted"]
        assert row["steps"] == list(dict.fromkeys(one["id"] for one in triage["steps"]))
        assert (row["payer_amo"], row["payer_amc"]) == (payers.get("amo"), payers.get("amc"))
        assert row["indu"] == triage["indu"]
        assert row["reasons"] == list(dict.fromkeys(one["id"] for one in triage["reasons"]))
        limit = triage["limitation"]
        assert (row["limitation"] and row["limitation"].isoformat()) == (limit and limit["date"])


def test_a_bad_row_fails_alone():
    found = documents()
    lines, rights = flat(found)
    claims = table(found)["claim_id"].to_pylist()
    claims[1] = "nobody"
    wrong = table(found).drop_columns(["claim_id", "file"]).append_column("claim_id", pa.array(claims))
    good = pa.table(tp.triage_table(table(found), lines, **rights, extra="ignore")).to_pylist()
    rows = pa.table(tp.triage_table(wrong, lines, **rights)).to_pylist()
    assert rows[1]["error_code"] == "TP-TB-108" and rows[1]["cause"] is None
    assert rows[:1] + rows[2:] == good[:1] + good[2:]


@pytest.mark.parametrize("make", [pl.DataFrame, pa.table, lambda one: duckdb.from_arrow(one)])
def test_every_library_goes_in(make):
    found = documents()
    lines, rights = flat(found)
    plain = pa.table(tp.triage_table(table(found), lines, **rights, extra="keep"))
    again = tp.triage_table(make(table(found)), make(lines), extra="keep", **rights)
    assert pa.table(again)["cause"].to_pylist() == plain["cause"].to_pylist()


def test_a_malformed_table_is_refused():
    found = documents()
    lines, rights = flat(found)
    for wrong, code, place in (
        (table(found), "TP-TB-002", "rejects.file"),
        (table(found).drop_columns(["claim_id", "file"]), "TP-TB-001", "rejects.claim_id"),
        (pa.table({"claim_id": ["d0"], "key": [816]}), "TP-TB-004", "rejects.key"),
        (12, "TP-PY-002", "rejects"),
    ):
        with pytest.raises(tp.TableError) as caught:
            tp.triage_table(wrong, lines, **rights)
        assert (caught.value.code, caught.value.place) == (code, place)
    assert len(tp.triage_table(table(found).slice(0, 0), lines, extra="ignore", **rights)) == 0


def test_synthetic_rejects():
    tables = {name: pa.table(one) for name, one in tp.synthetic(people=100, lines=2000, bad_cells=0).items()}
    lines, back = tables.pop("lines"), tables.pop("rejects")
    index = tp.rights(**tables, complete=["exemptions", "contracts"])
    rows = pl.DataFrame(tp.triage_table(back, lines, index, extra="keep"))
    assert rows.height == back.num_rows > 0
    assert rows["error"].null_count() == rows.height
    assert rows["rejected_cents"].sum() > 0
