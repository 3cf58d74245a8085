"""The kind of a work: its own, or for bare works that told around them.

«на пяти постах начаты работы»                                      of the kind told around it
«введены два поста, ещё шесть сдадут в июле»                        the modernisation told before
«сдадут новый пункт пропуска»                                       a construction
«откроют после того, как соседи закончат работы»                    none
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.done import is_done
from kzcoop.claims.programme.going import tells_long
from kzcoop.claims.programme.items import is_item
from kzcoop.claims.programme.kind import (
    BUILDS,
    RENEWALS,
    WORKS,
    kind_ahead,
    kind_of,
    triggers,
)
from kzcoop.claims.programme.numbers import opens_with_whole
from kzcoop.claims.programme.parts import one_total
from kzcoop.claims.programme.told import Told
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_NEW = 4  # tokens of «новый современный пункт»
_GOVERNED = 3  # tokens from a work to the count that it governs
_LED = 8  # tokens of «после того, как соседняя сторона закончит работы»
_PENDING = ("выбира", "ждет", "ждут", "ищут", "объяв", "проектир", "разраб", "тендер")
_NEWLY = Stems("нов")
_REST = Stems("остальн", "оставш", "прочи")
_BUILDINGS = ("здани", "комплекс", "павильон", "площадк", "склад", "терминал")
_HER = frozenset({"ее", "она", "эту"})
_PUT_IN = ("ввест", "ввод", "введ", "войд")


def kind_of_work(
    told: Told,
    group: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    before: str | None,
) -> str | None:
    """Return the kind of a work; for bare works that told around them, or None."""
    mentions, sentence = told.mentions, told.sentence
    # «для модернизации границы предусмотрена реконструкция пяти постов»: what governs the count
    near = [h for h in group if counts and 0 <= counts[0].quantity.lead - h.last < _GOVERNED]
    ruled = told.green or told.queue or any(hit.entry.id == "regime" for hit in group)
    if posts and not (near or ruled) and len(group) > 1:
        near = _governing(sentence, group, posts)
    kind = kind_of(mentions, near[-1:] if near and not ruled else group)
    new = bool(counts) and _of_new(sentence, counts[0])  # «введены три новых поста» are open
    several = len(counts) > 1 and not new
    stock = one_total(counts) and sentence.word_before(counts[0].quantity.lead) != "из"
    anew = any(sentence.low[hit.first].startswith("отстро") for hit in group)
    if anew and kind in RENEWALS:
        return kind  # «заново отстроены шесть»
    if kind in RENEWALS and stock and told.scene.first_build in RENEWALS and is_done(sentence):
        # «39 постов, отремонтированы два, на десяти работы идут»: the programme told before
        return told.scene.first_build
    if kind == "opening" and told.scene.last_build and several and _puts_in(told, group):
        return told.scene.last_build  # «Из 30 объектов введены шесть»
    if kind == "opening" and _starts_regime(told, group):
        return told.scene.regime  # «Очередь работает на «Аяте». Её запустили в ноябре»
    if kind == "opening" and before in ("green_corridor", "other") and _goes_on_at(told, group):
        return before  # «на «Аяте» очередь ввели в мае, на «Орде» запустят летом»
    if kind == "opening" and not new and _commissions(told, group, before):
        return before if before in BUILDS else told.scene.last_build
    if all(hit.entry.id == "widening" for hit in group):
        after = sentence.word_before(group[0].first) == "после"
        if after and any(q.kind == "vehicle" for q in sentence.quantities):
            return kind  # «после расширения «Аят» сможет принять до 2,5 тыс. автомобилей в сутки»
        return _build_told(told, None) or kind  # «пост ждёт перестройка. Расширять его начнут …»
    if kind == "construction" and all(hit.entry.id == "finishing" for hit in group):
        return _build_told(told, None) or kind  # «Остальные четыре достроят»
    if kind != WORKS:
        low = sentence.low
        renewed = told.again and all(low[hit.first].startswith("обнов") for hit in group)
        if renewed and low[sentence.first] == "после" and told.scene.last_build:
            return told.scene.last_build  # «После обновления он примет …»
        return kind
    if all(sentence.low[hit.first].startswith("ввод") for hit in group) and not _at_work(told):
        return "opening"
    if new and is_done(sentence):
        return "opening"  # «пять новых пунктов пропуска сданы»
    if any(_hands_over_new(sentence, hit) for hit in group):
        return "construction"
    if not (posts or counts) or _is_reason(sentence, group[0]):
        return None
    scene = told.scene
    if counts and sentence.begins(_REST):
        # «шесть постов; один из них сдан, остальные обещают модернизировать»
        kinds_here = {h.entry.kind for each in told.groups for h in each if h.entry.kind in BUILDS}
        if len(kinds_here) == 1:
            return kinds_here.pop()
    if stock and len(counts) > 1 and scene.first_build in RENEWALS:
        return scene.first_build  # «39 постов, работы завершены на двух»
    shortly = scene.told_kind if scene.told_shortly_before(sentence) else None
    kinds = (before, shortly, scene.last_kind)
    # «введены два поста, ещё шесть сдадут в июле»: of the modernisation told before
    known = next((kind for kind in (*kinds, scene.last_build) if kind in BUILDS), None)
    known = known or next((kind for kind in kinds if kind), None)
    pending = any(sentence.low[hit.first].startswith(_PENDING) for hit in group)
    if known == "opening" and (pending or (counts and not is_done(sentence))):
        # «Аят» открыли, «Убаган» ждёт подрядчика», «открыты два, на трёх идут работы»
        return kind_ahead(mentions, sentence.number) or "reconstruction"
    handing = any(sentence.low[hit.first] in ("сдадут", "сдать") for hit in group)
    if known == "opening" and handing and posts and not is_done(sentence):
        return "reconstruction"  # «Открылись два поста после капремонта. «Аят» сдадут к маю»
    if known is not None:
        return known
    own = next((hit.entry.kind for hit in group if hit.entry.kind in BUILDS), None)
    if own is None and len(counts) > 1 and opens_with_whole(sentence, counts):
        return "modernisation"  # «Из 39 постов завершено 14, по 12 ведутся работы»
    if own is not None:
        return own  # «сданы три обновлённых поста»
    if is_done(sentence):  # «Аят» сдали в мае, «Желкуар» модернизируют»
        return kind_ahead(mentions, sentence.number, 1) or _told_next(told)
    # «Работы на «Аяте» закончат в мае, «Убаган» реконструируют позже»
    around = (hit.entry.kind for each in told.groups for hit in each if hit.entry.kind in BUILDS)
    coming = kind_ahead(mentions, sentence.number) or next(around, None)
    handed = any(_hands_over(sentence, hit) for hit in group)
    led = sentence.low[max(sentence.first, group[0].first - _LED) : group[0].first]
    handed = handed and not any(word.startswith(_BUILDINGS) for word in led)
    # «шестой, «Казыгурт», обещают сдать к Новому году», where nothing tells of what kind
    return coming or ("reconstruction" if posts and handed else None)


def _governing(sentence: Sentence, group: Sequence[Hit], posts: Sequence[Place]) -> list[Hit]:
    """«построят причал и обновят пост «Аят»»: the verb of the posts, after one with its object."""
    one, other = group[-2:]
    between = sentence.low[one.last : other.first]
    verbs = all(sentence.low[hit.first].endswith(("т", "ть", "ти")) for hit in (one, other))
    joined = verbs and between[-1:] == ["и"] and len(between) > 1
    here = joined and all(other.last <= post.first for post in posts)
    return [other] if here and other.entry.kind in BUILDS and one.entry.kind in BUILDS else []


def _told_next(told: Told) -> str | None:
    """«Пост «Аят» сдан раньше срока. Реконструкция заняла семь месяцев»: what the next opens on."""
    bounds, number = told.mentions.tokens.bounds, told.sentence.number + 1
    if number >= len(bounds):
        return None
    first, last = bounds[number]
    for hit in triggers(told.mentions).get(number, []):
        if hit.first - first <= 1 and hit.entry.kind in BUILDS and hit.last < last:
            return hit.entry.kind if tells_long(told.mentions.tokens.low[hit.last]) else None
    return None


def _of_new(sentence: Sentence, count: Draft) -> bool:
    """Whether posts that are counted are new: «три новых пункта пропуска»."""
    return sentence.word_at(count.at + 1).startswith("новы")


def _commissions(told: Told, group: Sequence[Hit], before: str | None) -> bool:
    """«идёт реконструкция … На трёх ввод в эксплуатацию намечен на июль»: the end of works."""
    put_in = _puts_in(told, group)
    # «2027 год: – ввести в действие «Мактаарал»», «введут новый пост»: opened, and not renewed
    apart = is_item(told.sentence) or told.sentence.begins(_NEWLY)
    known = bool(told.counts) or not (apart and (told.posts or told.unlisted))
    return put_in and bool(_build_told(told, before)) and known and not is_done(told.sentence)


def _starts_regime(told: Told, group: Sequence[Hit]) -> bool:
    """Whether what was started is a queue that was told before, by a pronoun that no post has."""
    low, sentence = told.sentence.low, told.sentence
    her = any(not _HER.isdisjoint(low[hit.first - 1 : hit.last + 1]) for hit in group)
    her = her or (low[sentence.first] in _HER and bool(told.again))
    return her and told.scene.tells_regime(sentence)


def _goes_on_at(told: Told, group: Sequence[Hit]) -> bool:
    """Whether a clause tells no more than at which posts a regime starts: «на «Орде» запустят»."""
    low, first = told.sentence.low, told.sentence.first
    starts = all(low[hit.first].startswith(("заработ", "запус", "запущ")) for hit in group)
    return starts and low[first] in ("на", "а", "и") and bool(told.posts)


def _puts_in(told: Told, group: Sequence[Hit]) -> bool:
    """«введены», «введут», «введены шесть, ещё 12 намечено завершить»."""
    put_in = [told.sentence.low[hit.first].startswith(_PUT_IN) for hit in group]
    pairs = zip(put_in, group, strict=True)
    return any(put_in) and all(put or hit.entry.id == "ended" for put, hit in pairs)


def _build_told(told: Told, before: str | None) -> str | None:
    """The building or renewal that the clause or the sentences right before told."""
    scene = told.scene
    shortly = scene.told_kind if scene.told_shortly_before(told.sentence) else None
    return next((kind for kind in (before, shortly) if kind in BUILDS), None)


def _at_work(told: Told) -> bool:
    """Whether works were told of before, of which «ввод» is the end."""
    return told.scene.last_build is not None


def _is_reason(sentence: Sentence, hit: Hit) -> bool:
    """«откроют после того, как соседи закончат работы»."""
    return "после" in sentence.low[max(sentence.first, hit.first - _LED) : hit.first]


def _hands_over(sentence: Sentence, hit: Hit) -> bool:
    """«обещают сдать», «введут», «стройка на «Аяте»», «готовность поста – 40%»: works that end."""
    words = sentence.low[hit.first : hit.last]
    ready = any(word.startswith(("готовност", "стройготовн")) for word in words)
    return words[0] in ("сдадут", "сдать") or ready or hit.entry.id in ("ended", "progress")


def _hands_over_new(sentence: Sentence, hit: Hit) -> bool:
    """«сдадут новый пункт пропуска», «сдали новый терминал»."""
    low = sentence.low
    return (
        low[hit.first].startswith("сда")
        and sentence.word_at(hit.last).startswith("нов")
        and any(
            is_post(word) or word.startswith("терминал") for word in low[hit.last : hit.last + _NEW]
        )
    )
