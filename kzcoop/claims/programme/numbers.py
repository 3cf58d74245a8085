"""How many posts: all, done and remaining, as far as a sentence states them.

«Из четырёх постов сдан один, по трём работы идут»      four, one, three
«шесть постов; один из них сдан»                        six, one
«распространят с двух постов на все восемь»             eight, two
«на остальных трёх ещё не начинали»                     three remain
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.done import is_done, stands_by_done, tells_done
from kzcoop.claims.programme.left import is_waiting, left_over, remains
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems

# what the other side wants of those that are left
ASKS = Stems(
    "добив", "настаива", "попрос", "предлаг", "предлож", "прос", "рассчитыва",
    "ходатайств", "хлопоч",
)  # fmt: skip
_THEM = frozenset({"которых", "них"})
_ONE = frozenset({"один", "одна", "одно"})
_STARTED = Stems("вышл", "начал", "начат", "приступ", "развер")
_PARTS = frozenset(",;:.–—")
# «включены в программу», «вошли в план»
_TAKEN = ("включ", "внес", "вош", "попал", "охвач")
_PLAN = ("дорожн", "карт", "переч", "план", "програм", "спис")
_FAR = 7
_LED = 4  # tokens of «Из этих девяти постов»
_NOUN = 4  # tokens of «один автомобильный пост из тридцати»


def numbers(
    sentence: Sentence, counts: Sequence[Draft]
) -> tuple[int | None, int | None, int | None]:
    """Return total, done and remaining as far as the sentence states them."""
    total, done, remaining = _numbers(sentence, counts) if counts else (None, None, None)
    if total and done and remaining is None and len(counts) > 2:
        # «девять приведены в порядок, на шестнадцати ремонт ещё предстоит»
        ahead = (
            int(one.value)
            for one in counts[1:]
            if is_waiting(sentence, one) and "работе" not in sentence.low[one.last : one.last + 2]
        )
        remaining = next((value for value in ahead if done + value <= total), None)
    return total, done, remaining


def _numbers(
    sentence: Sentence, counts: Sequence[Draft]
) -> tuple[int | None, int | None, int | None]:
    low = sentence.low
    values = [int(one.value) for one in counts]
    whole = part = None
    for index, one in enumerate(counts[:-1]):
        after = low[one.last : counts[index + 1].quantity.lead]
        if "из" in after and len(after) <= 4 and _THEM.isdisjoint(after):
            part, whole = values[index], values[index + 1]
        if (
            after[-1:] == ["всего"]
            or after[-2:] in (["всего", "их"], ["общем", "числе"])
            or (after[-3:] == ["общем", "их", "числе"])
        ):
            part, whole = values[index], values[index + 1]  # «у двух постов, хотя всего их пять»
    if len(values) == 2 and values[0] < values[1] and _spreads(sentence, counts):
        return values[1], values[0], None  # «распространят с двух постов на все восемь»
    if len(values) == 2 and values[0] > values[1] and _takes_in(sentence, counts):
        return values[1], None, None  # «30 постов, в программу обновления включены 11»
    if len(values) > 1 and values[0] < values[1] and _grew(sentence, counts):
        return max(values[1:]), values[1], None  # «выросло с 12 до 19, к концу года их станет 28»
    if whole is None and len(values) > 1 and opens_with_whole(sentence, counts):
        return _of_whole(sentence, counts)
    remaining = next((int(one.value) for one in counts if remains(sentence, one, counts)), None)
    if whole is not None and part is not None:
        done = part if remaining is not None or is_done(sentence) else None
        if done and remaining is None and any(v == whole - part for v in values[2:]):
            remaining = whole - part  # «введён на трёх из пяти, власти просят и ещё для двух»
        if done and remaining is None and len(values) > 2 and sentence.begins(ASKS):
            # «практиковали на одном из семи, и Бишкек добивался того же ещё на двух»
            remaining = values[2] if values[2] <= whole - part else None
        return whole, done, remaining
    total = values[0]
    if len(values) == 1 and left_over(sentence) == total:
        return None, None, total  # «на остальных трёх ещё не начинали»
    part, left = _part_of_them(sentence), left_over(sentence)
    if part and left and part + left == total and is_done(sentence):
        return total, part, left
    if len(values) == 1 and (at := _one_of_them(sentence, counts[0].last)):
        done = any(tells_done(word) for word in low[at : min(sentence.last, at + 2 * _FAR)])
        return total, (1 if done else None), remaining
    if len(values) == 1 and (some := _some_of(sentence, counts[0])):
        return total, (some if is_done(sentence) else None), remaining
    if len(values) == 1:
        every = counts[0].status == "actual" and sentence.word_before(counts[0].at) != "из"
        return total, (total if every and is_done(sentence) else None), remaining
    if (
        len(values) == 3
        and sum(values[1:]) == total
        and tells_done(sentence.word_before(counts[1].quantity.lead))
    ):
        return total, values[1], values[2]  # «девять постов; сдано два, в работе семь»
    three = len(values) == 3 and sum(values[1:]) == total and remaining == values[2]
    if three and stands_by_done(sentence, counts[1]) and not stands_by_done(sentence, counts[2]):
        return total, values[1], remaining  # «девять, три уже работают по-новому, ещё шесть»
    if len(values) == 2 and remaining == values[1] and stands_by_done(sentence, counts[0]):
        return total + remaining, total, remaining  # «действует на двух, откроют на остальных трёх»
    each = len(values) == 2 and sentence.word_before(counts[1].quantity.lead) == "по"
    if sum(values[1:]) == total or each:  # «четыре новых пункта введены: два … и два …»
        return total, (total if is_done(sentence) else None), remaining
    if sentence.begins(_STARTED) and not stands_by_done(sentence, counts[1]):
        return total, None, remaining  # «обновят шесть, но строители вышли лишь на один»
    lead = counts[1].quantity.lead
    ahead = "еще" in low[max(counts[0].last, lead - 2) : lead]
    if ahead and not stands_by_done(sentence, counts[1]) and stands_by_done(sentence, counts[0]):
        return total, total, remaining  # «на двенадцати внедрили, распространят ещё на десять»
    if ahead and not stands_by_done(sentence, counts[1]):
        return total, None, remaining  # «девять постов: «Аят» готов, ещё пять обещают сдать»
    if len(values) == 2 and values[1] > total and _more_of(sentence, counts):
        return values[1], values[1], None  # «запустят ещё на восьми постах, действует она на 37»
    if _of_one_border(sentence, counts[1]):
        return total, (total if is_done(sentence) else None), remaining
    beside = (int(one.value) for one in counts[1:] if stands_by_done(sentence, one))
    return total, (next(beside, values[1]) if is_done(sentence) else None), remaining


def _takes_in(sentence: Sentence, counts: Sequence[Draft]) -> bool:
    """«постов 30, в программу вошли 11», «шесть, и четыре из них обновят: «Аят», …»."""
    low, first, second = sentence.low, counts[0], counts[1]
    led = low[first.last : second.quantity.lead]
    after = low[second.last : second.last + _LED]
    there = low[max(sentence.first, first.quantity.lead - 2) : first.quantity.lead]
    if "из" in there or not _PARTS.intersection(led):
        return False
    taken = any(word.startswith(_TAKEN) for word in (*led, *after))
    return taken and any(word.startswith(_PLAN) for word in (*led, *after))


def _more_of(sentence: Sentence, counts: Sequence[Draft]) -> bool:
    """Whether those counted first are still to come, beside those that are done."""
    lead = counts[0].quantity.lead
    led = sentence.low[max(sentence.first, lead - 2) : lead]
    return "еще" in led and stands_by_done(sentence, counts[1])


def _grew(sentence: Sentence, counts: Sequence[Draft]) -> bool:
    """Whether the posts of a regime grew: «число постов выросло с 12 до 19»."""
    led = [sentence.word_before(one.quantity.lead) for one in counts[:2]]
    return led in (["с", "до"], ["с", "на"]) or (
        led[0] in ("с", "со") and sentence.low[counts[1].quantity.lead] == "до"
    )


def _spreads(sentence: Sentence, counts: Sequence[Draft]) -> bool:
    low, lead = sentence.low, counts[1].quantity.lead
    all_of = low[lead - 1] in ("все", "всех") or low[lead] in ("все", "всех")
    return all_of and sentence.word_before(counts[0].quantity.lead) in ("с", "со")


def opens_with_whole(sentence: Sentence, counts: Sequence[Draft]) -> bool:
    """Return whether a sentence opens with all of the posts: «Из девяти постов … введены семь»."""
    if not counts:
        return False
    low, lead = sentence.low, sentence.first
    while lead < sentence.last and not low[lead].isalpha():
        lead += 1
    if low[lead] == "из" and counts[0].quantity.lead <= lead + _LED:
        return True
    lead = counts[0].quantity.lead - 1  # «Министр доложил: из 48 постов обновлены …»
    return low[lead] == "из" and lead > sentence.first and low[lead - 1] in _PARTS


def _of_whole(
    sentence: Sentence, counts: Sequence[Draft]
) -> tuple[int | None, int | None, int | None]:
    """«Из четырёх постов сдан один, по трём работы идут»: how many are done, how many left."""
    total, *parts = (int(one.value) for one in counts)
    done = next((int(one.value) for one in counts[1:] if stands_by_done(sentence, one)), None)
    left = next((part for part in parts if done is not None and part + done == total), None)
    # «Из 51 поста обновлены 14, ещё на девяти идут работы, остальные 28 приведут в порядок»
    return total, done, left or left_over(sentence)


def _of_one_border(sentence: Sentence, one: Draft) -> bool:
    """«введены три поста, из них два на границе с Россией»: by borders, and all are done."""
    low, last = sentence.low, one.last
    while last < min(sentence.last, one.last + _FAR) and low[last] not in _PARTS - {"–", "—"}:
        last += 1
    bordered = any(
        one.last <= place.first < last and place.kind in ("adjective", "country")
        for place in sentence.abroad
    )
    return bordered and not any(tells_done(word) for word in low[one.quantity.lead : last])


def _one_of_them(sentence: Sentence, after: int) -> int:
    """Where a sentence goes on with one of those counted: «шесть постов; один из них сдан»."""
    low = sentence.low
    for at in range(after, sentence.last - 2):
        if low[at] in _ONE and low[at + 1] == "из" and low[at + 2] in _THEM:
            return at
    return 0


def _some_of(sentence: Sentence, count: Draft) -> int | None:
    """«один пост из тридцати»: how many, where the noun is that of the part."""
    if sentence.word_before(count.quantity.lead) != "из":
        return None
    for quantity in sentence.quantities:
        if 0 < count.quantity.lead - quantity.last <= _NOUN:
            return int(quantity.value)
    return None


def _part_of_them(sentence: Sentence) -> int | None:
    """«…, из которых завершён один»: how many of those before."""
    low = sentence.low
    for quantity in sentence.quantities:
        led = low[max(sentence.first, quantity.lead - _FAR) : quantity.lead]
        if {"которых", "них"} & set(led) and "из" in led:
            return int(quantity.value)
    return None
