"""What came back: a made-up year read and followed, every cent found again, nothing of a person kept."""

from __future__ import annotations

import io
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


HEADER = "N° facture;Part;Montant;Payé;Motif\n"


def test_what_could_not_be_read_is_in_the_list():
    found = tp.follow((HEADER + "42;RO;abc;0;DROITS FERMES\n43;RO;1,00;1,00;\n").encode())
    assert len(found.faults) == 1
    assert "tout est payé" not in found.todo() and "ligne 2" in found.todo()
    assert "1 row could not be read" in found.todo(lang="en")
    assert tp.follow([]).todo().startswith("Aucune facture")
    with pytest.raises(tp.InputError, match="returns: expected a path"):
        tp.follow(None)


def test_content_in_place_of_a_path_is_refused_without_a_word_of_it(tmp_path):
    pd = pytest.importorskip("pandas")
    number = "185057599900142"
    content = f"{HEADER}42;RO;1,00;0;{number}\n"
    wrong = [content, io.StringIO(content), [content], pd.DataFrame({number: [1]}), number, [number], 42]
    for one in wrong:
        with pytest.raises(tp.InputError) as caught:
            tp.follow(one)
        error = caught.value
        shown = f"{error}{error.args}{error.place}{error.__cause__}{error.__context__}"
        assert error.code == "TP-PY-001" and error.place.startswith("returns")
        assert number not in shown and "facture" not in shown
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    assert len(tp.follow(path).rows) == len(tp.follow(str(path)).rows) == 1
