"""What holds of any text: lengths, spans, order, and time that grows with length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.language.text import clean, tokenize

# What reports are made of, and what breaks them.
PIECES = [
    "Экспорт", "вырос", "на", "34", "%", "млрд", "24,5", "$", " ", " ", "\n", "\r\n", "\r",
    "\t", "\u00a0", "\u202f", "\u00ad", "\u200b", "\ufeff", "\x00", "\x01", "\x02", "\x85",
    "\x96", "\ufffd", "й", "й", "ё", "<b>", "</b>", "<br>", "<!--", "-->", "<script>",
    "</script>", "<sup>2</sup>", "<", ">", "&nbsp;", "&amp;", "&amp;nbsp;", "&#160;",
    "&#x1F600;", "&quot;", "&", ";", "экспoрт", "ТEU", "долларовПо", "-", "–", "—", "«", "»",
    "(", ")", ".", ",", ":", "/", "…", "12:30", "13.02.2024", "2024-02-13", "+7 701 123 45 67",
    "https://a.kz/1", "a@b.kz", "1 000", "1'000", "1.000", "№", "III", "два-три", "январь-май",
    "½", "İ", "ß", "𝟐𝟒", "٣", "😀", "**", "__", "О", "3О", "с", "c",
]  # fmt: skip
soup = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
texts = st.one_of(st.text(), soup, st.text(alphabet="аАёЁйaAoO0123456789 .,-–\n\x00\x01<>&;*_"))


@given(texts)
def test_cleaning_keeps_every_position(text):
    assert len(clean(text)) == len(text)


@given(texts)
def test_tokens_lie_in_the_text_in_order(text):
    tokens = tokenize(text)
    last = 0
    for start, end in zip(tokens.start, tokens.end, strict=True):
        assert last <= start < end <= len(text)
        last = end
    lengths = {len(tokens.low), len(tokens.start), len(tokens.kind), len(tokens.sentence)}
    assert len(lengths) == 1
    assert all(tokens.low)
    assert set(tokens.kind) <= set("ndtwp")


@given(texts)
def test_nothing_that_can_be_read_lies_between_tokens(text):
    tokens = tokenize(text)
    covered = set()
    for start, end in zip(tokens.start, tokens.end, strict=True):
        covered.update(range(start, end))
    between = [char for at, char in enumerate(tokens.clean) if at not in covered]
    assert set(between) <= set(" \n\x01\x02")


@given(texts)
def test_sentences_divide_the_tokens(text):
    tokens = tokenize(text)
    assert [n for n, (a, b) in enumerate(tokens.bounds) for _ in range(a, b)] == tokens.sentence
    edges = [0, *(last for _, last in tokens.bounds)]
    assert [first for first, _ in tokens.bounds] == edges[:-1]
    assert edges[-1] == len(tokens.low)
    assert all(first < last for first, last in tokens.bounds)
    assert tokens.paragraph == sorted(tokens.paragraph)
    assert len(tokens.paragraph) == len(tokens.bounds)


@given(texts)
def test_the_same_text_gives_the_same_tokens(text):
    assert tokenize(text) == tokenize(text)


@given(st.lists(st.sampled_from(["Экспорт", "вырос", "импорт", "упал", "до", "млрд"]), min_size=1))
def test_spaces_and_markup_change_no_word(words):
    plain = tokenize(" ".join(words)).low
    for joint in ("  ", "\u00a0", "&nbsp;", " <b>", "</b> ", "\t", "\u202f", " \u200b", "\x00"):
        assert tokenize(joint.join(words)).low == plain, joint


LONG = [
    "Экспорт вырос на 34%, до 24 млрд долларов, ", "Экспорт ", "а", "А", "аА", "Аа", "aа", "1",
    "1 ", "111 ", "1.", "1,", "12:", "12.", "1-", "+7 ", "8 ", "8-", "два-", "<", "<b", "<b ",
    "<!--", "<!-- -->", "<script>", "<sup>", "&", "&a", "&amp;", "&#1", "*", "_", "a@", "a.",
    "http://", "www.", "\x00", "\u00ad", "а\u00ad", "1\u00ad", ". ", "? ", "\n", "\r",
    "и\u0306", "й", "«", "(", "...", "О", "3О", "₸", "'1", "1'", "–", "млрд. ", "A.",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_length_not_with_its_square(piece, seconds):
    tokenize(piece * 100)  # load what is loaded once
    size = 8_000 // len(piece)
    short, long = seconds(tokenize, piece * size), seconds(tokenize, piece * size * 8)
    # eight times the text: linear 8, quadratic 64
    assert long < 24 * short + 0.02
