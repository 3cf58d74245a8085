"""The country of a town abroad where goods go or come from: «в Сиань отправлено 12 тыс. тонн»."""

from __future__ import annotations

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import HOME

_MOVED = frozenset({"export", "freight", "import"})
_LED = frozenset({"в", "во", "до", "из"})
_PORT = ("город", "порт", "станци", "терминал")


def city_of(one: Draft) -> tuple[str, ...]:
    """Return the country of the one town abroad that leads a figure's clause, or nothing."""
    if one.indicator not in _MOVED:
        return ()
    sentence, low = one.sentence, one.sentence.low
    clause = sentence.clause(one.at)
    codes = set()
    for hit in sentence.rows("cities"):
        led = low[hit.first - 1] if hit.first > sentence.first else ""
        if led.startswith(_PORT) and hit.first - 1 > sentence.first:
            led = low[hit.first - 2]
        if led in _LED and sentence.clause(hit.first) == clause:
            codes.add(hit.entry.kind)
    if len(codes) != 1 or HOME in codes:
        return ()
    one.note("the country of a town abroad")
    return tuple(codes)
