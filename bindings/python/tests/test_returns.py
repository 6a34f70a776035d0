"""What came back: a made-up year read and followed, every cent found again, nothing of a person kept."""

from __future__ import annotations

import random

import pytest
import tierspayant as tp


@pytest.fixture(scope="module")
def year():
    return tp.synthetic_returns(invoices=600)


def followed(year, files=None, **options):
    given = {name: year.files[f"{name}.{end}"] for name, end in (("claims", "jsonl"), ("rights", "jsonl"))}
    return tp.follow(files or year.returns, **given, sent=year.files["sent.csv"], **options)


def test_every_cent_of_a_year_is_found_again(year):
    found = followed(year)
    assert found.faults == [] and found.test_files == 0
    balance = found.balance
    for name, cents in balance.items():
        assert cents == year.totals[name], name
    parts = sum(cents for name, cents in balance.items() if name not in ("asked", "elsewhere"))
    assert balance["asked"] == parts
    rows = found.rows
    assert sum(row["asked_cents"] for row in rows) == balance["asked"]
    assert sum(row["paid_cents"] for row in rows) == balance["paid"]
    causes = {row["cause"] for row in rows if row["class"] == "etm_not_in_bdo"}
    assert causes <= {"ended", "never_recorded", "forced", "stale_data"} and len(causes) >= 2


def test_the_order_of_files_changes_nothing(year):
    files = list(year.returns)
    random.Random(7).shuffle(files)
    assert followed(year, files).rows == followed(year).rows


def test_the_work_list_the_messages_and_the_rates(year):
    found = followed(year, today="2027-01-01")
    assert found.todo().startswith("À faire") and found.todo(lang="en").startswith("To do")
    assert "facture" in found.messages("patient")
    operators = found.rates("operator")
    assert operators[0]["group"] == "op3" and operators[0]["stands_out"] is True
    assert operators[0]["low_per_thousand"] <= operators[0]["rate_per_thousand"]
    halves = found.rates("share", since="2026-05-01")
    assert [row["period"] for row in halves] == ["before", "before", "after", "after"]
    with pytest.raises(tp.InputError, match="by: expected one of"):
        found.rates("colour")


def test_nothing_of_a_person_comes_out(year):
    found = followed(year)
    read = tp.read_returns(year.returns)
    shown = f"{found.rows}{found.todo()}{found.messages()}{read.rows}{read.unused}{read.faults}{read!r}"
    for personal in ("1850575999", "SPECIMEN"):
        assert any(personal.encode() in data for data in year.files.values())
        assert personal not in shown


def test_files_are_paths_or_bytes_and_errors_have_their_place(year, tmp_path):
    folder = year.write(tmp_path)
    paths = sorted((folder / "returns").iterdir())
    assert len(tp.read_returns(paths).rows) == len(tp.read_returns(year.returns).rows) > 600
    with pytest.raises(tp.ReadError, match=r"bytes\[0\]: byte 0: no row names a column of invoices"):
        tp.read_returns(b"nothing;here\n")
    cut = next(data for name, data in year.files.items() if name.endswith(".ret"))
    with pytest.raises(tp.ReadError, match="the file ends without an entity 999"):
        tp.read_returns(cut[:-128])
    with pytest.raises(tp.ReadError, match="euros or cents"):
        tp.read_returns(b'{"lstFacturesTP":[{"noFacture":"1","etatAMO":"R","montantAMO":12}]}')
    mapped = tp.read_returns(b"Ref;Somme\n42;douze\n43;1,00\n", columns={"Ref": "invoice", "Somme": "asked"})
    assert [row["asked_cents"] for row in mapped.rows] == [100]
    assert "row 2, asked" in mapped.faults[0].why
