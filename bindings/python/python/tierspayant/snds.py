"""The person tables of the national warehouse (SNDS) as rights (``pip install 'tierspayant[analysis]'``).

Columns are those of the public schema of the warehouse (``indsante/schema-snds``, DCIR); upper and lower
case are the same. What that schema does not say is not guessed:

- ``IR_ETM_R`` and ``IR_IMB_R`` give exemptions with the motives as they are, in the vocabulary
  ``snds_etm`` (IR_ETM_V); the motives 11 and 12 are accidents at work and occupational diseases.
- ``ER_PRS_F`` gives lines: a motive of IR_EXO_V says the code *and* whether the care relates to the ALD.
- A day that the warehouse does not know is 1600-01-01 there, and no day here; 9999-12-31 is no end.
- ``IR_MAT_R`` gives the presumed start of the last pregnancy; the delivery is a month there, not a day.
- ``IR_ORC_R`` gives contracts with their type and dates. The body's code is no contract number: it is left
  out. ``REF_C2S_COD``, where it is there, says participation, suspension and closure.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ._errors import TableError
from ._native import Rights
from ._table import List
from ._table import rights as _rights

if TYPE_CHECKING:
    import pyarrow as pa

#: How the warehouse writes that there is no day, and that there is no end.
NO_DAY, NO_END = date(1600, 1, 1), date(9999, 12, 31)
#: What a line says by its motive (IR_EXO_V): the code, and whether the care relates to the ALD. The other
#: motives stand for codes that depend on more than the motive: they are left unsaid.
LINES = {
    "0": ("0", None),
    "41": ("0", "unrelated"),
    "42": ("4", "related"),
    "43": ("0", "unrelated"),
    "44": ("4", "related"),
    "45": ("0", "unrelated"),
    "46": ("4", "related"),
}
#: Motives that are accidents at work and occupational diseases (IR_ETM_V).
ACCIDENTS = ("11", "12")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
PERSON = ("BEN_NIR_PSA", "BEN_RNG_GEM")
_PARTICIPATION = {"P": True}
_STATUS = {"S": "suspended", "F": "closed"}
#: Motives and types of contract that say that there is none.
_NONE = "0"
_UNKNOWN_TYPE = "999"


class _Source:
    """A table of the warehouse, with its columns by their names in upper case."""

    def __init__(self, name: str, table: Any, key: Sequence[str] = PERSON) -> None:
        import pyarrow as pa

        self.name = name
        self.key = key
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
        return _joined([self.code(name) for name in self.key])

    def day(self, name: str) -> pa.ChunkedArray:
        """Days: dates, moments at midnight, or text as SAS and ISO write it; what is no day is empty."""
        import pyarrow as pa
        import pyarrow.compute as pc

        found = self.column(name)
        if pa.types.is_dictionary(found.type):
            found = found.cast(found.type.value_type)
        if pa.types.is_timestamp(found.type):
            found = found.cast(pa.timestamp("us")).cast(pa.date32(), safe=False)
        elif not pa.types.is_date(found.type) and not pa.types.is_null(found.type):
            coded = pc.dictionary_encode(found.cast(pa.string()))
            parts = []
            for part in coded.chunks:
                days = [self._written(name, one) for one in part.dictionary.to_pylist()]
                parts.append(pa.array(days, pa.date32()).take(part.indices))
            found = pa.chunked_array(parts, pa.date32())
        found = found.cast(pa.date32())
        empty = pc.is_in(found, value_set=pa.array([NO_DAY, NO_END], pa.date32()))
        return pc.if_else(empty, pa.scalar(None, pa.date32()), found)

    def _written(self, name: str, text: str | None) -> date | None:
        """A day as text: `2020-01-01`, `01JAN2020`, `20200101`; the warehouse's month without a day is
        none."""
        text = (text or "").strip().split("T")[0].split(" ")[0].split(":")[0]
        if text in ("", "160001"):
            return None
        try:
            if len(text) == 9 and text[2:5].upper() in _MONTHS:
                return date(int(text[5:]), _MONTHS.index(text[2:5].upper()) + 1, int(text[:2]))
            if len(text) == 8 and text.isdigit():
                return date(int(text[:4]), int(text[4:6]), int(text[6:]))
            return date.fromisoformat(text)
        except ValueError:
            place = f"{self.name}.{name}"
            raise TableError(f"{place}: not a day, as 2020-01-01 or 01JAN2020", "TP-TB-004", place) from None


def _joined(parts: list[pa.ChunkedArray]) -> pa.Array:
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(*parts, "/")


def person(table: Any, *, key: Sequence[str] = PERSON) -> pa.Array:
    """The key of each row's person, as the rights have it: for the column ``person`` of the lines."""
    return _Source("table", table, key).person()


def lines(table: Any, *, key: Sequence[str] = PERSON) -> pa.Table:
    """Lines from ``ER_PRS_F``: person, day of the care (``EXE_SOI_DTD``), and what the motive of exemption
    (``EXO_MTF``) says of code and relation. Each row is a claim of its own, in the order of the table.

    Nothing else of a claim is in that table: whether a card was read, what was bought, which source was
    asked. Read ``exemption_state`` and not ``verdict``. ``BEN_CMU_TOP`` is not read: it is forced to 0 on
    lines related to an ALD, and so lists nobody.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    source = _Source("ER_PRS_F", table, key)
    coded = pc.dictionary_encode(pa.chunked_array([source.code("EXO_MTF").combine_chunks()])).combine_chunks()
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.chunk(0)
    said = [LINES.get(one, (None, None)) for one in coded.dictionary.to_pylist()]
    made = {"person": source.person(), "care_date": source.day("EXE_SOI_DTD")}
    for place, name in enumerate(("exemption", "relation")):
        made[name] = pa.array([one[place] for one in said], pa.string()).take(coded.indices)
    return pa.table(made)


def _accidents(source: _Source, code: str, start: str, end: str) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    made = pa.table({"person": source.person(), "start": source.day(start), "end": source.day(end)})
    return made.filter(pc.is_in(source.code(code), value_set=pa.array(ACCIDENTS)))


def _exemptions(source: _Source, code: str, start: str, end: str) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = source.code(code)
    made = pa.table(
        {
            "person": source.person(),
            "vocabulary": pa.repeat("snds_etm", len(codes)),
            "code": codes,
            "start": source.day(start),
            "end": source.day(end),
        }
    )
    other = pc.invert(pc.is_in(made["code"], value_set=pa.array([_NONE, *ACCIDENTS])))
    return made.filter(pc.and_(pc.is_valid(made["code"]), other))


def _maternity(source: _Source) -> pa.Table:
    """A snapshot holds one maternity record: the last one of each person."""
    import pyarrow as pa

    made = pa.table({"person": source.person(), "start": source.day("BEN_GRS_DTE")})
    last = made.group_by("person").aggregate([("start", "max")])
    return pa.table({"person": last["person"], "presumed_start": last["start_max"]})


def _contracts(source: _Source) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    types = source.code("BEN_CTA_TYP")
    columns = {
        "person": source.person(),
        "type": pc.if_else(pc.equal(types, _UNKNOWN_TYPE), None, pc.utf8_lpad(types, 2, "0")),
        "start": source.day("MLL_CTA_DSD"),
        "end": source.day("MLL_CTA_DSF"),
    }
    if "REF_C2S_COD" in source.places:
        said = source.code("REF_C2S_COD").to_pylist()
        columns["participation"] = pa.array([_PARTICIPATION.get(one) for one in said], pa.bool_())
        columns["status"] = pa.array([_STATUS.get(one) for one in said], pa.string())
    made = pa.table(columns)
    return made.filter(pc.fill_null(pc.not_equal(types, _NONE), True))


def tables(
    *, etm: Any = None, imb: Any = None, mat: Any = None, orc: Any = None, key: Sequence[str] = PERSON
) -> dict[str, pa.Table]:
    """The tables of rights, for :func:`tierspayant.rights`; ``observed_at`` is the day of the extraction.

    ``key`` names the columns that tell people apart: ``("BEN_IDT_ANO",)`` where one person is to be one.
    """
    import pyarrow as pa

    found: dict[str, pa.Table] = {}
    exemptions, accidents = [], []
    motives = (
        ("IR_ETM_R", etm, ("BEN_EXO_MTF", "BEN_EXO_DTD", "BEN_EXO_DTF")),
        ("IR_IMB_R", imb, ("IMB_ETM_NAT", "IMB_ALD_DTD", "IMB_ALD_DTF")),
    )
    for name, table, columns in motives:
        if table is not None:
            source = _Source(name, table, key)
            exemptions.append(_exemptions(source, *columns))
            accidents.append(_accidents(source, *columns))
    if exemptions:
        found["exemptions"] = pa.concat_tables(exemptions, promote_options="permissive")
        found["accidents"] = pa.concat_tables(accidents, promote_options="permissive")
    if mat is not None:
        found["maternity"] = _maternity(_Source("IR_MAT_R", mat, key))
    if orc is not None:
        found["contracts"] = _contracts(_Source("IR_ORC_R", orc, key))
    return found


def rights(
    *,
    observed_at: date | datetime | str,
    etm: Any = None,
    imb: Any = None,
    mat: Any = None,
    orc: Any = None,
    complete: bool = False,
    complete_regimes: Sequence[str] = (),
    key: Sequence[str] = PERSON,
) -> Rights:
    """The rights of an extraction, indexed; ``observed_at`` is its day.

    ``complete=True`` says that the extraction holds everybody of the lines: who has no row has no
    exemption (``etm`` given) and no contract (``orc`` given). ``IR_ETM_R`` holds the general scheme only:
    where the lines have others, say ``complete_regimes=["01"]`` and give the lines their ``regime``;
    nothing is then said of the others.
    """
    made = tables(etm=etm, imb=imb, mat=mat, orc=orc, key=key)
    lists: list[List] = []
    if complete and etm is not None:
        lists.append("exemptions")
    if complete and orc is not None:
        lists.append("contracts")
    return _rights(
        **made,
        source="bdo",
        observed_at=observed_at,
        complete=lists,
        complete_regimes=complete_regimes,
        midnights=True,
    )
