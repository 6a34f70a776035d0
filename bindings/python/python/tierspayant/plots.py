"""Plots (``pip install 'tierspayant[plots]'``). Each draws on the axes it is given, or on new ones."""

from __future__ import annotations

import zlib
from datetime import date
from typing import TYPE_CHECKING, Any

from ._native import Engine
from ._one import Document, Lang, timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = {
    "proved": "#1a7f37",
    "horizon": "#57ab5a",
    "assumed": "#8ddb8c",
    "contradicted": "#bf3989",
    "pending": "#d4a72c",
    "absent": "#cf222e",
    "stale": "#9a6700",
    "unknown": "#afb8c1",
    "billable": "#1a7f37",
    "not_billable": "#cf222e",
    "undetermined": "#d4a72c",
}


def _axes(axes: Axes | None, height: float) -> Axes:
    import matplotlib.pyplot as plt

    return axes if axes is not None else plt.subplots(figsize=(9, height), layout="constrained")[1]


def _bare(axes: Axes) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def rights_timeline(
    dossier: Document,
    *,
    lang: Lang = "en",
    first: date | str | None = None,
    last: date | str | None = None,
    care_dates: list[Any] | None = None,
    axes: Axes | None = None,
) -> Axes:
    """The rights of a person as bars over time, the answer to the claim below, care dates as lines."""
    import matplotlib.dates as dates
    from matplotlib.patches import Patch

    found = timeline(dossier, first=first, last=last)
    rows = [(_name(one["right"], lang), one["intervals"], "certainty") for one in found["rights"]]
    rows.append((_say(lang, "this claim"), found["claim"], "verdict"))
    axes = _axes(axes, 1.6 + 0.45 * len(rows))
    used: dict[str, dict[str, str]] = {"certainty": {}, "verdict": {}}
    for place, (_, intervals, key) in enumerate(rows):
        for one in intervals:
            start, end = (dates.datestr2num(one[side]) for side in ("start", "end"))
            colour = used[key].setdefault(one[key], _COLOURS.get(one[key], "#afb8c1"))
            axes.barh(place, end - start + 1, left=start, height=0.6, color=colour)
    # The claim is another kind of row: a line stands between it and the rights.
    axes.axhline(len(rows) - 1.5, color="#d0d7de", linewidth=1)
    axes.set_yticks(range(len(rows)), [name for name, _, _ in rows])
    axes.invert_yaxis()
    axes.xaxis_date()
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(axes.xaxis.get_major_locator()))
    axes.set_xlim(dates.datestr2num(found["from"]), dates.datestr2num(found["to"]) + 1)
    rows_of_labels = _mark_days(axes, [dates.datestr2num(str(day)) for day in care_dates or []])
    handles = []
    for title, key in (("rights", "certainty"), ("this claim", "verdict")):
        # A patch that is not seen carries the title of its group.
        handles.append(Patch(alpha=0, label=f"{_say(lang, title)}:"))
        handles.extend(
            Patch(color=colour, label=_word(key, word, lang)) for word, colour in used[key].items()
        )
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(1.0, 1.05), frameon=False)
    axes.set_title(_say(lang, "Rights over time"), loc="left", pad=6 + 13 * rows_of_labels)
    _bare(axes)
    return axes


def _mark_days(axes: Axes, days: list[float]) -> int:
    """Draws days as lines with labels above that do not touch; gives how many rows of labels there are."""
    import matplotlib.dates as dates

    low, high = axes.get_xlim()
    ends: list[float] = []
    for at in sorted(set(days)):
        axes.axvline(at + 0.5, color="#24292f", linewidth=1.2, linestyle="--")
        # A label takes about a seventh of the width: it goes to the first row in which there is room.
        row = next((row for row, end in enumerate(ends) if end < at), len(ends))
        ends[row : row + 1] = [at + (high - low) / 7]
        axes.annotate(
            f"care {dates.num2date(at):%d/%m/%Y}",
            (at + 0.5, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, 3 + 13 * row),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize="small",
        )
    return len(ends)


_NAMES = {"coverage": "coverage (AMO)", "ald": "ALD", "css": "CSS", "ame": "AME", "at_mp": "AT/MP"}


def _name(right: str, lang: Lang) -> str:
    return _NAMES.get(right) or _word("right", right, lang)


def _word(table: str, word: str, lang: Lang) -> str:
    """A word of the answer as the counter reads it."""
    return Engine().word(lang, table, word) if lang == "fr" else word.replace("_", " ")


#: What stands on the plots, in French.
_FRENCH = {
    "rights": "droits",
    "this claim": "cette facture",
    "Rights over time": "Droits dans le temps",
    "other": "autres",
    "lines per 1 000": "lignes pour 1 000",
    "Lines that cannot be billed as they are, by cause (above: lines of the month)": (
        "Lignes non facturables en l'état, par cause (au-dessus : lignes du mois)"
    ),
    "Lines that cannot be billed: none": "Lignes non facturables : aucune",
    "rejected": "rejeté",
    "foreseen": "prévu",
    "doubtful": "douteux",
    "not foreseen": "non prévu",
    "Rejected amounts: {} of what was billed": "Montants rejetés : {} du facturé",
}


def _say(lang: Lang, text: str) -> str:
    return _FRENCH.get(text, text) if lang == "fr" else text


#: Colours of causes. They carry no judgement: green and red are kept for verdicts.
_PALETTE = [
    "#0969da",
    "#8250df",
    "#bf8700",
    "#0a7ea4",
    "#953800",
    "#6e7781",
    "#4c2889",
    "#116329",
    "#a475f9",
    "#7d4e00",
]


def _colour(cause: str) -> str:
    """The same colour for the same cause in every plot, whatever its rank."""
    place = zlib.crc32(str(cause).encode()) % len(_PALETTE)
    return "#afb8c1" if cause == "other" else _PALETTE[place]


def causes_by_month(joined: Any, *, top: int = 5, lang: Lang = "en", axes: Axes | None = None) -> Axes:
    """Lines that could not be billed, by month of care and cause, per thousand lines of the month."""
    import pandas as pd

    from .analysis import frame

    joined = frame(joined)
    month = pd.to_datetime(joined["care_date"]).dt.to_period("M").astype(str)
    lines = month.groupby(month).size()
    bad = joined["verdict"] == "not_billable"
    counted = joined[bad].groupby([month[bad], "cause"], observed=True).size().unstack(fill_value=0)
    if counted.empty:
        axes = _axes(axes, 4.2)
        axes.set_title(_say(lang, "Lines that cannot be billed: none"), loc="left")
        _bare(axes)
        return axes
    kept = counted.sum().sort_values(ascending=False).index[:top]
    shown = counted[kept].copy()
    if counted.shape[1] > top:
        shown["other"] = counted.drop(columns=kept).sum(axis=1)
    shown = shown.reindex(lines.index, fill_value=0).div(lines, axis=0) * 1000
    axes = _axes(axes, 4.2)
    base = pd.Series(0.0, index=shown.index)
    for cause in shown.columns:
        label = _say(lang, "other") if cause == "other" else cause
        axes.bar(shown.index, shown[cause], bottom=base, color=_colour(cause), label=label, width=0.7)
        base = base + shown[cause]
    for month_name, height in base.items():
        number = f"{lines[month_name]:,}".replace(",", "\u202f")
        axes.annotate(
            number,
            (month_name, height),
            ha="center",
            va="bottom",
            xytext=(0, 2),
            textcoords="offset points",
            fontsize="x-small",
            color="#57606a",
        )
    axes.set_ylabel(_say(lang, "lines per 1 000"))
    axes.margins(y=0.12)
    axes.tick_params(axis="x", rotation=45)
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)
    title = "Lines that cannot be billed as they are, by cause (above: lines of the month)"
    axes.set_title(_say(lang, title), loc="left", pad=12)
    _bare(axes)
    return axes


def waterfall(amounts: dict[str, float], *, lang: Lang = "en", axes: Axes | None = None) -> Axes:
    """From what was billed to what is safe: the amounts of :func:`tierspayant.analysis.money`."""
    billed, rejected = amounts["billed"], amounts["rejected"]
    foreseen, doubtful = amounts["rejected_and_foreseen"], amounts["rejected_and_doubtful"]
    unforeseen = rejected - foreseen - doubtful
    steps = [
        ("rejected", rejected, 0.0, "#57606a"),
        ("foreseen", -foreseen, rejected, "#1a7f37"),
        ("doubtful", -doubtful, rejected - foreseen, "#d4a72c"),
        ("not foreseen", unforeseen, 0.0, "#cf222e"),
    ]
    axes = _axes(axes, 4.0)
    for place, (_, height, base, colour) in enumerate(steps):
        axes.bar(place, height, bottom=base, color=colour, width=0.6)
        top = max(base, base + height)
        label = f"{abs(height):,.0f} €".replace(",", "\u202f")
        axes.annotate(
            label, (place, top), ha="center", va="bottom", xytext=(0, 3), textcoords="offset points"
        )
    axes.set_xticks(range(len(steps)), [_say(lang, name) for name, *_ in steps])
    for place, (_, height, base, _) in enumerate(steps[:-1]):
        level = base + height
        axes.plot((place + 0.3, place + 0.7), (level, level), color="#afb8c1", linewidth=1)
    axes.yaxis.set_major_formatter(lambda amount, _: f"{amount:,.0f}".replace(",", "\u202f"))
    axes.set_ylabel("€")
    share = rejected / billed if billed else 0.0
    title = _say(lang, "Rejected amounts: {} of what was billed")
    axes.set_title(title.format(f"{share:.1%}"), loc="left")
    axes.set_ylim(0, rejected * 1.15 if rejected else 1)
    _bare(axes)
    return axes
