"""Answers as objects: what the check says, with a page that a person can read."""

from __future__ import annotations

import html
import json
from functools import cached_property
from typing import Any

from ._words import Guarantee, Verdict

_SIGNS = {"billable": "✓", "not_billable": "✗", "undetermined": "?"}
_COLOURS = {"billable": "#1a7f37", "not_billable": "#cf222e", "undetermined": "#9a6700"}
_FRENCH = {
    "billable": "Facturable en tiers payant",
    "not_billable": "Non facturable en l’état",
    "undetermined": "Indéterminé",
}
_SEVERITY = {"blocking": "✗", "doubt": "?", "notice": "ℹ"}


class _Frozen:
    """An object that holds a part of the document and never changes."""

    __slots__ = ("_data",)
    _data: dict[str, Any]

    def __init__(self, data: dict[str, Any]) -> None:
        object.__setattr__(self, "_data", data)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} never changes")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._data == other._data  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash(json.dumps(self._data, sort_keys=True))

    def to_dict(self) -> dict[str, Any]:
        """The part of the document, as a new dict."""
        return json.loads(json.dumps(self._data))


class Share(_Frozen):
    """The verdict on one share, or on one share of a line."""

    __slots__ = ()

    @property
    def verdict(self) -> Verdict:
        return Verdict(self._data["verdict"])

    @property
    def basis(self) -> str | None:
        return self._data.get("basis")

    def __repr__(self) -> str:
        basis = f" ({self.basis})" if self.basis else ""
        return f"<{self._data['verdict']}{basis}>"


class Line(_Frozen):
    """The answer to one line."""

    __slots__ = ()

    @property
    def id(self) -> str:
        return self._data["id"]

    @property
    def date(self) -> str:
        return self._data["date"]

    @property
    def date_role(self) -> str:
        return self._data["date_role"]

    @property
    def exemption(self) -> str:
        return self._data["exemption"]

    @property
    def amo(self) -> Share | None:
        return Share(self._data["amo"]) if "amo" in self._data else None

    @property
    def amc(self) -> Share | None:
        return Share(self._data["amc"]) if "amc" in self._data else None

    def __repr__(self) -> str:
        return f"<Line {self.id}: exemption {self.exemption}, amo {self.amo}, amc {self.amc}>"


class Reason(_Frozen):
    """Why: one finding of one rule, with the facts that it compared."""

    __slots__ = ()

    @property
    def id(self) -> str:
        return self._data["id"]

    @property
    def severity(self) -> str:
        return self._data["severity"]

    @property
    def share(self) -> str | None:
        return self._data["share"]

    @property
    def line(self) -> str | None:
        return self._data["line"]

    @property
    def rule(self) -> str:
        return self._data["rule"]

    @property
    def facts(self) -> dict[str, Any]:
        return dict(self._data["facts"])

    @property
    def remedies(self) -> tuple[str, ...]:
        return tuple(self._data["remedies"])

    @property
    def reject(self) -> str | None:
        return self._data["reject"]

    @property
    def message(self) -> str:
        return self._data["message"]

    @property
    def reference(self) -> dict[str, str]:
        return dict(self._data["reference"])

    def __repr__(self) -> str:
        line = f", line {self.line}" if self.line is not None else ""
        return f"<Reason {self.id} ({self.severity}{line}): {self.message}>"


class Answer:
    """The answer to one dossier. It never changes."""

    def __init__(self, text: str) -> None:
        self.__dict__["_text"] = text

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an answer never changes")

    @cached_property
    def _data(self) -> dict[str, Any]:
        return json.loads(self._text)

    @property
    def json(self) -> str:
        """The whole answer as it leaves the library, the same bytes in every language."""
        return self.__dict__["_text"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as a new dict."""
        return json.loads(self.json)

    @property
    def claim_id(self) -> str | None:
        return self._data["claim_id"]

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of the parts. It is no boolean."""
        return Verdict(self._data["verdict"])

    @property
    def basis(self) -> str | None:
        return self._data.get("basis")

    @property
    def guarantee(self) -> Guarantee:
        return Guarantee(self._data["guarantee"])

    @property
    def shares(self) -> dict[str, Share]:
        """The verdict on each share that was asked."""
        return {one["share"]: Share(one) for one in self._data["shares"]}

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(one) for one in self._data["lines"])

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(Reason(one) for one in self._data["reasons"])

    @property
    def rejects(self) -> tuple[dict[str, Any], ...]:
        """The classes of reject to expect, with the keys and labels that are known."""
        return tuple(self.to_dict()["rejects"])

    @property
    def what_if(self) -> dict[str, Any] | None:
        """The first and last billable day, and each single correction that makes it billable."""
        return self.to_dict().get("what_if")

    @property
    def rules(self) -> dict[str, Any]:
        return dict(self._data["rules"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answer) and self.json == other.json

    def __hash__(self) -> int:
        return hash(self.json)

    def __bool__(self) -> bool:
        raise TypeError("an answer is neither true nor false: look at its verdict")

    def __repr__(self) -> str:
        basis = f" ({self.basis})" if self.basis else ""
        head = f"<Answer {self._data['verdict']}{basis}, guarantee {self._data['guarantee']}"
        reasons = [f"  {one!r}" for one in self.reasons]
        return "\n".join([head, *reasons]) + ">"

    def _repr_html_(self) -> str:
        def text(value: object) -> str:
            return html.escape(str(value))

        def badge(verdict: str) -> str:
            return f'<b style="color:{_COLOURS[verdict]}">{_SIGNS[verdict]}</b>'

        verdict = self._data["verdict"]
        shares = ", ".join(f"{one['share'].upper()} {badge(one['verdict'])}" for one in self._data["shares"])
        cells = []
        for line in self._data["lines"]:
            amo, amc = (badge(line[share]["verdict"]) if share in line else "–" for share in ("amo", "amc"))
            values = (text(line["id"]), text(line["date"]), text(line["exemption"]), amo, amc)
            cells.append("<tr>" + "".join(f"<td>{value}</td>" for value in values) + "</tr>")
        reasons = "".join(
            f"<li>{_SEVERITY[one['severity']]} {text(one['message'])}</li>" for one in self._data["reasons"]
        )
        return (
            f'<div style="border-left:4px solid {_COLOURS[verdict]};padding:4px 12px">'
            f'<div style="font-size:1.1em">{badge(verdict)} <b>{_FRENCH[verdict]}</b> ({shares})</div>'
            "<table><tr><th>Ligne</th><th>Date</th><th>Exonération</th><th>AMO</th><th>AMC</th></tr>"
            f'{"".join(cells)}</table><ul style="list-style:none;padding-left:0">{reasons}</ul></div>'
        )
