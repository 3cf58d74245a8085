"""The records that reading a report gives: claims, programmes, residue.

Field names are the column names of the tables, in their order. A missing value (``None``) means
that the text does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kzcoop.display import Displayed, one_line, quoted

INDICATORS = (
    "turnover", "export", "import", "export_potential", "investment", "projects_value",
    "projects_count", "jobs", "enterprises_count", "goods_positions", "freight", "transit",
    "checkpoints_count", "other",
)  # fmt: skip
# What is sold and what is bought, and with their sum all that is trade.
OTHER_SIDE = {"export": "import", "import": "export"}
SIDES = frozenset(OTHER_SIDE)
TRADE = SIDES | {"turnover"}
MOVED = TRADE | {"freight", "transit"}  # flows: trade, and what is carried
FLOWS = MOVED | {"export_potential", "investment"}  # with what could be sold, and capital
AIMED = MOVED | {"other"}  # of what a level may be aimed at, or told for a day ahead
STAGED = frozenset({"investment", "jobs", "projects_count", "projects_value"})  # talked of, built
# what stands at a day, and flows through no period
STOCK = frozenset({
    "checkpoints_count", "enterprises_count", "export_potential", "goods_positions", "jobs",
    "projects_count", "projects_value",
})  # fmt: skip
MEASURES = (
    "level", "change_pct", "change_ratio", "increment", "share_pct", "target", "rank", "count",
)  # fmt: skip
QUALIFIERS = ("exact", "over", "under", "about", "upto")
STATUSES = ("actual", "target", "potential", "planned")
PROGRAMME_KINDS = (
    "green_corridor", "reconstruction", "construction", "modernisation", "opening", "capacity",
    "other",
)  # fmt: skip
RESIDUE_REASONS = (
    "date", "ordinal", "name", "contact", "markup", "out_of_scope", "duration", "unread",
)  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Claim(Displayed):
    """One quantitative statement of a document.

    ``start`` and ``end`` count characters of the document's text as it was received, and
    ``text[start:end] == quote``. ``value`` is in whole units (``unit``: ISO 4217, percent, ratio,
    count, tonne, TEU, wagon, vehicle/day, rank); a fall is negative; ``value_max`` is the upper
    end of a range. ``reporter`` and ``partner`` are ISO 3166 alpha-3, several partners joined by
    ";". Periods are ISO: 2022, 2022-01/2022-04, 2022-Q1, 2022-H1, 2027-12.
    """

    claim_id: str
    doc_id: str
    start: int
    end: int
    quote: str
    sentence: str
    indicator: str
    measure: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    qualifier: str
    status: str
    reporter: str
    partner: str | None
    region: str | None
    period: str | None
    base_period: str | None
    deadline: str | None
    commodity: str | None
    speaker: str | None
    part_of: str | None
    rule: str
    confidence: float
    flags: tuple[str, ...] = ()

    def __repr__(self) -> str:
        upper = "" if self.value_max is None else f"–{self.value_max:,f}"
        hedge = "" if self.qualifier == "exact" else f"{self.qualifier} "
        return one_line(
            "Claim", self.claim_id, quoted(self.quote), f"{self.indicator} {self.measure}",
            f"{hedge}{self.value:,f}{upper} {self.unit}", self.status,
            f"{self.reporter}–{self.partner or '?'}", self.period,
            f"by {self.deadline}" if self.deadline else None, f"confidence {self.confidence:.2f}",
        )  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Programme(Displayed):
    """A statement on checkpoints or corridors being opened, built, rebuilt or given a regime.

    ``names`` lists checkpoints in the nominative as printed, Kazakhstan's side first;
    ``checkpoint_ids`` the rows of the register that they match.
    """

    programme_id: str
    doc_id: str
    start: int
    end: int
    quote: str
    kind: str
    border_partner: str | None
    total: int | None
    done: int | None
    remaining: int | None
    deadline: str | None
    names: tuple[str, ...]
    checkpoint_ids: tuple[str, ...]
    rule: str
    confidence: float

    def __repr__(self) -> str:
        counts = [
            f"{name} {value}"
            for name, value in (
                ("total", self.total),
                ("done", self.done),
                ("to do", self.remaining),
            )
            if value is not None
        ]
        return one_line(
            "Programme", self.programme_id, quoted(self.quote), self.kind, self.border_partner,
            *counts, ", ".join(self.names), f"by {self.deadline}" if self.deadline else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Residue(Displayed):
    """A number of the text that is in no claim and no programme, with the reason."""

    doc_id: str
    start: int
    end: int
    quote: str
    reason: str

    def __repr__(self) -> str:
        place = f"{self.doc_id}#{self.start}-{self.end}"
        return one_line("Residue", place, quoted(self.quote), self.reason)
