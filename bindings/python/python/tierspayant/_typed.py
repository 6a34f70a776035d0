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


Setting = Literal[
    "pharmacy",
    "nurse",
    "physiotherapist",
    "doctor",
    "midwife",
    "dentist",
    "speech_therapist",
    "laboratory",
    "device_supplier",
    "transport",
    "hospital",
    "psychologist",
    "other",
]
CardState = Literal["read", "absent", "unreadable", "opposed"]
Share = Literal["amo", "amc"]
Mode = Literal["card", "degraded", "remote", "secrecy"]
PaidInstead = Literal["nursing_service", "hospital_stay", "hospital_at_home", "nursing_home"]
Standing = Literal["convention", "outside_convention", "hospital"]
Category = Literal["drug", "device", "biology", "act", "act_series", "transport", "stay"]
Relation = Literal["related", "unrelated", "unknown"]
Origin = Literal["card", "adri", "prescription", "manual", "setting"]
DocumentState = Literal["present", "absent", "outside_terms"]
Voucher = Literal["present", "absent"]
PriorAgreement = Literal["granted", "requested", "refused", "not_needed"]
Proof = Literal["sent", "to_send", "missing"]
PrescriptionState = Literal["present", "none", "conditional"]
TransportGround = Literal[
    "hospitalisation",
    "ald",
    "accident",
    "lying_or_watched",
    "long_distance",
    "series",
    "summons",
    "other",
]
Source = Literal["bdo", "adri", "cdri", "portal", "attestation", "vitale", "apcv", "manual", "amc"]
Vocabulary = Literal[
    "bdo",
    "cdri",
    "snds",
    "claim",
    "cdri_etm",
    "cdri_mtm",
    "snds_etm",
    "snds_exo",
    "snds_mtm",
]
Status = Literal["active", "pending", "suspended", "refused", "closed"]
EndReason = Literal["term", "renounced", "unpaid", "household"]
ReportedState = Literal["rejected", "deferred"]


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Dossier(Typed):
    """One question: a claim, what the sources said, and the day it is asked."""

    format: str = "tierspayant/1"
    """The format of the document."""
    as_of: Day | None = None
    """The day the question is asked. Absent: nothing that depends on today is said."""
    claim: Claim | None = None
    """What is about to be sent."""
    rights: Sequence[Snapshot] | None = None
    """What each source said, in any order. Absent: no source was asked."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Claim(Typed):
    """What is about to be sent."""

    id: str | None = None
    """The caller's id of the claim."""
    setting: Setting | None = None
    """Who bills. Absent: pharmacy."""
    care_date: Day | None = None
    """The day the care was given or the product delivered."""
    prescription_date: Day | None = None
    """The day of the prescription."""
    transmission_date: Day | None = None
    """The day the claim is transmitted, where it is not `as_of`. Absent: the day as_of."""
    person: Person | None = None
    """The beneficiary. Absent: nothing is known of the person."""
    scheme: Scheme | None = None
    """The obligatory scheme that the claim names. Absent: the claim names no scheme."""
    card: CardState | None = None
    """What became of the card at the counter."""
    nature: str | None = None
    """Nature d'assurance."""
    accident: ClaimAccident | None = None
    """The accident that the claim names, for nature 41. Absent: the claim names none."""
    contract: ClaimContract | None = None
    """The complementary contract that the claim will carry. Absent: no complementary share is asked."""
    third_party: Sequence[Share] | None = None
    """The shares that ask for tiers payant. Absent: every share that the claim could carry: amo, and amc when
    there is a contract.
    """
    prescriber: Prescriber | None = None
    """Who prescribed."""
    mode: Mode | None = None
    """How the claim is made. Absent: as card says."""
    paid_instead: PaidInstead | None = None
    """Who may pay in place of the fund. Absent: nobody else does."""
    other_scheme: Scheme | None = None
    """The scheme of the other insured parent of a child. Absent: there is none, or it is not known."""
    lines: Sequence[Line] | None = None
    """The lines, at least one, each with its own id."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Person(Typed):
    """What is known of a person's identity; every part may be missing."""

    id: str | None = None
    """The caller's own id."""
    birth_date: str | None = None
    """The birth date, raw."""
    birth_rank: int | None = None
    """The birth rank, which tells twins apart."""
    nir: str | None = None
    """The NIR, never needed for a verdict."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Scheme(Typed):
    """The obligatory scheme, each part where known."""

    regime: str | None = None
    """Grand régime, such as `01` or `02`."""
    fund: str | None = None
    """Caisse."""
    centre: str | None = None
    """Centre."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class ClaimAccident(Typed):
    """The accident that a claim names."""

    number: str | None = None
    """The number given by the fund."""
    date: Day | None = None
    """The day of the accident."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class ClaimContract(Typed):
    """The complementary contract that a claim carries."""

    number: str | None = None
    """Organism number, 8 characters for a mutuelle, up to 10 for an AMC."""
    type: str | None = None
    """Type de contrat, such as `89`."""
    service: str | None = None
    """Code service."""
    indicator: str | None = None
    """Indicateur de traitement."""
    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Prescriber(Typed):
    """Who prescribed."""

    standing: Standing | None = None
    """How the prescriber stands to the health insurance."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Line(Typed):
    """One line of the claim."""

    id: str | None = None
    """The caller's id of the line, unique in the claim."""
    category: Category | None = None
    """What it bills; it chooses the date that counts."""
    exemption: str | None = None
    """Justification of exemption, `0` to `9` or `C`; another code is kept as written."""
    relation: Relation | None = None
    """Whether its care is related to the condition that exempts. Absent: unknown."""
    origin: Origin | None = None
    """Where the exemption came from."""
    amount_cents: int | None = None
    """Amount in euro cents."""
    traits: Sequence[str] | None = None
    """Facts that rules need. Absent: none is said."""
    document: DocumentState | None = None
    """The prescriber's document that a product needs."""
    voucher: Voucher | None = None
    """The voucher of a vaccine."""
    prior_agreement: PriorAgreement | None = None
    """The fund's prior agreement."""
    prior_agreement_requested_on: Day | None = None
    """The day on which that agreement was asked for."""
    prior_agreement_received_on: Day | None = None
    """The day on which the fund received the request, as its receipt says: its silence counts from there.
    Absent: the day on which it was asked for.
    """
    prescription: LinePrescription | None = None
    """Its own prescription. Absent: that of the claim."""
    transport: TransportFacts | None = None
    """What is known of a transport."""
    proof: Proof | None = None
    """The documents that the fund asks for."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class LinePrescription(Typed):
    """The prescription of one line."""

    state: PrescriptionState | None = None
    """Whether there is one. Absent: present."""
    date: Day | None = None
    """Its day. Absent: the day of the claim."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class TransportFacts(Typed):
    """What is known of a transport."""

    urgent: bool | None = None
    """Whether the prescriber attested an emergency."""
    ground: TransportGround | None = None
    """The ground on which it is covered."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Snapshot(Typed):
    """What one source said of one person at one moment. A list that is `None` was not part of the answer and
    says nothing; an empty list was part of it and says that there is none.
    """

    source: Source | None = None
    """Who spoke."""
    observed_at: Moment | None = None
    """When the source was asked or the card was read."""
    updated_on: Day | None = None
    """A card's last update, or an attestation's date of issue."""
    horizon: Horizon | None = None
    """The days that the service could see; open where it gives no bound. Absent: it is not known what the
    service could see.
    """
    person: Person | None = None
    """Who it spoke of. Absent: nothing is known of the person."""
    scheme: Scheme | None = None
    """The scheme it named. Absent: it named none."""
    coverage: Sequence[Period] | None = None
    """Periods of base rights (AMO). Absent: not part of the answer."""
    codes: Sequence[CoverageCode] | None = None
    """Coverage codes by period: ALD digit and situation. Absent: not part of the answer."""
    exemptions: Sequence[Exemption] | None = None
    """Exemptions held by the person. Absent: not part of the answer."""
    maternity: Maternity | None = None
    """The maternity record. Absent: not part of the answer."""
    accidents: Sequence[Accident] | None = None
    """Accidents and occupational diseases. Absent: not part of the answer."""
    contracts: Sequence[Contract] | None = None
    """Complementary contracts. Absent: not part of the answer."""
    services: Sequence[Service] | None = None
    """Service codes (code service AMO), kept raw: their meaning depends on the source and on the year.
    Absent: not part of the answer.
    """


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Horizon(Typed):
    """The days that a service could see."""

    from_: Day | None = None
    """The first day. Absent: no bound."""
    to: Day | None = None
    """The last day, which belongs to it. Absent: no bound."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Period(Typed):
    """A period of days. Both bounds belong to it; a missing bound is open."""

    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class CoverageCode(Typed):
    """One period of a coverage code, as on the card and in an ADRi answer."""

    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""
    ald: str | None = None
    """ALD digit, raw."""
    situation: str | None = None
    """Situation, régime and two digits, raw."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Exemption(Typed):
    """One exemption of a person, in its own vocabulary."""

    vocabulary: Vocabulary | None = None
    """Which list the code belongs to."""
    code: str | None = None
    """The code, raw."""
    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""
    status: Status | None = None
    """Its state."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Maternity(Typed):
    """The maternity record of a person."""

    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""
    presumed_start: Day | None = None
    """Presumed start of the pregnancy."""
    presumed_delivery: Day | None = None
    """Presumed day of delivery."""
    delivery: Day | None = None
    """Real day of delivery."""
    status: Status | None = None
    """Its state."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Accident(Typed):
    """One accident or occupational disease on record."""

    number: str | None = None
    """The number given by the fund."""
    date: Day | None = None
    """The day of the accident."""
    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""
    status: Status | None = None
    """Its state."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Contract(Typed):
    """One complementary contract on record."""

    number: str | None = None
    """Organism number."""
    type: str | None = None
    """Type de contrat."""
    service: str | None = None
    """Code service."""
    indicator: str | None = None
    """Indicateur de traitement."""
    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""
    status: Status | None = None
    """Its state."""
    participation: bool | None = None
    """CSS with (`true`) or without (`false`) participation."""
    end_reason: EndReason | None = None
    """Why it ended."""
    rights: Sequence[DomainRight] | None = None
    """Rights by kind of expense, as the insurer's own answer tells them. Absent: the insurer did not tell
    them.
    """


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class DomainRight(Typed):
    """Rights under a contract for one kind of expense, as the insurer tells them."""

    domain: str | None = None
    """The kind of expense, as the insurer names it."""
    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""
    status: Status | None = None
    """Their state."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Service(Typed):
    """One service code with its period, kept raw."""

    code: str | None = None
    """The code as written."""
    start: Day | None = None
    """The first day. Absent: no bound."""
    end: Day | None = None
    """The last day, which belongs to the period. Absent: no bound."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Reject(Typed):
    """A reject with its claim and what is known of the rights."""

    format: str = "tierspayant-reject/1"
    """The format of the document."""
    reject: Report | None = None
    """What a return said of the claim."""
    claim: Claim | None = None
    """The claim as it was sent."""
    rights: Sequence[Snapshot] | None = None
    """Every snapshot at hand, those read since included. Absent: no source was asked."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Report(Typed):
    """What a return said of a claim."""

    key: str | None = None
    """The reject code, in any spelling."""
    label: str | None = None
    """The label that stands beside the code."""
    share: Share | None = None
    """The share that was rejected."""
    state: ReportedState | None = None
    """What became of it. Absent: it was rejected."""
    line: str | None = None
    """The id of the line that was rejected. Absent: the claim as a whole."""
    returned_on: Day | None = None
    """The day of the return."""
    amount_cents: int | None = None
    """The amount that was not paid, in euro cents."""
