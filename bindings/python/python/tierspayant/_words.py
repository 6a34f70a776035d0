"""Words that are never booleans."""

from __future__ import annotations

import enum


class _Word(str, enum.Enum):
    """A word of a closed list. It is a text, and it has no truth value."""

    def __bool__(self) -> bool:
        raise TypeError(
            f"a {type(self).__name__.lower()} is neither true nor false: compare it, "
            f"such as `answer.verdict == '{next(iter(type(self))).value}'`"
        )

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.value}>"


class Verdict(_Word):
    """Whether a part can be billed in tiers payant."""

    BILLABLE = "billable"
    NOT_BILLABLE = "not_billable"
    UNDETERMINED = "undetermined"


class Guarantee(_Word):
    """How sure the payment of the AMO share is; apart from the verdict."""

    NONE = "none"
    UNKNOWN = "unknown"
    LIKELY = "likely"
    GUARANTEED = "guaranteed"
