"""The register of checkpoints and its spellings; regions."""

import pytest

from kzcoop.reference import checkpoints, regions


@pytest.mark.parametrize(
    ("name", "checkpoint_id"),
    [
        ("Достык", "dostyk"), ("Алаколь", "dostyk"), ("Алашанькоу", "dostyk"),
        ("«Калжат»", "kalzhat"), ("Кольжат", "kalzhat"), ("Дулаты", "kalzhat"),
        ("Қарасу", "karasu"), ("Карасу", "karasu"), ("Ак-Тилек", "karasu"),
        ("Айша биби", "aysha-bibi"), ("Айша-бібі", "aysha-bibi"), ("АЙША БИБИ", "aysha-bibi"),
        ("Темір-баба", "temir-baba"), ("Темиp Баба", "temir-baba"),  # a Latin p
        ("НурЖолы", "nur-zholy"), ("Хоргос", "nur-zholy"), ("Нұр жолы", "nur-zholy"),
        ("Жәнібек", "zhanybek"), ("Жанибек", "zhanybek"), ("Кызылжар", "kyzyl-zhar"),
        ("Озинки", "taskala"), ("Зимунай", "maykapchagay"), ("Қордай", "korday"),
    ],
)  # fmt: skip
def test_find_whatever_the_spelling(name, checkpoint_id):
    post = checkpoints.find(name)
    assert post is not None and post.checkpoint_id == checkpoint_id


@pytest.mark.parametrize(
    "name", ["", "«»", "Север – Юг", "Лондон", "пункт пропуска", "Аксу-Жабаглы"]
)
def test_find_nothing(name):
    assert checkpoints.find(name) is None


def test_find_on_one_border_only():
    assert checkpoints.find("Достык", "CHN") is not None
    assert checkpoints.find("Достык", "KGZ") is None


def test_every_own_name_finds_its_own_post():
    for post in checkpoints.checkpoints():
        found = checkpoints.find(post.name_ru, post.neighbour)
        assert found is not None
        if post.kind == "road":
            assert found == post


def test_ids_are_unique_and_stable_in_form():
    ids = [post.checkpoint_id for post in checkpoints.checkpoints()]
    assert len(set(ids)) == len(ids) == 64
    assert all(text.isascii() and text == text.lower() and " " not in text for text in ids)
    assert checkpoints.checkpoint("dostyk").neighbour == "CHN"


@pytest.mark.parametrize(
    ("border", "official", "listed"),
    [("CHN", 5, 5), ("UZB", 8, 8), ("TKM", 1, 1), ("RUS", 30, 30), ("KGZ", 8, 9)],
)
def test_counts_by_border(border, official, listed):
    count = checkpoints.official_count(border)
    assert count is not None and count.posts == official and count.source_url.startswith("http")
    assert len(checkpoints.posts_of(border)) == listed


def test_no_official_count_is_none():
    assert checkpoints.official_count("AZE") is None


def test_region_by_short_name():
    place = regions.region("СУАР")
    assert place is not None and (place.country, place.iso_3166_2) == ("CHN", "CN-XJ")
    assert regions.region("Атлантида") is None
    assert len(regions.regions()) == 55


def test_a_region_whose_posts_lead_to_one_country_names_it():
    assert checkpoints.neighbour_of("Костанайская область") == "RUS"
    assert checkpoints.neighbour_of("Мангистауская область") is None  # of two
    assert checkpoints.neighbour_of("Карагандинская область") is None  # no border
