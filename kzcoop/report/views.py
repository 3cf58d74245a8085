"""Which columns of an analysis a page shows, and how each column is written.

The analysis keeps every column; a page shows those that a reader needs, what decides first. The
kind of a column decides its format; a column of no known name goes by its suffix.
"""

from __future__ import annotations

VIEWS: dict[str, tuple[str, ...]] = {
    "corpus.accounting": ("place", "numbers", "share_pct"),
    "corpus.documents": (
        "doc_id", "title", "published", "outlet", "claims", "programmes", "numbers",
    ),
    "corpus.indicators": ("indicator", "actual", "target", "potential", "planned", "claims"),
    "corpus.findings": (
        "severity", "check", "message", "printed", "suggested", "evidence", "basis",
    ),
    "corpus.corrections": (
        "partner", "indicator", "period", "value_printed", "value", "evidence",
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
        "partner", "indicator", "months", "year", "level_usd_bn", "growth_said_pct",
        "growth_pct", "published", "evidence",
    ),
    "growth.shares": (
        "partner", "indicator", "share_pct", "region", "commodity", "period", "published",
        "evidence",
    ),
    "agreement.levels": (
        "partner", "indicator", "claim_year", "announced_usd_bn", "value_printed_usd_bn",
        "official_usd_bn", "difference_pct", "verdict", "partner_usd_bn", "published", "evidence",
    ),
    "agreement.changes": (
        "partner", "indicator", "claim_year", "base_year", "announced_growth_pct",
        "official_growth_pct", "difference_pp", "verdict", "published", "evidence",
    ),
    "agreement.implied": (
        "partner", "indicator", "claim_year", "level_usd_bn", "growth_said_pct", "base_year",
        "implied_usd_bn", "official_usd_bn", "difference_pct", "verdict", "evidence",
    ),
    "agreement.not_compared": ("reason", "claims"),
    "agreement.reliability": (
        "partner", "compared", "agree", "partner_only", "differ", "agree_pct",
    ),
    "agreement.tolerance": ("figure", "tolerance", "unit"),
    "targets.gaps": (
        "partner", "target_usd_bn", "deadline", "status", "why", "actual_usd_bn", "actual_year",
        "gap_usd_bn", "observed_pct", "required_pct", "pace", "years_at_observed", "source",
        "evidence",
    ),
    "targets.required": (
        "partner", "target_usd_bn", "deadline", "announced", "last_announced", "times",
        "base_year", "base_usd_bn", "required_from_announcement_pct", "required_pct",
    ),
    "targets.by_partner": (
        "partner", "target_usd_bn", "announced", "actual_year", "actual_usd_bn", "partner_year",
        "partner_usd_bn", "partner_reached_year",
    ),
    "targets.sensitivity": (
        "partner", "target_usd_bn", "deadline", "observed_years", "status", "observed_pct",
        "required_pct", "pace", "years_at_observed",
    ),
    "targets.record": (
        "partner", "target_usd_bn", "deadline", "outcome", "value_usd_bn", "shortfall_pct",
        "reached_year", "announced", "times", "source", "evidence",
    ),
    "targets.thresholds": ("status", "pace_from", "pace_below"),
    "targets.ledger": (
        "announced", "partner", "target_usd_bn", "deadline", "step", "origin", "who", "source",
        "evidence",
    ),
    "targets.own": (
        "partner", "published", "level_usd_bn", "level_year", "target_usd_bn", "deadline",
        "gap_usd_bn", "required_pct", "growth_said_pct", "growth_period", "years_at_said", "why",
        "evidence",
    ),
    "targets.chances": (
        "partner", "actual_usd_bn", "target_usd_bn", "deadline", "probability_pct", "margin_pp",
        "median_year", "changes",
    ),
    "targets.fan": (
        "year", "p05_usd_bn", "p25_usd_bn", "p50_usd_bn", "p75_usd_bn", "p95_usd_bn",
    ),
    "targets.other": (
        "partner", "indicator", "value", "commodity", "region", "deadline", "is_past",
        "published", "evidence",
    ),
    "overview": (
        "partner", "target_usd_bn", "deadline", "status", "gap_usd_bn", "pace", "required_pct",
        "observed_pct", "turnover_usd_bn", "growth_1y_pct", "growth_5y_pct", "met_of", "agree_of",
    ),
    "overview.ranks": (
        "partner", "rank_gap_usd_bn", "gap_usd_bn", "rank_pace", "pace", "rank_agree_pct",
        "agree_pct",
    ),
    "checkpoints.programmes": (
        "borders", "kind", "x_of_y", "names", "deadline", "state", "published", "evidence",
    ),
    "checkpoints.overdue": (
        "borders", "kind", "x_of_y", "names", "deadline", "days_over", "published", "evidence",
    ),
    "checkpoints.posts": (
        "name", "neighbour", "neighbour_name", "post_kind", "region", "announced_times", "kinds",
        "deadline", "state", "source", "evidence",
    ),
    "checkpoints.borders": (
        "neighbour", "register_posts", "official_posts", "official_as_of", "difference", "named",
        "not_named", "source",
    ),
    "checkpoints.counts": (
        "partner", "value", "claim_status", "official_posts", "reading", "deadline", "published",
        "evidence",
    ),
    "projects.exports": (
        "partner", "published", "goods", "value_usd_mn", "usd_mn_per_good", "commodity",
        "export_year", "present_export_usd_mn", "increase_pct", "evidence",
    ),
    "projects.joint": (
        "stage", "partner", "projects", "value_mn", "currency", "value_mn_per_project", "jobs",
        "commodity", "region", "deadline", "published", "evidence",
    ),
    "projects.regions": (
        "region", "partner", "period", "turnover_usd_mn", "export_usd_mn", "import_usd_mn",
        "sum_usd_mn", "identity", "published", "evidence",
    ),
    "projects.freight": (
        "partner", "indicator", "measure", "value", "claim_status", "period", "deadline",
        "region", "commodity", "published", "evidence",
    ),
    "projects.investment": (
        "partner", "indicator", "measure", "value", "claim_status", "period", "region",
        "commodity", "published", "evidence",
    ),
}  # fmt: skip
# Tables in which most rows cannot have a deadline: its absence needs no word there.
NO_WORD_FOR_DEADLINE = {
    "checkpoints.posts", "checkpoints.counts", "projects.freight", "projects.joint",
}  # fmt: skip
# The figure that a row's hedge belongs to; it gets the hedge's sign.
HEDGED = {
    "agreement.levels": "announced_usd_bn", "agreement.changes": "announced_growth_pct",
    "agreement.implied": "level_usd_bn", "growth.part_years": "level_usd_bn",
    "growth.shares": "share_pct", "targets.ledger": "target_usd_bn",
    "targets.own": "level_usd_bn", "targets.other": "value", "checkpoints.counts": "value",
    "projects.exports": "goods", "projects.joint": "value_mn", "projects.freight": "value",
    "projects.investment": "value",
}  # fmt: skip
# Columns that a page shows under a name of its own, since one name has one meaning on a page.
RENAMED = {
    "claim_year": "year", "claim_status": "status", "announced_times": "announced",
}  # fmt: skip

# How a column is written; what is not here goes by its suffix, see ``kind``.
_KINDS = {
    "country": ("partner", "neighbour", "borders"),
    "code:indicator": ("indicator",),
    "code:measure": ("measure",),
    "code:qualifier": ("qualifier",),
    "code:status": ("claim_status",),
    "code:kind": ("kind",),
    "codes:kind": ("kinds",),
    "code:severity": ("severity",),
    "day": ("published", "announced", "last_announced", "official_as_of"),
    "period": ("deadline", "period", "growth_period"),
    "months": ("months",),
    "claim_year": ("claim_year", "level_year"),
    "year": (
        "year", "base_year", "actual_year", "median_year", "reached_year", "partner_year",
        "partner_reached_year", "export_year",
    ),
    "int": ("observed_years", "rank_gap_usd_bn", "rank_pace", "rank_agree_pct"),
    "two": ("ratio", "pace", "pace_from", "pace_below", "years_at_said"),
    "one": (
        "tolerance", "years_at_observed", "value_mn", "value_mn_per_project", "margin_pp",
    ),
    "signed": (
        "growth_said_pct", "growth_pct", "difference_pct", "observed_pct", "required_pct",
        "required_from_announcement_pct", "announced_growth_pct", "official_growth_pct",
        "increase_pct",
    ),
    "value": ("value",),
    "quantity": ("printed", "suggested", "value_printed"),
    "check": ("check",),
    "message": ("message",),
    "basis": ("basis",),
    "unit": ("unit",),
    "status": ("status",),
    "why": ("why",),
    "stage": ("stage",),
    "who": ("who",),
    "names": ("names",),
    "quote": ("quote",),
    "bool": ("is_current", "is_implied", "is_past"),
    "word": (
        "verdict", "outcome", "step", "state", "reading", "identity", "origin", "reason",
        "place", "figure", "post_kind",
    ),
}  # fmt: skip
_KIND_OF = {column: how for how, columns in _KINDS.items() for column in columns}
_SUFFIXES = {"_usd_bn": "bn", "_usd_mn": "one", "_pct": "one", "_pp": "signed"}


def kind(column: str) -> str:
    """Return how a column is written: a number format, a date, a name, words or plain text.

    >>> kind("gap_usd_bn"), kind("growth_1y_pct"), kind("claims"), kind("verdict")
    ('bn', 'signed', 'auto', 'word')
    """
    if column in _KIND_OF:
        return _KIND_OF[column]
    if column.startswith("growth_") and column.endswith("_pct"):
        return "signed"
    return next((how for end, how in _SUFFIXES.items() if column.endswith(end)), "auto")
