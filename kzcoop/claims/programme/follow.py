"""What the next sentences add to a programme: how many are done, names, a deadline.

«Обновят девять постов. Четыре из них уже сданы: …»     9, of them 4 done
«Реконструкция затронет десять постов, среди них:»      names, one a line
«Пункт закрыт. Реконструкция продлится до 2026 года»    the work that closed it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.cues import is_first_stage
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS, RENEWALS, WORKS
from kzcoop.claims.programme.late_term import (
    ENDING,
    by_a_term,
    by_its_term,
    ended,
    ends_them,
    put_to_use,
)
from kzcoop.claims.programme.left import left_over
from kzcoop.claims.programme.names import unlisted_names
from kzcoop.claims.programme.numbers import numbers, opens_with_whole
from kzcoop.claims.programme.rise import post_takes
from kzcoop.claims.programme.some import some_of_them, with_names
from kzcoop.claims.programme.term import deadline_of, ending
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

# words of a sentence that tells how a programme goes on
_GOING_ON = Stems(
    "введ", "ввод", "вошл", "войд", "завер", "законч", "назва", "перв", "перечен", "приоритет",
    "речь", "сда", "список", "среди", "числ", "это",
)  # fmt: skip
_LISTS = Stems("назва", "перечен", "речь", "список", "среди")
_TERMS = (
    "введ", "ввести", "ввод", "верн", "завер", "законч", "конч", "огранич", "продерж", "продл",
    "работ", "рассчит", "сда", "срок", "улож",
)  # fmt: skip
_BEYOND = ("вдобавок", "дополнительно", "кроме", "помимо", "сверх")
_PARTS = ("некотор", "остальн", "ряд", "част")
_OTHERS = ("остальн", "оставш", "прочи", "прочих")
_WHOLE = Stems("весь", "всей", "всю", "вся", "все", "програм", "проект", "целик")
_REGIMES = frozenset({"green", "queue"})
_FREES = Stems("возобнов", "восстан", "откро", "открыт", "пуст", "пустят")
_TRAFFIC = Stems("движен", "пропуск", "проезд", "сообщен")
_LEFT = Stems("осталос", "остает", "остался")
_JOIN = Stems("присоедин")  # «К ним присоединятся «Аят» и «Косак»»
_ONCE = frozenset({"после", "с", "со"})
_LAUNCH = ("ввод", "заверш", "запуск", "окончан", "открыти", "сдач")
_TERM = 8  # tokens of «После ввода новой линии в эксплуатацию в 2027 году»
_OPENING = 3  # tokens in which a sentence says what it tells of
# what tells of the other side of a crossing
_ACROSS = Stems("напротив", "парн", "соответств", "сопредельн", "стороны")
_DASHES = frozenset("–—-")
_BULLETS = frozenset("–—-•*")
_LINE = 8  # tokens of a line that is a name and no more


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
    posts = sentence.posts
    if sentence.low[sentence.first].startswith(_BEYOND):
        return None
    if known.kind in BUILDS and any(hit.entry.id in _REGIMES for hit in words):
        return None  # «Программа охватывает 39 постов. Электронная очередь действует на 31»
    if posts and not counts and known.total and not known.names and _of_a_part(sentence):
        return with_names(mentions, sentence, posts, known)
    if known.closing and not known.register:
        return None  # «Три пункта закрыты. … Реконструкцию «Аята» завершат в 2027 году»
    renewed = known.kind in RENEWALS and any(hit.entry.kind in RENEWALS for hit in words)
    if posts and not counts and known.total and not known.names and renewed:
        first = is_first_stage(sentence) and len({p.register for p in posts}) < known.total
        if first:  # «Реконструируют 11 пунктов. На первом этапе обновят «Аят» и «Косак»»
            return with_names(mentions, sentence, posts, known)
    if posts and not counts and post_takes(mentions, sentence):
        return None  # «После сдачи в эксплуатацию «Аят» сможет пропускать 1 500 машин в сутки»
    left = (known.total or 0) - (known.done or 0)
    building = any(hit.entry.kind in BUILDS for hit in words)
    waits = known.done and 0 < left == len({p.register for p in posts})
    if waits and not building and (sentence.begins(_LEFT) or sentence.begins(_JOIN)):
        # «… работает на четырёх из пяти постов. Осталось подключить «Аят»»
        return replace(with_names(mentions, sentence, posts, known), remaining=left)
    if known.total is None and known.register and _of_the_rest(sentence):
        return None  # «По «Аяту» готов проект. Оставшиеся шесть завершат к концу 2027 года»
    if counts and known.total is not None and _of_others(sentence, counts[0], words):
        return None  # «Обновят шесть постов. Готовят документацию ещё по пяти пунктам»
    if counts and known.total is not None:
        return some_of_them(mentions, sentence, words, posts, counts, known)
    if counts and _is_counted_out(sentence, words, counts, known):
        total, done, remaining = numbers(sentence, counts)
        term = known.deadline or deadline_of(sentence) or counts[0].deadline
        more = with_names(mentions, sentence, posts, known)
        return replace(more, total=total, done=done, remaining=remaining, deadline=term)
    if known.closing and not (posts or counts) and _opens_with_work(sentence, words):
        # «Пункт «Сырым» закрыт для машин. Реконструкция продлится до конца 2026 года»
        kind, term = words[0].entry.kind, deadline_of(sentence)
        return replace(known, kind=kind, deadline=term or known.deadline, closing=False)
    if known.closing and not (posts or counts or known.deadline) and _reopens(sentence, words):
        # «Пункт «Аят» закрыт с весны. Открыть рассчитывают в 2027 году»
        return replace(known, kind="opening", deadline=deadline_of(sentence), closing=False)
    if known.kind in BUILDS and known.deadline is None and not (posts or counts):
        term = _when_it_works(sentence)
        if term:  # «После запуска в 2027 году пропускная способность переходов вырастет»
            return replace(known, deadline=term)
    if known.line and not (posts or counts):
        return ended(sentence, words, known)
    if known.names and not known.register and by_its_term(sentence, words, known):
        return replace(known, deadline=deadline_of(sentence))
    at_work = any(hit.entry.kind == WORKS for hit in words)
    working = [hit for hit in words if hit.entry.id != "capacity" and hit.entry.kind != WORKS]
    if counts or working:
        opened = _opens_traffic(sentence, working) or put_to_use(sentence, words)
        if opened and not (posts or counts or known.deadline):
            # «… построят новый переход. Открыть движение надеются в 2028 году», «Ввод намечен …»
            opens = known.kind in BUILDS or (known.kind == "opening" and not known.past)
            term = deadline_of(sentence) if opens else None
            return replace(known, deadline=term) if term else None
        known_one = known.register or known.names
        named = posts or counts or not known_one or known.deadline is not None
        only = all(hit.entry.kind in BUILDS for hit in working)
        # not «Строительство нового пункта «Ак-Алтын» завершат в 2027 году»
        if (
            named
            or not only
            or (building and known.kind == "other")  # a regime told, then works elsewhere
            or unlisted_names(mentions, sentence)
            or not (sentence.begins(ENDING) or by_a_term(sentence))
        ):
            return None
        # «Закончить строительство должны в 2027 году», «Большая реконструкция к 2028 году»
        term = deadline_of(sentence)
        return replace(known, deadline=term) if term else None
    if posts and known.total and known.deadline is None and ends_them(sentence):
        return replace(known, deadline=deadline_of(sentence))
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
        line = line and not (at_work and alone)  # «Обновят девять. «Аят» сдадут в этом году»
        line = line or _is_item(sentence, posts[0], known)
        if line or (across and sentence.begins(_ACROSS)) or (told and not known.names):
            return with_names(mentions, sentence, posts, known)
        return None
    deadline = deadline_of(sentence)
    if (
        deadline
        and known.total
        and deadline > (known.deadline or "")
        and _ends_all(sentence, known)
    ):
        return replace(known, deadline=deadline)
    if deadline and known.deadline is None and known.kind in BUILDS and _frees_traffic(sentence):
        return replace(known, deadline=deadline)  # «Возобновить движение рассчитывают 1 мая»
    if (
        deadline
        and known.deadline is None
        and any(sentence.low[i].startswith(_TERMS) for i in range(sentence.first, sentence.last))
    ):
        return replace(known, deadline=deadline)
    return None


def _ends_all(sentence: Sentence, known: Found) -> bool:
    """Whether a term is of all that is told, the rest or the whole.

    «На остальных её внедрят до конца года», «Завершить программу намерены к концу 2027 года»
    """
    opening = sentence.low[sentence.first : sentence.first + _OPENING]
    if any(word.startswith(_OTHERS) for word in opening):
        return not any(is_post(word) for word in opening)
    return known.deadline is not None and sentence.begins(ENDING) and sentence.begins(_WHOLE)


def _of_others(sentence: Sentence, one: Draft, words: Sequence[Hit]) -> bool:
    """Whether posts with their noun are more than those told: «ещё по пяти пунктам»."""
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) in ("на", "по")
    noun = one.quantity.noun
    more = sentence.word_before(lead) == "еще" and noun is not None and noun.id == "checkpoint"
    return more and any(hit.entry.kind == WORKS for hit in words)


def _of_the_rest(sentence: Sentence) -> bool:
    """Whether a sentence opens with those that are left."""
    return any(
        word.startswith(_OTHERS)
        for word in sentence.low[sentence.first : sentence.first + _OPENING]
    ) and bool(left_over(sentence))


def _is_counted_out(
    sentence: Sentence, words: Sequence[Hit], counts: Sequence[Draft], known: Found
) -> bool:
    """«Ремонт постов на границе буксует. Из семнадцати пунктов плана готов один»: of that work."""
    if known.total is not None or known.names or known.kind not in BUILDS:
        return False
    own = any(hit.entry.kind != WORKS and hit.entry.kind != known.kind for hit in words)
    return not own and opens_with_whole(sentence, counts)


def _opens_traffic(sentence: Sentence, working: Sequence[Hit]) -> bool:
    """Whether traffic is what will be opened: «открыть движение», «движение откроют»."""
    return all(hit.entry.kind == "opening" for hit in working) and any(
        sentence.low[hit.first].startswith("пуск")
        or sentence.word_at(hit.last).startswith("движен")
        or sentence.word_before(hit.first).startswith("движен")
        for hit in working
    )


def _when_it_works(sentence: Sentence) -> str | None:
    """The term of «После запуска в 2027 году …», «С завершением проекта в 2027 году …»."""
    low, first = sentence.low, sentence.first
    if low[first] not in _ONCE or not low[first + 1].startswith(_LAUNCH):
        return None
    here = [p for p in sentence.periods if p.role == "at" and p.value and p.first - first <= _TERM]
    return ending(here[0].value or "") if here else None


def _reopens(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Whether what was shut is to be opened by a term, and no more is told."""
    opens = bool(words) and all(hit.entry.kind == "opening" for hit in words)
    return opens and deadline_of(sentence) is not None


def _frees_traffic(sentence: Sentence) -> bool:
    """«Возобновить движение», «Проезд откроют»: what comes when works end."""
    return sentence.begins(_FREES) and sentence.begins(_TRAFFIC)


def _opens_with_work(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Whether a sentence is about one work on what the text speaks of."""
    return (
        bool(words) and words[0].entry.kind in BUILDS and words[0].first - sentence.first < _OPENING
    )


def _of_a_part(sentence: Sentence) -> bool:
    """«На ряде объектов работы завершены», «Часть пунктов уже сдана»."""
    words = sentence.low[sentence.first : sentence.first + _OPENING]
    return any(word.startswith(_PARTS) for word in words)


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
