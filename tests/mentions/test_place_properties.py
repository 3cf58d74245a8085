"""Names of places in all cases, as a dictionary inflects them, and what holds in any text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import pymorphy3
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcoop.lexicon.loader import read_table
from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.checkpoint_names import forms
from kzcoop.reference.blocs import members
from kzcoop.reference.source import rows

PLURAL = {"Нидерланды", "Филиппины", "Эмираты"}
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
KINDS = {"country", "adjective", "bloc", "region", "checkpoint", "corridor", "initiative"}
COUNTRIES = {
    "Казахстан": "KAZ", "Китай": "CHN", "Россия": "RUS", "Узбекистан": "UZB", "Кыргызстан": "KGZ",
    "Киргизия": "KGZ", "Таджикистан": "TJK", "Туркменистан": "TKM", "Турция": "TUR",
    "Азербайджан": "AZE", "Грузия": "GEO", "Армения": "ARM", "Беларусь": "BLR",
    "Белоруссия": "BLR", "Иран": "IRN", "Афганистан": "AFG", "Монголия": "MNG", "Индия": "IND",
    "Пакистан": "PAK", "Катар": "QAT", "Кувейт": "KWT", "Оман": "OMN", "Бахрейн": "BHR",
    "Ирак": "IRQ", "Иордания": "JOR", "Сирия": "SYR", "Ливан": "LBN", "Египет": "EGY",
    "Израиль": "ISR", "Германия": "DEU", "Италия": "ITA", "Франция": "FRA",
    "Великобритания": "GBR", "Англия": "GBR", "Голландия": "NLD", "Бельгия": "BEL",
    "Люксембург": "LUX", "Швейцария": "CHE", "Австрия": "AUT", "Испания": "ESP",
    "Португалия": "PRT", "Греция": "GRC", "Польша": "POL", "Чехия": "CZE", "Словакия": "SVK",
    "Венгрия": "HUN", "Румыния": "ROU", "Болгария": "BGR", "Сербия": "SRB", "Хорватия": "HRV",
    "Словения": "SVN", "Литва": "LTU", "Латвия": "LVA", "Эстония": "EST", "Финляндия": "FIN",
    "Швеция": "SWE", "Норвегия": "NOR", "Дания": "DNK", "Исландия": "ISL", "Ирландия": "IRL",
    "Кипр": "CYP", "Мальта": "MLT", "Украина": "UKR", "Молдавия": "MDA", "Канада": "CAN",
    "Мексика": "MEX", "Куба": "CUB", "Бразилия": "BRA", "Аргентина": "ARG", "Колумбия": "COL",
    "Венесуэла": "VEN", "Япония": "JPN", "Корея": "KOR", "Тайвань": "TWN", "Гонконг": "HKG",
    "Вьетнам": "VNM", "Таиланд": "THA", "Малайзия": "MYS", "Сингапур": "SGP",
    "Индонезия": "IDN", "Камбоджа": "KHM", "Лаос": "LAO", "Непал": "NPL", "Австралия": "AUS",
    "Нигерия": "NGA", "Кения": "KEN", "Эфиопия": "ETH", "Алжир": "DZA", "Тунис": "TUN",
    "Ливия": "LBY", "Нидерланды": "NLD", "Филиппины": "PHL", "Эмираты": "ARE",
    "Москва": "RUS", "Ташкент": "UZB", "Бишкек": "KGZ", "Ашхабад": "TKM", "Анкара": "TUR",
    "Стамбул": "TUR", "Минск": "BLR", "Тегеран": "IRN", "Кабул": "AFG", "Пекин": "CHN",
    "Берлин": "DEU", "Рим": "ITA", "Париж": "FRA", "Лондон": "GBR", "Вена": "AUT",
    "Варшава": "POL", "Прага": "CZE", "Будапешт": "HUN", "Вашингтон": "USA", "Сеул": "KOR",
    "Ереван": "ARM", "Киев": "UKR", "Рига": "LVA", "Мадрид": "ESP", "Белград": "SRB",
}  # fmt: skip
REGIONS = {
    "Алматинская область": "KAZ", "Жамбылская область": "KAZ", "Туркестанская область": "KAZ",
    "Акмолинская область": "KAZ", "Актюбинская область": "KAZ", "Атырауская область": "KAZ",
    "Карагандинская область": "KAZ", "Костанайская область": "KAZ",
    "Кызылординская область": "KAZ", "Мангистауская область": "KAZ",
    "Павлодарская область": "KAZ", "Западно-Казахстанская область": "KAZ",
    "Восточно-Казахстанская область": "KAZ", "Северо-Казахстанская область": "KAZ",
    "Южно-Казахстанская область": "KAZ",
    "Оренбургская область": "RUS", "Омская область": "RUS", "Новосибирская область": "RUS",
    "Челябинская область": "RUS", "Курганская область": "RUS", "Тюменская область": "RUS",
    "Самарская область": "RUS", "Саратовская область": "RUS", "Астраханская область": "RUS",
    "Волгоградская область": "RUS", "Свердловская область": "RUS", "Томская область": "RUS",
    "Тверская область": "RUS", "Псковская область": "RUS", "Рязанская область": "RUS",
    "Алтайский край": "RUS", "Приморский край": "RUS", "Ставропольский край": "RUS",
    "Ташкентская область": "UZB", "Ферганская область": "UZB", "Навоийская область": "UZB",
    "Сурхандарьинская область": "UZB", "Хорезмская область": "UZB",
    "Чуйская область": "KGZ", "Ошская область": "KGZ", "Иссык-Кульская область": "KGZ",
    "Согдийская область": "TJK", "Хатлонская область": "TJK", "Балканский велаят": "TKM",
}  # fmt: skip


@cache
def dictionary() -> Any:
    return pymorphy3.MorphAnalyzer()


def inflected(name: str, case: str) -> str:
    """A name in a case; adjective and noun each by itself, written as the name is."""
    out = []
    for word in name.split():
        parses = dictionary().parse(word)
        wanted = {"Geox"} if len(name.split()) == 1 else set()
        parse = next((p for p in parses if wanted <= set(p.tag.grammemes)), parses[0])
        number = "plur" if name in PLURAL else "sing"
        form = parse.inflect(
            {case, number} | ({parse.tag.gender} if parse.tag.POS == "ADJF" else set())
        )
        text = (form or parse).word
        parts = zip(word.split("-"), text.split("-"), strict=False)
        out.append("-".join(t.capitalize() if w[0].isupper() else t for w, t in parts))
    return " ".join(out)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", COUNTRIES)
def test_a_country_in_every_case(name: str, case: str) -> None:
    surface = inflected(name, case)
    text = f"торговля, {surface}, рост"
    places = annotate(text, None).places
    assert [(p.kind, p.codes) for p in places] == [("country", (COUNTRIES[name],))], surface
    small = annotate(text.lower(), None).places
    assert [p for p in small if p.kind == "country"] == []


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", REGIONS)
def test_a_region_in_every_case(name: str, case: str) -> None:
    mentions = annotate(f"торговля, {inflected(name, case)}, рост", None)
    assert [(p.kind, p.codes, p.name) for p in mentions.places] == [
        ("region", (REGIONS[name],), name)
    ]
    place = mentions.places[0]
    assert mentions.tokens.surface(place.first, place.last) == inflected(name, case)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("gender", ["masc", "femn", "neut", "plur"])
def test_an_adjective_of_two_countries_in_every_form(gender: str, case: str) -> None:
    parse = dictionary().parse("узбекский")[0]
    number = {"plur"} if gender == "plur" else {"sing", gender}
    word = parse.inflect({case} | number).word
    for first, codes in (("казахстанско", ("UZB",)), ("российско", ("RUS", "UZB"))):
        places = annotate(f"торговля, {first}-{word} рынок", None).places
        assert [(p.kind, p.codes) for p in places] == [("adjective", codes)]


@pytest.mark.parametrize("row", rows("checkpoints"), ids=lambda row: row["id"])
def test_a_post_in_every_form_of_its_name(row: dict[str, str]) -> None:
    """Each form of a Kazakh post's name, in marks after «пункт пропуска», is that post."""
    name = row["name_ru"].split(" (")[0]
    if row["kind"] in ("sea", "MCPS") or "." in name:
        return
    words = name.split()
    for last in forms(words[-1].split("-")[-1]):
        head = "-".join([*words[-1].split("-")[:-1], last.capitalize()])
        surface = " ".join([*words[:-1], head])
        places = annotate(f"на пункте пропуска «{surface}» ремонт", None).places
        assert [(p.kind, p.side) for p in places] == [("checkpoint", "home")], surface
        known = {row["id"], row["id"].removesuffix("-rail")}
        assert places[0].register in known, surface


@pytest.mark.parametrize("table", ["countries", "regions", "corridors"])
def test_every_example_is_read_as_its_row_says(table: str) -> None:
    for row in read_table(table):
        places = annotate(row["example"], None).places
        if row["kind"] == "other":
            assert places == [], row["example"]
            continue
        if row["kind"] == "neighbour":  # whose, the rest of a text tells
            assert {p.kind for p in places} <= {"country"}, row["example"]
            continue
        if table == "regions":
            found = [(p.codes[0], p.name) for p in places if p.kind == "region"]
            assert (row["kind"], row["value"]) in found, row["example"]
        elif table == "corridors":
            assert row["value"] in [p.name for p in places], row["example"]
        else:
            found = [(p.kind, ";".join(p.codes)) for p in places]
            codes = ";".join(members(row["value"])) or row["value"]  # of a group that grew
            assert (row["kind"], codes) in found, row["example"]


PIECES = (
    "Китай Китае китайский России РФ казахстанско-узбекский Центральной Азии ЕС СНГ СУАР ЗКО"
    " область Алматинской и , Жамбылской областях крае « » – - Достык Алашанькоу Калжат пункт"
    " Достык-Алашанькоу пропуска КПП через на газопровод орден Север Юг Север-Юг Один пояс путь"
    " США доллара Хоргос Аксай Орда .kz Нур Жолы Б. Конысбаева станция МЦПС город ( ) : . ТС ЦА"
).split()


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25) | st.text(max_size=120).map(str.split))
def test_places_lie_in_order_inside_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    mentions = annotate(text, None)
    tokens, places = mentions.tokens, mentions.places
    for place in places:
        assert place.kind in KINDS
        assert 0 <= place.first < place.last <= len(tokens.low)
        assert 0 <= tokens.start[place.first] < tokens.end[place.last - 1] <= len(text)
        assert place.kind != "checkpoint" or (place.name and place.side in ("home", "away"))
        assert all(len(code) in (3, 4, 5) and code.isupper() for code in place.codes)
    for one, other in pairwise(places):
        pair = one.kind == other.kind == "checkpoint"
        assert one.last <= other.first or (
            pair and (one.first, one.last) == (other.first, other.last)
        )
