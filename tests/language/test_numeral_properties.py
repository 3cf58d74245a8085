"""Numbers written out come back: in digits with all separators, in words in all cases."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pymorphy3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.language.digits import parse_digits
from kzcoop.language.numeral import NumberReader
from kzcoop.language.text import tokenize
from kzcoop.lexicon.loader import Matcher, entries

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
UNITS = "ноль один два три четыре пять шесть семь восемь девять".split()
TEENS = (
    "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать"
    " восемнадцать девятнадцать"
).split()
TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()
GROUPS = ((10**9, "миллиард", "masc"), (10**6, "миллион", "masc"), (1000, "тысяча", "femn"))
SPACES = (" ", "\u00a0", "\u202f", "\u2009", "&nbsp;", "")
_MATCHER = Matcher(entries("numerals"))


@cache
def analyzer():
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def inflected(word, *grammemes):
    """A word in a form, by the dictionary."""
    wanted = {"один": "ADJF"}.get(word)
    for parse in analyzer().parse(word):
        if wanted is None and parse.tag.POS not in ("NUMR", "NOUN", "ADJF"):
            continue
        form = parse.inflect(set(grammemes))
        if form is not None:
            return form.word
    raise LookupError((word, grammemes))


def below_thousand(number, case, gender):
    """Words of 1 to 999 in a case, the last of them in a gender."""
    words = []
    if number >= 100:
        words.append(inflected(HUNDREDS[number // 100 - 1], case))
    rest = number % 100
    if 10 <= rest < 20:
        return [*words, inflected(TEENS[rest - 10], case)]
    if rest >= 20:
        words.append(inflected(TENS[rest // 10 - 2], case))
    unit = rest % 10
    if unit == 1:
        words.append(
            inflected(
                "один",
                case,
                gender,
                "sing",
                *(("inan",) if case == "accs" and gender == "masc" else ()),
            )
        )
    elif unit == 2 and case in ("nomn", "accs"):
        words.append("две" if gender == "femn" else "два")
    elif unit in (3, 4) and case == "accs":
        words.append(UNITS[unit])
    elif unit:
        words.append(inflected(UNITS[unit], case))
    return words


def multiplied(count, noun, case):
    """The multiplier as it stands after its number: «пяти тысячам», «две тысячи»."""
    last = count % 10 if not 10 < count % 100 < 20 else 0
    if last == 1:
        return inflected(noun, case, "sing")
    if case in ("nomn", "accs"):
        return inflected(noun, "gent", "sing" if last in (2, 3, 4) else "plur")
    return inflected(noun, case, "plur")


def in_words(number, case):
    words = []
    for size, noun, gender in GROUPS:
        count, number = divmod(number, size)
        if count:
            words += [*below_thousand(count, case, gender), multiplied(count, noun, case)]
    if number or not words:
        words += below_thousand(number, case, "masc") if number else [inflected("ноль", case)]
    return " ".join(words)


def read(text):
    tokens = tokenize(text)
    numerals = _MATCHER.find(tokens.low)["numerals"]
    number = NumberReader(tokens, numerals).read(0)
    assert number is not None, text
    return number, tokens


def is_spoken(number):
    """«миллион пять» may mean 1,000,005 or 1.005 million in speech: it is not read as one."""
    return number < 10**6 or number % 1000 == 0 or number // 1000 % 1000 != 0


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    "number", [*range(0, 130), *range(130, 1000, 37), 1000, 1001, 2002, 5011, 11_000]
)
def test_small_numbers_in_words(number, case):
    found, tokens = read(in_words(number, case))
    assert (found.value, found.last) == (number, len(tokens.low)), in_words(number, case)


@given(st.integers(1, 10**12 - 1).filter(is_spoken), st.sampled_from(CASES))
def test_any_number_in_words_in_any_case(number, case):
    found, tokens = read(in_words(number, case))
    assert (found.value, found.last) == (number, len(tokens.low)), in_words(number, case)
    assert found.form == "words"


@given(st.integers(0, 10**12), st.sampled_from((" ", "\u00a0", "\u202f", "\u2009", "'", "’")))
def test_whole_numbers_in_digits(number, separator):
    text = f"{number:,}".replace(",", separator)
    found, tokens = read(f"{text} тенге")
    assert (found.value, tokens.surface(found.first, found.last)) == (number, text)


@given(
    st.decimals(0, 10**9, places=4, allow_nan=False, allow_infinity=False), st.sampled_from(",.")
)
def test_decimal_numbers_in_digits(number, mark):
    text = f"{number:f}".replace(".", mark)
    assert parse_digits(text) == number


@given(
    st.integers(1, 999),
    st.integers(0, 99),
    st.sampled_from(
        [(1000, "тысяча"), (10**6, "миллион"), (10**9, "миллиард"), (10**12, "триллион")]
    ),
    st.sampled_from(CASES),
    st.sampled_from(SPACES),
)
def test_digits_with_a_multiplier_in_any_case(whole, hundredths, group, case, space):
    size, noun = group
    number = whole + Decimal(hundredths) / 100
    word = inflected(noun, "gent", "sing") if hundredths else multiplied(whole, noun, case)
    text = f"{number:f}".replace(".", ",") + space + word
    found, tokens = read(f"{text} рублей")
    assert found.value == number * size
    assert found.scale == size
    assert tokens.surface(found.first, found.last) == text


@given(st.integers(1, 999), st.integers(1, 999), st.booleans())
def test_two_groups_are_one_number(billions, millions, short):
    large, small = ("млрд", "млн") if short else ("миллиардов", "миллионов")
    found, _ = read(f"{billions} {large} {millions} {small} тенге")
    assert found.value == billions * 10**9 + millions * 10**6
    assert found.last == 4
