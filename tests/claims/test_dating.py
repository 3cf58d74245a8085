"""Bounds of undated reports: true always, narrow where the text says enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.claims.extract import extract
from kzcoop.claims.time.dating import FRONT_MATTER, LINE, YEAR, Bounds, date_bounds, this_year
from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.person import read_persons
from kzcoop.reading.document import Document, read_documents

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
# digests of two dates: their last paragraphs tell what came after the date that they bear
LATER = {"kgz-2022-cholpon-ata", "tjk-2022-talks"}


def bounds(text: str | Document) -> Bounds:
    document = Document("d", text) if isinstance(text, str) else text
    mentions = annotate(document.text, document.published)
    return date_bounds(document, mentions, read_persons(mentions))


def test_a_date_in_the_front_matter_is_both_bounds():
    day = date(2024, 5, 14)
    assert bounds(Document("d", "Товарооборот 2021 года", published=day)) == Bounds(
        day, day, FRONT_MATTER
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("За четыре месяца 2022 года торговля выросла.", date(2022, 5, 1), None),
        ("По итогам 2021 года торговля выросла.", date(2022, 1, 1), None),
        ("В 2021 году торговля выросла.", date(2021, 1, 1), None),
        ("Рост к уровню 2021 года.", None, None),
        ("В октябре 2022 года лидеры договорились.", date(2022, 10, 1), None),
        ("Ремонт проведут до конца 2027 года.", None, date(2027, 12, 31)),
        ("Торговлю намерены довести до 10 млрд к 2030 году.", None, date(2030, 12, 31)),
        ("На 2024 год согласованы поставки.", None, date(2024, 12, 31)),
        ("Следующая встреча пройдёт в 2026 году.", None, date(2026, 12, 31)),
        ("Товарооборот растёт.", None, None),
    ],
)
def test_years_bound(text, earliest, latest):
    found = bounds(text)
    if earliest is not None:
        assert found.earliest == earliest
    assert found.latest == latest
    assert found.dated_by == (YEAR if found.earliest or found.latest else None)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Премьер-министр Казахстана Алихан Смаилов принял посла.", "2022-01-11", "2024-02-05"),
        ("принял премьер-министр РК Олжас Бектенов", "2024-02-06", None),
        ("с секретарём парткома СУАР Ма Синжуем", "2021-12-25", "2025-07-01"),
        ("главой кабинета министров Кыргызстана Акылбеком Жапаровым", "2021-10-01", "2024-12-16"),
        ("Первый заместитель премьер-министра Роман Скляр", "2022-01-11", None),
        ("Министр транспорта Марат Карабаев", None, "2025-06-08"),
        # in office twice: nothing between the terms can be told apart
        ("Премьер-министр Карим Масимов", "2007-01-10", "2016-09-08"),
        # looked back at, or without an office
        ("Тогдашний премьер-министр Алихан Смаилов", None, None),
        ("Алихан Смаилов, тогда премьер-министр, говорил", None, None),
        ("Алихан Смаилов говорил", None, None),
    ],
)
def test_terms_of_office_bound(text, earliest, latest):
    found = bounds(text)
    assert found.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert found.latest == (date.fromisoformat(latest) if latest else None)
    if earliest or latest:
        assert found.dated_by.startswith("term of office of ")


def test_an_office_of_a_year_named_does_not_end_the_bounds():
    found = bounds("В 2022 году премьер-министр Алихан Смаилов говорил о росте торговли.")
    assert (found.earliest, found.latest) == (date(2022, 1, 11), None)


def test_what_contradicts_bounds_nothing():
    text = "Премьер-министр Алихан Смаилов назвал цель. По итогам 2024 года торговля выросла."
    assert bounds(text) == Bounds(date(2025, 1, 1), None, YEAR)


def test_a_forecast_long_past_is_no_bound_beside_a_later_one():
    text = "Прогноз на 2016 год выполнить не удалось. В 2017 году планируют перевезти 11 млн тонн."
    assert bounds(text).latest == date(2017, 12, 31)


def test_both_kinds_of_evidence_are_named():
    found = bounds("Премьер-министр Олжас Бектенов сообщил: до конца 2027 года ремонт закончат.")
    assert found.dated_by == f"{YEAR}; term of office of Олжас Бектенов"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("20:35, 15 мая 2019", date(2019, 5, 15)),
        ("21.12.2023 04:29", date(2023, 12, 21)),
        ("07.08.2020", date(2020, 8, 7)),
        ("Июль 11, 2022 15:11", date(2022, 7, 11)),
        ("23 декабря 2019 года", date(2019, 12, 23)),
    ],
)
def test_a_line_with_a_date_near_the_top_dates_the_report(line, day):
    assert bounds(f"Поезда в Китай\n\n{line}\n\nВ 2018 году перевезли больше.") == Bounds(
        day, day, LINE
    )


def test_an_event_with_its_year_and_this_year_bound_the_report():
    text = "На форуме «Экспо Урумчи-2024», прошедшем 26 июня, сказали: торговля текущего года выше."
    found = bounds(text)
    assert (found.earliest, found.latest) == (date(2024, 6, 26), date(2024, 12, 31))
    assert this_year(found) == 2024


@pytest.mark.parametrize(
    ("found", "year"),
    [
        (Bounds(date(2024, 1, 1), date(2024, 12, 31), YEAR), 2024),
        (Bounds(date(2023, 12, 31), date(2024, 1, 1), YEAR), None),
        (Bounds(date(2024, 1, 1), None, YEAR), None),
        (Bounds(None, date(2024, 1, 1), YEAR), None),
        (Bounds(None, None, None), None),
    ],
)
def test_this_year_is_told_only_where_one_fits(found, year):
    assert this_year(found) == year


DATED = [
    document
    for document in read_documents([ROOT / "data" / "corpus", ROOT / "tests" / "devset" / "docs"])
    if document.published is not None and document.doc_id not in LATER
]


@pytest.mark.parametrize("document", DATED, ids=[document.doc_id for document in DATED])
def test_the_true_date_lies_within_the_bounds_when_it_is_hidden(document):
    found = bounds(replace(document, published=None))
    assert (found.earliest or date.min) <= document.published <= (found.latest or date.max)
    assert this_year(found) in (None, document.published.year)


def test_most_reports_have_a_bound():
    found = [bounds(replace(document, published=None)) for document in DATED]
    assert sum(one.earliest is not None for one in found) > 0.8 * len(found)
    assert sum(one.latest is not None for one in found) > 0.45 * len(found)


@pytest.mark.parametrize(
    ("seed", "earliest", "latest", "by"),
    [
        ("000", "2022-01-11", "2024-02-05", "term of office of Алихан Смаилов"),
        ("001", "2024-06-26", "2024-12-31", YEAR),
        ("002", "2024-02-06", "2024-09-30", "term of office of Олжас Бектенов"),
        ("003", "2024-02-06", "2027-12-31", YEAR),
        ("004", "2022-05-01", "2022-12-31", YEAR),
    ],
)
def test_the_five_reports_hold_the_bounds_found_by_hand(seed, earliest, latest, by):
    paths = sorted(SEEDS.glob(f"{seed}_*.txt"))
    if not paths:
        pytest.skip("the five reports are not here")
    found = bounds(read_documents(paths)[0])
    assert found.earliest == date.fromisoformat(earliest)
    assert found.latest >= date.fromisoformat(latest)
    assert by in found.dated_by


@given(
    st.text(alphabet="в к до на за 0123456789годуа января-–.«»\nПремьерАлиханСмаилов", max_size=120)
)
def test_any_text_has_bounds_in_order(text):
    found = bounds(text)
    if found.earliest and found.latest and found.dated_by != LINE:
        assert found.earliest <= found.latest


def test_a_year_left_open_dates_nothing_after_it():
    text = (
        "В 2021 году товарооборот с Болгарией составил 130 млн долларов, а прошлый год принёс "
        "210 млн. Из них 160 – казахстанский экспорт."
    )
    claims = extract(Document("d", text)).claims
    assert [claim.period for claim in claims] == ["2021", None, None]
