"""The person tables of the national warehouse (SNDS) as rights (``pip install 'tierspayant[analysis]'``).

Columns are those of the public schema of the warehouse (``indsante/schema-snds``, DCIR); upper and lower
case are the same. What that schema does not say is not guessed:

- ``IR_ETM_R`` and ``IR_IMB_R`` give exemptions with the motives as they are, in the vocabulary ``snds``.
- ``IR_MAT_R`` gives the presumed start of the last pregnancy; the delivery is a month there, not a day.
- ``IR_ORC_R`` gives contracts with their type and dates. The body's code is no contract number: it is left
  out. ``REF_C2S_COD``, where it is there, says participation, suspension and closure.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ._errors import TableError
from ._native import Rights
from ._table import rights as _rights

if TYPE_CHECKING:
    import pyarrow as pa

PERSON = ("BEN_NIR_PSA", "BEN_RNG_GEM")
_PARTICIPATION = {"P": True}
_STATUS = {"S": "suspended", "F": "closed"}
#: Motives and types of contract that say that there is none.
_NONE = "0"
_UNKNOWN_TYPE = "999"


class _Source:
    """A table of the warehouse, with its columns by their names in upper case."""

    def __init__(self, name: str, table: Any) -> None:
        import pyarrow as pa

        self.name = name
        self.table = pa.table(table)
        self.places = {column.upper(): column for column in self.table.column_names}

    def column(self, name: str) -> pa.ChunkedArray:
        if name not in self.places:
            place = f"{self.name}.{name}"
            raise TableError(f"{place}: this column is required", "TP-TB-001", place)
        return self.table[self.places[name]]

    def code(self, name: str) -> pa.ChunkedArray:
        """Codes as text: whole numbers, also where a library made them floating."""
        import pyarrow as pa
        import pyarrow.compute as pc

        found = self.column(name)
        if pa.types.is_dictionary(found.type):
            found = found.cast(found.type.value_type)
        try:
            if pa.types.is_floating(found.type):
                found = found.cast(pa.int64())
            return pc.utf8_trim_whitespace(found.cast(pa.string()))
        except pa.ArrowInvalid:
            place = f"{self.name}.{name}"
            raise TableError(
                f"{place}: expected whole numbers or text, found {found.type}", "TP-TB-004", place
            ) from None

    def person(self) -> pa.Array:
        return _joined([self.code(name) for name in PERSON])


def _joined(parts: list[pa.ChunkedArray]) -> pa.Array:
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(*parts, "/")


def person(table: Any) -> pa.Array:
    """The key of each row's person, as the rights have it: for the column ``person`` of the lines."""
    return _Source("table", table).person()


def _exemptions(source: _Source, code: str, start: str, end: str) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = source.code(code)
    made = pa.table(
        {
            "person": source.person(),
            "vocabulary": pa.repeat("snds_etm", len(codes)),
            "code": codes,
            "start": source.column(start),
            "end": source.column(end),
        }
    )
    return made.filter(pc.fill_null(pc.not_equal(made["code"], _NONE), False))


def _maternity(source: _Source) -> pa.Table:
    """A snapshot holds one maternity record: the last one of each person."""
    import pyarrow as pa

    made = pa.table({"person": source.person(), "start": source.column("BEN_GRS_DTE")})
    last = made.group_by("person").aggregate([("start", "max")])
    return pa.table({"person": last["person"], "presumed_start": last["start_max"]})


def _contracts(source: _Source) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    types = source.code("BEN_CTA_TYP")
    columns = {
        "person": source.person(),
        "type": pc.if_else(pc.equal(types, _UNKNOWN_TYPE), None, pc.utf8_lpad(types, 2, "0")),
        "start": source.column("MLL_CTA_DSD"),
        "end": source.column("MLL_CTA_DSF"),
    }
    if "REF_C2S_COD" in source.places:
        said = source.code("REF_C2S_COD").to_pylist()
        columns["participation"] = pa.array([_PARTICIPATION.get(one) for one in said], pa.bool_())
        columns["status"] = pa.array([_STATUS.get(one) for one in said], pa.string())
    made = pa.table(columns)
    return made.filter(pc.fill_null(pc.not_equal(types, _NONE), True))


def tables(*, etm: Any = None, imb: Any = None, mat: Any = None, orc: Any = None) -> dict[str, pa.Table]:
    """The tables of rights, for :func:`tierspayant.rights`; ``observed_at`` is the day of the extraction."""
    import pyarrow as pa

    found: dict[str, pa.Table] = {}
    exemptions = []
    if etm is not None:
        source = _Source("IR_ETM_R", etm)
        exemptions.append(_exemptions(source, "BEN_EXO_MTF", "BEN_EXO_DTD", "BEN_EXO_DTF"))
    if imb is not None:
        source = _Source("IR_IMB_R", imb)
        exemptions.append(_exemptions(source, "IMB_ETM_NAT", "IMB_ALD_DTD", "IMB_ALD_DTF"))
    if exemptions:
        found["exemptions"] = pa.concat_tables(exemptions, promote_options="permissive")
    if mat is not None:
        found["maternity"] = _maternity(_Source("IR_MAT_R", mat))
    if orc is not None:
        found["contracts"] = _contracts(_Source("IR_ORC_R", orc))
    return found


def rights(
    *,
    observed_at: date | datetime | str,
    etm: Any = None,
    imb: Any = None,
    mat: Any = None,
    orc: Any = None,
    complete: bool = False,
) -> Rights:
    """The rights of an extraction, indexed; ``observed_at`` is its day.

    ``complete=True`` says that the extraction holds everybody of the lines: who has no row has no
    exemption (``etm`` given) and no contract (``orc`` given).
    """
    made = tables(etm=etm, imb=imb, mat=mat, orc=orc)
    held = {"exemptions": etm is not None, "contracts": orc is not None}
    return _rights(
        **made,
        source="bdo",
        observed_at=observed_at,
        complete=[name for name, all_of_it in held.items() if complete and all_of_it],
        midnights=True,
    )
