"""The parts of an answer: verdicts of shares, answers to lines, reasons."""

from __future__ import annotations

import json
from typing import Any

from ._native import Found
from ._words import Verdict


class _Frozen:
    """An object that holds a part of the document and never changes."""

    __slots__ = ("_data",)
    _data: Any

    def __init__(self, data: dict[str, Any] | Found) -> None:
        _set_data(self, data)

    def _whole(self) -> dict[str, Any]:
        data: dict[str, Any] = self._data if isinstance(self._data, dict) else self._data.whole()
        return data

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} never changes")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} never changes")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._whole(),)

    def __bool__(self) -> bool:
        name = type(self).__name__
        raise TypeError(f"a {name} is neither true nor false: look at its verdict")

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            name = type(self).__name__
            raise TypeError(f"a {name} is no text: compare its verdict, or its id")
        return isinstance(other, _Frozen) and type(self) is type(other) and self._whole() == other._whole()

    def __hash__(self) -> int:
        return hash(json.dumps(self._whole(), sort_keys=True))

    def to_dict(self) -> dict[str, Any]:
        """The part of the document, as a new dict."""
        return json.loads(json.dumps(self._whole()))


# Set through its descriptor, which is the shortest way past `__setattr__`.
_set_data = _Frozen.__dict__["_data"].__set__


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


class LineAnswer(_Frozen):
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
        return f"<LineAnswer {self.id}: exemption {self.exemption}, amo {self.amo}, amc {self.amc}>"


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
