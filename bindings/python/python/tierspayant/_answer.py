"""The answer to one dossier: what costs nothing at once, texts and what-if when they are asked for."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any, Protocol

from ._native import Found, style_sheet
from ._parts import LineAnswer, Reason, Share
from ._words import Guarantee, Verdict

_VERDICTS = {str(one): one for one in Verdict}
_GUARANTEES = {str(one): one for one in Guarantee}


class _Decided(Protocol):
    @property
    def verdict(self) -> str: ...
    @property
    def basis(self) -> str | None: ...
    @property
    def guarantee(self) -> str: ...
    @property
    def claim_id(self) -> str | None: ...
    @property
    def lang(self) -> str: ...
    def body(self) -> dict[str, Any]: ...
    def lines(self) -> list[dict[str, Any]]: ...
    def reasons(self) -> list[Found] | list[dict[str, Any]]: ...
    @property
    def json(self) -> str: ...
    def page(self) -> str: ...


class _Kept:
    """An answer that came back from where objects cannot go: the same, from its text."""

    def __init__(self, text: str, lang: str, page: str) -> None:
        data = json.loads(text)
        self.json = text
        self._data: dict[str, Any] = data
        self.lang = lang
        self.verdict: str = data["verdict"]
        self.basis: str | None = data.get("basis")
        self.guarantee: str = data["guarantee"]
        self.claim_id: str | None = data["claim_id"]
        self._page = page

    def body(self) -> dict[str, Any]:
        return self._data

    def lines(self) -> list[dict[str, Any]]:
        lines: list[dict[str, Any]] = self._data["lines"]
        return lines

    def reasons(self) -> list[dict[str, Any]]:
        reasons: list[dict[str, Any]] = self._data["reasons"]
        return reasons

    def page(self) -> str:
        return self._page


class Answer:
    """The answer to one dossier. It never changes, and it is neither true nor false."""

    __slots__ = ("_cache", "_decided")
    _decided: _Decided
    _cache: dict[str, Any]

    def __init__(self, decided: _Decided) -> None:
        _set_decided(self, decided)
        _set_cache(self, {})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an answer never changes")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an answer never changes")

    def __reduce__(self) -> tuple[Any, ...]:
        return _from_text, (self.json, self.lang, self._decided.page())

    def _made(self, name: str, make: Callable[[], Any]) -> Any:
        """What is made when it is first asked for, and kept."""
        if name not in self._cache:
            self._cache[name] = make()
        return self._cache[name]

    @property
    def _data(self) -> dict[str, Any]:
        """The answer without what-if."""
        made: dict[str, Any] = self._made("data", self._decided.body)
        return made

    @property
    def _all(self) -> dict[str, Any]:
        """The answer with what-if."""
        made: dict[str, Any] = self._made("all", lambda: json.loads(self._decided.json))
        return made

    @property
    def json(self) -> str:
        """The whole answer as it leaves the library, the same bytes in every language."""
        return self._decided.json

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as a new dict."""
        return copy.deepcopy(self._all)

    @property
    def claim_id(self) -> str | None:
        return self._decided.claim_id

    @property
    def lang(self) -> str:
        """The language of the messages."""
        return self._decided.lang

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of the parts. It is no boolean."""
        return _VERDICTS[self._decided.verdict]

    @property
    def basis(self) -> str | None:
        """Why the verdict is not ``billable``: ``not_granted``, ``stale``, …; ``None`` where it is."""
        return self._decided.basis

    @property
    def guarantee(self) -> Guarantee:
        """How sure the payment of the AMO share is; apart from the verdict."""
        return _GUARANTEES[self._decided.guarantee]

    @property
    def shares(self) -> dict[str, Share]:
        """The verdict on each share that was asked."""
        return {one["share"]: Share(one) for one in self._data["shares"]}

    @property
    def lines(self) -> tuple[LineAnswer, ...]:
        made: tuple[LineAnswer, ...]
        made = self._made("lines", lambda: tuple(map(LineAnswer, self._decided.lines())))
        return made

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason, the heaviest first."""
        made: tuple[Reason, ...]
        made = self._made("reasons", lambda: tuple(map(Reason, self._decided.reasons())))
        return made

    @property
    def todo(self) -> tuple[tuple[bool, str], ...]:
        """What to do, each thing once, in order: whether it is needed, and the text.

        ``to_dict()`` names remedy, shares and lines.
        """
        return tuple((one["needed"], one["text"]) for one in self._all["todo"])

    @property
    def rejects(self) -> tuple[dict[str, Any], ...]:
        """The classes of reject to expect, with the keys and labels that are known."""
        return tuple(copy.deepcopy(self._data["rejects"]))

    @property
    def what_if(self) -> dict[str, Any] | None:
        """The first and last billable day, and each single correction that makes it billable."""
        return copy.deepcopy(self._all.get("what_if"))

    @property
    def rules(self) -> dict[str, Any]:
        """The edition of the rules, the digest of the tables, and the days that they cover."""
        return dict(self._data["rules"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answer) and self.json == other.json

    def __hash__(self) -> int:
        return hash(self.json)

    def __bool__(self) -> bool:
        raise TypeError("an answer is neither true nor false: look at its verdict")

    def __repr__(self) -> str:
        basis = f" ({self.basis})" if self.basis else ""
        head = f"<Answer {self.verdict}{basis}, guarantee {self.guarantee}"
        reasons = [f"  {one!r}" for one in self.reasons]
        return "\n".join([head, *reasons]) + ">"

    def _repr_html_(self) -> str:
        """The page of the product with its style sheet: no script, everything of the input escaped."""
        return f"<style>{style_sheet()}</style>{self._decided.page()}"


# Slots are set through their descriptors, which is the shortest way past `__setattr__`.
_set_decided = Answer.__dict__["_decided"].__set__
_set_cache = Answer.__dict__["_cache"].__set__


def _from_text(text: str, lang: str, page: str) -> Answer:
    return Answer(_Kept(text, lang, page))
