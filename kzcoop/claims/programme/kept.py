"""Which words of work are done to posts, and which are set aside.

«расширение пропускной способности»                     set aside
«на посту появятся кабины»                              set aside; «появится новый пункт» kept
«пункт «Аят», закрытый на ремонт, возобновил работу»    kept
«закончат только «Кайрак»»                              kept: the verb governs posts
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.aside import (
    built_for,
    built_long_ago,
    is_aside,
    is_denied,
    opens_lanes,
)
from kzcoop.claims.programme.going import goes_on, tells_on
from kzcoop.claims.programme.governs import governs_posts, of_posts_at_once, tackles_posts
from kzcoop.claims.programme.kind import BUILDS, WORKS, is_participle
from kzcoop.claims.programme.reference import ORDINALS
from kzcoop.claims.programme.term import since
from kzcoop.claims.scene.programme_object import (
    BUILDINGS,
    PRONOUNS,
    STRICT,
    is_post,
    object_of,
    of_terminal,
)
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

_BEFORE = 8
# works on what stands at a post
_DEVICES = ("дорожн", "монтажн", "наладочн", "полев", "пусконаладочн", "техническ")
_SUPPLIES = ("закуп", "обслуж", "охран", "постав", "услуг")
_ADJECTIVES = ("ый", "ий", "ой", "ые", "ие", "го", "ых", "их")
_PASSES = Stems("оформля", "принима", "пропускал", "пропускаю", "пускаю", "работа")
_BUILT = ("построен", "спроектир", "строил")
_LANES = Stems("полос")
_NEAR = 5
_ROADS = ("автомагистрал", "дороги", "трасс", "шоссе")
_LINE = 3  # tokens of «приграничной железнодорожной линии»
_ASIDE = ("вопрос", "необходимост", "перспектив", "тем")
_AS_EVER = ("действует", "действуют", "работает", "работают", "функциониру")
_WEEKDAYS = Stems("воскресен", "вторник", "понедельник", "пятниц", "суббот", "четверг")
_FIGURES = ("возможн", "доступ", "перечен", "перспектив", "путь", "список")
_DATING = frozenset({"дня", "дней", "момента"})
_LISTED = ("график", "карт", "перечен", "план", "програм", "спис")
# «наступит очередь», «дойдёт черёд»
_COMES = Stems("дойд", "дошел", "дошла", "наста", "наступ", "подойд", "подош", "прид", "приш")
_NEWLY = "нов"
_THERE_ARE = Stems("имеется", "имеются", "насчитыва", "расположен")
_AREAS = ("площад", "территори")
_HAVE = Words("имеет", "имеют", "имел", "имели", "обладает", "обладают")
_TRAFFIC = ("движени", "прием", "проезд", "пропуск")
_OPENED = (["после", "открытия"], ["с", "открытием"], ["с", "открытия"], ["до", "открытия"])
# «статус международного»: of a post, not of a zone or a town
_STATUSES = ("двусторон", "двухсторон", "международн", "многосторон", "упрощ")


def of_posts(mentions: Mentions, sentence: Sentence, words: Sequence[Hit]) -> list[Hit]:
    """Return the words of work without those done to something else than posts."""
    kept = []
    for hit in words:
        if hit.entry.id == "status" and sentence.holds(_HAVE):
            continue  # «четыре имеют международный статус, остальные три – двусторонний»
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
        if is_aside(sentence, hit):
            continue
        if is_denied(sentence, hit):
            continue  # «закрывать пункт не собираются»
        if sentence.low[hit.first - 1 : hit.last] in _OPENED:
            continue  # «после открытия поста очередей не будет»
        if hit.entry.id == "ribbon":
            # not «ленточку перережут: реконструкцию завершат к маю», but «Ремонт ещё трёх закончат
            # позднее, причём ленточку разрежут на «Аяте»»
            there = any(0 < post.first - hit.last < _NEAR for post in sentence.posts)
            there = there and any(word in ",;" for word in sentence.low[words[0].last : hit.first])
            worked = (h for h in words if h.entry.kind in BUILDS)
            if there or all(is_participle(mentions, h) for h in worked):
                kept.append(hit)
            continue
        if hit.entry.id == "eased":
            if sentence.posts or _counts_posts(sentence):
                kept.append(hit)  # «на «Кордае» овощи пропускают вне очереди»
            continue
        if hit.entry.id == "running":
            built = any(h.entry.id == "construction" and h.first < hit.first for h in words)
            if built or _new_ones(sentence):
                kept.append(hit)  # «шесть новых пунктов пропуска уже работают»
            continue
        if hit.entry.id == "equipment":
            if sentence.posts or _counts_posts(sentence):
                kept.append(hit)  # «на туркменском участке «Темир-Бабу» оснастят весами»
            continue
        if sentence.low[hit.first].startswith("строил") and not sentence.periods:
            continue  # «пост когда-то строили под 200 машин»
        if sentence.low[hit.first].startswith(_BUILT) and (
            built_for(sentence, hit) or built_long_ago(sentence, hit)
        ):
            continue  # «Маштаково», построенное когда-то под 350 машин в день»
        if hit.entry.id == "ended":
            ordinal = sentence.word_before(hit.first).startswith(ORDINALS)
            if ordinal or governs_posts(sentence, hit):
                kept.append(hit)  # «закончили только «Кайрак»», «завершат десять постов»
            continue
        if hit.entry.id == "awaited":
            if sentence.begins(_COMES) and of_posts_at_once(sentence, hit):
                kept.append(hit)  # «Очередь «Аята» и «Убагана» наступит позже»
            continue
        if hit.entry.id == "tackled":
            if tackles_posts(sentence, hit):
                kept.append(hit)  # «следующим возьмутся за «Аят»»
            continue
        if hit.entry.id == "planned":
            listed = sentence.low[max(sentence.first, hit.first - _NEAR) : hit.last + _NEAR]
            listed += sentence.low[sentence.first : min(hit.first, sentence.first + _LINE)]
            if any(word.startswith(_LISTED) for word in listed):
                # «в республиканский план вошли шесть постов», «В список, что утвердили …, попали»
                kept.append(hit)
            continue
        if hit.entry.id == "progress":
            if goes_on(sentence, hit):
                kept.append(hit)  # «на «Аяте» работы только начинаются»
            continue
        before = sentence.word_before(hit.first)
        if hit.entry.kind == WORKS and before.startswith(_DEVICES):
            continue  # «монтажные работы на посту»
        if hit.entry.kind == WORKS and sentence.word_at(hit.last + 1).startswith(_SUPPLIES):
            continue  # «на посту объявлен тендер на поставку сканеров»
        # «из них круглосуточных – три», «закрытый с 2020 года переход»
        described = sentence.low[hit.first].endswith(("ых", "тый", "того", "тому", "тые"))
        ever = before.startswith(_AS_EVER) and not _newly(sentence)
        if hit.entry.id == "regime" and (described or ever):
            continue  # «на пунктах, которые работают круглосуточно»
        led = sentence.low[max(sentence.first, hit.first - _BEFORE) : hit.first]
        if hit.entry.id == "widening" and any(word.startswith(_AREAS) for word in led):
            continue  # «Территория пункта пропуска «Аят» расширена с 2 до 6 га»
        if hit.entry.id == "limit" and sentence.word_before(hit.first) in ("ввиду", "из-за"):
            continue  # «из-за ограничений на станции Достык поставок нет»
        if hit.entry.id == "widening" and _of_capacity(mentions, hit):
            continue  # «расширение пропускной способности»
        if hit.entry.id == "development" and before.startswith(_ASIDE):
            continue  # «рассмотрели вопрос развития пунктов»
        if hit.entry.id == "queue" and sentence.word_before(hit.first) == "по":
            if _counts_posts(sentence) and sentence.begins(_PASSES):
                kept.append(hit)  # «19 постов из 30 пускают фуры по электронной очереди»
            continue  # «ехать по электронной очереди»
        if hit.entry.id == "capacity" and "между" in sentence.low[hit.last : hit.last + 2]:
            kept.append(hit)  # «линия повысит пропускную способность между Казахстаном и Китаем»
            continue
        if hit.entry.kind == "opening" and of_terminal(sentence, hit):
            continue  # «на станции Достык запустили терминал»: the station was there
        if hit.entry.id == "opening" and sentence.begins(_LANES) and opens_lanes(sentence, hit):
            continue  # «после ремонта открыли десять полос вместо пяти»
        if hit.entry.id == "opening" and sentence.word_at(hit.last).startswith(_FIGURES):
            continue  # «открывает список «Кайрак»»
        if hit.entry.id == "opening" and _are_there(sentence, hit):
            continue  # «Всего на границе с КНР открыто семь пунктов пропуска»
        if not _DATING.isdisjoint(sentence.low[max(sentence.first, hit.first - 2) : hit.first]):
            continue  # «со дня его открытия»
        if hit.entry.id == "capacity" and _of_line(mentions, sentence, hit):
            kept.append(hit)  # «пропускная способность ветки – 10 млн тонн»
            continue
        if hit.entry.id == "queue" and sentence.word_before(hit.first - 1).startswith("систем"):
            kept.append(hit)  # «заработала система предварительного электронного декларирования»
            continue
        found = object_of(mentions, sentence, hit)
        if hit.entry.id == "appearing" and not _new_post(sentence, hit):
            continue  # «на посту появятся кабины»
        if found == "thing" and hit.entry.kind == "construction" and of_terminal(sentence, hit):
            kept.append(hit)  # «на «Достыке» строительство нового досмотрового комплекса»
            continue
        if found is None and hit.entry.id == "resumed" and sentence.word_before(hit.first) == ",":
            # «пункт «Аят», закрытый на ремонт, возобновил работу»
            found = "post" if sentence.posts else None
        if hit.entry.id == "resumed" and found != "post" and _resumes_traffic(sentence, hit):
            found = "post"  # «на «Аяте», закрытом с 2020 года, обещают возобновить движение»
        if found == "thing" or (hit.entry.id in STRICT and found != "post"):
            continue
        kept.append(hit)
    return kept


def _are_there(sentence: Sentence, hit: Hit) -> bool:
    """«Всего на границе открыто семь пунктов»: how many there are, by no day or year."""
    low = sentence.low
    there = low[sentence.first] == "всего" or sentence.begins(_THERE_ARE)
    stock = there and low[hit.first] in ("открыто", "открыты")
    return stock and not (sentence.periods or sentence.posts or "нов" in low[hit.last + 1][:3])


def _resumes_traffic(sentence: Sentence, hit: Hit) -> bool:
    """«возобновить движение», «проезд возобновят»: what goes through the posts of a sentence."""
    beside = (*sentence.low[hit.first - 2 : hit.first], *sentence.low[hit.last : hit.last + 2])
    return bool(sentence.posts) and any(word.startswith(_TRAFFIC) for word in beside)


def _counts_posts(sentence: Sentence) -> bool:
    """Whether posts are counted in a sentence."""
    return any(q.noun is not None and q.noun.id == "checkpoint" for q in sentence.quantities)


def _new_ones(sentence: Sentence) -> bool:
    """Whether new posts are counted: «шесть новых пунктов пропуска»."""
    return any(
        q.noun is not None
        and q.noun.id == "checkpoint"
        and sentence.word_at(q.number_first + 1).startswith("новы")
        for q in sentence.quantities
    )


def _of_capacity(mentions: Mentions, hit: Hit) -> bool:
    after = mentions.hits["programmes"].get(hit.last)
    return after is not None and after.entry.id == "capacity"


def _of_line(mentions: Mentions, sentence: Sentence, hit: Hit) -> bool:
    """Whether a railway line follows a word of capacity, or a pronoun is part of it."""
    if sentence.low[hit.first] in PRONOUNS:
        return True  # «три железные дороги договорились поднять её мощность»
    hits = mentions.hits["programmes"]
    near = range(hit.last, min(sentence.last, hit.last + _LINE))
    # «пропускная способность трассы поднимется с 200 тыс. до 600 тыс. тонн»
    road = sentence.word_at(hit.last).startswith(_ROADS)
    tonnes = any(q.kind == "tonne" for q in sentence.quantities)
    road = road and tonnes
    if tonnes and any(
        h.entry.kind == "line" and h.entry.value and h.last <= hit.first
        for h in sentence.rows("programmes")
    ):
        return True  # «Линия Дарбаза – Мактаарал поднимет пропускную способность до 45 млн тонн»
    return road or any(at in hits and hits[at].entry.kind == "line" for at in near)


def _new_post(sentence: Sentence, hit: Hit) -> bool:
    """«появится новый современный пункт пропуска», «вырастет новый грузовой терминал»."""
    low = sentence.low
    counts = {i for q in sentence.quantities for i in range(q.lead, q.first + 1)}
    newly = low[hit.last - 1].startswith(_NEWLY)
    for at in range(hit.last, min(sentence.last, hit.last + _NEAR)):
        newly = newly or low[at].startswith(_NEWLY)
        if is_post(low[at]) or (newly and low[at].startswith(BUILDINGS)):
            return True
        if at in counts or low[at].endswith(_ADJECTIVES) or low[at] in ("еще", "один"):
            continue
        return False
    return False


def _newly(sentence: Sentence) -> bool:
    """«с понедельника работает круглосуточно»."""
    return sentence.begins(_WEEKDAYS) or since(sentence) is not None
