"""The person tables of the warehouse: what the public schema says, and nothing that it does not."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd
import pyarrow as pa
import pytest
import tierspayant as tp
from tierspayant import snds

DAY = date(2026, 11, 1)
WHO = {"BEN_NIR_PSA": ["a", "a", "b"], "BEN_RNG_GEM": [1, 1, 2]}
ETM = {
    **WHO,
    "BEN_EXO_MTF": [41, 0, 47],
    "BEN_EXO_DTD": [date(2024, 1, 1)] * 3,
    "BEN_EXO_DTF": [date(2027, 12, 31), None, None],
    "IND_RNM_BEN": ["1"] * 3,
}
ORC = {
    **WHO,
    "BEN_CTA_TYP": [89, 0, 999],
    "BEN_CMU_ORG": ["123456789"] * 3,
    "MLL_CTA_DSD": [datetime(2025, 12, 1)] * 3,
    "MLL_CTA_DSF": [datetime(2026, 11, 30)] * 3,
    "REF_C2S_COD": ["P", None, "F"],
}


def test_exemptions_keep_their_motives():
    found = snds.tables(etm=pa.table(ETM))["exemptions"].to_pylist()
    assert [(one["person"], one["code"], one["vocabulary"]) for one in found] == [
        ("a/1", "41", "snds_etm"),
        ("b/2", "47", "snds_etm"),
    ]
    imb = {**WHO, "IMB_ETM_NAT": [43.0, None, 41.0], "IMB_ALD_DTD": [DAY] * 3, "IMB_ALD_DTF": [None] * 3}
    both = snds.tables(etm=pa.table(ETM), imb=pd.DataFrame(imb))["exemptions"].to_pylist()
    assert [one["code"] for one in both] == ["41", "47", "43", "41"]


def test_contracts_have_their_type_and_state():
    found = snds.tables(orc=pd.DataFrame(ORC))["contracts"].to_pylist()
    assert [(one["type"], one["participation"], one["status"]) for one in found] == [
        ("89", True, None),
        (None, None, "closed"),
    ]
    assert "number" not in found[0]


def test_the_last_pregnancy_is_kept():
    mat = {
        **WHO,
        "BEN_GRS_DTE": [date(2023, 1, 1), date(2026, 5, 1), None],
        "BEN_DRA_AME": ["202310", None, None],
    }
    found = snds.tables(mat=pa.table(mat))["maternity"].to_pylist()
    assert found == [
        {"person": "a/1", "presumed_start": date(2026, 5, 1)},
        {"person": "b/2", "presumed_start": None},
    ]


def test_lines_are_checked_against_an_extraction():
    persons = pa.table({"BEN_NIR_PSA": ["a", "b", "c"], "ben_rng_gem": [1, 2, 1]})
    lines = pa.table(
        {
            "person": snds.person(persons),
            "care_date": pa.array([date(2026, 10, 20)] * 3),
            "card": ["read"] * 3,
            "nature": ["10"] * 3,
            "category": ["drug"] * 3,
            "exemption": ["4"] * 3,
            "relation": ["related"] * 3,
            "setting": ["pharmacy"] * 3,
        }
    )
    rights = snds.rights(observed_at=DAY, etm=pa.table(ETM), orc=pd.DataFrame(ORC), complete=True)
    assert rights.people == 2
    rows = pa.table(tp.check_table(lines, rights)).to_pylist()
    assert [one["exemption_state"] for one in rows] == ["confirmed", "not_recorded", "not_recorded"]
    assert [one["error"] for one in rows] == [None] * 3


def test_a_wrong_table_is_refused_with_its_place():
    with pytest.raises(tp.TableError) as caught:
        snds.tables(etm=pa.table(WHO))
    assert (caught.value.code, caught.value.place) == ("TP-TB-001", "IR_ETM_R.BEN_EXO_MTF")
    with pytest.raises(tp.TableError) as caught:
        snds.tables(etm=pa.table({**ETM, "BEN_EXO_MTF": [41.5, 41.0, 41.0]}))
    assert (caught.value.code, caught.value.place) == ("TP-TB-004", "IR_ETM_R.BEN_EXO_MTF")


def test_what_is_no_day_in_the_warehouse_is_none_here():
    imb = {
        **WHO,
        "IMB_ETM_NAT": [41, 41, 43],
        "IMB_ALD_DTD": ["2020-01-01", "01JAN2020", "20200101"],
        "IMB_ALD_DTF": [date(1600, 1, 1), date(9999, 12, 31), date(2027, 6, 30)],
    }
    found = snds.tables(imb=pa.table(imb))["exemptions"].to_pylist()
    assert [one["start"] for one in found] == [date(2020, 1, 1)] * 3
    assert [one["end"] for one in found] == [None, None, date(2027, 6, 30)]
    moments = {**imb, "IMB_ALD_DTF": pd.to_datetime([None, "2027-06-30", None])}
    found = snds.tables(imb=pd.DataFrame(moments))["exemptions"].to_pylist()
    assert [one["end"] for one in found] == [None, date(2027, 6, 30), None]
    rights = snds.rights(observed_at=DAY, imb=pa.table(imb))
    line = {"person": ["a/1"], "care_date": [date(2026, 10, 20)], "exemption": ["4"], "relation": ["related"]}
    row = pa.table(tp.check_table(pa.table(line), rights)).to_pylist()[0]
    assert (row["exemption_state"], row["error"]) == ("confirmed", None)
    with pytest.raises(tp.TableError, match=r"IR_IMB_R\.IMB_ALD_DTD: not a day"):
        snds.tables(imb=pa.table({**imb, "IMB_ALD_DTD": ["yesterday"] * 3}))


def test_accidents_are_no_exemptions():
    etm = {**ETM, "BEN_EXO_MTF": [11, 41, 12]}
    found = snds.tables(etm=pa.table(etm))
    assert [one["code"] for one in found["exemptions"].to_pylist()] == ["41"]
    assert found["accidents"]["person"].to_pylist() == ["a/1", "b/2"]


def test_lines_say_code_and_relation_by_the_motive():
    prs = {
        "BEN_IDT_ANO": ["x", "y", "z", "x"],
        "EXE_SOI_DTD": [date(2026, 10, 20)] * 4,
        "EXO_MTF": [42, 41, 55, 0],
    }
    made = snds.lines(pa.table(prs), key=("BEN_IDT_ANO",))
    assert made["person"].to_pylist() == ["x", "y", "z", "x"]
    said = list(zip(made["exemption"].to_pylist(), made["relation"].to_pylist()))
    assert said == [("4", "related"), ("0", "unrelated"), (None, None), ("0", None)]
    etm = {"BEN_IDT_ANO": ["x"], **{name: ETM[name][:1] for name in ETM if name not in WHO}}
    rights = snds.rights(
        observed_at=DAY, etm=pa.table(etm), key=("BEN_IDT_ANO",), complete=True, complete_regimes=["01"]
    )
    made = made.append_column("regime", pa.array(["01", "01", "02", "02"]))
    rows = pa.table(tp.check_table(made, rights)).to_pylist()
    assert rows[0]["exemption_state"] == "confirmed"
    assert all(one["error"] is None for one in rows)
