"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.mentions.quantity import Quantity

if TYPE_CHECKING:
    from kzcoop.claims.scene.indicator_score import Candidate

# what a balance is noted to be, where two flows are compared
COMPARED = "how far one flow is from the other"


@dataclass(slots=True)
class Draft:
    """What is known so far of the claim that a quantity makes; None where nothing is known yet.

    It stands at tokens [first, last), the number itself at ``at``. One set aside, of what other
    countries trade, is rejected but dates what follows.
    """

    quantity: Quantity
    sentence: Sentence
    kind: str
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    qualifier: str
    scale: Decimal
    is_base: bool = False
    aside: bool = False
    indicator: str | None = None
    measure: str = "level"
    status: str = "actual"
    reporter: str = "KAZ"
    partner: tuple[str, ...] = ()
    region: str | None = None
    period: str | None = None
    base_period: str | None = None
    deadline: str | None = None
    commodity: str | None = None
    speaker: str | None = None
    part_of: Draft | None = None
    rejected: str | None = None
    trace: list[str] = field(default_factory=list)
    candidates: tuple[Candidate, ...] = ()
    first: int = field(init=False)
    at: int = field(init=False)
    last: int = field(init=False)

    def __post_init__(self) -> None:
        """Take over where the quantity stands: every rule asks."""
        quantity = self.quantity
        self.first, self.at, self.last = quantity.first, quantity.number_first, quantity.last

    def reject(self, reason: str) -> None:
        """Put the number into the residue with a reason."""
        self.rejected = reason

    def crossed(self, left: int, right: int) -> int:
        """How many other figures of the sentence, but ordinals, begin between two tokens."""
        count = 0
        for other in self.sentence.quantities:
            if left < other.first < right and other.kind != "ordinal":
                count += other is not self.quantity
        return count

    def note(self, text: str) -> None:
        """Remember why a field is what it is, for ``explain``."""
        self.trace.append(text)


def draft(quantity: Quantity, sentence: Sentence) -> Draft:
    """Return a draft with what the quantity itself says."""
    return Draft(
        quantity, sentence, quantity.kind, quantity.value, quantity.value_max, quantity.unit,
        quantity.qualifier, quantity.scale,
    )  # fmt: skip
