"""What holds of the quantities of any text, and of amounts written in every way."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.language.morphology import forms
from kzcoop.lexicon.loader import read_table
from kzcoop.mentions.annotate import annotate

PIECES = [
    "Экспорт ", "вырос ", "на ", "в ", "до ", "от ", "с ", "34", "24,5", "1 000", "2.500", " ",
    "%", " млрд ", " млн. ", " тыс. ", "долларов ", "$", "US$", "тонн ", "раза ", "раз ",
    "вдвое ", "треть ", "две трети ", "половина ", "почти ", "более чем ", "не менее ",
    "превысил ", "с лишним ", "и более ", "около ", "–", "-", " – ", "/", "(", ")", "«", "»",
    ".", ", ", "; ", "проектов ", "новых ", "рабочих мест ", "компаний ", "машин в сутки ",
    "лет ", "2024 ", "года ", "июня ", "минус ", "+", "№ ", "-й ", "-летний ", "-процентный ",
    "пять ", "двадцать ", "пятая ", "часть ", "миллиард ", "полтора ", "два-три ", "один из ",
    "целых ", "десятых ", "процента ", "п.п. ", "раза в ", "½", "\n", "миллиардный ", "рубеж ",
    "ст. ", "USD ", "т. ", "ДФЭ ", "\u00a0", "&nbsp;", "<b>", "<", ">", "~", "12:30", "G", "х",
]  # fmt: skip
soup = st.lists(st.sampled_from(PIECES), max_size=50).map("".join)
texts = st.one_of(st.text(), soup)
KINDS = {
    "money", "percent", "ratio", "tonne", "teu", "wagon", "vehicle", "count", "people", "freight",
    "vehicles", "ordinal", "bare", "out", "name", "unread",
}  # fmt: skip


def only(text):
    """The one quantity of a text that is more than a name, and its words."""
    mentions = annotate(text, None)
    found = [one for one in mentions.quantities if one.kind not in ("out", "name", "ordinal")]
    assert len(found) == 1, found
    return found[0], mentions.tokens.surface(found[0].first, found[0].last)


@given(texts)
def test_quantities_lie_in_the_text_in_order_and_do_not_overlap(text):
    mentions = annotate(text, None)
    total, last = len(mentions.tokens.low), 0
    for one in mentions.quantities:
        assert last <= one.first <= one.number_first < one.number_last <= one.last <= total
        assert one.lead <= one.number_first
        last = one.last
        sentences = set(mentions.tokens.sentence[one.first : one.last])
        assert len(sentences) == 1


@given(texts)
def test_fields_keep_to_their_contract(text):
    for one in annotate(text, None).quantities:
        assert one.kind in KINDS
        assert one.qualifier in ("exact", "over", "under", "about", "upto")
        assert one.sign in (1, -1)
        assert one.value >= 0 and one.value.is_finite()
        assert one.value_max is None or one.value_max > one.value
        assert (one.unit is None) == (
            one.kind in ("bare", "name", "unread", "ordinal")
        ) or one.kind == "out"
        assert one.kind != "money" or re.fullmatch("[A-Z]{3}", one.unit)


@given(texts)
def test_no_quantity_lies_in_a_period(text):
    mentions = annotate(text, None)
    dated = {index for one in mentions.periods for index in range(one.first, one.last)}
    for one in mentions.quantities:
        assert one.number_first not in dated


MULTIPLIERS = {
    "": 1,
    "тыс.": 1000,
    "млн": 10**6,
    "млн.": 10**6,
    "миллионов": 10**6,
    "млрд": 10**9,
    "трлн": 10**12,
}
CURRENCIES = {
    "долларов": "USD", "долларов США": "USD", "долл. США": "USD", "тенге": "KZT",
    "рублей": "RUB", "юаней": "CNY", "евро": "EUR", "дирхамов": "AED", "манатов": "AZN",
    "сумов": "UZS", "сомов": "KGS", "сомони": "TJS", "лари": "GEL", "белорусских рублей": "BYN",
    "турецких лир": "TRY",
}  # fmt: skip
SIGNS = {"$": "USD", "€": "EUR", "₸": "KZT", "₽": "RUB", "¥": "CNY", "£": "GBP", "US$": "USD"}
spaces = st.sampled_from([" ", "\u00a0", "\u202f", "  ", "&nbsp;", "\u2009"])
amounts = st.decimals(Decimal("0.1"), 9999, places=1)


def printed(amount):
    return f"{amount.normalize():f}".replace(".", ",")


@given(amounts, st.sampled_from(sorted(MULTIPLIERS)), st.sampled_from(sorted(CURRENCIES)), spaces)
def test_money_with_the_currency_after(amount, multiplier, currency, space):
    words = [printed(amount), *([multiplier] if multiplier else []), currency]
    text = space.join(words)
    one, quote = only(f"поступило {text} за всё")
    assert (one.kind, one.unit) == ("money", CURRENCIES[currency])
    assert one.value == amount * MULTIPLIERS[multiplier]
    assert quote == text


@given(amounts, st.sampled_from(sorted(MULTIPLIERS)), st.sampled_from(sorted(SIGNS)))
def test_money_with_the_sign_before_or_after(amount, multiplier, sign):
    number = f"{printed(amount)} {multiplier}".strip()
    for text in (f"{sign}{number}", f"{sign} {number}", f"{number} {sign}"):
        if sign == "US$" and text.endswith(sign):
            continue
        one, quote = only(f"поступило {text} за всё")
        assert (one.kind, one.unit) == ("money", SIGNS[sign])
        assert one.value == amount * MULTIPLIERS[multiplier]
        assert quote == text


@given(
    amounts, st.sampled_from(["%", " %", "\u00a0%", " процентов", " процента", " проц", " п.п."])
)
def test_percentages(amount, percent):
    text = f"на {printed(amount)}{percent}"
    one, quote = only(f"вырос {text} за всё")
    assert (one.kind, one.value, quote) == ("percent", amount, text)


@given(
    st.integers(1, 400), st.integers(401, 999), st.sampled_from(["–", "-", "—", " – "]),
    st.sampled_from(["млрд долларов", "млн тенге", "тыс. тонн"]),
)  # fmt: skip
def test_ranges(lower, upper, dash, unit):
    text = f"{lower}{dash}{upper} {unit}"
    one, quote = only(f"примерно {text} за всё")
    scale = MULTIPLIERS[unit.split()[0]]
    assert (one.value, one.value_max) == (lower * scale, upper * scale)
    assert (quote, one.qualifier) == (text, "about")


_OLD = re.compile("ь[еиюя]")  # «соглашенье»
NOUNS = {
    "проект": "project", "предприятие": "enterprise", "компания": "enterprise",
    "фирма": "enterprise", "завод": "object", "производство": "object", "позиция": "goods",
    "наименование": "goods", "переход": "checkpoint", "поезд": "train",
    "соглашение": "agreement", "меморандум": "agreement", "документ": "agreement",
    "договор": "agreement", "сотрудник": "people", "работник": "people",
}  # fmt: skip


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_counted_nouns_in_every_case(noun):
    for form in sorted(form for form in forms(noun) if not _OLD.search(form)):
        one, quote = only(f"речь о 25 {form} за всё")
        assert (one.value, one.noun and one.noun.id) == (25, NOUNS[noun]), form
        assert quote == f"25 {form}"


@pytest.mark.parametrize(
    "noun", ["рейс", "студент", "гектар", "километр", "полоса", "страна", "визит", "мегаватт"]
)
def test_nouns_out_of_scope_in_every_case(noun):
    for form in sorted(forms(noun)):
        found = annotate(f"речь о 25 {form} за всё", None).quantities
        assert [one.kind for one in found] == ["out"], form


def plain(kind):
    """The hedges of a kind that are written out in the table."""
    for row in read_table("hedges"):
        for words in row["pattern"].split("|"):
            if row["kind"] == kind and words.rstrip("*~") == words:
                yield pytest.param(words.replace(" ,", ","), row["value"], id=words)


@pytest.mark.parametrize(("words", "qualifier"), list(plain("pre")))
def test_every_hedge_of_the_table_before_an_amount(words, qualifier):
    one, quote = only(f"составил {words} 5 млрд долларов за всё")
    assert (one.qualifier, one.value, quote) == (qualifier, 5 * 10**9, "5 млрд долларов")


@pytest.mark.parametrize(
    "unit",
    [row for row in read_table("units") if row["kind"] != "perday"],
    ids=lambda row: row["id"],
)
def test_every_unit_of_the_table_reads_its_example(unit):
    found = annotate(unit["example"], None).quantities
    assert [one.unit for one in found] == [unit["value"]]


LONG = [
    "24 млрд долларов, ", "24 ", "24 млрд ", "пять ", "двадцать ", "сто ", "$", "$24 ", "5-",
    "5–", "5/", "от 5 до ", "почти ", "более чем ", "уже на ", "новых ", "24 новых ", "и ", "(",
    "1.", "миллион ", "тысяч ", "одна пятая ", "с лишним ", "раза в 2 ", "минус ",
    "на 5% больше ", "№ 5 ", "5-й ", "½", "целых ", "ни один ", "из ", "5 из ",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_length_not_with_its_square(piece, seconds):
    annotate(piece, None)
    size = 2_000 // len(piece)
    # eight times the text: linear 8, quadratic 64
    short = seconds(read, piece * size)
    assert seconds(read, piece * size * 8) < 24 * short + 0.02


def read(text):
    annotate(text, None)
