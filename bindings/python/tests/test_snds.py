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
    assert [one["exemption_state"] for one in rows] == ["confirmed", "not_recorded", "unknown"]
    assert [one["error"] for one in rows] == [None] * 3


def test_a_wrong_table_is_refused_with_its_place():
    with pytest.raises(tp.TableError) as caught:
        snds.tables(etm=pa.table(WHO))
    assert (caught.value.code, caught.value.place) == ("TP-TB-001", "IR_ETM_R.BEN_EXO_MTF")
    with pytest.raises(tp.TableError) as caught:
        snds.tables(etm=pa.table({**ETM, "BEN_EXO_MTF": [41.5, 41.0, 41.0]}))
    assert (caught.value.code, caught.value.place) == ("TP-TB-004", "IR_ETM_R.BEN_EXO_MTF")
