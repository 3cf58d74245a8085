"""Persons: names in the nominative, offices, countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.language.names import nominative_name
from kzcoop.lexicon.loader import fold
from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.official import officials
from kzcoop.mentions.person import Person, read_persons


def persons(text: str) -> list[Person]:
    return read_persons(annotate(text, None))


@pytest.mark.phrases("person.yml")
def test_a_person_with_office_and_country(phrase):
    found = [
        {"person": p.name, "role": p.role, "country": p.country}
        for p in persons(phrase.text)
        if p.by != "role"
    ]
    assert found == [phrase.expected]


@pytest.mark.phrases("person_office.yml")
def test_an_office_alone_means_who_holds_it(phrase):
    mentions = annotate(phrase.text, None)
    start, end = mentions.tokens.start, mentions.tokens.end
    meant = {
        (start[p.first], end[p.last - 1]): p.name for p in read_persons(mentions) if p.by == "role"
    }
    assert meant[phrase.spans[0]] == phrase.expected["person"]


@pytest.mark.phrases("person_negative.yml")
def test_nobody_is_named(phrase):
    assert persons(phrase.text) == []


def test_a_surname_alone_is_the_full_name_given_elsewhere() -> None:
    found = persons(
        "Депутат Ергазы Тулебаев задал вопрос. Тулебаеву ответил министр. "
        "По словам Тулебаева, ждут давно."
    )
    assert [p.name for p in found] == ["Ергазы Тулебаев"] * 3


def test_two_of_one_surname_are_told_apart_by_office() -> None:
    text = (
        "Президент Кыргызстана Садыр Жапаров и председатель кабинета министров Акылбек Жапаров "
        "приехали. Президент Жапаров открыл форум."
    )
    assert persons(text)[-1].name == "Садыр Жапаров"


def test_a_former_office_is_marked() -> None:
    for text in (
        "тогдашний премьер Алихан Смаилов говорил",
        "Алихан Смаилов, тогда премьер-министр, оценивал",
    ):
        assert [p.former for p in persons(text)] == [True]
    assert not persons("премьер Алихан Смаилов говорил")[0].former


def test_two_presidents_in_one_clause_keep_their_own_countries() -> None:
    found = persons(
        "переговоры президента Республики Казахстан Касым-Жомарта Токаева и президента "
        "Российской Федерации Владимира Путина"
    )
    assert [(p.name, p.role, p.country) for p in found] == [
        ("Касым-Жомарт Токаев", "президент", "KAZ"),
        ("Владимир Путин", "президент", "RUS"),
    ]


CASES = {"g": ("а", "я"), "d": ("у", "ю"), "i": ("ом", "ем"), "l": ("е", "е")}
SURNAME = {"g": "а", "d": "у", "i": "ым", "l": "е"}
MEN = sorted(
    {one.name for known in officials().values() for one in known
     if len(one.name.split()) == 2 and one.name.endswith(("ов", "ев", "ёв", "ин"))
     and one.name.split()[0][-1] in "бвгдзкмнпрстфйь" and one.country != "CHN"}
)  # fmt: skip


@pytest.mark.parametrize("case", sorted(CASES))
@pytest.mark.parametrize("name", MEN)
def test_every_case_gives_the_nominative(name: str, case: str) -> None:
    given_name, surname = name.split()
    hard, soft = CASES[case]
    own = given_name[:-1] + soft if given_name[-1] in "йь" else given_name + hard
    if given_name.endswith("ий") and case == "l":
        own = given_name[:-1] + "и"
    if given_name == "Павел":
        pytest.skip("a fleeting vowel")
    printed = (own, surname + SURNAME[case])
    assert nominative_name(printed).text == name


@given(st.text(alphabet="АБВГабвгдеюя .,«»–-:ёй\n", max_size=80))
def test_any_text_is_read_and_spans_lie_inside(text: str) -> None:
    mentions = annotate(text, None)
    for person in read_persons(mentions):
        first, last = person.span
        assert 0 <= first < last <= len(mentions.tokens.low)
        assert person.name


def test_officials_are_known_by_surname() -> None:
    assert officials()[fold("Токаев")][0].name == "Касым-Жомарт Токаев"
