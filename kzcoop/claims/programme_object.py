"""What a word of work is done to: to posts, or to a road, a system, a plant beside them.

«модернизация трассы к пункту пропуска»        a road: no programme
«на посту запустят досмотровый комплекс»        a device
«электронную очередь запустят на 14 пунктах»    the object stands before its verb
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme_kind import BUILDS, WORKS
from kzcoop.claims.programme_term import since
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

# words for a checkpoint
_POSTS = Stems(
    "автопереход", "кпп", "погран", "переход", "пост", "пункт", "мапп", "апп",
    but=("погранич", "постав", "построе", "постро", "постоян", "постепен", "постанов"),
)  # fmt: skip
_NEW_CLAUSE = frozenset({"а", "в", "и", "на", "но"})
_ENDS = frozenset(".;:!?")
_AFTER, _BEFORE = 7, 8
_STOPS = frozenset(", . ; : в к на".split())
_AT = frozenset({"в", "во", "на", "через"})
# works on what stands at a post
_DEVICES = ("дорожн", "монтажн", "наладочн", "полев", "пусконаладочн", "техническ")
_ADJECTIVES = ("ый", "ий", "ой", "ые", "ие", "го", "ых", "их")
_NEAR = 5
_THINGS = frozenset({"line", "thing"})
_ASIDE = ("вопрос", "необходимост", "перспектив", "тем")
_AS_EVER = ("действует", "действуют", "работает", "работают", "функциониру")
_WEEKDAYS = Stems("воскресен", "вторник", "понедельник", "пятниц", "суббот", "четверг")
_TO = frozenset({"до", "к"})
_BESIDE = frozenset({"близ", "вблизи", "возле", "рядом", "у"})
_BUILDINGS = ("зал", "здани", "комплекс", "корпус", "павильон", "площадк", "терминал")
_FIGURES = ("возможн", "доступ", "перечен", "перспектив", "путь", "список")
_DATING = frozenset({"дня", "дней", "момента"})
_PRONOUNS = frozenset({"его", "ее", "их"})
# rows that need posts for their object
# «работы начинаются», «строители вышли на площадку», «стройка близка к концу»
_GOES_ON = Stems(
    "близ", "ведет", "ведут", "возобн", "выйд", "вышел", "вышл", "выполн", "заверш", "заканч",
    "законч", "идет", "идут", "кип", "нача", "начн", "окончен", "остановл", "подход", "покин",
    "приступ", "приостан", "провод", "продлят", "продолж", "проходят", "развер", "развор",
    "старт", "труд",
)  # fmt: skip
_CLAUSE = frozenset({",", "–", "—"})
_LISTED = ("график", "карт", "перечен", "план", "програм", "спис")
_GOVERNED = 4  # tokens from a verb to its posts
_ASIDES = frozenset('« " только лишь уже пока и там здесь же'.split())
_OPENED = (["после", "открытия"], ["с", "открытием"])
_HOURS = ("возобновлени", "врем", "график", "качеств", "начал", "режим", "услови", "час")
_STRICT = frozenset({"furnishing", "joined", "resumed", "widening"})
_RULES = frozenset({"limit", "queue"})  # are brought in, and are no posts
# «статус международного»: of a post, not of a zone or a town
_STATUSES = ("двусторон", "двухсторон", "международн", "многосторон", "упрощ")

# verbs of a work that needs no object: «Реконструкция обойдётся в 3 млрд»
_VERBS = (
    "была", "будет", "ведет", "включа", "длил", "должн", "займ", "заверш", "законч", "идет", "нача",
    "начн", "обойд", "обош", "оцен", "позвол", "предпол", "предусм", "продл", "проход", "старт",
)  # fmt: skip


def of_posts(mentions: Mentions, sentence: Sentence, words: Sequence[Hit]) -> list[Hit]:
    """Return the words of work without those done to something else than posts."""
    kept = []
    for hit in words:
        if hit.entry.id == "status":
            after = sentence.low[hit.last : min(sentence.last, hit.last + _BEFORE)]
            zone = next((i for i, w in enumerate(after) if w.startswith("зон")), len(after))
            near = (sentence.word_before(hit.first), *after[:zone])  # «международный статус»
            if any(word.startswith(_STATUSES) or is_post(word) for word in near):
                kept.append(hit)
            continue
        if tells_on(sentence, hit):
            kept.append(hit)
            continue
        if sentence.word_before(hit.first) == "не":
            continue  # «пункт на время работ не закрывают»
        if sentence.low[hit.first - 1 : hit.last] in _OPENED:
            continue  # «после открытия поста очередей не будет»
        if hit.entry.id == "equipment":
            if any(place.kind == "checkpoint" for place in sentence.places):
                kept.append(hit)  # «на туркменском участке «Темир-Бабу» оснастят весами»
            continue
        if sentence.low[hit.first].startswith("строил") and not sentence.periods:
            continue  # «пост когда-то строили под 200 машин»
        if hit.entry.id == "ended":
            if _governs_posts(sentence, hit):
                kept.append(hit)  # «закончили только «Кайрак»», «завершат десять постов»
            continue
        if hit.entry.id == "planned":
            listed = sentence.low[max(sentence.first, hit.first - _NEAR) : hit.last + _NEAR]
            if any(word.startswith(_LISTED) for word in listed):
                kept.append(hit)  # «в республиканский план вошли шесть постов»
            continue
        if hit.entry.id == "progress":
            if goes_on(sentence, hit):
                kept.append(hit)  # «на «Аяте» работы только начинаются»
            continue
        before = sentence.word_before(hit.first)
        if hit.entry.kind == WORKS and before.startswith(_DEVICES):
            continue  # «монтажные работы на посту»
        # «из них круглосуточных – три», «закрытый с 2020 года переход»
        described = sentence.low[hit.first].endswith(("ых", "тый", "того", "тому", "тые"))
        ever = before.startswith(_AS_EVER) and not _newly(sentence)
        if hit.entry.id == "regime" and (described or ever):
            continue  # «на пунктах, которые работают круглосуточно»
        if hit.entry.id == "widening" and _of_capacity(mentions, hit):
            continue  # «расширение пропускной способности»
        if hit.entry.id == "development" and before.startswith(_ASIDE):
            continue  # «рассмотрели вопрос развития пунктов»
        if hit.entry.id == "queue" and sentence.word_before(hit.first) == "по":
            continue  # «ехать по электронной очереди»
        if hit.entry.id == "capacity" and "между" in sentence.low[hit.last : hit.last + 2]:
            kept.append(hit)  # «линия повысит пропускную способность между Казахстаном и Китаем»
            continue
        if hit.entry.kind == "opening" and of_terminal(sentence, hit):
            continue  # «на станции Достык запустили терминал»: the station was there
        if hit.entry.id == "opening" and sentence.word_at(hit.last).startswith(_FIGURES):
            continue  # «открывает список «Кайрак»»
        if not _DATING.isdisjoint(sentence.low[max(sentence.first, hit.first - 2) : hit.first]):
            continue  # «со дня его открытия»
        found = _object(mentions, sentence, hit)
        if hit.entry.id == "appearing" and not _new_post(sentence, hit):
            continue  # «на посту появятся кабины»
        if found == "thing" and hit.entry.kind == "construction" and of_terminal(sentence, hit):
            kept.append(hit)  # «на «Достыке» строительство нового досмотрового комплекса»
            continue
        if found is None and hit.entry.id == "resumed" and sentence.word_before(hit.first) == ",":
            # «пункт «Аят», закрытый на ремонт, возобновил работу»
            found = "post" if any(p.kind == "checkpoint" for p in sentence.places) else None
        if found == "thing" or (hit.entry.id in _STRICT and found != "post"):
            continue
        kept.append(hit)
    return kept


def _governs_posts(sentence: Sentence, hit: Hit) -> bool:
    """Whether posts follow a verb at once: «закончат «Аят»», «завершить семь пунктов»."""
    posts = {p.first for p in sentence.places if p.kind == "checkpoint"}
    posts |= {q.lead for q in sentence.quantities if q.noun and q.noun.id == "checkpoint"}
    for at in range(hit.last, min(sentence.last, hit.last + _GOVERNED)):
        if at in posts:
            return True
        if sentence.low[at] not in _ASIDES:
            return False
    return False


def goes_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether builders or works begin, go on or end: «подрядчик вышел на площадку»."""
    low = sentence.low
    led = sentence.word_before(hit.first)
    if led in _PRONOUNS or led.startswith(_HOURS) or sentence.word_at(hit.last) == "по":
        return False  # «возобновление их работы», «режим работы», «работы по повышению …»
    steps = (
        range(hit.last, min(sentence.last, hit.last + _NEAR)),
        range(hit.first - 1, max(sentence.first, hit.first - _NEAR) - 1, -1),
    )
    for near in steps:
        for at in near:
            if low[at] in _ENDS or low[at] in _CLAUSE:
                break
            if low[at].startswith(_GOES_ON):
                return True
    return False


def of_terminal(sentence: Sentence, hit: Hit) -> bool:
    """Whether a terminal is what a word of work is done to: «строительство терминала»."""
    low = sentence.low
    for at in range(hit.last, min(sentence.last, hit.last + _AFTER)):
        if low[at].startswith(_BUILDINGS):
            return _BESIDE.isdisjoint(low[at + 1 : at + _NEAR])  # not «комплекс у пункта»
        if low[at] in _ENDS or low[at] == "," or is_post(low[at]):
            return False
    return False


def tells_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether a sentence opens with a work and its verb: «Реконструкция включает …»."""
    opens = hit.first - sentence.first <= 1 and hit.entry.kind in BUILDS
    return opens and sentence.word_at(hit.last).startswith(_VERBS)


def _of_capacity(mentions: Mentions, hit: Hit) -> bool:
    after = mentions.hits["programmes"].get(hit.last)
    return after is not None and after.entry.id == "capacity"


def _new_post(sentence: Sentence, hit: Hit) -> bool:
    """«появится новый современный пункт пропуска»."""
    low = sentence.low
    for at in range(hit.last, min(sentence.last, hit.last + _NEAR)):
        if is_post(low[at]):
            return True
        if not low[at].endswith(_ADJECTIVES) and low[at] not in ("еще", "один"):
            return False
    return False


def is_post(word: str) -> bool:
    """Whether a token is a word for a checkpoint."""
    return _POSTS.fit(word)


def speaks_of_posts(sentence: Sentence) -> bool:
    """Whether a sentence has a word for a checkpoint."""
    return sentence.begins(_POSTS)


def _object(mentions: Mentions, sentence: Sentence, hit: Hit) -> str | None:
    """What a word of work is done to, as the nearest noun after it tells, else before it."""
    low = mentions.tokens.low
    strict = hit.entry.id in _STRICT
    beside = low[max(sentence.first, hit.first - 1) : hit.last + 1]
    if strict and _PRONOUNS.intersection(beside):
        return "post"
    after = range(hit.last, min(sentence.last, hit.last + _AFTER))
    before = range(hit.first - 1, max(sentence.first, hit.first - _BEFORE) - 1, -1)
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    names = {at for place in posts for at in range(place.first, place.last)}
    found = None
    for steps in (after, before):
        for at in steps:
            word = low[at]
            if strict and word in _AT and sentence.word_at(at + 1).startswith("границ"):
                continue  # «пункт «Болашак» на границе с … расширят»
            if (word in _ENDS and at not in names) or (strict and word in _AT):
                break
            if word == "," and (steps is before or sentence.word_at(at + 1) in _NEW_CLAUSE):
                break
            what = _what(mentions, at, names)
            if what == "post" and steps is before and _towards(low, at):
                continue  # «дорогу до поста «Аят» отремонтировали»
            if what == "post" and steps is before and _located(low, at):
                found = found or what  # «система на посту обновлена»: on a post
            elif what is not None:
                joined = what == "thing" and steps is after
                joined = joined and (_joins_post(sentence, at) or _part_of_post(sentence, at))
                return "post" if joined else what
    return found


def _joins_post(sentence: Sentence, at: int) -> bool:
    """«строительство линии «Аягоз – Бахты» и нового погранперехода»: a post besides."""
    low, last = sentence.low, min(sentence.last, at + _BEFORE)
    joint = next((i for i in range(at, last) if low[i] == "и"), None)
    return joint is not None and any(is_post(w) for w in low[joint + 1 : joint + 3])


def _part_of_post(sentence: Sentence, at: int) -> bool:
    """«моста на КПП «Хоргос»», «моста между пунктами», «въездной зоны пункта пропуска»."""
    low, last = sentence.low, min(sentence.last, at + _BEFORE)
    if low[at].startswith("мост"):
        return any(is_post(low[i]) and low[i - 1] in ("на", "между") for i in range(at, last))
    post = next((i for i in range(at, last) if is_post(low[i])), at)
    return low[at].startswith("зон") and not _STOPS.intersection(low[at:post])


def _what(mentions: Mentions, at: int, names: set[int]) -> str | None:
    """Whether a token is a post, at one of ``names`` or by its word, or a thing that is none."""
    hit = mentions.hits["programmes"].get(at)
    if hit is not None and (hit.entry.kind in _THINGS or hit.entry.id in _RULES):
        return "thing"
    low = mentions.tokens.low
    if _POSTS.fit(low[at]):
        return "thing" if low[at - 1].startswith("населен") else "post"
    return "post" if at in names else None


def _newly(sentence: Sentence) -> bool:
    """«с понедельника работает круглосуточно»."""
    return sentence.begins(_WEEKDAYS) or since(sentence) is not None


def _towards(low: list[str], at: int) -> bool:
    """Whether a post is where a way leads."""
    return not _TO.isdisjoint(low[max(0, at - 3) : at])


def _located(low: list[str], at: int) -> bool:
    """Whether a name or a word for a post stands after «на» or «в»."""
    return bool(_AT.intersection(low[max(0, at - 2) : at]))
