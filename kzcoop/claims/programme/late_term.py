"""The term of a programme that a sentence tells alone.

«Завершение работ запланировано на 2027 год»            of the one work of the report
«Кайрак» отстаёт от графика, новый срок – июнь 2027     of a post that is named with it
«Реконструкция к 2028 году»                             no verb of ending, but «к»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.programme.found import Found, border_of
from kzcoop.claims.programme.kind import BUILDS, WORKS
from kzcoop.claims.programme.left import left_over
from kzcoop.claims.programme.names import names_of
from kzcoop.claims.programme.term import deadline_of, ending, starts
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_DELAYED = Stems(
    "задерж", "затян", "оставл", "отлож", "отодвин", "отста", "отстае", "передвин", "перенес",
    "сдвин", "сорва", "сорван",
)  # fmt: skip
_PAPERS = Stems("документац", "обоснован", "проект", "смет", "экспертиз")
# what tells that a work ends
ENDING = Stems("введ", "ввод", "заверш", "законч", "оконч", "срок")
_LAID = Stems("откр", "сдад", "сдат", "улож")
_BUILDING = Stems("работ", "проект", "модерниз", "обновлен", "реконструк", "ремонт", "строител")
_IT, _THEM = Words("ее"), Words("их")
_RAILS = Stems("движени", "поезд", "рельс", "укладк")
_OTHERS = Stems("остальн", "оставш")
THE_REST = Stems("остальн", "оставш", "прочи")
_PUT = ("ввод", "открыти")
# what follows it where nothing else is opened, not «Открытие моста намечено на май»
_INTO = (
    "заплан", "назнач", "намеч", "объект", "ожида", "переход", "планир", "пост", "предусм", "пункт",
    "состо",
)  # fmt: skip
_USE = ("действ", "строй", "эксплуатац")
_INTO_DASHES = frozenset("–—-:")
_OPENS = frozenset(", ; – — а и но на для по".split())
_REACH = 2  # sentences after a whole in which its rest is told


def own_term(
    mentions: Mentions,
    sentence: Sentence,
    kind: str,
    headline: tuple[str, ...],
    head: Sequence[Place] = (),
) -> Found | None:
    """Return the programme of posts of which a sentence tells the term alone.

    ``head`` are the posts that a line opens with: «• «Аят». Подрядчик ушёл. Новый срок – май».

    «Кайрак» отстаёт от графика, новый срок – июнь 2027 года», «Жанибек» оставлен на 2028 год»
    """
    posts = list(sentence.posts or head)
    low = sentence.low
    told = sentence.begins(_DELAYED) or sentence.begins(ENDING)
    by = deadline_of(sentence) if told else None
    if by is None and sentence.begins(_DELAYED):
        by = next((p.value for p in sentence.periods if low[p.first - 1] == "на"), None)
    if by is None or not posts or sentence.begins(_PAPERS) or ends_them(sentence):
        return None
    names, register = names_of(mentions, posts)
    border = border_of(sentence, sentence.places or posts, posts, headline)
    if posts[0].first < sentence.first:
        return Found(
            sentence.first, sentence.last - 1, kind, border, None, None, None, by, names, register
        )
    first, last = posts[0].first, posts[-1].last
    return Found(first, last, kind, border, None, None, None, by, names, register)


def ends_them(sentence: Sentence) -> bool:
    """«Закончить их рассчитывают к исходу 2025 года, пока же техника стоит лишь на «Аяте»»."""
    low = sentence.low
    return sentence.holds(_THEM) and any(
        low[i] in _THEM and low[i - 1].startswith(ENDING) for i in sentence.where(_THEM)
    )


def ended(sentence: Sentence, words: Sequence[Hit], known: Found) -> Found | None:
    """Return the one programme of a report with the term that a late sentence sets for its work.

    «Завершение работ запланировано на 2027 год»
    """
    building = any(hit.entry.kind == WORKS for hit in words) or sentence.begins(_BUILDING)
    lines = [hit for hit in sentence.rows("programmes") if hit.entry.kind == "line"]
    # «Завершат линию в 2027 году», «Её сдадут в 2027 году»: that which was told
    same = known.line and all(hit.entry.id == "railway" for hit in lines)
    same = same and (bool(lines) or sentence.holds(_IT) or sentence.begins(_RAILS))
    building, other = building or same, bool(lines) and not same
    building = building or (known.kind in BUILDS and put_to_use(sentence, words))
    hers = same and sentence.low[sentence.first] == "ее"  # «Её сдадут …, и стыки с Китаем …»
    if known.deadline or (sentence.places and not hers) or not building or (known.line and other):
        return None
    ends = sentence.begins(ENDING) or (same and sentence.begins(_LAID))
    if not (ends or by_a_term(sentence)):
        return None
    deadline = deadline_of(sentence)
    return replace(known, deadline=deadline) if deadline else None


def put_to_use(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Return whether all that a sentence tells is when a thing is opened.

    «Ввод в эксплуатацию запланирован на IV квартал», «Срок ввода – май», «Открытие – в 2027 году»
    """
    for hit in words:
        after = sentence.word_at(hit.last)
        goes_on = after == "в" and (
            sentence.word_at(hit.last + 1).startswith(_USE)
            or any(period.first == hit.last + 1 for period in sentence.periods)
        )
        if not sentence.low[hit.first].startswith(_PUT):
            return False
        if not (goes_on or after.startswith(_INTO) or after in _INTO_DASHES):
            return False
    return bool(words)


def by_its_term(sentence: Sentence, words: Sequence[Hit], known: Found) -> bool:
    """Return whether a sentence sets the term of a post that no register has.

    «построят пункт пропуска «Тал-Булак». Его введут в 2027 году», «Сдать его хотят к лету»
    """
    his = sentence.low[sentence.first] == "его" or any(
        sentence.word_at(hit.last) == "его" for hit in words
    )
    builds = known.kind in BUILDS and known.deadline is None
    return builds and his and not sentence.posts and deadline_of(sentence) is not None


def rest_term(mentions: Mentions, sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Return programmes, a whole told shortly before with the term of the rest of its posts.

    «Перестроят шесть постов. «Аят» обещают сдать осенью, прочие отнесены на 2026 год»
    """
    low = sentence.low
    at = next(
        (
            i
            for i in range(sentence.first, sentence.last)
            if THE_REST.fit(low[i])
            and (i == sentence.first or low[i - 1] in _OPENS)
            # «Идёт реконструкция шести постов. Остальные пункты отремонтируют …»: none of those
            and not is_post(sentence.word_at(i + 1))
        ),
        None,
    )
    # not «остальные начнут весной»
    periods = [p for p in sentence.periods if at is not None and p.first > at and p.value]
    periods = [p for p in periods if not starts(sentence, p)]
    if any(at is not None and 0 < q.lead - at <= 2 for q in sentence.quantities):
        return list(found)  # «Остальные четыре достроят в 2027 году»: told of by themselves
    if at is None or not periods or any(at < post.first for post in sentence.posts):
        return list(found)
    number = mentions.tokens.sentence
    by = max(ending(p.value or "") for p in periods)
    kept = list(found)
    for index, each in enumerate(kept):
        near = 0 < sentence.number - number[each.first] <= _REACH
        later = each.deadline is None or each.deadline < by
        if near and later and (each.total or 0) > 1 and each.kind in BUILDS:
            kept[index] = replace(each, deadline=by)
    return kept


def rest_alone(sentence: Sentence, found: Sequence[Found]) -> Found | None:
    """Return the rest of a whole told before as a programme: «Оставшиеся пять завершат к 2028-му».

    Where other programmes were told since that whole.
    """
    left = left_over(sentence)
    by = deadline_of(sentence) if left and not sentence.posts else None
    if by is None or not left:
        return None
    whole = next((e for e in reversed(found[:-1]) if (e.total or 0) > left), None)
    if whole is None or whole.kind not in BUILDS or whole.remaining is not None:
        return None
    return Found(
        sentence.first, sentence.last - 1, whole.kind, whole.border, None, None, left, by, (), (),
        rest=True,
    )  # fmt: skip


def by_a_term(sentence: Sentence) -> bool:
    """Return whether something is to be by a term: «Реконструкция к 2028 году», no «остальные»."""
    if any(foreign(place) for place in sentence.places):
        return False  # of a border of its own
    if sentence.begins(_OTHERS) or any(h.entry.kind == "line" for h in sentence.rows("programmes")):
        return False  # «остальные», «дорогу построят к 2028 году»
    return any(period.role == "by" for period in sentence.periods)
