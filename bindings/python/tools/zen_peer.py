"""The decision of one claim in zen-engine, on what its expressions can say: base rights, the ALD of the
lines that ask for it, the contract of the claim. Both are asked from Python, with a dict."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

CONTRACT = {"number": "99999997", "type": "89"}
ON_DAY = "#.start <= care and care <= #.end"
RULE = " and ".join(
    [
        f"some(coverage, {ON_DAY})",
        f"(not some(lines, #.exemption == '4') or some(codes, #.ald == '1' and {ON_DAY}))",
        f"(not contracted or some(contracts, {ON_DAY}))",
    ]
)
DECISION = {
    "nodes": [
        {"id": "in", "name": "in", "type": "inputNode"},
        {
            "id": "rule",
            "name": "rule",
            "type": "expressionNode",
            "content": {"expressions": [{"id": "1", "key": "billable", "value": RULE}]},
        },
        {"id": "out", "name": "out", "type": "outputNode"},
    ],
    "edges": [
        {"id": "a", "sourceId": "in", "targetId": "rule", "type": "edge"},
        {"id": "b", "sourceId": "rule", "targetId": "out", "type": "edge"},
    ],
}


def decision() -> Any:
    import zen

    return zen.ZenEngine().create_decision(json.dumps(DECISION))


def tiles(rng: random.Random, care: date, most: int) -> list[tuple[str, str]]:
    """Periods that leave no day out, from long before the care to long after it."""
    cuts = sorted({care + timedelta(days=rng.randrange(-1500, 900)) for _ in range(rng.randrange(most))})
    starts = [care - timedelta(days=3000), *cuts]
    ends = [cut - timedelta(days=1) for cut in cuts] + [care + timedelta(days=3000)]
    return [(start.isoformat(), end.isoformat()) for start, end in zip(starts, ends)]


def cases(count: int, seed: int = 7) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Dossiers, each with what zen is given of it: days as whole numbers."""
    rng = random.Random(seed)
    made = []
    for place in range(count):
        care = date(2026, 1, 1) + timedelta(days=rng.randrange(330))
        coverage = [one for one in tiles(rng, care, 4) if rng.random() < 0.92]
        codes = [(one, rng.random() < 0.6) for one in tiles(rng, care, 6)]
        contracts = [one for one in tiles(rng, care, 2) if rng.random() < 0.7]
        lines = [rng.random() < 0.4 for _ in range(rng.randrange(1, 6))]
        contracted = rng.random() < 0.4
        made.append(case(place, care, coverage, codes, contracts, lines, contracted))
    return made


def case(place, care, coverage, codes, contracts, lines, contracted):
    person = {"id": "p-1", "birth_date": "19850514", "birth_rank": 1}
    claim = {
        "id": f"F-{place}",
        "setting": "pharmacy",
        "care_date": care.isoformat(),
        "person": person,
        "scheme": {"regime": "01", "fund": "751", "centre": "0000"},
        "card": "read",
        "nature": "10",
        "third_party": ["amo", "amc"] if contracted else ["amo"],
        "lines": [
            {
                "id": str(place + 1),
                "category": "drug",
                "exemption": "4" if ald else "0",
                "relation": "related" if ald else "unrelated",
            }
            for place, ald in enumerate(lines)
        ],
    }
    if contracted:
        claim["contract"] = CONTRACT

    def period(one: tuple[str, str]) -> dict[str, Any]:
        return {"start": one[0], "end": one[1]}

    dossier = {
        "format": "tierspayant/1",
        "claim": claim,
        "rights": [
            {
                "source": "adri",
                "observed_at": f"{care.isoformat()}T09:12:00",
                "person": person,
                "coverage": [period(one) for one in coverage],
                "codes": [
                    {**period(one), "ald": "1" if ald else "0", "situation": "0100"} for one, ald in codes
                ],
                "contracts": [{**CONTRACT, **period(one), "status": "active"} for one in contracts],
            }
        ],
    }

    def days(one: tuple[str, str]) -> dict[str, Any]:
        return {name: int(day.replace("-", "")) for name, day in period(one).items()}

    given = {
        "care": int(care.strftime("%Y%m%d")),
        "coverage": [days(one) for one in coverage],
        "codes": [{**days(one), "ald": "1" if ald else "0"} for one, ald in codes],
        "contracts": [days(one) for one in contracts],
        "lines": [{"exemption": line["exemption"]} for line in claim["lines"]],
        "contracted": contracted,
    }
    return dossier, given
