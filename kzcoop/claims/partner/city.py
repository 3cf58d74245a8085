"""The country of a town abroad that a figure is of.

«в Сиань отправлено 12 тыс. тонн»                where goods go or come from
«строят в Поти терминал за 40 млн долларов»      where a project is built
«С Маскатом оборот вырос вдвое»                  the capital for its country
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

_MOVED = frozenset({"export", "freight", "import"})
_PROJECTS = frozenset({"investment", "other", "projects_count", "projects_value"})
_BUILT = Stems("возв", "завод", "постро", "предприяти", "склад", "стро", "терминал", "хаб")
_LED = frozenset({"в", "во", "до", "из"})
_CARRIED = frozenset({"freight", "transit"})
_STRETCHES = Stems("между", "отрез", "перегон", "плеч", "участк", "участок")
_JOINED = frozenset({"и", "–", "—", "-"})
_WITH = frozenset({"с", "со"})
_TOOK = ("обработ", "перевал", "получ", "прин")
_DASHES = frozenset("–—-")
_MARKS = frozenset(",;:")
_PORT = ("город", "порт", "станци", "терминал")


def city_beside(one: Draft) -> tuple[str, ...]:
    """The country of a town that a dash joins to a figure: «в Баку – 100 поездов, в Поти – 60»."""
    if one.indicator not in _MOVED:
        return ()
    low, dash = one.sentence.low, one.quantity.lead - 1
    if low[dash] not in ("–", "—"):
        return ()
    for hit in one.sentence.rows("cities"):
        if hit.last == dash and low[hit.first - 1] in _LED and hit.entry.kind != HOME:
            one.note("the country of a town abroad")
            return (hit.entry.kind,)
    return ()


def city_of(one: Draft) -> tuple[str, ...]:
    """Return the country of the one town abroad that leads a figure's clause, or nothing."""
    sentence, low = one.sentence, one.sentence.low
    built = one.indicator in _PROJECTS and sentence.begins(_BUILT)
    stretch = one.indicator in _CARRIED and sentence.begins(_STRETCHES)
    traded = one.indicator == "turnover" and not _WITH.isdisjoint(low[sentence.first : one.last])
    if not (built or traded or stretch or one.indicator in _MOVED):
        return ()
    clause = sentence.clause(one.at)
    codes, harbour = set(), False
    for hit in sentence.rows("cities"):
        led = low[hit.first - 1] if hit.first > sentence.first else ""
        harbour = harbour or led.startswith("порт")
        if led.startswith(_PORT) and hit.first - 1 > sentence.first:
            led = low[hit.first - 2]
            if led.endswith(("ом", "ый", "ой")):
                led = low[hit.first - 3]  # «в сухом порту Сиань»
        led_here = led in _WITH if traded else led in _LED
        # «через порт Констанца», «через порт Поти – 12%, через Батуми – 4»
        led_here = led_here or (led == "через" and harbour)
        # «Клайпеда приняла 2 млн тонн», «порт Туркменбаши принял из Казахстана 80 тыс. тонн»
        led_here = led_here or (
            (hit.first == sentence.first or low[hit.first - 1] == "порт")
            and sentence.word_at(hit.last).startswith(_TOOK)
        )
        # «между Сарыагашем и Хайратоном», «на участке Болашак – Бендер-Аббас», «терминал порта …»
        led_here = led_here or (stretch and led in _JOINED) or (built and led.startswith(_PORT))
        here = sentence.clause(hit.first) == clause
        # «Через порты Поти и Батуми – 600 тыс. тонн»
        here = here or (
            hit.last < one.at
            and low[one.quantity.lead - 1] in _DASHES
            and _MARKS.isdisjoint(low[hit.last : one.quantity.lead])
        )
        if led_here and here:
            codes.add(hit.entry.kind)
    if len(codes) != 1 or HOME in codes:
        return ()
    one.note("the country of a town abroad")
    return tuple(codes)
