"""Programmes that raise the capacity of a corridor, a line, a station or a post.

«увеличить мощность маршрута с 10 млн до 15 млн тонн к 2027 году»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.partner_place import NEIGHBOURS, foreign
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.names import corridor_name, names_of
from kzcoop.claims.programme.rail import ends_of, line_of
from kzcoop.claims.programme.reference import nearest_crossing
from kzcoop.claims.programme.rise import RAISING, TIMES, is_to_grow
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.programme.track import line_ends
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_NEAR = 4  # tokens from a word of capacity to its post
_LISTED = frozenset('«»",и–—-')
_WAY = Stems("артери", "коридор", "маршрут", "мтк")
_PATH = ("дорог", "магистрал", "пути")
_STATIONS = ("стык", "станци", "переход")
_LINES, _PORTS = (
    Stems("ветк", "дорог", "лини", "магистрал", "участк"),
    Stems("порт", "терминал", "хаб"),
)
_ITS = frozenset({"его", "ее"})
_TONNES = 1_000_000  # of a corridor, where the unit is left out
# nouns of growth: «работы по повышению пропускной способности»
_AIMS = frozenset({"goal", "planned"})
_GROWN = Stems(
    "возросл", "выросл", "доведен", "повысил", "поднял", "увеличен", "увеличил", but=("увеличени",)
)
_GROWTH = ("наращивани", "повышени", "расширени", "увеличени", "удвоени", "утроени")


def capacity(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    of_scene: str | None,
    before: Sequence[Place] = (),
    headline: tuple[str, ...] = (),
    told: bool = False,
) -> list[Found]:
    """Return the programme of the capacity of a corridor, a line or a post.

    ``told``: a work was told right before, of which more capacity is what comes.

    «увеличить мощность маршрута с 10 млн до 15 млн тонн к 2027 году»
    «пропускную способность «Нур Жолы» увеличат на треть»
    """
    if told and _has_grown(sentence):
        return []  # «Открыли «Аят». Пропускная способность поста доведена до 1 000 машин»
    told_post = _of_told_post(sentence, words, before, told)
    if posts := _raised(sentence, words) or _station(sentence, words, before) or told_post:
        names, register = names_of(mentions, posts)
        border = tuple(sorted({code for post in posts for code in post.codes}))
        here = [post for post in posts if sentence.first <= post.first < sentence.last]
        first = min([words[0].first, *(post.first for post in here)])
        last = max([words[-1].last, *(post.last for post in here)])
        by = deadline_of(sentence)
        if by is None and _will_grow(sentence):
            by = next((p.value for p in sentence.periods if p.role == "at"), None)
        return [Found(first, last, "capacity", border, None, None, None, by, names, register)]
    corridors = [corridor_name(mentions, p) for p in sentence.corridors]
    its = not (before or _of_port(sentence)) and any(
        sentence.word_before(hit.first) in _ITS or sentence.low[hit.first] in _ITS for hit in words
    )
    way = any(sentence.low[hit.last - 1].startswith(_PATH) for hit in words)  # «мощность пути»
    if not corridors and of_scene and (its or way or sentence.begins(_WAY)):
        corridors = [of_scene]
    raising = sentence.begins(RAISING) or sentence.begins(TIMES)
    kinds = ("percent", "ratio", "teu", "tonne") if raising else ("teu", "tonne")
    amounts = [
        q
        for q in sentence.quantities
        if q.kind in kinds or (raising and q.kind == "bare" and q.value >= _TONNES)
    ]  # «его мощность поднимут до 10 млн»
    # «шаги для повышения пропускной способности коридора «Западная Европа – Западный Китай»»
    led = [sentence.low[hit.first - 1] for hit in words]
    effort = any(word.startswith(_GROWTH) or _is_to_raise(word) for word in led)
    if not corridors and amounts and raising and (border := _between(sentence, words)):
        first = min([words[0].first, *(q.first for q in amounts)])
        last = max([words[-1].last, *(q.last for q in amounts)])
        deadline = deadline_of(sentence) or _by(sentence)
        return [Found(first, last, "capacity", border, None, None, None, deadline, (), ())]
    if not corridors and not told and _planned_rise(sentence):
        # «планируется увеличить пропускную способность до 290 млн тонн»
        by = deadline_of(sentence) or _by(sentence)
        first, last = words[0].first, words[-1].last
        names, border = _line(mentions, sentence, words), _border(sentence)
        if not names and (line := line_of(mentions, sentence)):
            # «Линия Дарбаза – Мактаарал должна поднять пропускную способность …»
            names, border = line.names, line.border
        names = names or _unlisted_station(mentions, words[-1])
        return [Found(first, last, "capacity", border, None, None, None, by, names, ())]
    if not corridors and effort and headline and _of_posts(sentence, words):
        first, last = words[0].first - 1, words[-1].last
        return [Found(first, last, "capacity", headline, None, None, None, None, (), (), weak=True)]
    if not corridors or not ((amounts and is_to_grow(sentence)) or effort):
        return []  # «пропускная способность коридора – 5 млн тонн»
    deadline = _by(sentence) or deadline_of(sentence)
    first = min([words[0].first, *(q.first for q in amounts)])
    last = max([words[-1].last, *(q.last for q in amounts)])
    return [Found(first, last, "capacity", (), None, None, None, deadline, tuple(corridors), ())]


def _has_grown(sentence: Sentence) -> bool:
    """Whether capacity is told to have grown: «доведена до», «выросла вдвое», by no term."""
    low = sentence.low
    grown = [low[i] for i in sentence.where(_GROWN) if low[i - 1] not in ("будет", "быть", "будут")]
    ahead = any(c.entry.kind in _AIMS and low[c.first] not in grown for c in sentence.cues)
    return bool(grown) and not (ahead or _will_grow(sentence))


def _by(sentence: Sentence) -> str | None:
    """«на 20 млн тонн к 2028 году»: a term after the amount."""
    return next((p.value for p in reversed(sentence.periods) if p.role == "by"), None)


def _of_port(sentence: Sentence) -> bool:
    """Whether ports are told of before the last amount: «…, для этого строят порты» comes after."""
    last = max((q.last for q in sentence.quantities), default=sentence.last)
    return sentence.begins(_PORTS) and any(
        word.startswith(_PORTS) for word in sentence.low[sentence.first : last]
    )


def _planned_rise(sentence: Sentence) -> bool:
    """Whether capacity is to grow by a share, a ratio, or to a level."""
    if not (sentence.begins(RAISING) or sentence.begins(TIMES)) or _of_port(sentence):
        return False
    tonnes = any(q.kind == "tonne" for q in sentence.quantities)
    post = any(place.kind == "checkpoint" for place in sentence.places)
    by = sentence.begins(TIMES) and not post and deadline_of(sentence) is not None
    if not (tonnes or by or sentence.begins(_LINES)):
        return False  # of a post, whose works are told beside it
    low = sentence.low
    amount = any(
        q.kind in ("percent", "ratio")
        or "до" in (low[q.lead], low[q.lead - 1])
        or (q.kind == "tonne" and "на" in (low[q.lead], low[q.lead - 1]) and _by(sentence))
        for q in sentence.quantities
    )
    asked = any(
        word.startswith(RAISING) and tense(word) == "infinitive"
        for word in low[sentence.first : sentence.last]
    )  # «договорились поднять её мощность до 18 млн тонн»
    return amount and (asked or sentence.has("planned", "goal") or _will_grow(sentence))


def _line(mentions: Mentions, sentence: Sentence, words: Sequence[Hit]) -> tuple[str, ...]:
    """The ends of the line whose capacity is told: «ветки Тургунди – Герат»."""
    near = sentence.low[words[-1].first : words[-1].last + 1]
    if not any(word.startswith(_LINES) for word in near):
        return ()
    pair = line_ends(mentions, words[-1])
    return (pair, *ends_of(pair)) if pair else ()


def _unlisted_station(mentions: Mentions, hit: Hit) -> tuple[str, ...]:
    """The station that no register has: «пропускная способность станции Торгунди»."""
    low, at = mentions.tokens.low, hit.last
    at += at < len(low) and low[at].startswith(_STATIONS)
    if not low[at - 1].startswith(_STATIONS) or at >= len(low):
        return ()
    return (name,) if (name := mentions.tokens.surface(at, at + 1))[:1].isupper() else ()


def _border(sentence: Sentence) -> tuple[str, ...]:
    """The one neighbour whose border a sentence names."""
    codes = {code for p in sentence.places for code in foreign(p) if code in NEIGHBOURS}
    return tuple(codes) if len(codes) == 1 else ()


def _of_posts(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """«расширение пропускной способности приграничных пунктов»."""
    last = min(sentence.last, words[-1].last + 2 * _NEAR)
    return any(is_post(sentence.low[i]) for i in range(words[-1].last, last))


def _station(sentence: Sentence, words: Sequence[Hit], before: Sequence[Place]) -> list[Place]:
    """The station told before: «позволит увеличить мощность станции до 1,7 млн ДФЭ»."""
    named = bool(sentence.posts or sentence.corridors)
    meant = any(
        sentence.word_at(i).startswith(_STATIONS)
        for hit in words
        for i in range(hit.first, hit.last + 1)
    )
    raised = any(q.kind in ("teu", "tonne", "vehicle") for q in sentence.quantities)
    return list(before) if meant and not named and raised and sentence.begins(RAISING) else []


def _of_told_post(
    sentence: Sentence, words: Sequence[Hit], before: Sequence[Place], told: bool
) -> list[Place]:
    """The post told before: «Его пропускную способность доведут до 1,4 тысячи машин в сутки».

    Where no work was told there, the pronoun may be left out.
    """
    its = any(sentence.word_before(hit.first) in _ITS for hit in words)
    alone = len({post.register for post in before}) == 1 and not told and _will_grow(sentence)
    its = its or (alone and words[0].first - sentence.first <= _NEAR)
    day = any(q.kind == "vehicle" for q in sentence.quantities)
    if not (its and day and before) or sentence.posts or not sentence.begins(RAISING):
        return []
    return nearest_crossing(sentence.low, before)


def _between(sentence: Sentence, words: Sequence[Hit]) -> tuple[str, ...]:
    """The border of «пропускную способность между Казахстаном и Китаем»."""
    low = sentence.low
    if not any("между" in low[hit.last : hit.last + 2] for hit in words):
        return ()
    codes = {code for place in sentence.places for code in foreign(place)}
    return tuple(codes) if len(codes) == 1 else ()


def _raised(sentence: Sentence, words: Sequence[Hit]) -> list[Place]:
    """The posts beside a word of capacity that is to grow: by a share, to a level, or by work."""
    low = sentence.low
    efforts = [
        hit
        for hit in words
        if low[hit.first - 1].startswith(_GROWTH) and low[hit.first - 2] == "по"
    ]
    if efforts:  # «на «Бахтах» идут работы по повышению пропускной способности»
        return [post for post in sentence.posts if post.first < efforts[0].first]
    grows = any(q.kind in ("percent", "ratio") for q in sentence.quantities)
    raised = any(low[q.lead - 1] == "до" or low[q.lead] == "до" for q in sentence.quantities)
    if not (grows or raised or _will_grow(sentence)) or not sentence.begins(RAISING):
        return []
    kept: list[Place] = []
    for place in sentence.places:
        if place.kind != "checkpoint":
            continue
        near = any(
            -1 <= place.first - hit.last <= _NEAR or 0 <= hit.first - place.last <= 1
            for hit in words
        )
        if near or (kept and _LISTED.issuperset(low[kept[-1].last : place.first])):
            kept.append(place)
    if not kept and _will_grow(sentence):  # «на «Бахтах» увеличат пропускную способность»
        return list(sentence.posts)
    return kept


def _will_grow(sentence: Sentence) -> bool:
    """«в 2026 году пропускную способность постов увеличат»."""
    low = sentence.low
    return any(c.entry.kind == "up" and tense(low[c.first]) == "future" for c in sentence.cues)


def _is_to_raise(verb: str) -> bool:
    """«меры, которые повысят пропускную способность», «чтобы повысить …»."""
    return verb.startswith(RAISING) and tense(verb) in ("future", "infinitive")
