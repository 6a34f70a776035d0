"""What came back: returns of funds and insurers read, joined with what was sent, and followed until they
are paid."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ._errors import InputError
from ._native import Engine, Intake, synthetic_year
from ._native import Follow as _Follow
from ._one import Unused, _day

if TYPE_CHECKING:
    import pandas as pd

#: A file: its path, or its bytes.
File = str | os.PathLike[str] | bytes | bytearray
Files = File | Iterable[File]
By = Literal["month", "cause", "share", "payer", "operator", "setting"]
Lang = Literal["fr", "en"]


class Left(NamedTuple):
    """What was not read of a file, and why."""

    file: str
    why: str


def _path(name: str, file: Any) -> Path:
    """The path of a file; what is the content of one, or a table, is refused without a word of it."""
    wrong = "expected a path, or the bytes of a file"
    if not isinstance(file, (str, os.PathLike)):
        raise InputError(f"{name}: {wrong}, not {type(file).__name__}", "TP-PY-001", name)
    text = os.fsdecode(file)
    if isinstance(file, str) and any(sign in text for sign in "\n\r;\t\0{"):
        message = f"{name}: {wrong}: a text is taken as a path, encode() its content"
        raise InputError(message, "TP-PY-001", name)
    return Path(text)


def _bytes(name: str, file: Any) -> bytes:
    path = _path(name, file)
    try:
        return path.read_bytes()
    except OSError as error:
        # What was meant as content may stand in the name: only the kind of the error is told.
        problem = error.strerror or type(error).__name__
    raise InputError(f"{name}: the file cannot be read: {problem}", "TP-PY-001", name)


def _each(kind: str, files: Files | None) -> list[tuple[str, bytes]]:
    """The files by name. Bytes have no name, so they are counted."""
    if files is None:
        return []
    single = isinstance(files, (str, bytes, bytearray, os.PathLike))
    # A frame gives its columns and an open file its lines: neither is a list of files.
    is_other = hasattr(files, "read") or hasattr(files, "columns") or not isinstance(files, Iterable)
    if not single and is_other:
        _path(kind, files)
    given: list[Any] = [files] if single else list(files)  # type: ignore[arg-type]
    named = []
    for place, one in enumerate(given):
        if isinstance(one, (bytes, bytearray)):
            named.append((f"bytes[{place}]", bytes(one)))
        else:
            where = kind if single else f"{kind}[{place}]"
            data = _bytes(where, one)
            named.append((str(one), data))
    return named


class Returns:
    """Files of returns that were read. They hold nothing of a person."""

    def __init__(self, intake: Intake, faults: list[Left], unused: list[tuple[str, Unused]]) -> None:
        self._intake = intake
        self.faults = faults
        self.unused = unused

    @property
    def rows(self) -> list[dict[str, Any]]:
        """A dict for each share of each invoice, as the returns say it one by one."""
        return self._intake.invoices()

    def to_pandas(self) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(self.rows)

    def __repr__(self) -> str:
        return f"<Returns: {len(self.rows)} shares, {len(self.faults)} faults>"


class Followed:
    """What became of each share of each invoice, as far as the files tell."""

    def __init__(self, followed: _Follow, faults: list[Left], unused: list[tuple[str, Unused]]) -> None:
        self._followed = followed
        self.faults = faults
        self.unused = unused

    @property
    def rows(self) -> list[dict[str, Any]]:
        """A dict for each share: its state, its money, the class and the cause of its reject, what the
        check would have said with what was known at the care, the next step, who pays otherwise, and from
        when it is too late."""
        return self._followed.rows()

    @property
    def balance(self) -> dict[str, int]:
        """Every cent by what became of it: ``asked`` is the sum of the others, but for ``elsewhere``,
        which was taken for invoices that no file holds."""
        return dict(self._followed.balance())

    @property
    def test_files(self) -> int:
        """How many files say of themselves that they are tests. Nothing of them is counted."""
        return self._followed.test_files

    def to_pandas(self) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(self.rows)

    def todo(self, *, lang: Lang = "fr", width: int = 100) -> str:
        """The work list as a page for the person who does it. It says itself which rows could not be read."""
        return self._followed.todo(lang=lang, width=width)

    def messages(self, to: Literal["payer", "patient"] = "payer", *, lang: Lang = "fr") -> str:
        """The text of a message about each share to do, to read, change and send; never a letter of
        collection."""
        return self._followed.messages(to, lang=lang)

    def rates(self, by: By = "month", *, since: date | str | None = None) -> list[dict[str, Any]]:
        """Rates of rejects with their exposure, an interval at 95 % and what keeps them from coming back;
        with ``since``, before that day and from it on, apart."""
        return self._followed.rates(by, since=_day(since))

    def __repr__(self) -> str:
        work = sum(row["work"] == "now" for row in self.rows)
        return f"<Followed: {len(self.rows)} shares, {work} to do>"


def _intake(columns: Mapping[str, str] | None, amounts: str | None) -> Intake:
    return Intake(columns=list((columns or {}).items()), amounts=amounts)


def _add(
    intake: Intake, kind: str, files: Files | None, faults: list[Left], unused: list[tuple[str, Unused]]
) -> None:
    for name, data in _each(kind, files):
        left, passed = intake.add(kind, name, data)
        faults.extend(Left(name, one) for one in left)
        unused.extend((name, Unused(*one)) for one in passed)


def read_returns(
    files: Files,
    *,
    columns: Mapping[str, str] | None = None,
    amounts: Literal["euros", "cents"] | None = None,
) -> Returns:
    """Reads returns: NOEMIE-PS, answers of the jFSE engine, lists in CSV or XLSX; paths or bytes, one or
    several.

    ``columns`` names the columns of lists that have headers of their own, as ``{theirs: ours}``.
    ``amounts`` says what whole amounts of the jFSE engine count. A row of a list that cannot be read is
    left out and told in ``faults``.

    >>> list = "N° facture;Part;Montant;Payé;Motif\\n42;RO;42,50;0;DROITS FERMES\\n".encode()
    >>> read_returns(list).rows[0]["state"]
    'rejected'
    """
    intake = _intake(columns, amounts)
    faults: list[Left] = []
    unused: list[tuple[str, Unused]] = []
    _add(intake, "returns", files, faults, unused)
    return Returns(intake, faults, unused)


def follow(
    returns: Files,
    *,
    claims: Files | None = None,
    rights: Files | None = None,
    sent: Files | None = None,
    today: date | str | None = None,
    columns: Mapping[str, str] | None = None,
    amounts: Literal["euros", "cents"] | None = None,
    engine: Engine | None = None,
) -> Followed:
    """Follows each share of each invoice over all the returns, in whatever order they are given.

    ``claims`` are dossiers (JSON, one a line or one a file) or B2 files; they are joined by invoice and lot.
    ``rights`` are rights that were read since: they explain a reject, and never count as foreseen.
    ``sent`` is the list of what was sent. Everything is derived from the files each time; nothing is
    kept.

    >>> list = "N° facture;Part;Montant;Payé;Motif\\n42;RO;42,50;0;DROITS FERMES\\n".encode()
    >>> follow(list).balance["rejected"]
    4250
    """
    if returns is None:
        raise InputError("returns: expected a path, or the bytes of a file, not None", "TP-PY-001", "returns")
    intake = _intake(columns, amounts)
    faults: list[Left] = []
    unused: list[tuple[str, Unused]] = []
    for kind, files in (("returns", returns), ("claims", claims), ("rights", rights), ("sent", sent)):
        _add(intake, kind, files, faults, unused)
    return Followed(intake.follow(today=_day(today), engine=engine), faults, unused)


class SyntheticYear(NamedTuple):
    """A made-up year: its files by name, and its money in cents as it was counted while they were made."""

    files: dict[str, bytes]
    totals: dict[str, int]

    def write(self, folder: str | os.PathLike[str]) -> Path:
        """Writes the files into a folder."""
        for name, data in self.files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return Path(folder)

    @property
    def returns(self) -> list[bytes]:
        """The files of returns."""
        return [data for name, data in self.files.items() if name.startswith("returns/")]


def synthetic_returns(
    *, invoices: int = 2_000, people: int = 300, seed: int = 1, first: date | datetime | str = "2025-11-01"
) -> SyntheticYear:
    """A year of a made-up pharmacy: its claims, its list of what was sent, its export, the rights as they
    were read on many days, and what came back in NOEMIE and in lists. It never pretends to be a statistic
    of reality."""
    files, totals = synthetic_year(invoices=invoices, people=people, seed=seed, first=_day(first) or "")
    return SyntheticYear(files, dict(totals))
