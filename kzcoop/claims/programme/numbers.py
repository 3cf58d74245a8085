"""How many posts: all, done and remaining, as far as a sentence states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kzcoop.claims.programme.left import is_waiting, left_over, remains
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words

# «уже запущен», «отремонтированы два», and not «завершение», «открытие», «сдадут»
_DONE = re.compile(
    r"(введен|переделан|перестроен|приведен|завершен|закончен|окончен|запущен|модернизирован|обновлен"
    r"|открыт|отремонтирован|(по|от)строен|переоборудован|переоснащен|реконструирован|сдан)"
    r"([аоы]|н?ыми)?$|приняла?и?$|(готов|принят|переведен|подключен|сделан)[аоы]?$"
    r"|(завершил|закончил|запустил|впустил|открыл|отремонтировал|построил|сдал|обновил|заработал|ввел"
    r"|внедрил|возвел|достроил|модернизировал|перевел|переоснастил|перестроил"
    r"|реконструировал)[аои]?с?ь?$"
    r"|позади$|(выполнен|проведен|произведен)[аоы]$"
)
# a regime that works was put to work
_AT_WORK = Words(
    "включали", "вводили", "действовал", "действовала", "действовали", "действует", "действуют",
    "есть", "имеется", "имелась", "имели", "имеют", "испытали", "опробовали", "практиковали",
    "применяли", "применяют", "имелся", "обзавелись", "обзавелся", "оформляют", "пользовались",
    "пользовался", "пользуется", "пользуются", "принимают", "пропускали", "пропускают", "пускали",
    "пускают", "работает", "работал", "работала", "работали", "работают", "функционировал",
    "функционирует", "функционируют",
)  # fmt: skip
# what the other side wants of those that are left
ASKS = Stems(
    "добив", "настаива", "попрос", "предлаг", "предлож", "прос", "рассчитыва",
    "ходатайств", "хлопоч",
)  # fmt: skip
_THEM = frozenset({"которых", "них"})
_ONE = frozenset({"один", "одна", "одно"})
_STARTED = Stems("вышл", "начал", "начат", "приступ", "развер")
_RULES = Stems(
    "бронирован", "досмотр", "запис", "порядо", "порядк", "коридор", "очеред", "полос", "режим"
)
# how the words of ``_DONE`` begin
_DONE_STEMS = Stems(
    "введен", "ввел", "внедрил", "впустил", "возвел", "выполнен", "готов", "достроил", "завер",
    "закончен",
    "окончен",
    "закончил", "запустил", "запущен", "заработ", "модерниз", "обновил", "обновлен", "открыл",
    "открыт", "отремонт", "отстроен", "переведен", "перевел", "переделан", "переоборуд",
    "переоснаст", "переоснащ", "перестро", "подключен", "позади", "построе", "построил",
    "приведен", "принял", "принят", "проведен", "произведен", "реконстр", "сдал", "сдан", "сделан",
)  # fmt: skip
_NEW, _ANEW = Stems("новы"), Words("по-новому")
_MANAGED = Words("успели", "сумели", "удалось")
_INFINITIVE = re.compile(r"(?<!пя)(?<!шес)(?<!девя)(?<!деся)(ть|ти)$")  # and not «готовы пять»
_PASSED = Words("прошел", "прошла", "прошли", "прошло")  # «ремонт прошёл один»
_WORKS = ("капитальн", "капремонт", "модерниз", "обновлени", "переоснащ", "реконструк", "ремонт")
_DOCUMENTS = ("документ", "обосновани", "проект", "смет")
_PARTS = frozenset(",;:.–—")
_FAR = 7
_LED = 4  # tokens of «Из этих девяти постов», «сдан пока лишь один»
_NOUN = 4  # tokens of «один автомобильный пост из тридцати»
_REMEMBERED = 50_000  # words
_PAPERS = ("документ", "карт", "он", "она", "план", "програм", "решени")
_AHEAD = frozenset({"будет", "будут", "должен", "должна", "должно", "должны", "быть"})
_NOT_YET = _AHEAD | {"почти", "практически"}  # «модернизация почти закончена»


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
        done = any(_tells_done(word) for word in low[at : min(sentence.last, at + 2 * _FAR)])
        return total, (1 if done else None), remaining
    if len(values) == 1 and (some := _some_of(sentence, counts[0])):
        return total, (some if is_done(sentence) else None), remaining
    if len(values) == 1:
        every = counts[0].status == "actual" and sentence.word_before(counts[0].at) != "из"
        return total, (total if every and is_done(sentence) else None), remaining
    if (
        len(values) == 3
        and sum(values[1:]) == total
        and _DONE.match(sentence.word_before(counts[1].quantity.lead))
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
    if _of_one_border(sentence, counts[1]):
        return total, (total if is_done(sentence) else None), remaining
    beside = (int(one.value) for one in counts[1:] if stands_by_done(sentence, one))
    return total, (next(beside, values[1]) if is_done(sentence) else None), remaining


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


def stands_by_done(sentence: Sentence, one: Draft) -> bool:
    """Return whether a count is of what is done: «сдан лишь один», «семь уже введены»."""
    low, lead = sentence.low, one.quantity.lead
    for near in (range(lead - 1, lead - _LED, -1), range(one.last, one.last + _LED)):
        for at in near:
            if not sentence.first <= at < sentence.last or low[at] in ",;:–—":
                break
            told = _tells_done(low[at]) or low[at] in _PASSED
            told = told or (low[at] in _MANAGED and low[at - 1] != "не")  # «обновить успели два»
            if told and low[at].startswith("готов") and _is_ready_else(sentence, at):
                continue
            told = told or (low[at] in _AT_WORK and sentence.begins(_RULES))
            told = told or (low[at] in _AT_WORK and "по-новому" in low[at : at + _LED])
            if told and low[at - 1] not in _AHEAD:
                return True
    return False


def tells_at_work(sentence: Sentence) -> bool:
    """Return whether a regime is told to work: «есть она на одиннадцати»."""
    return sentence.holds(_AT_WORK)


def _of_one_border(sentence: Sentence, one: Draft) -> bool:
    """«введены три поста, из них два на границе с Россией»: by borders, and all are done."""
    low, last = sentence.low, one.last
    while last < min(sentence.last, one.last + _FAR) and low[last] not in _PARTS - {"–", "—"}:
        last += 1
    bordered = any(
        one.last <= place.first < last and place.kind in ("adjective", "country")
        for place in sentence.abroad
    )
    return bordered and not any(_tells_done(word) for word in low[one.quantity.lead : last])


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


@lru_cache(maxsize=_REMEMBERED)
def _tells_done(word: str) -> bool:
    return _DONE.match(word) is not None


def is_done(sentence: Sentence) -> bool:
    """Whether a sentence says that work is done, and not that it will be."""
    low = sentence.low
    if sentence.holds(_AT_WORK) and sentence.begins(_RULES):
        words = low[sentence.first : sentence.last]
        if _AT_WORK.intersection(words) and any(word.startswith(_RULES) for word in words):
            return True
    if sentence.holds(_AT_WORK) and sentence.holds(_ANEW):
        return True  # «переоборудуют девять постов, три уже работают по-новому»
    if (
        sentence.holds(_AT_WORK)
        and sentence.begins(_NEW)
        and "уже" in low[sentence.first : sentence.last]
    ):
        return True  # «пять новых пунктов пропуска уже действуют»
    if sentence.holds(_MANAGED):
        at = next(i for i in range(sentence.first, sentence.last) if low[i] in _MANAGED)
        return sentence.word_before(at) != "не"  # «довести до конца ремонт удалось на двух»
    if sentence.holds(_PASSED) and any(
        _through_works(sentence, i) for i in sentence.where(_PASSED)
    ):
        return True
    return sentence.begins(_DONE_STEMS) and any(
        _tells_done(low[i])
        and low[i - 1] not in _NOT_YET
        and low[i - 2] not in _AHEAD
        and not (low[i].startswith("принят") and _of_paper(sentence, i))
        and not (low[i].startswith("готов") and _is_ready_else(sentence, i))
        for i in sentence.where(_DONE_STEMS)
    )


def _through_works(sentence: Sentence, at: int) -> bool:
    """«пять постов прошли модернизацию», «реконструкцию прошли четыре»: posts, and no time."""
    return sentence.word_at(at + 1).startswith(_WORKS) or (
        sentence.word_before(at).startswith(_WORKS)
        and sentence.word_before(at).endswith(("ю", "е"))
    )


def _is_ready_else(sentence: Sentence, at: int) -> bool:
    """«готовы построить», «документация готова по двум»: no posts are ready."""
    if _INFINITIVE.search(sentence.word_at(at + 1)):
        return True
    return any(
        word.startswith(_DOCUMENTS) for word in sentence.low[max(sentence.first, at - 2) : at]
    )


def _of_paper(sentence: Sentence, at: int) -> bool:
    """«План принят на 2025–2028 годы»: a plan, and no post, was taken."""
    return any(
        word.startswith(_PAPERS) for word in (sentence.word_before(at), sentence.word_at(at + 1))
    )
