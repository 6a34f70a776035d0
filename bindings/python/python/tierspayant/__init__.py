"""Can this claim be billed in tiers payant, with this exemption, on this date?

``check`` answers one dossier; ``check_table`` a table of any size. Everything runs here: there is no
network, no clock and no hidden state.
"""

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
from ._synthetic import synthetic, synthetic_rates
from ._table import check_stream, check_table, rights, table_schema, triage_table
from ._typed import (
    Accident,
    Claim,
    ClaimAccident,
    ClaimContract,
    Contract,
    CoverageCode,
    Dossier,
    Exemption,
    Horizon,
    Line,
    Maternity,
    Period,
    Person,
    Reject,
    Report,
    Scheme,
    Service,
    Snapshot,
)
from ._words import Guarantee, Verdict

__all__ = [
    "Accident",
    "Answer",
    "Claim",
    "ClaimAccident",
    "ClaimContract",
    "Contract",
    "CoverageCode",
    "Dossier",
    "Engine",
    "Exemption",
    "Guarantee",
    "Horizon",
    "InputError",
    "InternalError",
    "Line",
    "LineAnswer",
    "Maternity",
    "Period",
    "Person",
    "ReadError",
    "Reading",
    "Reason",
    "Reject",
    "Report",
    "Rights",
    "Scheme",
    "Service",
    "Share",
    "Snapshot",
    "Stream",
    "Table",
    "TableError",
    "TiersPayantError",
    "Unused",
    "Verdict",
    "check",
    "check_stream",
    "check_table",
    "draw_timeline",
    "explain",
    "read",
    "rights",
    "synthetic",
    "synthetic_rates",
    "table_schema",
    "timeline",
    "triage",
    "triage_table",
    "versions",
    "what_if",
]
