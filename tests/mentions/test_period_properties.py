"""What holds of periods in any text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.calendar import iso

DCT = date(2025, 6, 18)
ROLES = {"at", "by", "since", "span", "base", "same", "date"}
MONTHS = [
    ("январь", "январе", "января"), ("февраль", "феврале", "февраля"),
    ("март", "марте", "марта"), ("апрель", "апреле", "апреля"),
    ("май", "мае", "мая"), ("июнь", "июне", "июня"), ("июль", "июле", "июля"),
    ("август", "августе", "августа"), ("сентябрь", "сентябре", "сентября"),
    ("октябрь", "октябре", "октября"), ("ноябрь", "ноябре", "ноября"),
    ("декабрь", "декабре", "декабря"),
]  # fmt: skip
COUNTS = {
    2: "два", 3: "три", 4: "четыре", 5: "пять", 6: "шесть", 7: "семь", 8: "восемь",
    9: "девять", 10: "десять", 11: "одиннадцать",
}  # fmt: skip
DASHES = ["–", "-", "—", " – ", " - ", " — "]
YEAR_FORMS = ["{} года", "{}-го", "{} г.", "{}\u00a0года", "{}г."]
# what periods are made of, so that random texts hold many
PIECES = (
    "в за на с по до к не позднее чем против больше и , . ; : ( ) – - « » / 2021 2024 22 23 5 12"
    " 31 26.06.2024 99.99.9999 00.00.0000 год года году годов г. лет месяцев мес. квартал I III IV"
    " первом втором последние ближайшие прошлом прошлого этом того же период аналогичный начала"
    " конца середины январь мая декабре зимой летом тогда годом ранее полгода сезон маркетинговом"
    " независимости двадцать третьем вдвое 2023-м 2022/23 2020–2024 1990-х % раза млрд рост около"
).split()


def months(period: str) -> tuple[int, int] | None:
    """First and last month of an ISO period, counted from year 0; None where it is none."""

    def bound(part: str, last: bool) -> int | None:
        if found := re.fullmatch(r"(\d{4})-Q([1-4])", part):
            return int(found[1]) * 12 + (int(found[2]) - 1) * 3 + (2 if last else 0)
        if found := re.fullmatch(r"(\d{4})-H([12])", part):
            return int(found[1]) * 12 + (int(found[2]) - 1) * 6 + (5 if last else 0)
        if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", part):
            return int(found[1]) * 12 + int(found[2]) - 1
        if found := re.fullmatch(r"(\d{4})", part):
            return int(found[1]) * 12 + (11 if last else 0)
        return None

    first, slash, second = period.partition("/")
    low, high = bound(first, False), bound(second if slash else first, True)
    return None if low is None or high is None else (low, high)


def check(text: str, published: date | None, this_year: int | None = None) -> None:
    mentions = annotate(text, published, this_year)
    tokens, before = mentions.tokens, 0
    for period in mentions.periods:
        assert before <= period.first < period.last <= len(tokens.low)
        assert 0 <= tokens.start[period.first] < tokens.end[period.last - 1] <= len(text)
        assert tokens.sentence[period.first] == tokens.sentence[period.last - 1]
        before = period.last
        assert period.role in ROLES
        if period.value is not None:
            parsed = months(period.value)
            assert parsed is not None, period
            assert parsed[0] <= parsed[1], period
            assert period.year is not None
            if period.role in ("at", "date"):
                assert period.year * 12 <= parsed[1] <= period.year * 12 + 11, period


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([DCT, None, date(2024, 1, 1)])
)
def test_any_pile_of_period_words(pieces: list[str], published: date | None) -> None:
    check(" ".join(pieces), published)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120), st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)))
def test_any_text(text: str, published: date) -> None:
    check(text, published)
    check(text, None, published.year)


@given(st.integers(1850, 2090), st.tuples(st.integers(1, 12), st.integers(1, 12)))
def test_iso_names_the_months_it_was_given(year: int, span: tuple[int, int]) -> None:
    first, last = span
    start = year - 1 if first > last else year
    value = iso(year, span)
    assert value is not None
    assert months(value) == (start * 12 + first - 1, year * 12 + last - 1)


@given(
    st.integers(1, 12), st.integers(1, 12), st.integers(2005, 2030), st.sampled_from(DASHES),
    st.sampled_from(YEAR_FORMS), st.sampled_from([0, 1]),
)  # fmt: skip
def test_a_range_of_months_in_every_spelling(
    first: int, last: int, year: int, dash: str, form: str, case: int
) -> None:
    if first >= last:
        return
    preposition = ("за", "в")[case]
    phrase = f"{MONTHS[first - 1][case]}{dash}{MONTHS[last - 1][case]} {form.format(year)}"
    text = f"{preposition} {phrase} экспорт вырос"
    periods = annotate(text, DCT).periods
    assert [(p.role, p.value) for p in periods] == [("at", iso(year, (first, last)))]
    mentions = annotate(text, DCT)
    period = mentions.periods[0]
    assert mentions.tokens.surface(period.first, period.last) == phrase


@given(
    st.sampled_from(sorted(COUNTS)),
    st.booleans(),
    st.integers(2005, 2025),
    st.sampled_from(YEAR_FORMS),
)
def test_counted_months_in_digits_and_words(count: int, words: bool, year: int, form: str) -> None:
    noun = "месяца" if count < 5 else "месяцев"
    text = f"за {COUNTS[count] if words else count} {noun} {form.format(year)} экспорт вырос"
    periods = annotate(text, DCT).periods
    assert [(p.role, p.value) for p in periods] == [("at", iso(year, (1, count)))]


@given(st.integers(1986, 2068), st.sampled_from(["к {} году", "до {} года", "к {}-му", "до {} г."]))
def test_a_deadline_in_every_year(year: int, form: str) -> None:
    periods = annotate(f"довести торговлю {form.format(year)}", None).periods
    assert [(p.role, p.value) for p in periods] == [("by", str(year))]


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_without_a_year_is_the_last_that_had_begun(month: int) -> None:
    periods = annotate(f"в {MONTHS[month - 1][1]} отгрузили больше", DCT).periods
    year = 2025 if month <= 6 else 2024
    assert [(p.role, p.value) for p in periods] == [("at", f"{year}-{month:02d}")]


@given(st.dates(min_value=date(1995, 1, 1), max_value=date(2060, 12, 31)))
def test_nothing_relative_without_a_year_known(published: date) -> None:
    """What a date resolves, no date leaves open: the same mentions at the same places."""
    text = "в прошлом году, за пять месяцев, в декабре, к концу года, за последние три года"
    dated, undated = annotate(text, published).periods, annotate(text, None).periods
    assert [(p.first, p.last, p.role) for p in dated] == [
        (p.first, p.last, p.role) for p in undated
    ]
    assert all(p.value is not None for p in dated)
    assert all(p.value is None for p in undated)


def test_a_report_dated_by_its_year_alone() -> None:
    text = "в текущем году, в прошлом году, за пять месяцев, за последние три года, в декабре"
    values = [period.value for period in annotate(text, None, 2024).periods]
    assert values == ["2024", "2023", "2024-01/2024-05", "2021/2024", None]
