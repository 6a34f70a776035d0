"""The errors of the package. Each has a stable code and the place of the fault."""

from __future__ import annotations


class TiersPayantError(Exception):
    """Any error of this package: a message, a stable ``code`` and a ``place``."""

    def __init__(self, message: str, code: str, place: str) -> None:
        super().__init__(message, code, place)
        self.message = message
        self.code = code
        self.place = place

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


class InputError(TiersPayantError):
    """A dossier or an option is refused; ``place`` is such as ``rights[1].exemptions[0].start``."""


class ReadError(TiersPayantError):
    """What a card reader or a service gave cannot be read."""


class TableError(TiersPayantError):
    """A table is refused as a whole; ``place`` is such as ``lines.care_date``."""


class InternalError(TiersPayantError):
    """A fault of this library, never of its input."""
