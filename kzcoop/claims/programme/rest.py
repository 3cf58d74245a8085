"""What the counts around a programme tell of its whole: how many there are, and how many wait.

«На границе пять постов. Зелёный коридор введён на двух»        two of five
«… введён на двух из пяти. Недоставало трёх: «Калжат – …»»      three remain, and their names
«очередь внедрят на 15 постах. Есть она на 11, осталось четыре»  11 done
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kzcoop.claims.place.partner_place import NEIGHBOURS, foreign
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.left import is_waiting
from kzcoop.claims.programme.numbers import ASKS
from kzcoop.claims.programme.some import with_names
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_SEVERAL = 2
_REACH = 2  # sentences after a programme in which its rest is told
_BEFORE_NAMES = frozenset(",:–—-(")
_LIST = frozenset('«»",и–—-')
_OTHERS = ("друг", "друж", "обойд", "остал", "оставш", "проч")


def completed(
    mentions: Mentions,
    found: Sequence[Found],
    counts: Mapping[int, Sequence[Draft]],
    sentences: Sequence[Sentence],
) -> list[Found]:
    """Return programmes with the whole before them and the rest after them, as counts tell."""
    if not counts:
        return list(found)
    kept: list[Found] = []
    for each in found:
        each = _of_others(each, kept[-1] if kept else None)
        each = _of_stock(mentions, each, counts)
        if each.total and each.done and each.remaining is None and each.done < each.total:
            each = _with_rest(mentions, each, counts, sentences)
        if each.remaining and each.done:
            _await(each, counts.get(mentions.tokens.sentence[each.first] + 1, ()))
        # «обновляют девять на внешнем контуре; сданы «Аят» и …»: some of them tell no border
        if each.register and not each.border and each.kind == "green_corridor":
            each = replace(each, border=_border_of(mentions, each))
        kept.append(each)
    return kept


def _await(each: Found, counts: Sequence[Draft]) -> None:
    """«Недоставало четырёх»: those that wait, which the sentence after counts, are planned."""
    for one in counts:
        open_one = one.status == "actual" and one.period is None
        if open_one and one.value == each.remaining and is_waiting(one.sentence, one):
            one.note("the rest of those told before")
            one.status = "planned"


def _border_of(mentions: Mentions, each: Found) -> tuple[str, ...]:
    """The one border that the posts of a programme stand on."""
    codes = {
        code for place in mentions.places if place.register in each.register for code in place.codes
    }
    return tuple(codes) if len(codes) == 1 else ()


def borders_after(sentence: Sentence, counts: Sequence[Draft], known: Found) -> tuple[str, ...]:
    """Return the borders that a sentence divides the posts told before it by; empty for none.

    «Открыты четыре перехода. По два пришлось на границы с Россией и Туркменистаном»
    """
    if not counts or known.total is None or sentence.posts:
        return ()
    values = [int(one.value) for one in counts]
    codes = {
        code
        for place in sentence.abroad
        if place.kind in ("adjective", "country")
        for code in foreign(place)
        if code in NEIGHBOURS
    }
    each = sentence.word_before(counts[0].quantity.lead) == "по" and values[0] * len(codes)
    bare = all(one.quantity.noun is None for one in counts)
    if len(codes) < _SEVERAL or not bare or known.total not in (sum(values), each):
        return ()
    return tuple(sorted(codes))


def _of_others(each: Found, before: Found | None) -> Found:
    """«введены три поста … Модернизация остальных двенадцати»: no rest of those three."""
    if each.total is not None or each.remaining is None or before is None:
        return each
    if before.kind != "opening" or before.total is None or before.done != before.total:
        return each
    return replace(each, total=each.remaining, remaining=None)


def _of_stock(mentions: Mentions, each: Found, counts: Mapping[int, Sequence[Draft]]) -> Found:
    """«На границе пять постов. Зелёный коридор введён на двух»: a bare count is of those told."""
    number, paragraph = mentions.tokens.sentence, mentions.tokens.paragraph
    at = number[each.first]
    here = [one for one in counts.get(at, ()) if each.first <= one.at < each.last]
    before = counts.get(at - 1, ())
    if each.total is None or not here or len(before) != 1 or paragraph[at - 1] != paragraph[at]:
        return each
    one, stock = here[0], before[0]
    bare = one.quantity.noun is None and int(one.value) == each.total and (each.past or each.done)
    # «30 постов. До 2027 года обновят 24. Сданы два»: two of those that will be renewed
    bare = bare and each.done in (None, each.total)
    if not bare or stock.quantity.noun is None or stock.value <= one.value:
        return each
    if stock.deadline or set(stock.partner) != set(each.border or stock.partner):
        return each
    border = tuple(stock.partner) or each.border
    return replace(each, total=int(stock.value), done=int(one.value), border=border)


def _with_rest(
    mentions: Mentions,
    each: Found,
    counts: Mapping[int, Sequence[Draft]],
    sentences: Sequence[Sentence],
) -> Found:
    """«… у двух, хотя всего их пять. Для трёх обойдённых – «Достык», … – добивались того же»."""
    number, paragraph = mentions.tokens.sentence, mentions.tokens.paragraph
    at, left = number[each.first], (each.total or 0) - (each.done or 0)
    told = 0
    for n in range(at, at + _REACH + 1):
        if n >= len(sentences) or paragraph[n] != paragraph[at]:
            break
        for one in counts.get(n, ()):
            told += 1
            first_two = n == at and told <= 2
            # «… на одном из семи. Соседи предлагали добавить ещё два: «Калжат» и «Бахты»»
            asked = n > at and sentences[n].begins(ASKS) and one.value < left and _is_more(one)
            if first_two or (int(one.value) != left and not asked) or not _is_bare(one):
                continue
            posts = _named_after(sentences[n], one)
            if posts and not set(each.register) & {post.register for post in posts}:
                each = with_names(mentions, sentences[n], posts, each)
            return replace(each, remaining=int(one.value) if asked else left)
    return each


def _is_bare(one: Draft) -> bool:
    """«осталось четыре», «на трёх прочих постах»: of those counted before."""
    after = one.sentence.word_at(one.quantity.last), one.sentence.word_at(one.quantity.first + 1)
    led = one.sentence.word_before(one.quantity.lead)
    return one.quantity.noun is None or any(w.startswith(_OTHERS) for w in (*after, led))


def _is_more(one: Draft) -> bool:
    """«ещё два», «ещё на двух»."""
    lead = one.quantity.lead
    return "еще" in one.sentence.low[max(one.sentence.first, lead - 2) : lead]


def _named_after(sentence: Sentence, one: Draft) -> list[Place]:
    """The posts of a list that follows a count: «трёх обойдённых – «Калжат», «Достык» – …»."""
    low = sentence.low
    kept: list[Place] = []
    for post in sentence.posts:
        if post.first < one.last:
            continue
        between = low[(kept[-1].last if kept else one.last) : post.first]
        if kept and not _LIST.issuperset(between):
            break
        if not kept and (len(between) > 3 or _BEFORE_NAMES.isdisjoint(between)):
            break
        kept.append(post)
    return kept
