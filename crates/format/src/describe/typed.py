"""Typed input objects: the dossier of the format as frozen classes, for editors and type checkers.

They say nothing that a dict could not say. Every field is optional here, because the check tells what is
missing and where; the values are those of the format, with days as texts or as ``datetime.date``.

Written by ``cargo xtask describe``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from ._errors import InputError

Day = str | date
Moment = str | datetime | date


class _Checked(type):
    """Tells an unknown field as the check tells it: an error of the package, with its place."""

    if not TYPE_CHECKING:

        def __call__(cls, **given: Any) -> Any:
            known = cls.__dataclass_fields__
            for name in given:
                if name not in known:
                    expected = ", ".join(one for one in known)
                    message = f"{cls.__name__}.{name}: unknown field; expected one of: {expected}"
                    raise InputError(message, "TP-IN-010", f"{cls.__name__}.{name}")
            return super().__call__(**given)


class Typed(metaclass=_Checked):
    """A part of a document. It never changes."""

    __slots__ = ()
    _wire: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._wire = tuple(cls.__annotations__)

    def to_dict(self) -> dict[str, Any]:
        """The same as dicts and lists, without the fields that say nothing."""
        found = ((name, getattr(self, name)) for name in self._wire)
        # A field that Python has a keyword for is written with an underscore at its end.
        return {name.rstrip("_"): _plain(value) for name, value in found if value is not None}

    def __repr__(self) -> str:
        # Values may be of a person: only what is said is named.
        return f"{type(self).__name__}({', '.join(self._said())})"

    def _said(self) -> Iterator[str]:
        return (name for name in self._wire if getattr(self, name) is not None)


def _plain(value: Any) -> Any:
    if isinstance(value, Typed):
        return value.to_dict()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value


