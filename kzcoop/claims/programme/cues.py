"""What a sentence says of a programme beside its words of work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_PLURALS = ("ые", "ие", "ых", "их")
_ALL = Words("все", "всех")
_BORDER = Stems("границ", "госграниц")
# verbs by which a plan takes in posts
_COVERS = Stems(
    "включ", "вошл", "вход", "затрон", "затраг", "касает", "назва", "охват", "охвач", "перечен",
    "предусм", "распростран", "речь", "список", "списк",
)  # fmt: skip
# what takes posts in, whatever verb says so: «в документе значатся восемь», «в нём восемь»
_PLANS = Stems(
    "документ", "дорожн", "карта", "карте", "карты", "перечн", "план", "программ", "списк", "список"
)
_PAPERS = ("план", "програм", "график")
_IN_IT = (["в", "нем"], ["в", "ней"], ["в", "него"], ["в", "нее"], ["под", "него"], ["под", "нее"])
_IT = Words("нем", "ней", "него", "нее", "она", "он")
_LESS = Stems("закры", "сокра", "уменьш", "числ")
_SECTIONS = ("контур", "направлени", "рубеж", "стык", "участк", "участок")
_WITH = frozenset({"с", "со"})
_WORKS = ("модерниз", "обновлени", "реконструк", "ремонт", "строительств")
_STOPS = frozenset(", : ; . ( ) « » в на у для к".split())
_TO_BUILD = ("возвести", "возводить", "построить", "построят", "строить")
_SINGULAR = frozenset({"кпп", "перехода", "погранперехода", "поста", "пункта"})
_WILL = Stems("завершат", "начнут", "проведут", "продолжат", "ускорят")
_REACH = 7  # tokens between a work and what it is done to
_ROADS = Stems("автодорог", "дорог", "трасс")
_A_CROSSING = Stems("переход", "погранпереход")
_CROSSING = ("переход", "погранпереход")
_BY = frozenset({"близ", "вблизи", "возле", "районе"})
# «водителям предлагают проезжать через «Яллама»»
_DETOURS = Stems(
    "альтернатив", "доехать", "ехать", "крюк", "направил", "направля", "направят", "объезд",
    "объезж", "перебра", "перенаправ", "перераспред", "переключ", "поедут", "проезжать", "проехать",
    "следовать", "смест", "увед", "увел", "увод", "уходит", "ушел", "ушл", "хлынул",
    but=("уведом", "увелич"),
)  # fmt: skip
_NEAR = 5
_TALKS = Stems(
    "вопрос",
    "итог",
    "необходим",
    "обсу",
    "отме",
    "перспектив",
    "рассм",
    "речь",
    "тема",
    "теме",
    "тему",
    "темы",
)
# «перевели на круглосуточный режим»
_MOVES = Stems("перевед", "перевел", "перевод", "перейд", "переход", "переш", "продл")
_DOINGS = frozenset({"construction", "modernisation", "opening", "reconstruction"})
# «обновят», «открывается», «перевели»
_FINITE = re.compile(r"(?:[аеуюя]тс?я?|[ия]т|ится|ятся|утся|ются|ает|ают|лис?ь?|л[ао]?с?ь?)$")
# «просит открыть», «намерены обновить»
_WANTS = Stems(
    "готов", "договор", "должн", "намер", "обеща", "планир", "попрос", "поруч", "предлаг",
    "предлож", "предсто", "призва", "прос", "решен", "решил", "собира", "услов",
)  # fmt: skip
_GOES_ON = Stems(
    "ведет", "ведут", "дан", "завершен", "завершил", "идет", "начал", "начат", "начн", "осуществл",
    "приступ", "провед", "проводит", "продолж", "проход", "синхрон", "старт", "ускор",
)  # fmt: skip
_BORDERS = frozenset({"граница", "границу", "госграница", "госграницу"})
_JOINED = frozenset('«»"–-—,и')  # between the sides of a crossing, or the names of a list


def of_a_border(sentence: Sentence) -> bool:
    """Return whether a border is named: «модернизация пунктов пропуска на границе с Россией»."""
    places = [p for p in sentence.places if foreign(p) and p.kind in ("country", "adjective")]
    if sentence.begins(_BORDER):
        return bool(places)
    low = sentence.low
    if any(
        p.kind == "adjective" and sentence.word_at(p.last).startswith(_SECTIONS) for p in places
    ):
        return True  # «на узбекском направлении»
    # «новый переход с Китаем»
    return any(low[p.first - 1] in _WITH and is_post(low[p.first - 2]) for p in places)


def is_past(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Return whether posts were closed in a year that is named."""
    if any(hit.entry.id != "regime" for hit in words):
        return False
    were = any(sentence.word_before(hit.first) == "были" for hit in words)
    return any(p.role == "at" or (were and p.role == "date") for p in sentence.periods)


def is_of_posts(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a noun of work governs posts, one of them or surely to be worked on.

    «проект реконструкции пункта пропуска», «модернизацию пунктов пропуска продолжат», and no
    «обсудили строительство пунктов пропуска».
    """
    low = sentence.low
    if low[hit.first].startswith(_TO_BUILD):
        return sentence.word_at(hit.last).startswith("нов") and is_post(
            sentence.word_at(hit.last + 1)
        )
    if not low[hit.first].startswith(_WORKS):
        return False
    for at in range(hit.last, min(sentence.last, hit.last + _REACH)):
        if is_post(low[at]):
            return low[at] in _SINGULAR or sentence.begins(_WILL)
        if low[at] in _STOPS:
            return False
    return False


def is_announced(sentence: Sentence, hit: Hit) -> bool:
    """Return whether work on posts is told of as going on or due, and not as a subject of talks.

    «модернизация таможенных постов продолжается», «открывается новый пост», «посты обновят».
    """
    low = sentence.low
    if sentence.begins(_TALKS) or "не" in low[sentence.first : sentence.last]:
        return False
    if hit.entry.id == "regime":
        return sentence.begins(_MOVES) and not is_closing(sentence, hit)
    if hit.entry.kind not in _DOINGS:
        return False
    near = range(max(sentence.first, hit.first - _NEAR), min(sentence.last, hit.last + _REACH))
    if not any(is_post(low[i]) for i in near):
        return False
    word = low[hit.first]
    asked = word.endswith(("ть", "ти")) and sentence.begins(_WANTS)
    return asked or _FINITE.search(word) is not None or sentence.begins(_GOES_ON)


def is_over(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Return whether posts were closed for a while, long ago: «закрывали в 2020 году»."""
    closed = any(sentence.low[hit.first].startswith("закрывал") for hit in words)
    return closed and any(period.role == "at" for period in sentence.periods)


def is_first_stage(sentence: Sentence) -> bool:
    """Return whether part of the works is told of: «на первом этапе реконструкция затронет …»."""
    low, first = sentence.low, sentence.first
    return low[first : first + 3] in (["на", "первом", "этапе"], ["в", "первую", "очередь"])


def of_border_itself(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a border is opened or shut: «граница с Киргизией будет открыта 20 мая»."""
    low = sentence.low
    if hit.entry.id != "opening" and not is_closing(sentence, hit):
        return False
    near = range(max(sentence.first, hit.first - _NEAR), min(sentence.last, hit.last + 2))
    return any(low[i] in _BORDERS for i in near)


def is_closing(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a word says that posts are shut: «закрыт», «ограничено движение»."""
    return hit.entry.id == "limit" or sentence.low[hit.first].startswith(("закр", "приостан"))


def covers_all(sentence: Sentence) -> bool:
    """Return whether all posts are meant: «все пункты пропуска проходят модернизацию»."""
    if not sentence.holds(_ALL):
        return False
    low = sentence.low
    for index in range(sentence.first, sentence.last - 1):
        if low[index] in _ALL:
            at = next(
                (i for i in range(index + 1, sentence.last) if not low[i].endswith(_PLURALS)), index
            )
            if is_post(low[at]):
                return True  # «все автомобильные пункты пропуска»
    return False


def is_figure(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Return whether green corridors are a figure of speech: «создание «зелёных» коридоров»."""
    low = sentence.low
    return all(
        low[hit.last - 1] in ("коридоры", "коридоров") and sentence.word_at(hit.last) != "для"
        for hit in words
    ) and not sentence.begins(_BORDER)


def is_detour(sentence: Sentence, post: Place, posts: Sequence[Place]) -> bool:
    """Return whether a post is on the way around: «ехать через «Яллама» – «Конысбаева»»."""
    if not sentence.begins(_DETOURS):
        return False
    low, first = sentence.low, post.first
    if not any(word.startswith(_DETOURS) for word in low[sentence.first : first]):
        return False
    for other in posts:
        if other.last < post.first and set(low[other.last : post.first]) <= _JOINED:
            first = min(first, other.first)
    return bool({"через", "в", "на"} & set(low[max(sentence.first, first - 3) : first]))


def is_nearby(sentence: Sentence, post: Place) -> bool:
    """Return whether something else stands by a post: «построен в районе пункта «Бахты»»."""
    led = sentence.low[max(sentence.first, post.first - _NEAR) : post.first]
    if "до" in led and sentence.begins(_ROADS):
        return True  # «дорога до поста «Бахты» – это 90 км»
    by = [
        w
        for i, w in enumerate(led)
        if w in _BY
        and (w != "районе" or led[i - 1 : i] == ["в"])
        # «построят третий переход в районе «Бахтов»»: that crossing itself
        and not any(word.startswith(_CROSSING) for word in led[max(0, i - 2) : i])
        and not ("его" in led[:i] and sentence.begins(_A_CROSSING))  # «…: его построят у «Бахтов»»
    ]
    return bool(by) or ("у" in led and any(is_post(word) for word in led))


def covers(sentence: Sentence, lead: int) -> bool:
    """Return whether a plan takes in posts: «Документ охватывает восемь постов».

    Not «предусмотрено сокращение с 10 до 6», where ``lead`` is the first token of the count.
    """
    return sentence.begins(_COVERS) and sentence.word_before(lead) != "с"


def after_plan_of_posts(sentence: Sentence) -> bool:
    """Return whether the sentence before told of a plan for posts: «план по пунктам пропуска»."""
    tokens, number = sentence.mentions.tokens, sentence.number
    if number == 0 or tokens.paragraph[number - 1] != tokens.paragraph[number]:
        return False
    first, last = tokens.bounds[number - 1]
    return any(
        tokens.low[at].startswith(_PAPERS)
        and any(is_post(word) for word in tokens.low[at + 1 : min(last, at + _REACH)])
        for at in range(first, last)
    )


def is_in_plan(sentence: Sentence, lead: int) -> bool:
    """Return whether a plan told of, or a pronoun for it, counts posts: «в нём восемь постов».

    For sentences without a word of work, after one that told what is done to posts.
    """
    if sentence.begins(_LESS):
        return False
    low, first = sentence.low, sentence.first
    if sentence.begins(_PLANS):
        plans = [at for at in range(first, lead) if low[at].startswith(_PLANS)]
        return bool(plans) and low[plans[0] - 1] != "по"
    if not sentence.holds(_IT):
        return False
    opens = low[first] in _IT and not low[first].startswith("не")  # «Документ насчитывает …»
    return opens or any(low[at : at + 2] in _IN_IT for at in range(first, lead))
