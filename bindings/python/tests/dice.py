"""Random dossiers of every kind, from a seed: what a person can have, what a claim can ask."""

from __future__ import annotations

import random
from typing import Any

STATUSES = ["active", "active", "active", "pending", "suspended", "refused", "closed"]
SOURCES = ["bdo", "adri", "cdri", "portal", "attestation", "vitale", "apcv", "manual"]
NUMBERS = ["99999997", "75500017", "12345678", "88888888"]
TYPES = ["89", "80", "88", "00", "87", "42"]
ON_RECORD = {
    "bdo": ["LIS", "EXC", "EXP", "L324", "MAT", "INV", "XXX"],
    "snds": ["41", "43", "47", "55", "21"],
    "cdri": ["1", "6", "8"],
    "claim": ["0", "4", "5"],
}


class Dice(random.Random):
    """Random choices, as parts of a dossier."""

    def day(self) -> str:
        return f"{self.randint(2023, 2027)}-{self.randint(1, 12):02}-{self.randint(1, 28):02}"

    def some(self, **fields: Any) -> dict[str, Any]:
        """Each field that says something, in three of four cases."""
        return {name: value for name, value in fields.items() if value is not None and self.random() < 0.75}

    def period(self) -> dict[str, str]:
        start, end = sorted((self.day(), self.day()))
        return self.some(start=start, end=end)

    def person(self) -> dict[str, Any]:
        birth = self.choice(["19850514", "19850514", "20020230", "20260401"])
        return self.some(id=self.choice("ppq"), birth_date=birth, birth_rank=self.randint(1, 2))

    def scheme(self) -> dict[str, str]:
        return self.some(regime=self.choice(["01", "02", "07"]), fund="751", centre="0000")

    def several(self, make) -> list[dict] | None:
        return [make() for _ in range(self.randint(0, 3))]

    def exemption(self) -> dict[str, str]:
        vocabulary = self.choice(list(ON_RECORD))
        code = self.choice(ON_RECORD[vocabulary])
        return {
            "vocabulary": vocabulary,
            "code": code,
            **self.period(),
            **self.some(status=self.choice(STATUSES)),
        }

    def coverage_code(self) -> dict[str, str]:
        codes = {"ald": self.choice("0129"), "situation": self.choice(["0100", "0104", "0206", "9999"])}
        return {**self.period(), **self.some(**codes)}

    def accident(self) -> dict[str, str]:
        said = {"number": self.choice(["123456789", "2"]), "date": self.day()}
        return {**self.period(), **self.some(**said, status=self.choice(STATUSES))}

    def contract(self) -> dict[str, Any]:
        said = {"number": self.choice(NUMBERS), "type": self.choice(TYPES), "service": "01", "indicator": "5"}
        more = {"participation": self.random() < 0.5, "status": self.choice(STATUSES)}
        return {**self.period(), **self.some(**said, **more)}

    def snapshot(self) -> dict[str, Any]:
        maternity = {**self.period(), **self.some(presumed_delivery=self.day(), delivery=self.day())}
        horizon = {"to": self.day()} if self.random() < 0.25 else None
        return {
            "source": self.choice(SOURCES),
            **self.some(
                observed_at=f"{self.day()}T09:12:00",
                updated_on=self.day() if self.random() < 0.5 else None,
                horizon=horizon,
                person=self.person(),
                scheme=self.scheme(),
                coverage=self.several(self.period),
                codes=self.several(self.coverage_code),
                exemptions=self.several(self.exemption),
                maternity=maternity if self.random() < 0.3 and maternity else None,
                accidents=self.several(self.accident),
                contracts=self.several(self.contract),
            ),
        }

    def line(self, place: int) -> dict[str, Any]:
        categories = ["drug", "drug", "device", "biology", "act", "act_series", "transport", "stay"]
        traits = ["generic_refused", "contraception", "rate_15", "narcotic", "new"]
        said = {
            "category": self.choice(categories),
            "exemption": self.choice("004457390CZ"),
            "relation": self.choice(["related", "unrelated", "unknown"]),
            "origin": self.choice(["card", "adri", "prescription", "manual", "setting"]),
            "traits": self.sample(traits, self.randint(0, 2)) or None,
            "amount_cents": self.randint(0, 50_000),
        }
        return {"id": str(12 - place), **self.some(**said)}

    def claim(self) -> dict[str, Any]:
        contract = self.some(number=self.choice(NUMBERS), type=self.choice(TYPES), end=self.day())
        accident = self.some(number="123456789", date=self.day())
        said = {
            "prescription_date": self.day(),
            "transmission_date": self.day() if self.random() < 0.3 else None,
            "setting": self.choice(["pharmacy", "pharmacy", "nurse"]) if self.random() < 0.3 else None,
            "person": self.person(),
            "scheme": self.scheme(),
            "card": self.choice(["read", "read", "absent", "unreadable", "opposed"]),
            "nature": self.choice(["10", "10", "13", "30", "41", "90", "99"]),
            "contract": contract if contract and self.random() < 0.6 else None,
            "accident": accident if accident and self.random() < 0.3 else None,
        }
        lines = [self.line(place) for place in range(self.randint(1, 4))]
        return {"care_date": self.day(), **self.some(**said), "lines": lines}

    def dossier(self) -> dict[str, Any]:
        """A dossier of anything."""
        as_of = self.some(as_of=self.day())
        rights = [self.snapshot() for _ in range(self.randint(0, 3))]
        return {"format": "tierspayant/1", **as_of, "claim": self.claim(), "rights": rights}
