"""Which columns of an analysis a page shows, and how each column is written.

The analysis keeps every column; a page shows those that a reader needs. The kind of a column
decides its number format; a column of no known name goes by its suffix.
"""

from __future__ import annotations

VIEWS: dict[str, tuple[str, ...]] = {
    "corpus.accounting": ("place", "numbers", "share_pct"),
    "corpus.documents": (
        "doc_id", "title", "published", "outlet", "claims", "programmes", "numbers",
    ),
    "corpus.indicators": ("indicator", "actual", "target", "potential", "planned", "claims"),
    "corpus.findings": (
        "severity", "check", "message", "printed", "suggested", "basis", "evidence",
    ),
    "corpus.corrections": (
        "partner", "indicator", "period", "quote", "value_printed", "value", "evidence",
    ),
    "growth.rates": (
        "indicator", "year", "value_usd_bn", "growth_1y_pct", "growth_3y_pct", "growth_5y_pct",
        "growth_10y_pct",
    ),
    "growth.ranking": (
        "partner", "year", "turnover_usd_bn", "share_pct", "growth_1y_pct", "growth_3y_pct",
        "growth_5y_pct", "growth_10y_pct",
    ),
    "growth.by_year": (
        "year", "turnover_usd_bn", "growth_1y_pct", "export_usd_bn", "import_usd_bn",
        "balance_usd_bn", "export_share_pct", "source",
    ),
    "growth.mirror": (
        "partner", "year", "official_usd_bn", "partner_usd_bn", "is_implied", "gap_usd_bn",
        "ratio", "source",
    ),
    "growth.part_years": (
        "partner", "indicator", "months", "year", "qualifier", "level_usd_bn", "growth_said_pct",
        "growth_pct", "quote", "published", "evidence",
    ),
    "growth.shares": (
        "partner", "indicator", "region", "commodity", "period", "qualifier", "share_pct",
        "quote", "published", "evidence",
    ),
    "agreement.levels": (
        "partner", "indicator", "year", "year_basis", "qualifier", "announced_usd_bn",
        "value_printed_usd_bn", "official_usd_bn", "partner_usd_bn", "difference_pct", "verdict",
        "published", "evidence",
    ),
    "agreement.changes": (
        "partner", "indicator", "year", "year_basis", "base_year", "qualifier",
        "announced_growth_pct", "official_growth_pct", "difference_pp", "verdict", "published",
        "evidence",
    ),
    "agreement.implied": (
        "partner", "indicator", "year", "year_basis", "qualifier", "level_usd_bn",
        "announced_growth_pct", "base_year", "implied_usd_bn", "official_usd_bn",
        "difference_pct", "verdict", "evidence",
    ),
    "agreement.not_compared": ("reason", "claims"),
    "agreement.reliability": (
        "partner", "compared", "agree", "partner_only", "differ", "agree_pct",
    ),
    "agreement.tolerance": ("figure", "tolerance", "unit"),
    "targets.gaps": (
        "partner", "target_usd_bn", "deadline", "is_current", "actual_year", "actual_usd_bn",
        "gap_usd_bn", "observed_pct", "required_from_announcement_pct", "required_pct", "pace",
        "years_at_observed", "status", "why", "source", "evidence",
    ),
    "targets.by_partner": (
        "partner", "target_usd_bn", "announced", "actual_year", "actual_usd_bn", "partner_year",
        "partner_usd_bn", "partner_reached_year",
    ),
    "targets.sensitivity": (
        "partner", "target_usd_bn", "deadline", "observed_years", "observed_pct", "required_pct",
        "pace", "years_at_observed", "status",
    ),
    "targets.record": (
        "partner", "target_usd_bn", "deadline", "announced", "value_usd_bn", "outcome",
        "shortfall_pct", "reached_year", "times", "source", "evidence",
    ),
    "targets.thresholds": ("status", "pace_from", "pace_below"),
    "targets.ledger": (
        "partner", "announced", "target_usd_bn", "qualifier", "deadline", "step", "origin", "who",
        "quote", "source", "evidence",
    ),
    "targets.own": (
        "partner", "published", "level_usd_bn", "qualifier", "level_year", "year_basis",
        "target_usd_bn", "deadline", "gap_usd_bn", "required_pct", "growth_said_pct",
        "growth_period", "years_at_said", "why", "evidence",
    ),
    "targets.chances": (
        "partner", "actual_usd_bn", "target_usd_bn", "deadline", "probability_pct", "margin_pp",
        "median_year", "changes",
    ),
    "targets.fan": (
        "year", "p05_usd_bn", "p25_usd_bn", "p50_usd_bn", "p75_usd_bn", "p95_usd_bn",
    ),
    "targets.other": (
        "partner", "indicator", "qualifier", "value", "commodity", "region",
        "deadline", "is_past", "quote", "published", "evidence",
    ),
    "overview": (
        "partner", "turnover_usd_bn", "growth_1y_pct", "growth_5y_pct", "target_usd_bn",
        "deadline", "gap_usd_bn", "required_pct", "observed_pct", "pace", "status",
        "targets_met", "targets_judged", "agree", "compared",
    ),
    "overview.ranks": (
        "partner", "rank_gap_usd_bn", "gap_usd_bn", "rank_pace", "pace", "rank_agree_pct",
        "agree_pct",
    ),
    "checkpoints.programmes": (
        "borders", "kind", "done", "planned", "total", "names", "deadline", "state", "published",
        "evidence",
    ),
    "checkpoints.overdue": (
        "borders", "kind", "total", "names", "deadline", "days_over", "published", "evidence",
    ),
    "checkpoints.posts": (
        "neighbour", "name", "neighbour_name", "post_kind", "region", "announced", "kinds",
        "deadline", "state", "source", "evidence",
    ),
    "checkpoints.borders": (
        "neighbour", "register_posts", "official_posts", "official_as_of", "difference", "named",
        "not_named", "source",
    ),
    "checkpoints.counts": (
        "partner", "value", "qualifier", "status", "official_posts", "reading", "deadline",
        "quote", "published", "evidence",
    ),
    "projects.exports": (
        "partner", "published", "goods", "qualifier", "value_usd_mn", "usd_mn_per_good",
        "commodity", "export_year", "present_export_usd_mn", "increase_pct", "quote", "evidence",
    ),
    "projects.joint": (
        "stage", "partner", "published", "region", "commodity", "qualifier", "projects",
        "value_mn", "currency", "value_mn_per_project", "jobs", "deadline", "quote", "evidence",
    ),
    "projects.regions": (
        "region", "partner", "period", "turnover_usd_mn", "export_usd_mn", "import_usd_mn",
        "sum_usd_mn", "identity", "published", "evidence",
    ),
    "projects.freight": (
        "partner", "indicator", "measure", "qualifier", "value", "status",
        "period", "deadline", "region", "commodity", "published", "evidence",
    ),
    "projects.investment": (
        "partner", "indicator", "measure", "qualifier", "value", "status", "period",
        "region", "commodity", "quote", "published", "evidence",
    ),
}  # fmt: skip

# Tables in which most rows cannot have a deadline: its absence needs no word there.
NO_WORD_FOR_DEADLINE = {
    "checkpoints.posts", "checkpoints.counts", "projects.freight", "projects.joint",
}  # fmt: skip

# How a column is written; what is not here goes by its suffix, see ``kind``.
_KINDS = {
    "partner": "country", "neighbour": "country", "borders": "country",
    "indicator": "code:indicator", "measure": "code:measure", "qualifier": "code:qualifier",
    "kind": "code:kind", "kinds": "codes:kind", "severity": "code:severity",
    "published": "day", "announced": "day", "official_as_of": "day", "deadline": "period",
    "period": "period", "growth_period": "period", "months": "months", "year": "year",
    "base_year": "year", "actual_year": "year", "level_year": "year", "median_year": "year",
    "reached_year": "year", "partner_year": "year", "partner_reached_year": "year",
    "export_year": "year", "observed_years": "int", "ratio": "two", "pace": "two",
    "pace_from": "two", "pace_below": "two", "tolerance": "one", "years_at_observed": "one",
    "years_at_said": "two", "printed": "quantity", "suggested": "quantity", "value": "quantity",
    "value_printed": "quantity", "value_mn": "one",
    "value_mn_per_project": "one", "status": "status", "stage": "stage", "names": "names",
    "title": "text", "rank_gap_usd_bn": "int", "rank_pace": "int", "rank_agree_pct": "int",
    "quote": "quote", "growth_said_pct": "signed", "growth_pct": "signed",
    "difference_pct": "signed", "observed_pct": "signed", "required_pct": "signed",
    "required_from_announcement_pct": "signed", "announced_growth_pct": "signed",
    "official_growth_pct": "signed", "margin_pp": "one", "is_current": "bool",
    "is_implied": "bool", "is_past": "bool", "increase_pct": "signed",
}  # fmt: skip
_WORDS = {
    "verdict", "why", "outcome", "step", "state", "reading", "identity", "year_basis", "origin",
    "reason", "place", "figure", "post_kind",
}  # fmt: skip


def kind(column: str) -> str:
    """Return how a column is written: a number format, a date, a name, words or plain text.

    >>> kind("gap_usd_bn"), kind("growth_1y_pct"), kind("claims"), kind("verdict")
    ('two', 'signed', 'auto', 'word')
    """
    if column in _KINDS:
        return _KINDS[column]
    if column in _WORDS:
        return "word"
    if column.startswith("growth_") and column.endswith("_pct"):
        return "signed"
    suffixes = {"_usd_bn": "two", "_usd_mn": "one", "_mn": "one", "_pct": "one", "_pp": "signed"}
    return next((how for end, how in suffixes.items() if column.endswith(end)), "auto")
