"""Predicted against real rejects: rates with their exposure, money, and how good the prediction is.

These helpers take and give pandas frames (``pip install 'tierspayant[analysis]'``). ``predicted`` is
the table of lines with its answers (``check_table(…, extra="keep")``), ``rejects`` the user's own
table of what came back, with the same keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from ._frames import plain
from ._native import Engine, Rights
from ._table import triage_table

if TYPE_CHECKING:
    import pandas as pd

KEYS = ("claim_id", "line_id")
#: Where the schema of an answer says which answers of sources counted.
_KNOWN_BY = b"tierspayant.known_by"


def frame(table: Any) -> pd.DataFrame:
    """Any table as a pandas frame, words as plain text: of this package, pyarrow, polars, DuckDB."""
    import pandas as pd
    import pyarrow as pa

    if isinstance(table, pd.DataFrame):
        return table
    arrow = pa.table(table)
    found = plain(arrow).to_pandas()
    said = (arrow.schema.metadata or {}).get(_KNOWN_BY)
    if said is not None:
        found.attrs["known_by"] = said.decode()
    return found


def join(
    predicted: Any,
    rejects: Any,
    *,
    on: Sequence[str] = KEYS,
    known_by: Literal["care_date", "now"] = "care_date",
) -> pd.DataFrame:
    """Each line with what was predicted and whether it came back rejected (``rejected``).

    A line that was rejected several times counts once. Columns of the rejects that the lines have as
    well end in ``_reject``. What was predicted must have been checked with ``known_by="care_date"``:
    rights that were read after the care explain a reject, and have foreseen nothing. Who wants the
    hindsight says ``known_by="now"``.
    """
    keys = list(on)
    lines, back = frame(predicted), frame(rejects).drop_duplicates(keys)
    if known_by == "care_date" and lines.attrs.get("known_by") == "now":
        raise ValueError(
            "these lines were checked with what was read after their care: check them with "
            'known_by="care_date", or say known_by="now" here'
        )
    for key in keys:
        if pd_kind(lines[key]) != pd_kind(back[key]):
            lines, back = (one.assign(**{key: one[key].astype(str)}) for one in (lines, back))
    attrs = dict(lines.attrs)
    joined = lines.merge(
        back, on=keys, how="left", indicator="_found", validate="many_to_one", suffixes=("", "_reject")
    )
    joined.attrs.update(attrs)
    joined["rejected"] = joined.pop("_found") == "both"
    joined["predicted_reject"] = joined["verdict"] == "not_billable"
    return joined


def pd_kind(column: Any) -> str:
    """Whether a column of keys is of numbers or of texts: each is compared with its own kind only."""
    from pandas.api import types

    return "number" if types.is_numeric_dtype(column) else "text"


def triage(
    rejects: Any,
    lines: Any,
    rights: Rights,
    *,
    lang: Literal["fr", "en"] = "fr",
    engine: Engine | None = None,
) -> pd.DataFrame:
    """Each reject with its class, its most probable cause and what puts it right.

    ``rights`` should hold what is known today, ``lines`` what was sent: see
    :func:`tierspayant.triage_table`. The other columns of both tables are passed over or kept.
    """
    return frame(triage_table(rejects, lines, rights, lang=lang, extra="keep", engine=engine))


def rejects_by_cause(triaged: pd.DataFrame, *, amount: str | None = None) -> pd.DataFrame:
    """How many rejects each class and cause has, what the check would have said before, and their euros.

    Before sending it would have ``blocked`` them, ``doubted`` them, or ``missed`` them.
    ``amount`` names the column of the rejected cents; without it there are no euros.
    """
    done = triaged[triaged["error"].isna()]
    keys = [done["class"].fillna("unknown"), done["cause"]]
    grouped = done.groupby(keys, observed=True)
    found = grouped.agg(
        rejects=("cause", "size"),
        blocked=("caught", lambda one: int((one == "blocked").sum())),
        doubted=("caught", lambda one: int((one == "doubted").sum())),
        missed=("caught", lambda one: int((one == "missed").sum())),
    )
    if amount is not None:
        found["rejected_eur"] = grouped[amount].sum() / 100
    return found.sort_values("rejects", ascending=False)


def rates(joined: Any, *, by: str | Sequence[str], amount: str | None = "amount_cents") -> Any:
    """Rejects by month (``by="month"``), cause, share, operator or any column, with their exposure.

    ``lines`` is the exposure: how many lines could have been rejected. A rate without it says nothing.
    ``low`` and ``high`` are Wilson's interval at 95 %; ``stands_out`` where it lies wholly above the rate
    of all other lines. Operators are opaque codes: the table serves the training of a team.
    """
    import pandas as pd

    table = frame(joined)
    if by == "month":
        table = table.assign(month=pd.to_datetime(table["care_date"]).dt.to_period("M").astype(str))
    names = [by] if isinstance(by, str) else list(by)
    grouped = table.groupby(names, observed=True, dropna=False)
    found = grouped.agg(
        lines=("rejected", "size"),
        rejected=("rejected", "sum"),
        predicted=("predicted_reject", "sum"),
    )
    found["reject_rate"] = found["rejected"] / found["lines"]
    found["low"], found["high"] = wilson(found["rejected"], found["lines"])
    others = (int(table["rejected"].sum()) - found["rejected"]) / (len(table) - found["lines"]).clip(lower=1)
    found["stands_out"] = (found["low"] > others) & (found["lines"] < len(table))
    if amount is not None and amount in table:
        found["billed_eur"] = grouped[amount].sum() / 100
        money = table[amount].where(table["rejected"], 0)
        found["rejected_eur"] = money.groupby([table[name] for name in names], dropna=False).sum() / 100
    return found


def wilson(part: Any, whole: Any) -> tuple[Any, Any]:
    """Wilson's interval at 95 % of a rate, as :meth:`tierspayant.Followed.rates` counts it."""
    z = 1.959963984540054
    rate = part / whole
    middle = (rate + z * z / whole / 2) / (1 + z * z / whole)
    half = z / (1 + z * z / whole) * (rate * (1 - rate) / whole + z * z / whole**2 / 4) ** 0.5
    return (middle - half).clip(lower=0), (middle + half).clip(upper=1)


def money(joined: pd.DataFrame, *, amount: str = "amount_cents") -> dict[str, float]:
    """Euros billed, at risk before sending, really rejected, and rejected although foreseen.

    The last is what checking first would have saved, had every such line been put right: see :func:`join`
    for what counts as foreseen.
    """
    at = joined[amount] / 100
    foreseen = joined["predicted_reject"]
    doubtful = joined["verdict"] == "undetermined"
    return {
        "billed": float(at.sum()),
        "at_risk": float(at[foreseen].sum()),
        "doubtful": float(at[doubtful].sum()),
        "rejected": float(at[joined["rejected"]].sum()),
        "rejected_and_foreseen": float(at[joined["rejected"] & foreseen].sum()),
        "rejected_and_doubtful": float(at[joined["rejected"] & doubtful].sum()),
    }


def quality(joined: pd.DataFrame, *, doubt_is: str = "apart") -> dict[str, float]:
    """How good ``not_billable`` foresees a reject: precision and recall with their four counts.

    Undetermined lines stand ``apart``, or count as a prediction with ``doubt_is="reject"``.
    """
    if doubt_is not in ("apart", "reject"):
        raise ValueError("doubt_is: expected one of: apart, reject")
    answered = joined[joined["verdict"].notna()]
    undetermined = answered["verdict"] == "undetermined"
    if doubt_is == "apart":
        answered = answered[~undetermined]
        foreseen = answered["predicted_reject"]
    else:
        foreseen = answered["predicted_reject"] | undetermined
    real = answered["rejected"]
    hits, alarms = int((foreseen & real).sum()), int((foreseen & ~real).sum())
    missed, right = int((~foreseen & real).sum()), int((~foreseen & ~real).sum())
    return {
        "true_positive": hits,
        "false_positive": alarms,
        "false_negative": missed,
        "true_negative": right,
        "precision": hits / (hits + alarms) if hits + alarms else float("nan"),
        "recall": hits / (hits + missed) if hits + missed else float("nan"),
        "undetermined": int(undetermined.sum()),
    }


def before_after(joined: pd.DataFrame, *, day: Any, by: str = "cause") -> Any:
    """Reject rates before and from a day on, side by side, with both exposures.

    Both sides are checked with the same edition of the rules, so that only the practice changed.
    """
    import pandas as pd

    since = pd.to_datetime(joined["care_date"]) >= pd.Timestamp(day)
    left, right = (rates(joined[side], by=by) for side in (~since, since))
    shown = ["lines", "rejected", "reject_rate"]
    both = left[shown].add_suffix("_before").join(right[shown].add_suffix("_after"), how="outer")
    # Several causes share the lines of a period: the rate is of all lines of the period.
    for side, exposure in (("before", (~since).sum()), ("after", since.sum())):
        both[f"of_all_lines_{side}"] = both[f"rejected_{side}"].fillna(0) / max(int(exposure), 1)
    both["change"] = both["of_all_lines_after"] - both["of_all_lines_before"]
    return both
