"""One programme told twice is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS, RENEWALS

_SEVERAL = 3  # posts of a list; «первые два» are two of others


def _what_is_left(each: Found, other: Found) -> bool:
    """«обновляют три поста: один завершён, оставшиеся два планируется ввести до июня»."""
    left = each.kind == "opening" and not each.names and other.kind in RENEWALS
    return left and other.remaining is not None and each.total == other.remaining


def merged(found: Sequence[Found]) -> list[Found]:
    """Return each programme once: of two statements the fuller stays."""
    kept: list[Found] = []
    if any(not each.weak for each in found):
        found = [each for each in found if not each.weak]
    found = [each for each in found if not _only_described(each, found)]
    for each in found:
        for index, other in enumerate(kept):
            if each.again and (_same_works(each, other) or _opens_after(each, other)):
                kept[index] = replace(other, deadline=other.deadline or each.deadline)
                break
            if (
                _renewed_twice(each, other)
                or _what_is_left(each, other)
                or _built_for_renewal(each, other)
            ):
                named = other.again and not each.again and each.kind in RENEWALS
                first, second = (each, other) if named else (other, each)
                kept[index] = replace(first, deadline=first.deadline or second.deadline)
                break
            if _is_whole_to_be(each, other):
                kept[index] = replace(other, total=each.total, deadline=each.deadline)
                break
            if (each.over or each.stage) and other.kind in RENEWALS and _of_its_posts(each, other):
                break  # «обновят шесть: «Аят», … После реконструкции «Аят» примет …»
            if each.kind != other.kind or each.paid or other.paid:
                continue
            part = _inside(each, other) or (bool(each.register) and _is_short(other))
            if each.names and part and _ahead_of(each, other):
                continue
            if each.border != other.border and not _inside(each, other):
                continue
            if (
                _is_part(each, other)
                or _rest_by_a_term(each, other)
                or _moved(each, other)
                or (other.past and each.deadline and (each.line or each.kind == "opening"))
            ):
                continue
            if whole := _listed(each, other):
                kept[index] = whole
                break
            fuller, other_one = (each, other) if _weight(each) > _weight(other) else (other, each)
            same_count = other_one.total in (None, fuller.total, fuller.remaining, fuller.done)
            same_names = (
                set(other_one.names) <= set(fuller.names)
                if not other_one.register
                else set(other_one.register) == set(fuller.register)
                or (
                    other_one is each
                    and other_one.total is None
                    # a member told singly stays; «на открытии «Казыгурта» был аким»
                    and (other.total is None or each.again or each.kind == "opening")
                    and _inside(each, other)
                )
            )
            apart = each.kind in BUILDS and not set(each.names) & set(other.names)
            if same_count and same_names and not (apart and _across(fuller, other_one)):
                more = tuple(name for name in other_one.names if name not in fuller.names)
                kept[index] = replace(
                    fuller,
                    names=(*fuller.names, *(more if _across(fuller, other_one) else ())),
                    deadline=fuller.deadline or other_one.deadline,
                )
                break
        else:
            kept.append(each)
    kept = _without_lines(_without_reasons(_without_told_singly(kept)))
    # «работы по модернизации пунктов пропуска на границе» before what they are in figures
    full = {
        (each.border, kind)
        for each in kept
        if (_weight(each) and not each.rest) or each.deadline
        for kind in (RENEWALS if each.kind in RENEWALS and _weight(each) else {each.kind})
    }
    closed = {each.border for each in kept if each.kind == "other" and _weight(each)}
    return [
        each
        for each in kept
        if _weight(each) or each.deadline or each.kind == "green_corridor" or each.paid
        or (
            (each.border, each.kind) not in full
            if each.kind != "other" else each.border not in closed
        )
    ]  # fmt: skip


def _is_whole_to_be(each: Found, other: Found) -> bool:
    """«из 30 постов обновлены три. Всего до 2028 года обновят 21»: how many there will be."""
    if each.total is None or other.total is None or other.done is None or each.names or other.names:
        return False
    kinds = each.kind in RENEWALS and other.kind in RENEWALS and not each.past
    fewer = other.done < each.total < other.total and other.deadline is None
    alone = each.done is None and each.remaining is None and not each.rest
    return kinds and fewer and alone and each.deadline is not None and each.border == other.border


def _of_its_posts(each: Found, other: Found) -> bool:
    """Whether a statement names posts of a list told before, and neither counts nor dates them."""
    alone = each.total is None and each.deadline is None and bool(each.register)
    return alone and (other.total or 0) > 1 and set(each.register) <= set(other.register)


def _is_short(other: Found) -> bool:
    """Whether a whole counts more posts than it names."""
    return (other.total or 0) > len(other.register) > 0


def _without_told_singly(kept: Sequence[Found]) -> list[Found]:
    """Programmes without a list whose posts all have a term of their own.

    «Обновляют «Аят» и «Орду». Первый сдадут в сентябре, вторую – в ноябре»
    """
    found = []
    for each in kept:
        singly = [
            other
            for other in kept
            if other is not each and other.deadline and len(other.register) == 1
            and other.kind == each.kind
        ]  # fmt: skip
        codes = {code for other in singly for code in other.register}
        bare = each.total is None and each.deadline is None and len(each.register) > 1
        if not (bare and set(each.register) <= codes):
            found.append(each)
    return found


def _only_described(each: Found, found: Sequence[Found]) -> bool:
    """«обновлённый «Кайрак»», where what is done there is told elsewhere."""
    return each.aside and any(
        other is not each
        and not (other.aside or other.again)
        and set(each.register) <= set(other.register)
        for other in found
        if each.register
    )


def _without_lines(kept: Sequence[Found]) -> list[Found]:
    """Programmes without a line to a post that is told to open: «с линией откроют «Бахты»»."""
    opened = {each.border for each in kept if each.register and each.kind == "opening"}
    return [each for each in kept if not (each.line and each.border in opened)]


def _without_reasons(kept: Sequence[Found]) -> list[Found]:
    """Programmes without closures of posts that are shut for the works told beside them.

    «Переход закрыт до конца года. Там идёт ремонт»
    """
    works = [each for each in kept if each.kind in RENEWALS and each.register]
    shut = [
        each
        for each in kept
        if each.closing
        and each.total is None
        and any(set(each.register) <= set(work.register) for work in works)
    ]
    terms = {code: each.deadline for each in shut for code in each.register if each.deadline}
    kept = _reopened(kept)
    opened = {row for each in kept if each.kind == "opening" for row in each.register}
    found = []
    for each in kept:
        unnamed = each.closing and not each.names and each.deadline is None
        if (each in shut and each.register) or unnamed:
            continue  # «закрыли 19 постов»: no regime
        if each.closing and each.deadline is None and opened.issuperset(each.register):
            continue  # «Пост закрыт с весны. Открыть его рассчитывают в 2027 году»
        if each in works and each.deadline is None:
            known = {terms[code] for code in each.register if code in terms}
            each = replace(each, deadline=known.pop() if len(known) == 1 else None)
        found.append(each)
    return found


def _reopened(kept: Sequence[Found]) -> list[Found]:
    """Openings with the side that was told to be shut: «Жибек жолы», and not only «Гишт-Куприк»."""
    shut = [each for each in kept if each.closing and each.names]
    found = []
    for each in kept:
        same = [o for o in shut if each.kind == "opening" and o.register == each.register]
        names = [name for o in same for name in o.names if name not in each.names]
        found.append(replace(each, names=(*names, *each.names)) if names else each)
    return found


def _same_works(each: Found, other: Found) -> bool:
    """«Идёт реконструкция «Озинок». Обновление пункта завершат к 2027 году»."""
    renewed = other.kind in RENEWALS and each.kind in BUILDS
    if each.names and other.names and not set(each.names) & set(other.names):
        return False  # the two sides of a crossing
    return renewed and set(each.register) == set(other.register)


def _opens_after(each: Found, other: Found) -> bool:
    """«Пост закрыт на реконструкцию. Открыть его обещают в сентябре»: the end of the works."""
    coming = each.kind == "opening" and bool(each.deadline) and not each.past
    return coming and other.kind in BUILDS and set(each.register) == set(other.register)


def _is_part(each: Found, other: Found) -> bool:
    """Whether one of two statements is of the other posts, or of the first of them."""
    named = bool(each.names and other.names)
    return (each.rest or other.rest) and not named


def _rest_by_a_term(each: Found, other: Found) -> bool:
    """«Остальные четыре достроят в 2027 году»: a term that is not that of the whole."""
    left = each.total is None and each.remaining is not None and bool(each.deadline)
    return left and other.done is None and other.deadline != each.deadline


def _renewed_twice(each: Found, other: Found) -> bool:
    """«Реконструкция «Озинок» утроит поток … «Озинки» попали в программу модернизации»."""
    same = bool(each.names) and set(each.names) == set(other.names)
    counted = any(v is not None for v in (each.total, other.total))
    kinds = {each.kind, other.kind}
    return same and not counted and kinds == RENEWALS and each.border == other.border


def _built_for_renewal(each: Found, other: Found) -> bool:
    """«Посту построят новый терминал. Реконструкцию «Кегена» завершат в мае»: part of that work."""
    part = other.again and other.kind == "construction" and other.deadline is None
    return part and each.kind in RENEWALS and set(each.register) == set(other.register)


def _ahead_of(each: Found, other: Found) -> bool:
    """Whether some of the posts have a term of their own: «на 2026 год намечен пункт «Косак»»."""
    return bool(each.deadline) and each.deadline != other.deadline


def _listed(one: Found, other: Found) -> Found | None:
    """«В план включено пять пунктов … В него вошли …»: a count, and as many names."""
    for counted, named in ((one, other), (other, one)):
        if counted.names or named.total is not None or (counted.total or 0) < _SEVERAL:
            continue
        if len(named.register) == counted.total:
            deadline = named.deadline or counted.deadline
            return replace(counted, names=named.names, register=named.register, deadline=deadline)
    return None


def gathered(found: Sequence[Found]) -> list[Found]:
    """Return programmes with two parts told after their whole put into it.

    «Обновят девять постов. Введены четыре: …. До конца года завершат пять»
    """
    if len(found) < 3:
        return list(found)
    *before, whole, done, left = found
    values = (whole.total, done.total, left.total)
    if None in values or whole.done is not None or whole.names or done.deadline:
        return list(found)
    if whole.total != (done.total or 0) + (left.total or 0):
        return list(found)
    if left.kind not in RENEWALS | {whole.kind} or not set(done.border) <= set(whole.border):
        return list(found)
    return [
        *before,
        replace(
            whole, done=done.total, remaining=left.total, names=(*done.names, *left.names),
            register=(*done.register, *left.register), deadline=whole.deadline or left.deadline,
        ),
    ]  # fmt: skip


def _inside(one: Found, other: Found) -> bool:
    """Whether a statement names some of the posts of one before, and counts none."""
    names = set(one.register)
    return bool(names) and names < set(other.register) and one.total is None


def _moved(one: Found, other: Found) -> bool:
    """Whether two terms are told of what is neither named nor counted: one was moved."""
    told = bool(one.deadline and other.deadline) and not (_weight(one) and _weight(other))
    return told and one.deadline != other.deadline


def _across(one: Found, other: Found) -> bool:
    """Whether two statements name the two sides of one crossing."""
    return len(one.names) == len(one.register) == len(other.names) == 1


def _weight(each: Found) -> int:
    return len(each.names) + 2 * sum(v is not None for v in (each.total, each.done, each.remaining))
