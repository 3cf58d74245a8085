"""A text that breaks off in mid-sentence, as excerpts do, is read like any other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kzcoop.claims.extract import extract
from kzcoop.reading.document import Document, read_documents

REPORTS = Path(__file__).parents[1] / "devset" / "docs"
WINDOW = 200  # characters


@pytest.mark.parametrize(
    "text",
    [
        "Экспорт в Китай вырос на 5% за счёт урожая",
        "Ввоз чая сократился на 29,4% в",
        "Это 50 процентов от общего валового",
        "Экспорт в Китай вырос на 3%, главный поставщик на российский",
        "Товарооборот с Китаем превысил 9,7 млрд долларов (18,9%",
        "К возведению сухого порта, крупнейшего в регионе,",
        "Началась реконструкция таможенного поста",
        "Идёт реконструкция казахстанского пункта пропуска",
        "Объём экспорта на казахстанский",
        "На очереди «Желкуар» и «Убаган»: проекты перестройки готовы",
        "Завершат в 2027 году. Сегодня его пропускная способность",
        "Немецкий завод и порт отгрузили 390 тонн казахстанского",
        "За десять лет Казахстан вложил 20 миллиардов долларов в",
        "Реконструируют двух: «Ауыл» и «Жезкент» сдадут в ноябре 2027 года. Третий",
        "Четыре месяца прибавили к ней шестую часть. А в 2016-м, семь лет тому",
        "Впятеро вырос Транскаспийский маршрут с 2019 года (760 тыс. тонн",
        "На «Сарыагаш» пришлось 15 млн тонн. Больше половины потока составил транзит: из России",
        "Братислава купит у Казахстана ещё на $120 млн сверх",
        "Покупатели с начала года взяли 690 тыс. тонн экспорта, тогда как за весь",
        "Экспорт в Китай достиг 3 млн тонн. План не изменился. Четверти",
    ],
)
def test_a_phrase_may_break_off(text):
    found = extract(Document("t", text))
    assert all(text[claim.start : claim.end] == claim.quote for claim in found.claims)


@pytest.mark.parametrize("document", read_documents([REPORTS]), ids=lambda d: d.doc_id)
def test_a_report_may_break_off_at_any_word(document):
    ends = [match.end() for match in re.finditer(r"\w+|[^\w\s]", document.text)]
    for end in ends[::7]:
        text = document.text[max(0, end - WINDOW) : end]
        for claim in extract(Document("t", text, None, document.published)).claims:
            assert text[claim.start : claim.end] == claim.quote


def test_a_change_over_years_beside_levels_of_seasons_is_read():
    """Their span, 2020-07/2024-06, is not one of years."""
    text = (
        "Экспорт пшеницы в Иран за сезон 2020/21 составил 2 млн тонн, за сезон 2023/24 – "
        "3 млн тонн. За последние три года рост составил 50%."
    )
    claims = extract(Document("t", text, None, date(2025, 10, 5))).claims
    assert [claim.quote for claim in claims] == ["2 млн тонн", "3 млн тонн", "50%"]


def test_two_counts_of_posts_at_one_place_are_read_to_the_end():
    """The second was looked for from the first again, without end."""
    text = (
        "К концу 2026 года Казахстан намерен реконструировать 5 из 6 пунктов пропуска на границе "
        "с КНР, открытых для фур, главное препятствие – расстояние: 1800; паромов не хватает, а "
        "новые будут строить не меньше двух лет."
    )
    found = extract(Document("t", text, None, date(2021, 7, 15))).programmes
    assert found[0].total == 6
