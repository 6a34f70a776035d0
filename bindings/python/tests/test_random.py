"""Random tables: each row has the answer of the check to its dossier, with every reason."""

from __future__ import annotations

import pyarrow as pa
import pytest
import tierspayant as tp
from dice import Dice
from flat import flat

WORST = ["billable", "undetermined", "not_billable"]


def expected(dossier: dict) -> list[dict]:
    """What the check answers to each line, in the words of the table."""
    answer = tp.check(dossier, what_if=False)
    rows = []
    for line in answer.lines:
        mine = [one for one in answer.reasons if one.line in (None, line.id)]
        weighty = [one for one in mine if one.severity != "notice"]
        rows.append(
            {
                "guarantee": str(answer.guarantee),
                "exemption_state": line.exemption,
                "date": line.date,
                "date_role": line.date_role,
                "amo": None if line.amo is None else str(line.amo.verdict),
                "amo_basis": None if line.amo is None else line.amo.basis,
                "amc": None if line.amc is None else str(line.amc.verdict),
                "amc_basis": None if line.amc is None else line.amc.basis,
                "claim_verdict": str(answer.verdict),
                "claim_basis": answer.basis,
                "cause": weighty[0].id if weighty else None,
                "reasons": list(dict.fromkeys(one.id for one in mine)),
                "rejects": list(dict.fromkeys(one.reject for one in weighty if one.reject)),
                "error": None,
            }
        )
    return rows


def answers(lines: pa.Table, tables: dict[str, pa.Table], **options) -> list[dict]:
    rows = pa.table(tp.check_table(lines, **tables, dictionary=False, **options)).to_pylist()
    for row in rows:
        row["date"] = row["date"] and row["date"].isoformat()
    return rows


@pytest.mark.parametrize("seed", range(4))
def test_every_row_has_the_answer_of_the_check(seed):
    dice = Dice(seed)
    dossiers = [dice.dossier() for _ in range(400)]
    lines, tables = flat(dossiers)
    seen: set[str] = set()
    wanted = [row for dossier in dossiers for row in expected(dossier)]
    for threads, rows in ((1, 32_768), (2, 17)):
        found = answers(lines, tables, threads=threads, rows=rows)
        assert len(found) == len(wanted)
        for place, (got, row) in enumerate(zip(found, wanted)):
            assert {name: got[name] for name in row} == row, lines["claim_id"][place]
            shares = [share for share in (got["amo"], got["amc"]) if share]
            assert got["verdict"] == max(shares, key=WORST.index)
            seen.update(got["reasons"])
    # The dossiers are random, not idle: most of what the check can say is said.
    assert len(seen) > len(tp.Engine().reasons()) // 2, sorted(seen)


def test_random_dossiers_that_are_spoilt_fail_alone():
    dice = Dice(99)
    dossiers = [dice.dossier() for _ in range(200)]
    lines, tables = flat(dossiers)
    good = answers(lines, tables)
    days = lines["care_date"].to_pylist()
    spoilt = {place for place in range(len(days)) if place % 5 == 0}
    bad = [day[:5] + "13" + day[7:] if place in spoilt else day for place, day in enumerate(days)]
    table = lines.set_column(lines.column_names.index("care_date"), "care_date", pa.array(bad))
    # Lines of a claim are answered together: only claims of one line can be compared.
    claims = lines["claim_id"].to_pylist()
    for place, (row, was) in enumerate(zip(answers(table, tables), good)):
        if place in spoilt:
            assert row["error_code"] == "TP-IN-021" and row["verdict"] is None
        elif claims.count(claims[place]) == 1:
            assert row == was
