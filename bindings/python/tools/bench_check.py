"""What one check costs in Python: each kind of input, the verdict alone, and with what is asked for after it.

Times are the least of several rounds, in microseconds. The share of the reasons is what stands between
the verdict alone and the same with its reasons.
"""

from __future__ import annotations

import json
import sys
import timeit
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import tierspayant as tp
from typed import dossier_of

DOSSIER = Path(__file__).resolve().parents[3] / "examples" / "data" / "dossier.json"


def cost(statement, rounds: int = 400) -> float:
    """Microseconds of one call: rounds are short, so that the least is one that nothing else disturbed."""
    timer = timeit.Timer(statement)
    number = max(1, timer.autorange()[0] // 200)
    return min(timer.repeat(rounds, number)) / number * 1e6


def main() -> None:
    text = DOSSIER.read_bytes()
    dossier = json.loads(text)
    typed = dossier_of(dossier)
    decided = tp.check(dossier)
    size = f"{len(text)} bytes, {len(dossier['claim']['lines'])} lines, {len(decided.reasons)} reasons"
    found = {
        "bytes, verdict alone": cost(lambda: tp.check(text).verdict),
        "dict, verdict alone": cost(lambda: tp.check(dossier).verdict),
        "typed objects, verdict alone": cost(lambda: tp.check(typed).verdict),
        "dict, with its reasons": cost(lambda: tp.check(dossier).reasons),
        "dict, the whole answer as JSON": cost(lambda: tp.check(dossier).json),
        "the verdict of an answer": cost(lambda: decided.verdict),
        "json.loads of the same bytes": cost(lambda: json.loads(text)),
        "json.dumps of the same dict": cost(lambda: json.dumps(dossier)),
    }
    print(f"examples/data/dossier.json: {size}")
    for name, time in found.items():
        print(f"  {name:<32} {time:8.2f} µs")
    print(
        f"{found['dict, verdict alone']:.1f} µs for a dict, {found['bytes, verdict alone']:.1f} µs for bytes "
        f"(verdict alone); {found['dict, with its reasons']:.1f} µs with reasons"
    )


if __name__ == "__main__":
    main()
