"""How many posts: all, done and remaining, as far as a sentence states them."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence

# «уже запущен», «отремонтированы два»
_DONE = (
    "введен", "действова", "действуют", "завершен", "запущен", "модернизирован", "открыт",
    "отремонтирован", "построен", "реконструирован", "сда", "уже", "функционир",
)  # fmt: skip


def numbers(
    sentence: Sentence, counts: Sequence[Draft]
) -> tuple[int | None, int | None, int | None]:
    """Return total, done and remaining as far as the sentence states them."""
    if not counts:
        return None, None, None
    low = sentence.low
    values = [int(one.value) for one in counts]
    whole = part = None
    for index, one in enumerate(counts[:-1]):
        after = low[one.last : counts[index + 1].quantity.lead]
        if "из" in after and len(after) <= 4:
            part, whole = values[index], values[index + 1]
    remaining = next(
        (
            int(one.value)
            for one in counts
            if any(w.startswith(("остал", "оставш")) for w in low[max(0, one.at - 3) : one.at])
        ),
        None,
    )
    if whole is not None:
        done = part if remaining is not None or _is_done(sentence) else None
        return whole, done, remaining
    total = values[0]
    if len(values) == 1:
        return (
            total,
            (total if _is_done(sentence) and counts[0].status == "actual" else None),
            remaining,
        )
    if sum(values[1:]) == total:  # «четыре новых пункта введены: два … и два …»
        return total, (total if _is_done(sentence) else None), remaining
    return total, (values[1] if _is_done(sentence) else None), remaining


def _is_done(sentence: Sentence) -> bool:
    return sentence.begins(*_DONE)
