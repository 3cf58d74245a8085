"""Whether works on posts are told to be done, and which count is of those that are.

«пять постов прошли модернизацию», «сдан лишь один»   done
«есть она на одиннадцати», «уже работают по-новому»   done: a regime that is at work
«модернизация почти закончена», «будет сдан»          not yet
«готовы построить», «план принят»                     something else
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words

# «уже запущен», «отремонтированы два», and not «завершение», «открытие», «сдадут»
_DONE = re.compile(
    r"(введен|внедрен|доведен|переделан|перестроен|приведен|завершен|закончен|окончен|запущен|модернизирован|обновлен"
    r"|открыт|отремонтирован|(по|от)строен|переоборудован|переоснащен|реконструирован|сдан)"
    r"([аоы]|н?ыми)?$|приняла?и?$|организован[аоы]$|(готов|принят|переведен|подключен|сделан)[аоы]?$"
    r"|(довел|завершил|закончил|запустил|впустил|открыл|отремонтировал|построил|сдал|обновил|заработал|ввел"
    r"|внедрил|возвел|достроил|модернизировал|перевел|переоснастил|перестроил"
    r"|реконструировал)[аои]?с?ь?$"
    r"|позади$|(выполнен|проведен|произведен)[аоы]$"
)
# a regime that works was put to work
_AT_WORK = Words(
    "включали", "вводили", "действовал", "действовала", "действовали", "действует", "действуют",
    "есть", "имеется", "имелась", "имели", "имеют", "испытали", "опробовали", "практиковали",
    "использовали", "использовался", "применяли", "применяют", "имелся", "обзавелись",
    "обзавелся", "оформляют", "пользовались", "пользовался", "пользуется", "пользуются",
    "принимают", "пропускали", "пропускают", "пускали", "пускают", "работает", "работал",
    "работала", "работали", "работают", "функционировал", "функционирует", "функционируют",
)  # fmt: skip
_RULES = Stems(
    "бронирован",
    "досмотр",
    "запис",
    "канал",
    "порядо",
    "порядк",
    "коридор",
    "очеред",
    "полос",
    "режим",
)
# how the words of ``_DONE`` begin
_DONE_STEMS = Stems(
    "введен", "ввел", "внедрен", "внедрил", "довел", "доведен", "впустил", "возвел", "выполнен",
    "готов", "достроил", "завер", "закончен", "закончил", "окончен", "запустил", "запущен",
    "заработ", "модерниз", "обновил", "обновлен", "открыл", "открыт", "организован",
    "отремонт", "отстроен",
    "переведен", "перевел", "переделан", "переоборуд", "переоснаст", "переоснащ", "перестро",
    "подключен", "позади", "построе", "построил", "приведен", "принял", "принят", "проведен",
    "произведен", "реконстр", "сдал", "сдан", "сделан",
)  # fmt: skip
_NEW, _ANEW = Stems("новы"), Words("по-новому")
_MANAGED = Words("успели", "сумели", "удалось")
_INFINITIVE = re.compile(r"(?<!пя)(?<!шес)(?<!девя)(?<!деся)(ть|ти)$")  # and not «готовы пять»
_PASSED = Words("прошел", "прошла", "прошли", "прошло")  # «ремонт прошёл один»
_WORKS = ("капитальн", "капремонт", "модерниз", "обновлени", "переоснащ", "реконструк", "ремонт")
_DOCUMENTS = ("документ", "обосновани", "проект", "смет")
_LED = 5  # tokens of «довели до конца лишь два»
_REMEMBERED = 50_000  # words
_PAPERS = ("документ", "карт", "он", "она", "план", "програм", "решени")
_AHEAD = frozenset({"будет", "будут", "должен", "должна", "должно", "должны", "быть"})
_NOT_YET = _AHEAD | {"почти", "практически"}  # «модернизация почти закончена»


def stands_by_done(sentence: Sentence, one: Draft) -> bool:
    """Return whether a count is of what is done: «сдан лишь один», «семь уже введены»."""
    low, lead = sentence.low, one.quantity.lead
    for near in (range(lead - 1, lead - _LED, -1), range(one.last, one.last + _LED)):
        for at in near:
            if not sentence.first <= at < sentence.last or low[at] in ",;:–—":
                break
            told = tells_done(low[at]) or low[at] in _PASSED
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


@lru_cache(maxsize=_REMEMBERED)
def tells_done(word: str) -> bool:
    """Whether a word tells that works are over: «запущен», «позади», not «завершение»."""
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
        tells_done(low[i])
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
