"""Which announced figures agree with official statistics, within which tolerance, and which not.

A part of a year is never compared with a year, nor a region or a good with all trade:
:func:`not_compared` counts what was left out, and why. The bands are in
:class:`kzcoop.analysis.tolerance.Tolerance` and are printed beside the results.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from kzcoop.analysis import official
from kzcoop.analysis.announced import trade_claims
from kzcoop.analysis.inputs import BILLION, Tables, each, evidence_of, frame, number, text
from kzcoop.analysis.periods import full_year
from kzcoop.analysis.tolerance import (
    AGREES,
    DIFFERS,
    FIRST_EDITION,
    LOOSE,
    MIRROR,
    NO_FIGURE,
    PARTNER_ONLY,
    Tolerance,
    band_verdict,
)  # fmt: skip

SAME = (AGREES, LOOSE, FIRST_EDITION)
COMMON = ("partner", "indicator", "year", "year_basis", "qualifier")
TAIL = ("verdict", "quote", "published", "speaker", "claim_id", "evidence")


def _comparable(tables: Tables, partner: str, as_of: str) -> Iterator[Any]:
    claims = trade_claims(tables, partner, as_of)
    yield from each(claims[claims["reason"] == ""])


def _official(claim: Any, year: int) -> tuple[float | None, float | None]:
    """Return Kazakhstan's and the partner's official value for a claim's year."""
    flow = str(claim.indicator)
    if claim.mirror and flow != "turnover":  # the partner's export is Kazakhstan's import
        flow = "import" if flow == "export" else "export"
    ours = official.value(str(claim.partner), year, flow)
    return ours, official.partner_value(str(claim.partner), year, flow)


def _both(claim: Any, ours: str | None, theirs: str | None) -> str | None:
    """Join the verdicts by Kazakhstan's statistics and by the partner's into one."""
    if claim.mirror:
        return MIRROR if theirs is None else PARTNER_ONLY if theirs == AGREES else theirs
    return PARTNER_ONLY if theirs == AGREES and ours in {None, DIFFERS} else ours


def levels(
    tables: Tables, partner: str, as_of: str, tolerance: Tolerance | None = None
) -> pd.DataFrame:
    """Return announced levels of a full year beside official ones, with a verdict.

    Columns: announced and official in billion US dollars, the partner's own statistics where
    known, ``difference_pct`` (announced over official, less one), the verdict (agrees; holds
    loosely: the words are true but say little; agrees with the partner's statistics only;
    agrees with the first edition of Kazakhstan's, which was revised since; differs; the partner's
    own figure, where it quotes the other side and nothing else is known of
    that; no official figure), quotation and evidence.
    ``value_printed_usd_bn`` is given where a declared correction changed the figure.
    """
    band = tolerance or Tolerance()
    rows: list[dict[str, Any]] = []
    for claim in _comparable(tables, partner, as_of):
        if claim.measure != "level":
            continue
        ours, theirs = _official(claim, int(claim.year))
        verdict = _both(
            claim, band_verdict(claim, ours, None, band), band_verdict(claim, theirs, None, band)
        )
        first = official.first_edition(str(claim.partner), int(claim.year), str(claim.indicator))
        if verdict == DIFFERS and band_verdict(claim, first, None, band) == AGREES:
            verdict = FIRST_EDITION
        value = float(claim.value)
        printed = number(getattr(claim, "value_printed", None))
        rows.append(
            _common(claim, verdict)
            | {
                "announced_usd_bn": value / BILLION,
                "official_usd_bn": ours,
                "partner_usd_bn": theirs,
                "difference_pct": None if ours is None else 100 * (value / BILLION / ours - 1),
                "value_printed_usd_bn": None if printed in {None, value} else printed / BILLION,
            }
        )  # fmt: skip
    columns = (
        *COMMON, "announced_usd_bn", "value_printed_usd_bn", "official_usd_bn",
        "partner_usd_bn", "difference_pct", *TAIL,
    )  # fmt: skip
    return frame(rows, columns).sort_values(["partner", "year", "claim_id"], ignore_index=True)


def changes(
    tables: Tables, partner: str, as_of: str, tolerance: Tolerance | None = None
) -> pd.DataFrame:
    """Return announced growth of a full year beside official growth, with a verdict.

    The base is the year that the text names, else the year before (``base_stated`` tells).
    Growth in per cent over the whole span, not a year; ``difference_pp`` in percentage points.
    """
    band = tolerance or Tolerance()
    rows: list[dict[str, Any]] = []
    for claim in _comparable(tables, partner, as_of):
        if claim.measure == "level":
            continue
        year = int(claim.year)
        stated = full_year(text(claim.base_period))
        base = year - 1 if stated is None else stated
        now, then = _official(claim, year), _official(claim, base)
        verdict = _both(
            claim,
            band_verdict(claim, now[0], then[0], band),
            band_verdict(claim, now[1], then[1], band),
        )
        said = float(claim.value)
        said = 100 * (said - 1) if claim.measure == "change_ratio" else said
        real = None if now[0] is None or not then[0] else 100 * (now[0] / then[0] - 1)
        rows.append(
            _common(claim, verdict)
            | {
                "base_year": base,
                "base_stated": stated is not None,
                "announced_growth_pct": said,
                "official_growth_pct": real,
                "difference_pp": None if real is None else said - real,
            }
        )  # fmt: skip
    columns = (
        *COMMON, "base_year", "base_stated", "announced_growth_pct", "official_growth_pct",
        "difference_pp", *TAIL,
    )  # fmt: skip
    return frame(rows, columns).sort_values(["partner", "year", "claim_id"], ignore_index=True)


def _common(claim: Any, verdict: str | None) -> dict[str, Any]:
    return {
        "partner": claim.partner, "indicator": claim.indicator, "year": int(claim.year),
        "year_basis": claim.year_basis, "qualifier": claim.qualifier,
        "verdict": verdict or NO_FIGURE, "quote": claim.quote,
        "published": claim.published, "speaker": text(claim.speaker),
        "claim_id": claim.claim_id, "evidence": evidence_of(claim),
    }  # fmt: skip


def implied_bases(
    tables: Tables, partner: str, as_of: str, tolerance: Tolerance | None = None
) -> pd.DataFrame:
    """Return the base that an announced level and its growth imply, beside the official one.

    ``implied_usd_bn = level / (1 + growth / 100)``, for a level and a growth rate of one flow in
    one sentence. "Grew by 34 % and exceeded $24 bn" implies 17.9 bn the year before.
    """
    band = tolerance or Tolerance()
    claims = trade_claims(tables, partner, as_of)
    claims = claims[claims["reason"] == ""]
    rows: list[dict[str, Any]] = []
    keys = ["doc_id", "sentence", "partner", "indicator", "year", "mirror"]
    for _, group in claims.groupby(keys, sort=False):
        parts = {str(part.measure): part for part in each(group)}
        claim, change = parts.get("level"), parts.get("change_pct")
        if len(group) != 2 or claim is None or change is None:
            continue
        base = full_year(text(change.base_period)) or int(claim.year) - 1
        low = float(claim.value) / BILLION / (1 + float(change.value) / 100)
        ours = official.value(str(claim.partner), base, str(claim.indicator))
        verdict = None if ours is None else band.verdict(low, low, str(claim.qualifier), ours)
        rows.append(
            _common(claim, verdict)
            | {
                "level_usd_bn": float(claim.value) / BILLION,
                "growth_said_pct": float(change.value), "base_year": base,
                "implied_usd_bn": low, "official_usd_bn": ours,
                "difference_pct": None if ours is None else 100 * (low / ours - 1),
                "evidence": evidence_of(claim, change),
            }
        )  # fmt: skip
    columns = (
        "partner", "indicator", "year", "year_basis", "qualifier", "level_usd_bn",
        "growth_said_pct", "base_year", "implied_usd_bn", "official_usd_bn",
        "difference_pct", "verdict", "claim_id", "evidence",
    )  # fmt: skip
    return frame(rows, columns).sort_values(["partner", "year", "claim_id"], ignore_index=True)


def not_compared(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return how many announced facts on trade were not compared, by reason."""
    claims = trade_claims(tables, partner, as_of)
    left = claims[claims["reason"] != ""]
    counts = left.groupby("reason").size().rename("claims").reset_index()
    return counts.sort_values(["claims", "reason"], ascending=[False, True], ignore_index=True)


def reliability(
    tables: Tables, partner: str, as_of: str, tolerance: Tolerance | None = None
) -> pd.DataFrame:
    """Return, for each partner, how many announced levels and growth rates got which verdict.

    ``agree_pct`` is the share that agrees (with the first edition, too) or holds loosely of those
    that could be compared with Kazakhstan's series or the partner's; claims whose year was
    inferred are not counted: a year that was chosen because it fits cannot confirm anything.
    """
    both = [table(tables, partner, as_of, tolerance) for table in (levels, changes)]
    columns = ["partner", "year_basis", "verdict"]
    found = pd.concat([table[columns] for table in both], ignore_index=True)
    unknown = found["verdict"].isin([NO_FIGURE, MIRROR])
    found = found[(found["year_basis"] == "stated") & ~unknown]
    rows = [
        {
            "partner": code,
            "compared": len(group),
            "agree": int(group["verdict"].isin(SAME).sum()),
            "partner_only": int((group["verdict"] == PARTNER_ONLY).sum()),
            "differ": int((group["verdict"] == DIFFERS).sum()),
        }
        for code, group in found.groupby("partner")
    ]
    table = frame(rows, ("partner", "compared", "agree", "partner_only", "differ"))
    table["agree_pct"] = 100 * table["agree"].astype(float) / table["compared"].astype(float)
    order = ["agree_pct", "compared", "partner"]
    return table.sort_values(order, ascending=[False, False, True], ignore_index=True)
