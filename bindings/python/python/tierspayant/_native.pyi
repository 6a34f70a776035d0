"""The compiled part of tierspayant; use the package `tierspayant`."""

from collections.abc import Callable
from os import PathLike
from typing import Any, final

__all__ = [
    "Decided",
    "Engine",
    "Rights",
    "Stream",
    "Table",
    "check",
    "check_lines",
    "explain",
    "rates",
    "read",
    "schema",
    "style_sheet",
    "synthetic",
    "timeline",
    "triage",
    "triage_columns",
    "triage_lines",
]

def check(dossier: Any, lang: str, what_if: bool, engine: Engine | None) -> Decided: ...
def explain(
    dossier: Any, *, lang: str, audience: str, width: int, format: str, engine: Engine | None
) -> str: ...
def timeline(
    dossier: Any, *, first: str | None, last: str | None, drawn: str | None, lang: str, engine: Engine | None
) -> str: ...
def triage(reject: Any, *, lang: str, engine: Engine | None) -> str: ...
def read(
    format: str, data: bytes, *, observed_at: str | None
) -> tuple[str, list[tuple[str, str, str]], str | None]: ...
def style_sheet() -> str: ...
def schema() -> tuple[list[tuple[str, list[tuple[str, str, bool]]]], list[str]]: ...
def rates() -> list[tuple[str, float]]: ...
def synthetic(
    *,
    people: int,
    lines: int,
    seed: int,
    first: str,
    days: int,
    rates: list[tuple[str, float]],
) -> dict[str, Stream]: ...
def check_lines(
    lines: Any,
    rights: Rights,
    *,
    as_of: str | None,
    threads: int,
    rows: int,
    extra: str,
    midnights: bool,
    dictionary: bool,
    engine: Engine | None,
) -> Stream: ...
def triage_lines(
    rejects: Any,
    lines: Any,
    rights: Rights,
    *,
    lang: str,
    extra: str,
    midnights: bool,
    engine: Engine | None,
) -> Table: ...
def triage_columns() -> list[str]: ...

@final
class Engine:
    """Tables and texts that answer; it never changes, and threads may share it.

    ``tables`` is a folder of tables over those compiled in, such as last year's edition.
    """

    def __new__(cls, *, tables: str | PathLike[str] | None = None) -> Engine: ...
    @property
    def edition(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def covers_from(self) -> str | None: ...
    @property
    def covers_to(self) -> str | None: ...
    def reasons(self) -> list[tuple[str, str, str | None]]: ...

@final
class Decided:
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
    @property
    def body(self) -> str: ...
    @property
    def json(self) -> str: ...
    def todo(self) -> list[tuple[bool, str]]: ...
    def page(self) -> str: ...

@final
class Rights:
    def __new__(
        cls,
        tables: dict[str, Any],
        *,
        source: str | None,
        observed_at: str | None,
        complete: list[str],
        extra: str,
        midnights: bool,
    ) -> Rights: ...
    @property
    def people(self) -> int: ...
    @property
    def snapshots(self) -> int: ...

@final
class Stream:
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def collect(self, *, progress: Callable[[int], object] | None = None) -> Table: ...
    @property
    def column_names(self) -> list[str]: ...

@final
class Table:
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def __len__(self) -> int: ...
    @property
    def num_rows(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...
