"""Standing targets: what the ledger's announcements amount to, one amount with one deadline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kzcoop.analysis.inputs import Evidence, Tables, each, text
from kzcoop.analysis.ledger import ledger, sort_key
from kzcoop.analysis.periods import last_day


@dataclass(frozen=True, slots=True)
class Target:
    """One amount with one deadline, over all its announcements.

    ``announced`` is the first announcement of the amount, ``deadline_announced`` the first one
    that names the deadline, ``last_announced`` the newest; ISO, ``None`` where not known.
    ``times`` counts announcements, ``is_current`` is true for the target named last.
    """

    partner: str
    target_usd_bn: float
    deadline: str | None
    announced: str | None
    deadline_announced: str | None
    last_announced: str | None
    times: int
    qualifier: str
    is_current: bool
    claim_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    source_url: str | None

    @property
    def deadline_year(self) -> int | None:
        """The calendar year whose turnover is to reach the amount."""
        day = last_day(self.deadline)
        return None if day is None else day.year


def standing(tables: Tables, partner: str, as_of: str) -> list[Target]:
    """Return the targets that the ledger's lines amount to, by partner, the newest first.

    A line without a deadline belongs to the same amount's nearest deadline that was not past
    when it was said; where there is none it is a target without a deadline. Lines that are not
    verified, or name no amount, are no targets.
    """
    lines = [line for line in each(ledger(tables, partner, as_of)) if _counts(line)]
    found: list[Target] = []
    for code in sorted({line.partner for line in lines}):
        groups: dict[tuple[float, str | None], list[Any]] = {}
        own = [line for line in lines if line.partner == code]
        for line in own:
            deadline = text(line.deadline) or _open_deadline(own, line, as_of)
            groups.setdefault((line.target_usd_bn, deadline), []).append(line)
        newest = max(groups, key=lambda key: _newness(groups[key], key))
        made = [_target(code, key, group, key == newest) for key, group in groups.items()]
        found += sorted(
            made,
            key=lambda t: (t.is_current, t.last_announced or "", t.target_usd_bn),
            reverse=True,
        )
    return found


def _counts(line: Any) -> bool:
    return bool(line.is_verified) and text(line.target_usd_bn) is not None


def _open_deadline(lines: list[Any], line: Any, as_of: str) -> str | None:
    said = (text(line.announced) or as_of)[:4]
    later = {
        deadline
        for other in lines
        if other.target_usd_bn == line.target_usd_bn
        and (deadline := text(other.deadline)) is not None
        and deadline[:4] >= said
    }
    return min(later, default=None)


def _dates(group: list[Any]) -> list[str]:
    """Return the known dates of announcement, oldest first (bounds of an undated one are none)."""
    dates = [text(line.announced) for line in group]
    return sorted((day for day in dates if day is not None and "/" not in day), key=sort_key)


def _newness(group: list[Any], key: tuple[float, str | None]) -> tuple[str, bool, float]:
    dates = _dates(group)
    return (sort_key(dates[-1]) if dates else "", key[1] is not None, key[0])


def _target(
    partner: str, key: tuple[float, str | None], group: list[Any], is_current: bool
) -> Target:
    dates = _dates(group)
    with_deadline = _dates([line for line in group if text(line.deadline)])
    addresses = [address for line in group if (address := text(line.source_url))]
    return Target(
        partner=partner,
        target_usd_bn=float(key[0]),
        deadline=key[1],
        announced=dates[0] if dates else None,
        deadline_announced=with_deadline[0] if with_deadline else None,
        last_announced=dates[-1] if dates else None,
        times=len(group),
        qualifier=str(group[-1].qualifier),
        is_current=is_current,
        claim_ids=tuple(line.claim_id for line in group if text(line.claim_id)),
        evidence=tuple(item for line in group for item in line.evidence),
        source_url=addresses[-1] if addresses else None,
    )
