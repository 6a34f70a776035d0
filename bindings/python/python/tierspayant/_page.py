"""The answer as a page in a notebook: what a pharmacist reads first stands first."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from ._native import Engine

if TYPE_CHECKING:
    from ._answer import Answer

_COLOURS = {"billable": "#1a7f37", "not_billable": "#cf222e", "undetermined": "#9a6700"}
_SIGNS = {"billable": "✓", "not_billable": "✗", "undetermined": "?"}
_MARKS = {"blocking": ("✗", "#cf222e"), "doubt": ("?", "#9a6700"), "notice": ("•", "#57606a")}


class _Page:
    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.lang = answer.lang
        self.words = Engine()

    def word(self, table: str, word: str, form: str = "base") -> str:
        text = self.words.word(self.lang, table, word, form)
        return html.escape(text[:1].upper() + text[1:])

    def title(self, part: str) -> str:
        return html.escape(self.words.title(self.lang, part))

    def badge(self, verdict: str) -> str:
        return f'<b style="color:{_COLOURS[verdict]}">{_SIGNS[verdict]}</b>'

    def head(self) -> str:
        verdict = str(self.answer.verdict)
        shares = " · ".join(
            f"{name.upper()} {self.badge(str(one.verdict))}" for name, one in self.answer.shares.items()
        )
        says = self.word("verdict", verdict)
        basis = self.answer.basis
        because = f" · {self.words.word(self.lang, 'basis', basis)}" if basis else ""
        form = "base" if verdict == "billable" else "otherwise"
        guarantee = self.word("guarantee", str(self.answer.guarantee), form)
        return (
            f'<div style="font-size:1.15em">{self.badge(verdict)} '
            f"<b>{says}</b>{html.escape(because)}</div>"
            f'<div style="color:#57606a">{shares} · {guarantee}</div>'
        )

    def table(self) -> str:
        parts = ("line", "date", "exemption", "amo", "amc")
        columns = [self.title(f"column_{part}") for part in parts]
        head = "".join(f'<th style="text-align:left">{name}</th>' for name in columns)
        rows = []
        for line in self.answer.lines:
            cells = [
                html.escape(line.id),
                html.escape(self.words.day(self.lang, line.date)),
                self.word("exemption_state", line.exemption),
                *(self.badge(str(share.verdict)) if share else "–" for share in (line.amo, line.amc)),
            ]
            rows.append(
                "<tr>" + "".join(f'<td style="text-align:left">{one}</td>' for one in cells) + "</tr>"
            )
        return f'<table style="margin:6px 0"><tr>{head}</tr>{"".join(rows)}</table>'

    def reason(self, one: Any) -> str:
        sign, colour = _MARKS[one.severity]
        law = html.escape(f"{one.rule} · {one.reference.get('text', '')}")
        return f'<li title="{law}"><span style="color:{colour}">{sign}</span> {html.escape(one.message)}</li>'

    def listed(self, title: str, items: list[str], tag: str = "ul") -> str:
        if not items:
            return ""
        style = "list-style:none;padding-left:0;margin:2px 0" if tag == "ul" else "margin:2px 0"
        return (
            f'<div style="margin-top:6px"><b>{title}</b></div><{tag} style="{style}">{"".join(items)}</{tag}>'
        )

    def html(self) -> str:
        weighty = [self.reason(one) for one in self.answer.reasons if one.severity != "notice"]
        notices = [self.reason(one) for one in self.answer.reasons if one.severity == "notice"]
        todo = [(needed, f"<li>{html.escape(text)}</li>") for needed, text in self.answer.todo]
        parts = [
            self.head(),
            self.table(),
            self.listed(self.title("heading_why"), weighty),
            self.listed(self.title("heading_now"), [text for needed, text in todo if needed], "ol"),
            self.listed(self.title("heading_advice"), [text for needed, text in todo if not needed], "ul"),
            self.listed(self.word("severity", "notice"), notices),
        ]
        colour = _COLOURS[str(self.answer.verdict)]
        return f'<div style="border-left:4px solid {colour};padding:4px 12px">{"".join(parts)}</div>'


def page(answer: Answer) -> str:
    """The answer as HTML: everything that comes from the document is escaped."""
    return _Page(answer).html()
