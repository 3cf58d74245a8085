"""What the next sentences add to a programme: how many are done, names, a deadline.

«Обновят девять постов. Четыре из них уже сданы: …»     9, of them 4 done
«Остальные пять завершат к июлю»                        5 remain, by July
«Реконструкция затронет десять постов, среди них:»      names, one a line
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import foreign
from kzcoop.claims.programme_found import Found, border_of
from kzcoop.claims.programme_kind import BUILDS, WORKS
from kzcoop.claims.programme_names import names_of
from kzcoop.claims.programme_numbers import is_done, left_over, stands_by_done
from kzcoop.claims.programme_object import is_post
from kzcoop.claims.programme_term import deadline_of
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

# «из них», «из этих пунктов»
_THEM = Words("них", "этих", "указанных", "данных")
# words of a sentence that tells how a programme goes on
_GOING_ON = Stems(
    "введ", "ввод", "вошл", "войд", "завер", "законч", "назва", "перв", "перечен", "приоритет",
    "речь", "сда", "список", "среди", "числ", "это",
)  # fmt: skip
_LISTS = Stems("назва", "перечен", "речь", "список", "среди")
_TERMS = (
    "завер", "законч", "конч", "огранич", "продерж", "продл", "работ", "рассчит", "сда", "срок",
    "улож",
)  # fmt: skip
_DELAYED = Stems("оставл", "отлож", "отста", "отстае", "перенес", "сдвин")
_PAPERS = Stems("документац", "обоснован", "проект", "смет", "экспертиз")
_ENDING = Stems("введ", "ввод", "заверш", "законч", "оконч", "срок")
_BUILDING = Stems("работ", "проект", "модерниз", "обновлен", "реконструк", "ремонт", "строител")
_BEYOND = ("вдобавок", "дополнительно", "кроме", "помимо", "сверх")
_PARTS = ("некотор", "остальн", "ряд", "част")
_OTHERS = Stems("остальн", "оставш")
_OPENING = 3  # tokens in which a sentence says what it tells of
# what tells of the other side of a crossing
_ACROSS = Stems("напротив", "парн", "соответств", "сопредельн", "стороны")
_DASHES = frozenset("–—-")
_BULLETS = frozenset("–—-•*")
_LINE = 8  # tokens of a line that is a name and no more


def of_them(sentence: Sentence) -> bool:
    """Whether a sentence tells of some of those before: «на двух из них»."""
    low = sentence.low
    return sentence.holds(_THEM) and any(
        low[i] == "из" and low[i + 1] in _THEM for i in range(sentence.first, sentence.last - 1)
    )


def continued(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    counts: Sequence[Draft],
    known: Found,
) -> Found | None:
    """Return a programme with what the sentence after adds to it, or None where it adds nothing.

    Parameters
    ----------
    mentions, sentence
        The report's mentions and the sentence.
    words, counts
        Its words of work and its counts of posts.
    known
        The programme told before.
    """
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    if sentence.low[sentence.first].startswith(_BEYOND):
        return None
    if posts and not counts and known.total and not known.names and _of_a_part(sentence):
        return _named(mentions, sentence, posts, known)
    if counts and known.total is not None:
        return _some_of_them(mentions, sentence, words, posts, counts, known)
    if known.closing and not (posts or counts) and _opens_with_work(sentence, words):
        # «Пункт «Сырым» закрыт для машин. Реконструкция продлится до конца 2026 года»
        kind, term = words[0].entry.kind, deadline_of(sentence)
        return replace(known, kind=kind, deadline=term or known.deadline, closing=False)
    if known.line and not (posts or counts):
        return ended(sentence, words, known)
    at_work = any(hit.entry.kind == WORKS for hit in words)
    working = [hit for hit in words if hit.entry.id != "capacity" and hit.entry.kind != WORKS]
    if counts or working:
        named = posts or counts or not known.register or known.deadline is not None
        building = all(hit.entry.kind in BUILDS for hit in working)
        if named or not building or not (sentence.begins(_ENDING) or _by_a_term(sentence)):
            return None
        # «Закончить строительство должны в 2027 году», «Большая реконструкция к 2028 году»
        term = deadline_of(sentence)
        return replace(known, deadline=term) if term else None
    if posts:
        line = sentence.last - sentence.first <= _LINE and _opens_with_name(sentence, posts[0])
        register = {post.register for post in posts}
        wanted = (known.total or 0) - len(known.register)
        alone = known.total is not None and deadline_of(sentence) is not None
        # «Первым завершат «Аят» – к маю»: a member told singly, unless all are told so
        told = sentence.begins(_LISTS) or (
            (at_work or sentence.begins(_GOING_ON)) and (len(register) == wanted or not alone)
        )
        across = bool(known.names) and register <= set(known.register) and not at_work
        line = line and (known.total is not None or not known.names)  # no heading of its own
        line = line or _is_item(sentence, posts[0], known)
        if line or (across and sentence.begins(_ACROSS)) or (told and not known.names):
            return _named(mentions, sentence, posts, known)
        return None
    deadline = deadline_of(sentence)
    if (
        deadline
        and known.deadline is None
        and any(sentence.low[i].startswith(_TERMS) for i in range(sentence.first, sentence.last))
    ):
        return replace(known, deadline=deadline)
    return None


def own_term(
    mentions: Mentions, sentence: Sentence, kind: str, headline: tuple[str, ...]
) -> Found | None:
    """Return the programme of posts of which a sentence tells the term alone.

    «Кайрак» отстаёт от графика, новый срок – июнь 2027 года», «Жанибек» оставлен на 2028 год»
    """
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    low = sentence.low
    told = sentence.begins(_DELAYED) or sentence.begins(_ENDING)
    by = deadline_of(sentence) if told else None
    if by is None and sentence.begins(_DELAYED):
        by = next((p.value for p in sentence.periods if low[p.first - 1] == "на"), None)
    if by is None or not posts or sentence.begins(_PAPERS):
        return None
    names, register = names_of(mentions, posts)
    border = border_of(sentence, sentence.places, posts, headline)
    first, last = posts[0].first, posts[-1].last
    return Found(first, last, kind, border, None, None, None, by, names, register)


def _opens_with_work(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Whether a sentence is about one work on what the text speaks of."""
    return (
        bool(words) and words[0].entry.kind in BUILDS and words[0].first - sentence.first < _OPENING
    )


def ended(sentence: Sentence, words: Sequence[Hit], known: Found) -> Found | None:
    """Return the one programme of a report with the term that a late sentence sets for its work.

    «Завершение работ запланировано на 2027 год»
    """
    building = any(hit.entry.kind == WORKS for hit in words) or sentence.begins(_BUILDING)
    other = any(hit.entry.kind == "line" for hit in sentence.rows("programmes"))
    if known.deadline or sentence.places or not building or (known.line and other):
        return None
    if not (sentence.begins(_ENDING) or _by_a_term(sentence)):
        return None
    deadline = deadline_of(sentence)
    return replace(known, deadline=deadline) if deadline else None


def _by_a_term(sentence: Sentence) -> bool:
    """Whether something is to be by a term: «Реконструкция к 2028 году», no «остальные»."""
    if any(foreign(place) for place in sentence.places):
        return False  # of a border of its own
    if sentence.begins(_OTHERS) or any(h.entry.kind == "line" for h in sentence.rows("programmes")):
        return False  # «остальные», «дорогу построят к 2028 году»
    return any(period.role == "by" for period in sentence.periods)


def _of_a_part(sentence: Sentence) -> bool:
    """«На ряде объектов работы завершены», «Часть пунктов уже сдана»."""
    words = sentence.low[sentence.first : sentence.first + _OPENING]
    return any(word.startswith(_PARTS) for word in words)


def _some_of_them(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    known: Found,
) -> Found | None:
    """«Четыре из них сданы», «Остальные пять завершат к июлю»."""
    value, total = int(counts[0].value), known.total or 0
    left = left_over(sentence)
    if left and value + left == total and is_done(sentence):
        # «обновлены два, до остальных шести дело не дошло»
        return replace(
            _named(mentions, sentence, posts, known), done=known.done or value, remaining=left
        )
    if of_them(sentence) and value < total and len(counts) == 1:
        more = _named(mentions, sentence, posts, known)
        if known.done is None and is_done(sentence):
            return replace(more, done=value)
        return more if words else None
    going_on = bool(words) and all(
        hit.entry.kind == WORKS and hit.entry.id != "turn" for hit in words
    )
    going_on = going_on and not (is_done(sentence) or deadline_of(sentence))
    if going_on and sum(one.value for one in counts) <= total and value < total:
        # «строители вышли на три объекта, к четырём другим приступят весной»
        return _named(mentions, sentence, posts, known)
    opens = counts[0].quantity.lead - sentence.first < _OPENING
    done = opens or (stands_by_done(sentence, counts[0]) and not posts and not words[1:])
    if known.done is None and done and is_done(sentence) and value < total:
        return replace(known, done=value)  # «Сданы 4, на пяти идут работы»
    if known.done and value == total - known.done and len(counts) == 1:
        return replace(
            _named(mentions, sentence, posts, known),
            remaining=value,
            deadline=known.deadline or counts[0].deadline or deadline_of(sentence),
        )
    return None


def _named(mentions: Mentions, sentence: Sentence, posts: Sequence[Place], known: Found) -> Found:
    """A programme with the names of a later sentence."""
    names, register = names_of(mentions, posts)
    new = [name for name in names if name not in known.names]
    here = names_of(mentions, [post for post in posts if post.side == "home"])[0]
    home = [name for name in new if name in here]
    return replace(
        known,
        names=(*known.names[: known.home], *home, *known.names[known.home :], *new[len(home) :]),
        home=known.home + len(home),
        register=(*known.register, *(row for row in register if row not in known.register)),
        deadline=known.deadline or deadline_of(sentence),
    )


def _is_item(sentence: Sentence, post: Place, known: Found) -> bool:
    """«Аят» – в Костанайской области: one line for each of the posts that were counted."""
    after = sentence.low[post.last : post.last + 2]
    wanting = known.total is not None and len(known.register) < known.total
    near = post.first - sentence.first <= _OPENING
    bullet = near and sentence.low[sentence.first] in _BULLETS
    named = _opens_with_name(sentence, post) and not _DASHES.isdisjoint(after)
    return wanting and (bullet or named)


def _opens_with_name(sentence: Sentence, post: Place) -> bool:
    """«— Озинки,»: a line that holds a name and marks."""
    words = sentence.low[sentence.first : post.first]
    led = (word for word in words if word.isalpha() and word not in ("на", "в", "пропуска"))
    return all(is_post(word) for word in led)
