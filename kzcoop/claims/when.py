"""Period, base of comparison and deadline of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence
from kzcoop.mentions.period import Period, iso

_STOCK = frozenset({"projects_count", "projects_value", "jobs", "enterprises_count", "goods_positions",
                    "export_potential", "checkpoints_count"})  # fmt: skip
_CHANGES = frozenset({"change_pct", "change_ratio", "increment"})
_PRESENT = frozenset("приходится приходятся занимает занимают составляет составляют".split())
_HABIT = frozenset("обычно ежегодно традиционно стабильно".split())
_LINKS = frozenset("– — ( было составлял составил составляли составляла лишь всего".split())
_STOPS = frozenset(", ; – — ( ) и".split())
_SEASONS = frozenset({"летом", "осенью", "зимой", "весной"})
_NEVER = frozenset({"goods_positions", "export_potential"})


def assign_time(one: Draft, before: Sequence[Draft], recent: str | None, dct: date | None) -> None:
    """Set period, base_period and deadline of a draft whose measure and status are known.

    Parameters
    ----------
    one
        The draft.
    before
        The drafts of the same sentence before it.
    recent
        The period that the sentence before was about.
    dct
        The document's date, or None.
    """
    if one.is_base and one.status == "actual":
        return  # «с нынешних 10 млн до 15 млн тонн»
    if one.status != "actual":
        if one.deadline is None:
            _future(one, dct)
        if (
            one.measure in ("target", "change_pct", "change_ratio")
            or one.indicator in _STOCK
            or one.kind == "money"
        ):
            return
    if any(one.sentence.low[i] in _HABIT for i in range(one.sentence.first, one.at)):
        return  # «Обычно покупатели выбирают за год около миллиона тонн»
    own = _own(one, dct)
    if one.measure in _CHANGES:
        one.base_period = _base(one, own)
    base_level = _base_level(one, own, before, recent)
    if base_level is not None:
        one.period, one.is_base = base_level, True
        return
    vague = own is not None and own.value is None and own.role == "at" and own.months is None
    if vague and dct is None and recent:
        own = None  # «С начала года» of an undated report: the months told before
    if own is not None and not _elsewhere(one, own):
        one.period = _value(one, own)
        if one.measure in _CHANGES and own.role == "span" and own.value and one.base_period is None:
            one.base_period = own.value.split("/")[0]
        return
    if one.measure == "share_pct" and _stands(one):
        return
    if (
        one.kind == "rank"
        or one.indicator in _NEVER
        or any(_spoken(one, p) for p in one.sentence.periods)
    ):
        return
    for other in reversed(before):
        if (
            other.period is not None
            and other.status == "actual"
            and not other.is_base
            and not _stock(one)
        ):
            one.period = other.period
            break
    else:
        if recent is not None and not _stock(one) and not _present(one):
            one.period = recent
            one.note("period of the sentence before")
    if one.measure in _CHANGES and one.base_period is None and one.period is not None:
        one.base_period = _base_of(one, one.period)


def plan_by_span(one: Draft, dct: date | None) -> None:
    """A stock with a span that ends ahead is a plan: «на 2024–2027 годы, охватывает восемь постов»."""
    if one.indicator not in _STOCK or one.status != "actual" or dct is None:
        return
    span = _nearest(one, ("span",), clauses=2)
    if span is not None and span.year is not None and span.year > dct.year:
        if any(
            cue.entry.kind == "done" for cue in one.sentence.cues if abs(cue.first - one.at) <= 4
        ):
            return
        one.status, one.deadline = "planned", str(span.year)


def _stock(one: Draft) -> bool:
    if (
        one.indicator == "other"
        and one.kind == "money"
        and any(hit.entry.id == "balance" for hit in one.sentence.indicators)
    ):
        return False
    return one.indicator in _STOCK or (one.indicator == "other" and one.measure not in _CHANGES)


def _stands(one: Draft) -> bool:
    """Whether a share is told in the present: «на обе республики приходится 57% торговли»."""
    low, sentence = one.sentence.low, one.sentence
    for index in range(sentence.first, sentence.last):
        if low[index] in ("этого", "этой") and low[index + 1] in ("объема", "объемов", "суммы"):
            return False  # «половина этого объема приходится на …»: of the figure before
    return any(low[i] in _PRESENT for i in range(sentence.first, sentence.last))


def _elsewhere(one: Draft, own: Period) -> bool:
    """Whether a period belongs to another clause than a stock or a figure of today."""
    divided = one.sentence.between(own.first, one.at)
    if one.indicator in _STOCK and own.first > one.at and divided:
        return True
    if one.indicator in ("enterprises_count", "checkpoints_count") and (
        divided > 1 or own.role == "span"
    ):
        return True
    if (
        divided
        and own.first > one.at
        and one.sentence.near(one.quantity, "now", clauses=1) is not None
    ):
        return True
    low, sentence = one.sentence.low, one.sentence
    if one.indicator == "investment" and divided and one.measure == "level":
        return any(low[i].startswith("накоплен") for i in range(sentence.first, sentence.last))
    return False


def _present(one: Draft) -> bool:
    """Whether a stock of today is meant: «сейчас здесь проезжает до 1 200 машин»."""
    low, sentence = one.sentence.low, one.sentence
    if one.indicator == "investment" and any(
        low[i].startswith("накоплен") for i in range(sentence.first, sentence.last)
    ):
        return True
    if one.indicator == "investment" and any(
        low[cue.first].endswith(("ают", "ает", "ются", "ется", "яют", "яет"))
        and cue.entry.kind == "reach"
        for cue in sentence.cues
    ):
        return True  # «вложения в которые превышают $50 млрд»
    return one.sentence.near(one.quantity, "now", clauses=3) is not None or one.kind == "vehicle"


def _future(one: Draft, dct: date | None) -> None:
    """The deadline of a target or plan, as far as stated."""
    if one.indicator in _NEVER:
        return
    by = _nearest(one, ("by",))
    here = _nearest(one, ("at",), clauses=0)
    if (
        here is not None
        and dct is not None
        and here.year == dct.year
        and one.kind == "money"
        and one.measure != "target"
    ):
        if by is None or one.sentence.between(by.first, one.at):
            one.period = here.value  # «9,9 млрд из них выделено в этом году»
            return
    own = _nearest(one, ("at", "date"), clauses=2)
    if own is not None and own.year is not None and one.measure == "target":
        beside = 0 <= own.first - one.last <= 1 and own.role == "at"
        if beside and (dct is None or own.year >= dct.year):
            one.deadline = own.value  # «до 3 млрд в 2018 году и до 5 млрд к 2020-му»
            return
    if by is not None and by.first > one.at and _sets_another(one, by):
        by = None
    if by is not None and one.sentence.between(by.first, one.at) <= (4 if by.first < one.at else 2):
        one.deadline = by.value
        return
    if own is None or own.year is None:
        return
    later = dct is not None and (
        own.year > dct.year
        or (own.year == dct.year and (own.months is None or own.months[1] > dct.month))
    )
    # «Прогноз на 2016 год» sets the year whenever it is told
    ahead = one.sentence.word_before(own.first) == "на"
    if (later or ahead) and one.measure == "target":
        one.deadline = iso(own.year, own.months)


def _spoken(one: Draft, period: Period) -> bool:
    """Whether a period dates the speech and not the figure: «осенью сообщал о приросте в 3,6%»."""
    if period.role != "at" or period.months is None or period.first > one.at:
        return False
    if any(
        cue.entry.kind == "say" and 0 <= period.first - cue.last <= 2 for cue in one.sentence.cues
    ):
        return True  # «сообщалось в мае»
    if period.months[0] != period.months[1] and one.sentence.low[period.first] not in _SEASONS:
        return False
    said = [
        c for c in one.sentence.cues if c.entry.kind == "say" and period.last <= c.first < one.at
    ]
    if said and "что" in one.sentence.low[said[0].first : one.at]:
        return True  # «В сентябре посол говорил, что товарооборот превысил 28 млрд»
    says = bool(said)
    reached = any(
        cue.entry.kind in ("up", "down", "reach") and period.last <= cue.first < one.at
        and cue.first not in _nouns(one)
        for cue in one.sentence.cues
    )  # fmt: skip
    return says and not reached


def _nouns(one: Draft) -> set[int]:
    return {
        c.first
        for c in one.sentence.cues
        if one.sentence.low[c.first].startswith(("рост", "прирост", "оценив"))
    }


def _nearest(one: Draft, roles: tuple[str, ...], clauses: int = 9) -> Period | None:
    best: tuple[float, Period] | None = None
    sentence = one.sentence
    for period in sentence.periods:
        if period.role not in roles or _spoken(one, period):
            continue
        divided = sentence.between(period.first, one.at)
        if divided > clauses or _of_first(one, period):
            continue
        before_it = period.first < one.at
        if not before_it and divided and _dates_another(one, period):
            continue
        if not before_it and any(
            one.at < q.first and 0 <= period.first - q.last <= 1 for q in sentence.quantities
        ):
            continue  # «59,4 тыс. против 51,4 тыс. в 2024 году»
        gap = one.at - period.last if before_it else period.first - one.last
        crossed = sum(
            1 for q in sentence.quantities
            if q is not one.quantity and min(period.first, one.at) < q.first < max(period.first, one.at)
        )  # fmt: skip
        # a period after the next figure belongs to that figure; one before may govern several
        cost = 0.25 * max(gap, 0) + 1.5 * min(divided, 6)
        cost += (0.3 * crossed) if before_it else (4.0 + 5.0 * crossed)
        if not before_it and not divided and gap <= 1:
            cost = 0.2  # «5 млрд в 2023 году»: beside the figure
        if best is None or cost < best[0]:
            best = (cost, period)
    return best[1] if best else None


def _sets_another(one: Draft, by: Period) -> bool:
    """Whether a later deadline stands before a later figure: «800 машин и к концу года до 1000»."""
    return any(0 <= q.first - by.last <= 6 for q in one.sentence.quantities)


def _dates_another(one: Draft, period: Period) -> bool:
    """Whether a later period opens the clause of a later figure: «1,8 млн; в 2020-м было 700 тыс.»."""
    sentence = one.sentence
    return any(
        q.first > period.first and sentence.between(period.first, q.number_first) <= 1
        for q in sentence.quantities
        if q is not one.quantity and q.kind != "out"
    )


def _of_first(one: Draft, period: Period) -> bool:
    """Whether a period dates the first of a pair: «со 183 млн в 2011-м до 345 млн»."""
    low, sentence = one.sentence.low, one.sentence
    if period.first > one.at:
        return False
    if one.measure not in _CHANGES and "до" not in low[period.last : one.at]:
        return False
    return any(
        q.last <= period.first and period.first - q.last <= 2
        and sentence.word_before(q.lead) in ("с", "со")
        for q in sentence.quantities
    )  # fmt: skip


def _own(one: Draft, dct: date | None) -> Period | None:
    own = _nearest(one, ("at", "span", "since"))
    by = _nearest(one, ("by",), clauses=1)
    if one.status == "actual" and by is not None and by.months and by.value and len(by.value) == 7:
        # «К концу сентября товарооборот составил …»: since January
        if (
            dct is not None
            and by.year is not None
            and (by.year, by.months[1]) <= (dct.year, dct.month)
        ):
            return replace(by, role="at", value=iso(by.year, (1, by.months[1])))
    past = by is not None and by.year is not None and dct is not None and by.year < dct.year
    if (
        one.status == "actual"
        and by is not None
        and past
        and by.first < one.at
        and by.months is None
    ):
        # «а к 2019-му усох до 302 млн»: a year by which something was, not a deadline
        if own is None or own.first < by.first:
            return by
    return own


def _value(one: Draft, own: Period) -> str | None:
    """What a period means for this figure."""
    if own.value is None or "/" not in own.value:
        return own.value
    first, last = own.value.split("/")
    if (
        own.role == "span"
        and len(first) == 4
        and one.measure == "level"
        and one.indicator != "investment"
    ):
        if own.shift == 0 or one.indicator in ("transit", "freight", "turnover"):
            return last  # «с 2020 по 2024 год поток вырос и достиг 32 млн»: reached in 2024
    if (
        own.role == "since"
        and one.measure == "level"
        and one.indicator not in ("investment", "export", "import")
    ):
        return None
    return own.value


def _base(one: Draft, own: Period | None) -> str | None:
    """What a change is measured against, where the text says it."""
    same = _nearest(one, ("same",))
    if same is not None and same.year is not None:
        if own is not None and own.months is not None:
            return iso(same.year, own.months)
        return iso(same.year)
    base = _nearest(one, ("base",))
    if base is None:
        return None
    if base.value is not None:
        return base.value
    if own is not None and own.year is not None and base.shift:
        return _shifted(own, base)
    return None


def _shifted(own: Period, base: Period) -> str | None:
    if own.year is None:
        return None
    if base.months == (-1, -1):
        if own.months is None:
            return None
        year, month = (own.year, own.months[0] - 1) if own.months[0] > 1 else (own.year - 1, 12)
        return iso(year, (month, month))
    return iso(own.year + base.shift, own.months)


def _base_of(one: Draft, period: str) -> str | None:
    base = _nearest(one, ("base", "same"))
    if base is None or base.value is not None or len(period) < 4:
        return base.value if base is not None else None
    return _earlier(period, base)


def _earlier(period: str, base: Period) -> str | None:
    """A period moved back by a year, or by a month for «месяцем ранее»."""
    parts = period.split("/")
    if base.months == (-1, -1):
        if len(period) != 7 or not period[5:].isdigit():  # a quarter has no month before it
            return None
        year, month = int(period[:4]), int(period[5:7]) - 1
        return f"{year if month else year - 1}-{month or 12:02d}"
    return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in parts)


def _base_level(
    one: Draft, own: Period | None, before: Sequence[Draft], recent: str | None
) -> str | None:
    """The period of a level that is what another is compared with.

    «против 723 тыс. годом ранее», «годом ранее – 723 тыс.», «прошлогодних 250 тыс.», «… уровня
    прошлого года ($61,84 млн)», «с 88,3 до 73 млн», «по сравнению с … 2021 года (6,2 млн)».
    """
    if one.measure != "level" or one.status != "actual":
        return None
    low, sentence = one.sentence.low, one.sentence
    main = own.value if own is not None and own.role == "at" else None
    main = (
        main
        or next((d.period for d in reversed(before) if d.period and not d.is_base), None)
        or recent
    )
    lead = one.quantity.lead
    word = sentence.word_before(lead)
    if word in ("с", "со", "от") and "до" in low[one.last : one.last + 7]:
        dated = [p for p in sentence.periods if 0 <= p.first - one.last <= 2 and p.role == "at"]
        if dated and dated[0].value:
            return dated[0].value
        if own is not None and own.role == "span" and own.value:
            return own.value.split("/")[0]
        if (
            own is not None
            and own.role in ("at",)
            and own.last <= one.first
            and low[own.last - 1 : own.last]
        ):
            later = [p for p in sentence.periods if p.first > one.last and p.role in ("at", "by")]
            if later and sentence.between(later[0].first, one.at) <= 1 and lead - own.last <= 2:
                return own.value
        return _earlier(main, Period(0, 0, "base", None, shift=-1)) if main else None
    if word == "было" and "стало" in low[one.last : one.last + 7] and main:
        return _earlier(main, Period(0, 0, "base", None, shift=-1))
    near = [p for p in sentence.periods if p.role in ("base", "same")]
    for period in near:
        before_it = period.last <= one.at
        words = low[period.last : lead] if before_it else low[one.last : period.first]
        quantities_between = any(
            min(period.first, one.at) < q.first < max(period.first, one.at)
            for q in sentence.quantities if q is not one.quantity
        )  # fmt: skip
        if quantities_between:
            continue
        compared = (
            word in ("против", "прошлогодних", "вместо")
            or "против" in low[max(sentence.first, lead - 3) : lead]
        )
        opens = before_it and _opens_clause(sentence, period)
        joined = before_it and (
            not words
            or (len(words) <= 2 and words[0] != "и" and words[-1] in _LINKS)
            or (opens and len(words) <= 6 and not set(words) & _STOPS)
        )
        if compared or joined or (not before_it and len(words) <= 1 and compared):
            if period.value is not None and not period.named and len(period.value) == 4 and main:
                return _month_of(main, int(period.value))
            if period.value is not None:
                return period.value
            if period.role == "same" and period.year is not None:
                if own is not None and own.months is not None:
                    return iso(period.year, own.months)
                return _month_of(main, period.year)
            return _earlier(main, period) if main else None
        if (
            before_it
            and words[-1:] == ["("]
            and len(words) <= 4
            and not period.named
            and period.year
            and main
        ):
            return _month_of(main, period.year)
        if before_it and words[-1:] == ["("] and len(words) <= 4:
            return period.value or (iso(period.year, own.months) if period.year and own else None)
    compares = any(d.measure == "change_ratio" and d.indicator == "other" for d in before)
    if compares:
        return None  # «импорт вшестеро больше экспорта – 607 против 105 млн»
    if word in ("против", "вместо") and main and (own is None or own.first < one.at):
        return _earlier(main, Period(0, 0, "base", None, shift=-1))
    return None


def _opens_clause(sentence: Sentence, period: Period) -> bool:
    """Whether a base opens its clause and so dates it: «(годом раньше 250 тыс.)»."""
    first = period.first
    if sentence.word_before(first) in ("за", "в", "во", "на"):
        first -= 1
    before = sentence.word_before(first)
    return before in ("", "(", ";", ",", "а", "–", "—", ".", ":")


def _month_of(main: str | None, year: int) -> str | None:
    """The months of a period moved to a year."""
    if main is None:
        return None
    return "/".join(f"{year}{part[4:]}" for part in main.split("/"))
