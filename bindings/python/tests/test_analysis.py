"""Predicted against real rejects, and plots, on tables small enough to count by hand."""

from __future__ import annotations

import math

import matplotlib
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tierspayant as tp
from tierspayant import analysis, plots

matplotlib.use("Agg")


@pytest.fixture
def joined() -> pd.DataFrame:
    predicted = pd.DataFrame(
        {
            "claim_id": [1, 1, 2, 3, 4, 5],
            "line_id": [1, 2, 1, 1, 1, 1],
            "care_date": pd.to_datetime(
                ["2026-01-05", "2026-01-05", "2026-01-20", "2026-02-01", "2026-02-02", "2026-02-03"]
            ),
            "amount_cents": [1000, 2000, 4000, 8000, 16000, 32000],
            "verdict": ["not_billable", "billable", "not_billable", "billable", "undetermined", None],
            "cause": ["a", None, "b", None, "c", None],
        }
    )
    rejects = pd.DataFrame({"claim_id": [1, 3, 3, 4], "line_id": [1, 1, 1, 1], "label": ["x", "y", "z", "w"]})
    return analysis.join(predicted, rejects)


def test_a_line_that_is_rejected_twice_counts_once(joined):
    assert len(joined) == 6
    assert joined["rejected"].tolist() == [True, False, False, True, True, False]


def test_rates_have_their_exposure(joined):
    months = analysis.rates(joined, by="month")
    assert months["lines"].to_dict() == {"2026-01": 3, "2026-02": 3}
    assert months["rejected"].to_dict() == {"2026-01": 1, "2026-02": 2}
    assert months["rejected_eur"].to_dict() == {"2026-01": 10.0, "2026-02": 240.0}
    causes = analysis.rates(joined, by="cause")
    assert causes["lines"].sum() == 6
    assert causes["reject_rate"].loc["a"] == 1.0


def test_money(joined):
    assert analysis.money(joined) == {
        "billed": 630.0,
        "at_risk": 50.0,
        "doubtful": 160.0,
        "rejected": 250.0,
        "rejected_and_foreseen": 10.0,
        "rejected_and_doubtful": 160.0,
    }


def test_precision_and_recall(joined):
    found = analysis.quality(joined)
    counts = [found[name] for name in ("true_positive", "false_positive", "false_negative", "true_negative")]
    assert counts == [1, 1, 1, 1] and found["undetermined"] == 1
    assert found["precision"] == 0.5 and found["recall"] == 0.5
    assert analysis.quality(joined, doubt_is="reject")["recall"] == 2 / 3
    with pytest.raises(ValueError, match="doubt_is"):
        analysis.quality(joined, doubt_is="yes")
    assert math.isnan(analysis.quality(joined[joined["claim_id"] == 9])["recall"])


def test_before_and_after(joined):
    found = analysis.before_after(joined, day="2026-02-01")
    assert found.loc["a", "of_all_lines_before"] == pytest.approx(1 / 3)
    assert found.loc["c", "of_all_lines_after"] == pytest.approx(1 / 3)


def test_plots_are_drawn(joined, dossier):
    axes = plots.rights_timeline(dossier, care_dates=["2026-11-20", "2026-11-27"])
    assert [one.get_text() for one in axes.get_yticklabels()][-1] == "this claim"
    boxes = [one.get_window_extent() for one in axes.texts]
    assert len(boxes) == 2 and not boxes[0].overlaps(boxes[1])
    assert plots.causes_by_month(joined).get_ylabel() == "lines per 1 000"
    assert "39.7%" in plots.waterfall(analysis.money(joined)).get_title(loc="left")


def test_synthetic_year_end_to_end():
    made = tp.synthetic(people=500, lines=5000, bad_cells=0.0, readings=4, asked_at_counter=0.8)
    tables = {name: pa.table(one) for name, one in made.items()}
    lines, rejects = tables.pop("lines"), tables.pop("rejects")
    index = tp.rights(**tables, complete=["exemptions", "contracts"])
    predicted = tp.check_table(lines, index, extra="keep", known_by="care_date")
    joined = analysis.join(predicted, rejects)
    found = analysis.quality(joined)
    assert found["precision"] > 0.5 and found["recall"] > 0.5, found
    # What was read after the care is no foresight, and is refused where foresight is counted.
    later = tp.check_table(lines, index, extra="keep")
    with pytest.raises(ValueError, match="known_by"):
        analysis.join(later, rejects)
    hindsight = analysis.money(analysis.join(later, rejects, known_by="now"))
    foresight = analysis.money(joined)
    assert foresight["rejected_and_foreseen"] < hindsight["rejected_and_foreseen"]
    assert foresight["rejected"] == pytest.approx(hindsight["rejected"])


def test_frames_of_other_libraries_and_columns_of_both_sides():
    made = tp.synthetic(people=60, lines=600, bad_cells=0.0)
    tables = {name: pa.table(one) for name, one in made.items()}
    lines, rejects = tables.pop("lines"), tables.pop("rejects")
    checked = tp.check_table(lines, tp.rights(**tables), extra="keep", known_by="care_date")
    for one in (pl.DataFrame(checked), checked, pa.table(checked)):
        assert list(analysis.frame(one).columns) == checked.column_names
        assert plots.causes_by_month(one).get_title(loc="left").startswith("Lines that cannot be billed")
    both = rejects.append_column("verdict", pa.array(["x"] * rejects.num_rows))
    texts = both.set_column(0, "claim_id", both["claim_id"].cast(pa.string()))
    joined = analysis.join(checked, texts)
    assert int(joined["rejected"].sum()) == rejects.num_rows and "verdict_reject" in joined
    without = joined.drop(columns="amount_cents")
    rates = analysis.rates(without, by="pharmacy")
    assert "billed_eur" not in rates
    assert rates["reject_rate"].between(rates["low"], rates["high"]).all()
    none = joined[joined["verdict"] == "billable"]
    assert plots.causes_by_month(none, lang="fr").get_title(loc="left").startswith("Lignes non facturables")


def test_rejects_by_cause():
    made = {name: pa.table(one) for name, one in tp.synthetic(people=200, lines=4000, bad_cells=0.0).items()}
    lines, rejects = made.pop("lines"), made.pop("rejects")
    index = tp.rights(**made, complete=["exemptions", "contracts"])
    triaged = analysis.triage(rejects, lines, index)
    found = analysis.rejects_by_cause(triaged, amount="rejected_cents")
    assert found["rejects"].sum() == len(triaged) == rejects.num_rows
    assert (found[["blocked", "doubted", "missed"]].sum(axis=1) == found["rejects"]).all()
    assert found["rejected_eur"].sum() == pytest.approx(triaged["rejected_cents"].sum() / 100)
    assert found.loc["etm_not_in_bdo"]["rejects"].sum() > 10
    # What the fund does not say in known words stays unknown.
    assert set(triaged.loc[triaged["label"] == "AUTRE", "cause"]) == {"unknown"}
    assert "rejected_eur" not in analysis.rejects_by_cause(triaged)
