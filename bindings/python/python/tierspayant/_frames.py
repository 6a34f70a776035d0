"""A table of this package as the libraries that an analyst has know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._native import Table, table_from_ipc

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

#: How many rows a notebook shows of a table.
SHOWN = 10


def _plain(kind: Any) -> Any:
    """A type of words as text, and lists of words as lists of text."""
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        return _plain(kind.value_type)
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(_plain(kind.value_type))
    if pa.types.is_string_view(kind) or pa.types.is_large_string(kind):
        return pa.string()
    return kind


def plain(table: Any) -> pa.Table:
    """Any table as pyarrow, words as plain text."""
    import pyarrow as pa

    arrow = pa.table(table)
    columns = []
    for one in arrow.columns:
        # A dictionary of views is made of texts in two steps.
        if pa.types.is_dictionary(one.type):
            one = pa.chunked_array([_texts(part) for part in one.chunks], _plain(one.type))
        columns.append(one if one.type == _plain(one.type) else _cast(one))
    return pa.table(columns, names=arrow.column_names)


def _texts(part: Any) -> Any:
    """A part of a column of words as plain texts."""
    import pyarrow as pa

    words = pa.array(part.dictionary.to_pylist(), _plain(part.type))
    return pa.DictionaryArray.from_arrays(part.indices, words).dictionary_decode()


def _cast(one: Any) -> Any:
    import pyarrow as pa

    wanted = _plain(one.type)
    try:
        return one.cast(wanted)
    except pa.ArrowNotImplementedError:
        return pa.chunked_array([pa.array(one.to_pylist(), wanted)])


def to_pandas(table: Any) -> pd.DataFrame:
    return plain(table).to_pandas()


def to_polars(table: Any) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame(table)


def column(table: Any, name: str) -> pa.ChunkedArray:
    import pyarrow as pa

    return pa.table(table)[name]


def to_html(table: Table) -> str:
    """The first rows, as a notebook shows them; the names of the columns where no library is there to
    show more."""
    import html

    try:
        shown = plain(table.head(SHOWN)).to_pylist()
    except ImportError:
        return f"<pre>{html.escape(repr(table))}</pre>"

    def cell(value: Any) -> str:
        text = "" if value is None else " ".join(value) if isinstance(value, list) else str(value)
        return f'<td style="text-align:left">{html.escape(text)}</td>'

    head = "".join(f'<th style="text-align:left">{html.escape(name)}</th>' for name in table.column_names)
    rows = "".join("<tr>" + "".join(cell(one) for one in row.values()) + "</tr>" for row in shown)
    more = f"<div>{len(table):,} rows</div>" if len(table) > len(shown) else ""
    return f"<table><tr>{head}</tr>{rows}</table>{more}"


def reduce_table(table: Table) -> tuple[Any, ...]:
    return table_from_ipc, (table.ipc(),)
