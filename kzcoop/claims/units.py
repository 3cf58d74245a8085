"""Gives bare numbers the unit and scale that their neighbours state once for several.

«экспорт – 13,2, импорт – 310,9 млн долларов»    forward: 13.2 million dollars
«прошло 6,2 млн тонн, через Алтынколь – 5,2»     backward: 5.2 million tonnes
«составил 3,8 млн»                               the unit named before in the document
«ещё 14 стоимостью 1,4 млрд»                     a counted noun left out
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kzcoop.claims.draft import Draft

_SHARED = frozenset({"money", "tonne", "teu", "wagon", "vehicle", "percent"})
_JOINTS = frozenset("и до или либо против – — из с".split())
_JOINED = _JOINTS | frozenset(
    "почти около более менее уже порядка примерно свыше от небольшим лишним".split()
)
_ELLIPSIS_BEFORE = frozenset(
    "еще из оставшихся осталось остальных остальные них на в уже по лишь было говорили о об двух"
    " : – — имели имеют около более свыше порядка почти реализовано завершено открыто запущено"
    " отремонтированы введены построено на их один".split()
)
_PLURALS = ("ов", "ев", "ий", "ей", "мест", "ятий", "аний")
_OWN_SCALE = Decimal(1)


def settle(drafts: Sequence[Draft], previous: Sequence[Draft]) -> None:
    """Resolve the bare numbers of one sentence.

    Parameters
    ----------
    drafts
        The drafts of the sentence, in order.
    previous
        The drafts of the sentences before that were kept, in order.
    """
    for one in drafts:
        if one.kind == "bare":
            _headed(one)
    _each_forward(drafts)
    for index, one in enumerate(drafts):
        if one.kind == "bare":
            _ = (
                _currency_before(one)
                or _containers(one)
                or _backward(drafts, index)
                or _inherited(drafts, index, previous)
            )
    _each_forward(drafts)  # «с 30 до 39,7 тыс.»: the second has its unit only now
    for index, one in enumerate(drafts):
        if one.kind == "bare" and not _counted(drafts, index, previous):
            one.reject("unread" if one.quantity.scale != _OWN_SCALE else "out_of_scope")


def _each_forward(drafts: Sequence[Draft]) -> None:
    for index in range(len(drafts) - 1, -1, -1):
        if drafts[index].kind == "bare":
            _forward(drafts, index)


def _take(one: Draft, other: Draft, why: str) -> bool:
    """Give ``one`` the unit of ``other``, and its scale where ``one`` has none of its own."""
    if one.scale == _OWN_SCALE and other.scale != _OWN_SCALE:
        one.value *= other.scale
        one.scale = other.scale
        if one.value_max is not None:
            one.value_max *= other.scale
    elif one.quantity.scale != _OWN_SCALE and other.kind in ("percent",):
        return False
    one.kind, one.unit = other.kind, other.unit
    one.note(f"unit {other.unit} {why}")
    return True


def _forward(drafts: Sequence[Draft], index: int) -> bool:
    """«13,2, импорт – 310,9 млн долларов», «5 и 24 процента», «с 239,7 до 309,9 млн»."""
    one = drafts[index]
    if index + 1 >= len(drafts):
        return False
    other = drafts[index + 1]
    if other.kind not in _SHARED or other.quantity.form == "fraction":
        return False
    if one.quantity.form == "words" and one.value == 1:
        return False  # «цель у всех одна: довести до …»
    low = one.sentence.low
    between = low[one.last : other.quantity.lead]
    if "на" in low[one.last : other.at] and other.kind != "percent":
        return False  # «ещё 25 – примерно на 500 млн»
    if other.kind == "percent":
        # «торговля выросла до 5 млрд, на 4%» shares nothing
        if not between or not set(between) <= {"и", ",", "до", "–", "или", "на"}:
            return False
        return one.quantity.scale == _OWN_SCALE and _take(one, other, "stated once, after")
    joined = 0 < len(between) <= 3 and set(between) <= _JOINED and bool(set(between) & _JOINTS)
    if not joined and not _parallel(one, other, between):
        return False
    if one.quantity.scale == _OWN_SCALE and other.scale == _OWN_SCALE and other.kind == "money":
        return False
    return _take(one, other, "stated once, after")


def _parallel(one: Draft, other: Draft, between: Sequence[str]) -> bool:
    """Items of a list that share a unit: «экспорт – 13,2, импорт – 310,9 млн», «было 0,8, стало 4,5»."""
    if not between or len(between) > 7 or between[0] not in (",", ";", "и", "а"):
        return False
    if "было" in one.sentence.low[one.first - 1 : one.first] and "стало" in between:
        return True
    sentence = one.sentence
    named = [hit for hit in sentence.indicators if one.last <= hit.first < other.quantity.lead]
    # «пришли 40, товарооборот – 2 млрд»: what is no item itself shares nothing
    own = [
        hit for hit in sentence.indicators
        if hit.last <= one.at and sentence.between(hit.first, one.at) <= 1
    ]  # fmt: skip
    return bool(named and own) and sentence.word_before(one.quantity.lead) not in ("на", "в", "по")


def _backward(drafts: Sequence[Draft], index: int) -> bool:
    """«6,2 млн тонн, через «Алтынколь» – 5,2», «против 723 тыс.», «25 тыс. против шести»."""
    one = drafts[index]
    low = one.sentence.low
    for other in reversed(drafts[:index]):
        if other.kind not in _SHARED or other.rejected:
            continue
        if other.kind == "percent":
            if (
                one.quantity.scale == _OWN_SCALE
                and "." not in str(one.value)
                and other is drafts[index - 1]
            ):
                continue
            continue
        if one.quantity.scale != _OWN_SCALE:
            return _take(one, other, "stated before")
        if (
            other.kind in ("vehicle", "wagon", "teu")
            and one.value >= 10
            and other.quantity.scale == _OWN_SCALE
        ):
            return _take_unit(one, other)
        before = one.sentence.word_before(one.quantity.lead)
        marks = {
            "–",
            "—",
            "против",
            "до",
            "с",
            "раньше",
            "ранее",
            "вместо",
            "и",
            "(",
            "было",
            "из",
            "по",
            "а",
            "на",
        }
        if before in marks:
            decimal = one.value != int(one.value)
            words = low[other.last : one.quantity.lead]
            if (
                decimal
                or before in ("–", "—", "против", "(", "раньше", "ранее", "вместо", "по")
                or (before == "до" and one.value < 1000)
            ):
                if len(words) > 14:
                    return False
                return _take(one, other, "and scale stated before")
        if one.value != int(one.value):
            return _take(one, other, "and scale stated before")
        plain = other.value / other.scale
        after = low[one.last] if one.last < one.sentence.last else ""
        if before in ("а", "и") and after in ("–", "—") and plain / 3 <= one.value <= plain * 3:
            return _take(one, other, "and scale stated before")  # «пока 28 млрд, а тридцать – цель»
        return False
    return False


def sentence_on(one: Draft, other: Draft) -> bool:
    """Whether «на» joins an amount to the tonnes before it: «7,5 тыс. тонн на 29,12 млн»."""
    return one.sentence.low[other.last : one.quantity.lead] == ["на"]


def _money_before(one: Draft, drafts: Sequence[Draft], other: Draft) -> bool:
    """What tonnes cost is money, in the currency named last, or US dollars."""
    currency = next((d.unit for d in reversed(drafts) if d.kind == "money"), None)
    one.kind, one.unit = "money", currency or "USD"
    one.note("«на» after tonnes: what they cost")
    return True


def _headed(one: Draft) -> bool:
    """The counted noun stands before its number.

    «число совместных предприятий дошло до 6,5 тыс.», «совместных проектов 51».
    """
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    after = low[one.last] if one.last < sentence.last else "."
    if (after in ".,;:()–—" or one.last >= sentence.last) and one.value == int(one.value):
        for index in range(one.quantity.lead - 1, max(sentence.first - 1, one.at - 9), -1):
            if sentence.mentions.tokens.kind[index] != "w" and low[index] != ",":
                break
            hit = counted.get(index)
            if (
                hit is not None
                and hit.entry.kind.endswith(("_count", "jobs"))
                and low[index].endswith(_PLURALS)
            ):
                one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
                one.note(f"counts «{low[index]}», named before")
                return True
    for index in range(max(sentence.first, one.at - 9), one.at):
        if low[index].startswith(("числ", "количеств")):
            for here in range(index + 1, min(index + 6, one.at)):
                hit = counted.get(here)
                if (
                    hit is not None
                    and hit.entry.value == "count"
                    and hit.entry.kind.endswith(("_count", "jobs"))
                ):
                    one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
                    one.note(f"counts «{low[here]}», named before")
                    return True
    return False


def _currency_before(one: Draft) -> bool:
    """«составил в тенге 200 миллиардов, в рублях – 40 миллиардов»: the currency stands before."""
    low, sentence = one.sentence.low, one.sentence
    units = sentence.mentions.hits["units"]
    if one.quantity.scale == _OWN_SCALE:
        return False
    for index in range(max(sentence.first + 1, one.quantity.lead - 2), one.quantity.lead):
        hit = units.get(index)
        if hit is not None and hit.entry.kind == "currency" and low[index - 1] == "в":
            one.kind, one.unit = "money", hit.entry.value
            one.note("the currency stands before")
            return True
    return False


def _containers(one: Draft) -> bool:
    """«Контейнеров через порт прошло свыше 19 тыс.»: the containers are named before."""
    low, sentence = one.sentence.low, one.sentence
    words = low[sentence.first : one.at]
    named = [i for i, word in enumerate(words) if word.startswith(("контейнер", "дфэ"))]
    if one.quantity.scale == _OWN_SCALE or not named:
        return False
    if any(word.startswith(("тонн", "доллар", "инвест")) for word in words[named[-1] :]):
        return False
    one.kind, one.unit = "teu", "TEU"
    one.note("containers, named before")
    return True


def _inherited(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """A scaled number whose unit was named before: «… 3,8 млн», or money by what it is about."""
    one = drafts[index]
    if one.quantity.scale == _OWN_SCALE:
        if (
            one.quantity.qualifier in ("over", "under")
            or one.value != int(one.value)
            or one.value_max is not None
        ):
            for other in reversed(previous[-6:]):
                if other.kind in ("vehicle",) and one.value >= 20:
                    return _take_unit(one, other)
                if other.kind in ("tonne", "money") and one.value != int(one.value):
                    return _take(one, other, "and scale stated in the sentence before")
        return False
    low = one.sentence.low
    noun = low[one.last : one.last + 2]
    money_words = ("инвестиц", "вложен", "товарооборот", "экспорт", "импорт")
    tonnes = any(hit.entry.kind in ("freight", "transit") for hit in one.sentence.indicators)
    flows = any(
        hit.entry.kind in ("turnover", "investment", "export_potential")
        for hit in one.sentence.indicators
    )
    for other in reversed(previous[-12:]):
        if other.rejected or other.kind not in ("money", "tonne", "teu", "wagon"):
            continue
        if other.kind == "money" and tonnes and not flows:
            continue
        if other.kind == "money" and one.quantity.scale < 1_000_000 and not flows:
            continue  # «поставят 1,5 тысячи» counts no dollars
        if other.kind != "money" and (flows or (noun and noun[0].startswith(money_words))):
            continue
        return _take_unit(one, other)
    if (noun and noun[0].startswith(money_words)) or flows:
        one.kind, one.unit = "money", "USD"
        one.note("no currency named: US dollars, as usual for trade")
        return True
    return False


def _take_unit(one: Draft, other: Draft) -> bool:
    one.kind, one.unit = other.kind, other.unit
    one.note(f"unit {other.unit} named before")
    return True


def _counted(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """An elliptic count: «29 из 30 пунктов», «ещё 84», «12 из них», «на оставшихся трёх»."""
    one = drafts[index]
    low, sentence = one.sentence.low, one.sentence
    if one.value != int(one.value) or one.value > 100_000:
        return False
    after = low[one.last] if one.last < sentence.last else "."
    before = sentence.word_before(one.quantity.lead)
    source: Draft | None = None
    opening = low[sentence.first]
    if opening.endswith(("ых", "их")) and sentence.first not in sentence.mentions.hits["counted"]:
        return False  # «Индустриальных зон в области уже 21» counts what the sentence opens with
    if (
        one.quantity.form == "words"
        and one.value == 1
        and (after == "из" or before not in ("на", "лишь", "только"))
    ):
        return False  # «один из главных партнёров», «цель одна»
    if before == "вместо" and any(
        q.kind in ("out", "bare") and q.last == one.first - 1 for q in sentence.quantities
    ):
        return False  # «полос станет шесть вместо двух»
    if (
        after == "из"
        or before == "из"
        or after.startswith("стоимост")
        or before in _ELLIPSIS_BEFORE
        or after
        in (
            ",",
            ".",
            ":",
            ";",
            "(",
            "–",
            "—",
            ")",
        )
        or after.startswith(("друг", "остальн"))
    ):
        counts = ("count",)
        later = [d for d in drafts[index + 1 :] if d.kind in counts and d.quantity.noun is not None]
        earlier = [d for d in drafts[:index] if d.kind in counts and not d.rejected]
        if after == "из" and later and later[0].at - one.last <= 6:
            source = later[0]
        elif earlier:
            source = earlier[-1]
        elif later and after == "из":
            source = later[0]
        else:
            recent = [
                d for d in previous[-8:] if d.kind == "count" and not d.rejected and d.indicator
            ]
            if recent and recent[-1].sentence.number >= sentence.number - 2:
                source = recent[-1]
                if source.indicator == "jobs":  # «7 проектов, 1 500 рабочих мест. Ещё 2 – в работе»
                    heads = [d for d in recent if d.sentence is source.sentence]
                    source = heads[0]
    if source is None:
        return False
    if (
        sentence.low[one.last : one.last + 1]
        and sentence.mentions.tokens.kind[min(one.last, sentence.last - 1)] == "w"
    ):
        word = low[one.last]
        following = low[one.last + 1] if one.last + 1 < sentence.last else "."
        if word.endswith(("ых", "их", "ный", "ной")) and following in (".", ",", ";", ")", "и"):
            word = "из"  # «из них свыше 400 совместных»
        if (
            word not in ("из", "на", "в", "с", "и", "по", "которые", "лежат", "лежит", "имели")
            and not word.startswith(
                (
                    "стоимост",
                    "уже",
                    "работа",
                    "наход",
                    "пришл",
                    "прихо",
                    "модерн",
                    "завер",
                    "реализ",
                    "буд",
                    "готов",
                    "друг",
                )
            )
            and not word.endswith(("л", "ли", "ло", "ны", "но", "ет", "ют", "ся"))
        ):
            return False
    one.kind, one.unit = "count", "count"
    one.indicator = source.indicator or (
        source.quantity.noun.kind if source.quantity.noun else None
    )
    one.note(
        f"counts what «{source.sentence.mentions.tokens.surface(source.first, source.last)}» counts"
    )
    return True
