"""Dossiers as flat tables: each dossier is a person of its own, and each snapshot has a name."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

LISTS = ("coverage", "codes", "exemptions", "accidents", "contracts")
TYPES = {
    "birth_rank": pa.int64(),
    "amount_cents": pa.int64(),
    "participation": pa.bool_(),
    "transport_urgent": pa.bool_(),
    "traits": pa.list_(pa.string()),
    "third_party": pa.list_(pa.string()),
    "lists": pa.list_(pa.string()),
    "rights": pa.list_(pa.string()),
}
PRESCRIPTION = {"state": "line_prescription", "date": "line_prescription_date"}


def _named(prefix: str, part: dict | None) -> dict[str, Any]:
    return {f"{prefix}{name}": value for name, value in (part or {}).items()}


def _person(part: dict | None) -> dict[str, Any]:
    said = dict(part or {})
    return {"person_id": said.pop("id", None), **said}


def _table(rows: list[dict], columns: list[str]) -> pa.Table:
    names = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    arrays = [pa.array([row.get(name) for row in rows], TYPES.get(name, pa.string())) for name in names]
    return pa.table(arrays, names=names)


def _entry(entry: dict) -> dict:
    """An entry of a list; rights by kind of expense as words, `domain/start/end/status`."""
    if "rights" not in entry:
        return entry
    words = ("domain", "start", "end", "status")
    rights = ["/".join(one.get(word) or "" for word in words) for one in entry["rights"]]
    return {**entry, "rights": rights}


def flat(dossiers: list[dict]) -> tuple[pa.Table, dict[str, pa.Table]]:
    """The table of lines, and the tables of rights."""
    lines: list[dict] = []
    tables: dict[str, list[dict]] = {name: [] for name in ("snapshots", "maternity", *LISTS)}
    for place, dossier in enumerate(dossiers):
        key = f"d{place}"
        claim = dict(dossier["claim"])
        whole = {
            "claim_id": key,
            "person": key,
            "as_of": dossier.get("as_of"),
            **_person(claim.pop("person", None)),
            **claim.pop("scheme", {}),
            **_named("accident_", claim.pop("accident", None)),
            **_named("contract_", claim.pop("contract", None)),
        }
        claim.pop("id", None)
        for line in claim.pop("lines"):
            own = dict(line)
            prescription = own.pop("prescription", None) or {}
            own |= {name: prescription[key] for key, name in PRESCRIPTION.items() if key in prescription}
            own |= _named("transport_", own.pop("transport", None))
            lines.append({**whole, **claim, "line_id": own.pop("id"), **own})
        for number, snapshot in enumerate(dossier["rights"]):
            named = {"person": key, "snapshot": f"s{number}"}
            tables["snapshots"].append(
                {
                    **named,
                    "source": snapshot["source"],
                    "observed_at": snapshot.get("observed_at"),
                    "updated_on": snapshot.get("updated_on"),
                    **_named("horizon_", snapshot.get("horizon")),
                    **_person(snapshot.get("person")),
                    **snapshot.get("scheme", {}),
                    "lists": [name for name in LISTS if name in snapshot],
                }
            )
            for name in LISTS:
                tables[name].extend({**named, **_entry(entry)} for entry in snapshot.get(name, []))
            if "maternity" in snapshot:
                tables["maternity"].append({**named, **snapshot["maternity"]})
    required = {"exemptions": ["person", "vocabulary", "code"]}
    made = {name: _table(rows, required.get(name, ["person"])) for name, rows in tables.items()}
    return _table(lines, ["person", "person_id"]), made
