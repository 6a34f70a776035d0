"""Typed input objects: the dossier of the format as frozen classes, for editors and type checkers.

They say nothing that a dict could not say. Every field is optional here, because the check tells what is
missing and where; the values are those of the format, with days as texts or as ``datetime.date``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

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


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Person(Typed):
    """Who is meant. A NIR is never needed."""

    id: str | None = None
    birth_date: str | None = None
    birth_rank: int | None = None
    nir: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Scheme(Typed):
    """An obligatory scheme: regime, fund, centre."""

    regime: str | None = None
    fund: str | None = None
    centre: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class ClaimAccident(Typed):
    """The accident that a claim names."""

    number: str | None = None
    date: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class ClaimContract(Typed):
    """The complementary contract that a claim carries."""

    number: str | None = None
    type: str | None = None
    service: str | None = None
    indicator: str | None = None
    start: Day | None = None
    end: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Accident(Typed):
    """An accident or occupational disease on record."""

    number: str | None = None
    date: Day | None = None
    start: Day | None = None
    end: Day | None = None
    status: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Contract(Typed):
    """A complementary contract on record."""

    number: str | None = None
    type: str | None = None
    service: str | None = None
    indicator: str | None = None
    start: Day | None = None
    end: Day | None = None
    status: str | None = None
    participation: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Line(Typed):
    """One line of a claim; ``amount_cents`` is in cents."""

    id: str | None = None
    category: str | None = None
    exemption: str | None = None
    relation: str | None = None
    origin: str | None = None
    amount_cents: int | None = None
    traits: Sequence[str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Claim(Typed):
    """What is about to be sent."""

    id: str | None = None
    setting: str | None = None
    care_date: Day | None = None
    prescription_date: Day | None = None
    transmission_date: Day | None = None
    person: Person | None = None
    scheme: Scheme | None = None
    card: str | None = None
    nature: str | None = None
    accident: ClaimAccident | None = None
    contract: ClaimContract | None = None
    third_party: Sequence[str] | None = None
    lines: Sequence[Line] | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Horizon(Typed):
    """The days that a service could see; ``from_`` is written ``from``."""

    from_: Day | None = None
    to: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Period(Typed):
    """A period of base rights. Bounds are inclusive; an absent one is open."""

    start: Day | None = None
    end: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class CoverageCode(Typed):
    """The ALD digit and the situation of a period."""

    start: Day | None = None
    end: Day | None = None
    ald: str | None = None
    situation: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Exemption(Typed):
    """An exemption on record."""

    vocabulary: str | None = None
    code: str | None = None
    start: Day | None = None
    end: Day | None = None
    status: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Maternity(Typed):
    """A maternity record."""

    start: Day | None = None
    end: Day | None = None
    presumed_start: Day | None = None
    presumed_delivery: Day | None = None
    delivery: Day | None = None
    status: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Service(Typed):
    """A service code of a period."""

    code: str | None = None
    start: Day | None = None
    end: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Snapshot(Typed):
    """What one source said of one person at one moment."""

    source: str | None = None
    observed_at: Moment | None = None
    updated_on: Day | None = None
    horizon: Horizon | None = None
    person: Person | None = None
    scheme: Scheme | None = None
    coverage: Sequence[Period] | None = None
    codes: Sequence[CoverageCode] | None = None
    exemptions: Sequence[Exemption] | None = None
    maternity: Maternity | None = None
    accidents: Sequence[Accident] | None = None
    contracts: Sequence[Contract] | None = None
    services: Sequence[Service] | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Dossier(Typed):
    """A whole dossier."""

    format: str = "tierspayant/1"
    as_of: Day | None = None
    claim: Claim | None = None
    rights: Sequence[Snapshot] | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Report(Typed):
    """What a return said of a claim; ``amount_cents`` is in cents."""

    key: str | None = None
    label: str | None = None
    share: str | None = None
    line: str | None = None
    returned_on: Day | None = None
    amount_cents: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Reject(Typed):
    """A reject with its claim and what is known of the rights."""

    format: str = "tierspayant-reject/1"
    reject: Report | None = None
    claim: Claim | None = None
    rights: Sequence[Snapshot] | None = None
