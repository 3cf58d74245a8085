"""One programme told twice is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme_found import Found


def merged(found: Sequence[Found]) -> list[Found]:
    """Return each programme once: of two statements the fuller stays."""
    kept: list[Found] = []
    for each in found:
        for index, other in enumerate(kept):
            if each.kind != other.kind or each.border != other.border or each.paid or other.paid:
                continue
            fuller, other_one = (each, other) if _weight(each) > _weight(other) else (other, each)
            same_count = other_one.total in (None, fuller.total, fuller.remaining, fuller.done)
            same_names = not other_one.register or set(other_one.register) == set(fuller.register)
            if same_count and same_names:
                kept[index] = replace(fuller, deadline=fuller.deadline or other_one.deadline)
                break
        else:
            kept.append(each)
    # «работы по модернизации пунктов пропуска на границе» before what they are in figures
    full = {each.border for each in kept if _weight(each) or each.deadline}
    return [
        each
        for each in kept
        if _weight(each) or each.deadline or each.kind in ("green_corridor", "other")
        or each.paid or each.border not in full
    ]  # fmt: skip


def _weight(each: Found) -> int:
    return len(each.names) + 2 * sum(v is not None for v in (each.total, each.done, each.remaining))
