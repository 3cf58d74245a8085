"""What a check says about claims."""

from __future__ import annotations

from dataclasses import dataclass

from kzcoop.display import Displayed, one_line

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, repr=False)
class Finding(Displayed):
    """One finding: ``check`` names the function, ``claim_ids`` what it is about.

    ``printed`` and ``suggested`` are values in the claim's own unit (``suggested`` None where no
    value fits better); ``basis`` says, with its source, what the suggestion rests on. ``severity``
    is info (a confirmation or a remark), warning (worth a look) or error (cannot be right).
    ``message`` and ``basis`` are English; ``key`` and ``details`` are what they were made from,
    so that :func:`kzcoop.checks.messages.localise` can say the same in another language.
    """

    finding_id: str
    check: str
    severity: str
    doc_id: str
    claim_ids: tuple[str, ...]
    message: str
    printed: float | None
    suggested: float | None
    basis: str
    key: str = ""
    details: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return one_line("Finding", self.finding_id, self.severity, self.message)
