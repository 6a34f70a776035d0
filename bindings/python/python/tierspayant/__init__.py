"""Can this claim be billed in tiers payant, with this exemption, on this date?

``check`` answers one dossier; ``check_table`` a table of any size. Everything runs here: there is no
network, no clock and no hidden state.
"""

from importlib.metadata import version

from ._answer import Answer
from ._errors import InputError, InternalError, ReadError, TableError, TiersPayantError
from ._native import Engine, Rights, Stream, Table
from ._one import (
    Reading,
    Unused,
    check,
    draw_timeline,
    explain,
    read,
    timeline,
    triage,
    versions,
    what_if,
)
from ._parts import LineAnswer, Reason, Share
from ._returns import Followed, Returns, SyntheticYear, follow, read_returns, synthetic_returns
from ._synthetic import synthetic, synthetic_rates
from ._table import (
    answer_schema,
    check_stream,
    check_table,
    explain_row,
    rights,
    table_schema,
    triage_table,
)
from ._typed import (
    Accident,
    Claim,
    ClaimAccident,
    ClaimContract,
    Contract,
    CoverageCode,
    DomainRight,
    Dossier,
    Exemption,
    Horizon,
    Line,
    LinePrescription,
    Maternity,
    Period,
    Person,
    Prescriber,
    Reject,
    Report,
    Scheme,
    Service,
    Snapshot,
    TransportFacts,
)
from ._words import Guarantee, Verdict

__version__ = version("tierspayant")

__all__ = [
    "Accident",
    "Answer",
    "Claim",
    "ClaimAccident",
    "ClaimContract",
    "Contract",
    "CoverageCode",
    "DomainRight",
    "Dossier",
    "Engine",
    "Exemption",
    "Followed",
    "Guarantee",
    "Horizon",
    "InputError",
    "InternalError",
    "Line",
    "LineAnswer",
    "LinePrescription",
    "Maternity",
    "Period",
    "Person",
    "Prescriber",
    "ReadError",
    "Reading",
    "Reason",
    "Reject",
    "Report",
    "Returns",
    "Rights",
    "Scheme",
    "Service",
    "Share",
    "Snapshot",
    "Stream",
    "SyntheticYear",
    "Table",
    "TableError",
    "TiersPayantError",
    "TransportFacts",
    "Unused",
    "Verdict",
    "__version__",
    "answer_schema",
    "check",
    "check_stream",
    "check_table",
    "draw_timeline",
    "explain",
    "explain_row",
    "follow",
    "read",
    "read_returns",
    "rights",
    "synthetic",
    "synthetic_rates",
    "synthetic_returns",
    "table_schema",
    "timeline",
    "triage",
    "triage_table",
    "versions",
    "what_if",
]
