"""Documents as typed objects, made from dicts."""

from __future__ import annotations

from typing import Any

import tierspayant as tp

SNAPSHOT = {
    "horizon": tp.Horizon,
    "person": tp.Person,
    "scheme": tp.Scheme,
    "coverage": tp.Period,
    "codes": tp.CoverageCode,
    "exemptions": tp.Exemption,
    "maternity": tp.Maternity,
    "accidents": tp.Accident,
    "contracts": tp.Contract,
    "services": tp.Service,
}
CLAIM = {
    "person": tp.Person,
    "scheme": tp.Scheme,
    "accident": tp.ClaimAccident,
    "contract": tp.ClaimContract,
    "lines": tp.Line,
}
OTHER_NAMES = {"from": "from_", "real_delivery": "delivery"}


def made(of: type, value: Any, inner: dict[str, type]) -> Any:
    if isinstance(value, list):
        return [made(of, one, inner) for one in value]
    if value is None:
        return None
    fields = {
        OTHER_NAMES.get(name, name): made(inner[name], one, {}) if name in inner else one
        for name, one in value.items()
    }
    return of(**fields)


def dossier_of(document: dict) -> tp.Dossier:
    rest = {name: value for name, value in document.items() if name not in ("claim", "rights")}
    return tp.Dossier(**rest, **_common(document))


def reject_of(document: dict) -> tp.Reject:
    reject = made(tp.Report, document["reject"], {})
    return tp.Reject(format=document["format"], reject=reject, **_common(document))


def _common(document: dict) -> dict[str, Any]:
    found = {"claim": made(tp.Claim, document["claim"], CLAIM)}
    if "rights" in document:
        found["rights"] = made(tp.Snapshot, document["rights"], SNAPSHOT)
    return found
