"""No number is lost: every number of a text lies in a claim, a programme or the residue.

The numbers are counted here a second time, by means of the test's own: digits, and a list of
number words in all their cases. «Один» is left out: «одним из лидеров» counts nothing.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcoop.claims.claim import RESIDUE_REASONS
from kzcoop.claims.extract import extract
from kzcoop.reading.document import Document, read_documents

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
FOLDERS = [ROOT / "data" / "corpus", ROOT / "tests" / "devset" / "docs"]
REPORTS = [*read_documents(FOLDERS), *(read_documents([SEEDS]) if SEEDS.is_dir() else [])]

# «&#8212;» is a dash that the page left behind, and no number.
DIGITS = re.compile(r"(?<![\d#])\d+(?:[.,\u00a0\u202f ]\d+)*")
# Endings are written out: «десять» is a number, «десятка» is one too, «десятилетие» is a period.
WORDS = """
    дв(а|е|ух|ум|умя|ое|оих)|тр(и|ех|ем|емя|ое|оих)|четыр(е|ех|ем|ьмя)|четверо
    пят(ь|и|ью)|шест(ь|и|ью)|сем(ь|и|ью)|вос(емь|ьми|емью)|девят(ь|и|ью)|десят(ь|и|ью)
    (один|две|три|четыр|пят|шест|сем|восем|девят)надцат(ь|и|ью)
    (два|три)дцат(ь|и|ью)|сорока?|(пять|шесть|семь|восемь)десят|(пяти|шести|семи|восьми)десяти
    девяност[оа]|ст[оа]|двести|двухсот|триста|тр[её]хсот|четыреста|четыр[её]хсот
    (пять|шесть|семь|восемь|девять)сот|(пяти|шести|семи|восьми|девяти)сот
    полтор(а|ы)|полутора|пол(миллиарда|миллиона|тысячи|сотни)
    вдвое|втрое|вчетверо|впятеро|вшестеро|вдесятеро|треть|трети|четверть|четверти|половин(а|ы|у|е|ой)
"""
_ROWS = [row.strip() for row in WORDS.strip().splitlines()]
NUMBER_WORD = re.compile(r"(?<![\w-])(?:" + "|".join(_ROWS) + r")(?![\w-])", re.I)


def numbers(text):
    """Spans of the numbers of a text, by this test's own means."""
    found = [(m.start(), m.end()) for m in DIGITS.finditer(text)]
    found += [(m.start(), m.end()) for m in NUMBER_WORD.finditer(text.replace("ё", "е"))]
    return found


def rows(found):
    return [*found.claims, *found.programmes, *found.residue]


@pytest.mark.parametrize("document", REPORTS, ids=lambda document: document.doc_id)
def test_every_number_of_a_report_is_accounted_for(document):
    found = extract(document)
    covered = [(row.start, row.end) for row in rows(found)]
    lost = [
        document.text[max(0, start - 20) : end + 20]
        for start, end in numbers(document.text)
        if not any(left <= start and end <= right for left, right in covered)
        and not all(_digit_covered(i, document.text, covered) for i in range(start, end))
    ]
    assert not lost


def _digit_covered(index, text, covered):
    """Two numbers side by side («2024 13 марта») may be covered one by one."""
    return not text[index].isalnum() or any(left <= index < right for left, right in covered)


@pytest.mark.parametrize("document", REPORTS, ids=lambda document: document.doc_id)
def test_spans_are_exact_and_ids_unique(document):
    check_rows(document)
    again = extract(document)
    assert again == extract(document)


def check_rows(document):
    found = extract(document)
    for row in rows(found):
        assert 0 <= row.start < row.end <= len(document.text)
        assert document.text[row.start : row.end] == row.quote
    for claim in found.claims:
        assert claim.quote in claim.sentence
        assert claim.claim_id == f"{document.doc_id}#{claim.start}-{claim.end}"
        assert 0 < claim.confidence <= 1
    assert {row.reason for row in found.residue} <= set(RESIDUE_REASONS)
    spans = sorted((row.start, row.end) for row in (*found.claims, *found.residue))
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    return found


def test_a_claims_id_does_not_hang_on_what_follows_it():
    text = "В 2023 году экспорт в Иран составил 190 млн долларов."
    short, long = (extract(Document("t", t)) for t in (text, text + "\n\nИмпорт – 40 млн."))
    assert short.claims[0].claim_id == long.claims[0].claim_id


# Any text at all

_PIECES = st.sampled_from(
    "товарооборот экспорт импорт с Китаем в Узбекистан на до из от и , – . : ; ( ) « » % $ € млрд "
    "млн тыс. долларов тенге тонн раза процентов году 2023 2022-2024 24,5 1 200 13 полтора двух "
    "вырос составил превысил более около почти к 2030 года планируется довести пункт пропуска "
    "«Достык» проектов рабочих мест вдвое треть 105,4% СУАР \n \n\n \t &nbsp; <b> </b> № III 8-й "
    "+7 (7172) 70-12 10:30 20.05.2025 0 -5 +12% минус ещё 14 стоимостью из них половина".split(" ")
)
_RUSSIAN = st.lists(_PIECES, max_size=60).map(" ".join)
_ANY = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from("0123456789%$€млрдтонгеа «»–.,\n\x00\u00a0\u00ad"),
    max_size=200,
)
_FUZZ = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_FUZZ
@given(_RUSSIAN)
def test_any_sequence_of_words_and_numbers_is_read(text):
    document = Document("t", text)
    found = check_rows(document)
    covered = [(row.start, row.end) for row in rows(found)]
    for match in re.finditer(r"\d+", text):
        inside = any(left <= match.start() and match.end() <= right for left, right in covered)
        assert inside, text


@_FUZZ
@given(_ANY)
def test_any_text_is_read(text):
    check_rows(Document("t", text))


@_FUZZ
@given(_RUSSIAN, _ANY)
def test_a_title_of_any_kind_is_read(text, title):
    check_rows(Document("t", text, title))


@pytest.mark.parametrize(
    "text",
    ["1" * 5000, "1 " * 5000, "млрд " * 3000, "«" * 3000, "до 5 " * 3000, "2023 год " * 2000,
     "на 5%, " * 3000, "Достык – " * 3000],
    ids=["digits", "ones", "scales", "quotes", "to", "years", "percents", "names"],
)  # fmt: skip
def test_long_monotonous_text_ends(text):
    check_rows(Document("t", text))
