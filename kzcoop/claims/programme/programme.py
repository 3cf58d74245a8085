"""Programmes: checkpoints and corridors being opened, built, rebuilt or given a regime.

«на двух из пяти пунктов запущены «зелёные коридоры», на оставшихся трёх – …»  5 = 2 + 3
«до конца 2027 года реконструируют 29 пунктов пропуска из 30»                  30 by 2027-12
«строительство пунктов пропуска «Аухатты», «Сартобе» «Айша биби»»              names, a comma lost
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.claim import Programme
from kzcoop.claims.programme.aim import aimed, is_aim, with_aim
from kzcoop.claims.programme.capacity import capacity
from kzcoop.claims.programme.clauses import across_too, clauses_of, elliptic, leaves_out
from kzcoop.claims.programme.coming import to_come
from kzcoop.claims.programme.corridor import common_rule, new_corridor, of_railway, worked_corridor
from kzcoop.claims.programme.count_term import date_counts
from kzcoop.claims.programme.filled import filled
from kzcoop.claims.programme.follow import continued
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.head_term import with_head_term
from kzcoop.claims.programme.items import heading_border, is_item, listed_item
from kzcoop.claims.programme.kept import of_posts
from kzcoop.claims.programme.kind import BUILDS, kind_ahead, triggers
from kzcoop.claims.programme.late_term import THE_REST, ended, own_term, rest_alone, rest_term
from kzcoop.claims.programme.merge import gathered, merged
from kzcoop.claims.programme.port import port_work
from kzcoop.claims.programme.rail import built_line, line_of, titled_line
from kzcoop.claims.programme.reference import ORDINALS, ordinal_parts
from kzcoop.claims.programme.regime import SPREADS, same_regime
from kzcoop.claims.programme.rest import borders_after, completed
from kzcoop.claims.programme.rise import post_takes, rise_of_it, takes_by
from kzcoop.claims.programme.scene import Scene
from kzcoop.claims.programme.sentence import read_sentence
from kzcoop.claims.programme.some import enumerated, names_of_whole
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.programme.told_way import with_way
from kzcoop.claims.programme.track import is_laid, tracks
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place
from kzcoop.reading.document import Document

_THEN = Words("сроку", "тогда")
_LISTED = 8  # lines of a list, before the sentence that tells what is done
_PORT = 8  # sentences back to the name of a port
_HEADING = 4  # tokens of «В 2028 году:»


def read_programmes(
    document: Document,
    mentions: Mentions,
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    headline: tuple[str, ...],
) -> list[Programme]:
    """Return the programmes of a document in order.

    Parameters
    ----------
    document, mentions, sentences
        The report, its mentions, and its sentences with them.
    drafts
        All drafts of its claims; counts of checkpoints are what a programme counts.
    headline
        The partner that the report is about: the border where none is named.
    """
    found: list[Found] = []
    counts: dict[int, list[Draft]] = {}
    aims: dict[int, list[Draft]] = {}
    for one in drafts:
        if not one.rejected and one.indicator == "checkpoints_count":
            counts.setdefault(one.sentence.number, []).append(one)
        elif one.indicator == "other" and is_aim(one):
            aims.setdefault(one.sentence.number, []).append(one)
    told, scene = triggers(mentions), Scene(sole=_sole_crossing(mentions))
    number = mentions.tokens.sentence
    ways = {number[place.first] for place in mentions.places if place.kind == "corridor"}
    if not (mentions.hits["programmes"] or counts or ways or aims):
        return []
    ways |= {
        number[hit.first]
        for hit in mentions.hits["programmes"].values()
        if hit.entry.kind in ("corridor", "line", "port")
    }
    titled, rail = titled_line(document.title) if ways else None, None
    about, paragraph, listed_by = headline, -1, None
    paragraphs = mentions.tokens.paragraph
    for sentence in sentences:
        at = sentence.number
        read: list[Found] = []
        if paragraphs[at] != paragraph:
            about, paragraph = heading_border(sentence) or headline, paragraphs[at]
        own, said = counts.get(at, []), told.get(at, [])
        raised = scene.capacity_at == at - 1
        if not (found or said or own or sentence.places or raised or at in ways or at in aims):
            # nothing that could be a programme, or go on with one
            listed_by, rail = _listed_by(sentence, listed_by), None
            scene.remember(mentions, sentence, said, own)
            continue
        words = of_posts(mentions, sentence, said) if said else said
        more = None
        before = found[-1].deadline if found else None
        known = scene.last_kind
        if known is None and sentence.posts and is_item(sentence):
            known = kind_ahead(mentions, at, _LISTED)  # «– «Аят» – сдача в мае; … Всего обновят …»
        item = listed_item(mentions, sentence, words, known, about, before)
        if item is None and scene.last_build and not (words or own):
            head = () if found and found[-1].register == _rows(scene.head) else scene.head
            item = own_term(mentions, sentence, scene.last_build, about, head)
        if item is not None:
            read = [item]
        elif (
            own and found and not words and scene.told_at == at - 1
            and (codes := borders_after(sentence, own, found[-1]))
        ):  # fmt: skip
            more = replace(found[-1], border=codes)
        elif sentence.begins(ORDINALS) and ordinal_parts(sentence, words):
            more = None  # «Первый сдадут в сентябре, второй – в ноябре»
        elif (
            len(found) > 1 and own and not words and scene.told_shortly_before(sentence)
            and (whole := names_of_whole(mentions, sentence, own, found))
        ):  # fmt: skip
            found, more = whole, whole[-1]
        elif found and scene.told_shortly_before(sentence):
            more = continued(mentions, sentence, words, own, found[-1])
        elif found and not own and len({each.register for each in found}) == 1:
            more = ended(sentence, words, found[-1])
        if more is not None:
            found[-1] = to_come(more, sentence, document.published)
            able = [hit for hit in words if hit.entry.id == "capacity"]
            if (
                able and more.line and sentence.low[sentence.first] not in ("после", "с")
            ):  # «Её сдадут в 2027 году, и мощность стыков вырастет»
                found += capacity(mentions, sentence, able, None)
        else:
            on_railway = at in ways and of_railway(sentence, said)
            again = scene.tells_regime(sentence) and sentence.begins(SPREADS)
            if item is None and found and not (words or own or again) and leaves_out(sentence):
                left_out = elliptic(mentions, sentence, found[-1])
                read = [left_out] if left_out and at == scene.told_at + 1 else []
            if item is None and (words or own or again) and not on_railway:
                parts = clauses_of(sentence, words)
                for part in parts:
                    inside = _inside(words, part)
                    if same := same_regime(
                        mentions, part, inside, _counted_in(own, part), about, scene
                    ):
                        read.append(same)
                        continue
                    if read and not inside:
                        if both := across_too(mentions, part, read[-1]):
                            read[-1] = both
                            continue
                        left_out = elliptic(mentions, part, read[-1], scene.posts)
                        read += [left_out] if left_out else []
                        continue
                    read += read_sentence(
                        mentions, part, inside, _counted_in(own, part),
                        about, scene, read[-1].kind if read else None,
                    )  # fmt: skip
                    here = part.posts
                    if here and len(parts) > 1:
                        scene.posts = here  # «На «Бахтах» введён режим; ремонт там закончат»
                    if read:
                        scene.take(read[-1], sentence)
            on_way = at in ways
            if (
                not read
                and (on_way or rail)
                and (line := built_line(mentions, sentence, said, rail, titled))
            ):
                read = [line]
            single = len(read) == 1 and (read[0].kind in BUILDS or read[0].kind == "opening")
            if on_way and single and not read[0].names:
                ends = line_of(mentions, sentence)
                if ends and ends.names:  # «третий переход, «Бахты – Аягоз», построят»
                    read = [replace(read[0], names=ends.names, border=ends.border)]
            if read:
                read = [each for each in read if not _known_regime(each, found)]
            if len(read) > 1:
                read = with_head_term(sentence, enumerated(sentence, read))
            for told_way in (new_corridor, worked_corridor, takes_by) if on_way else ():
                if not read and (way := told_way(mentions, sentence, said)):
                    read = [way]
            if not read and (said or on_way) and (rule := common_rule(mentions, sentence)):
                read = [rule]
            port = None
            if not read and (said or on_way):
                port = port_work(sentence, said, sentences[max(0, at - _PORT) : at])
                read = [port] if port is not None else []
            only_able = all(each.kind == "capacity" for each in read)
            if on_way and (not read or (only_able and is_laid(sentence))):
                # «Строятся вторые пути, что увеличит пропускную способность»
                read = tracks(mentions, sentence, said) or read
            elif on_way and port is not None and read == [port]:
                # «строительство вторых путей … и контейнерного хаба в порту Актау»
                read = [port, *tracks(mentions, sentence, said)]
            if (
                not read
                and not said
                and sentence.posts
                and (take := post_takes(mentions, sentence))
            ):
                read = [take]
            if not read and len(found) > 1 and sentence.begins(THE_REST):
                rest = rest_alone(sentence, found)
                read = [rest] if rest else []
            if not read and raised and (rise := rise_of_it(sentence, scene.corridor)):
                read = [rise]
            if at in aims:
                if any(each.kind == "capacity" for each in read):
                    read = with_aim(read, aims[at])
                elif not read and (aim := aimed(mentions, sentence, aims[at], scene)):
                    read = [aim]
            if read and listed_by and is_item(sentence):
                # «До конца года условлено: – открыть …»
                read = [replace(each, deadline=each.deadline or listed_by) for each in read]
            if read and found and found[-1].deadline and sentence.holds(_THEN) and _then(sentence):
                # «… к 2025 году. «Темир-Баба» модернизируют тогда же»
                term = found[-1].deadline
                read = [replace(each, deadline=each.deadline or term) for each in read]
            if read:
                read = [with_way(mentions, each, sentence, sentences) for each in read]
                read = [to_come(each, sentence, document.published) for each in read]
                date_counts(read, own)
            found = gathered([*found, *read]) if found else read
        if found and sentence.periods and sentence.begins(THE_REST):
            found = rest_term(mentions, sentence, found)
        if more is not None or read:
            scene.told_at, scene.told_border = at, found[-1].border
            scene.told_kind = found[-1].kind
            if scene.last_build is None and found[-1].kind in BUILDS:
                scene.last_build = found[-1].kind  # «• «Аят». Реконструкция завершена»
        elif found and words and sentence.low[sentence.last - 1] == ":":
            scene.told_at = at  # «Работы идут на следующих участках:»
        listed_by = _listed_by(sentence, listed_by)
        scene.remember(mentions, sentence, said, own)
        rail = line_of(mentions, sentence) if at in ways else None
    found = completed(mentions, filled(mentions, found, sentences), counts, sentences)
    return [_programme(document, mentions, each) for each in merged(found)]


def _then(sentence: Sentence) -> bool:
    """«обновят тогда же», «к тому же сроку сдадут»: by the term told before."""
    low = sentence.low
    return any(
        low[i] == "тогда" and sentence.word_at(i + 1) == "же" for i in sentence.where(_THEN)
    ) or any(low[i : i + 2] == ["же", "сроку"] for i in range(sentence.first, sentence.last - 1))


def _sole_crossing(mentions: Mentions) -> list[Place]:
    """The posts of the one crossing that a report names: «пост» means it throughout."""
    posts = [place for place in mentions.places if place.kind == "checkpoint"]
    if len({post.register for post in posts}) != 1:
        return []
    by_side = {post.side: post for post in reversed(posts)}
    return sorted(by_side.values(), key=lambda post: post.first)


def _listed_by(sentence: Sentence, before: str | None) -> str | None:
    """The term that a sentence sets for the items after it: «До конца года условлено:»."""
    if sentence.low[sentence.last - 1] == ":":
        periods = sentence.periods
        alone = len(periods) == 1 and sentence.last - sentence.first <= _HEADING
        return deadline_of(sentence) or (periods[0].value if alone else None)  # «2028 год:»
    return before if before is not None and is_item(sentence) else None


def _rows(posts: Sequence[Place]) -> tuple[str, ...]:
    """The rows of posts in the register."""
    return tuple(dict.fromkeys(post.register or "" for post in posts))


def _inside(words: Sequence[Hit], part: Sentence) -> list[Hit]:
    """The words of work in a part of a sentence."""
    return [hit for hit in words if part.first <= hit.first < part.last]


def _counted_in(counts: Sequence[Draft], part: Sentence) -> list[Draft]:
    """The counts in a part of a sentence."""
    return [one for one in counts if part.first <= one.quantity.lead < part.last] if counts else []


def _known_regime(each: Found, found: Sequence[Found]) -> bool:
    """Whether a regime of no posts in particular was told of some: «очередь начали внедрять …»."""
    bare = each.kind == "other" and not each.names and each.total is None
    return bare and any(
        other.kind == "other" and other.border == each.border and (other.names or other.total)
        for other in found
    )


def _programme(document: Document, mentions: Mentions, each: Found) -> Programme:
    start, end = mentions.tokens.start[each.first], mentions.tokens.end[each.last - 1]
    return Programme(
        f"{document.doc_id}#p{start}-{end}", document.doc_id, start, end,
        document.text[start:end], each.kind, each.border[0] if len(each.border) == 1 else None,
        each.total, each.done, each.remaining, each.deadline, each.names, each.register,
        f"<{each.kind}>", 0.8,
    )  # fmt: skip
