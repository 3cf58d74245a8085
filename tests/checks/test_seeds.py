"""What must be found in the five real reports (they are not part of the project)."""

import pytest

from kzcoop.checks.run import run_checks


@pytest.fixture(scope="module")
def found(seeds):
    claims, programmes, documents = seeds
    quotes = {claim.claim_id: claim.quote for claim in claims}
    return {
        (item.doc_id[:3], item.key): (item, [quotes[name] for name in item.claim_ids])
        for item in run_checks(claims, programmes, documents)
    }


def test_growth_and_level_imply_the_official_base(found):
    item, quotes = found["000", "growth.official"]
    assert quotes == ["на 34%", "$24 млрд"]
    details = dict(item.details)
    assert details["year"] == "2021"
    assert float(details["implied"].split()[0]) == pytest.approx(17.91e9, rel=1e-3)
    assert float(details["official"].split()[0]) == pytest.approx(18.0e9, rel=1e-3)


def test_sum_of_parts_is_confirmed(found):
    item, quotes = found["001", "parts.confirmed"]
    assert item.severity == "info"
    assert quotes[0].startswith("324,1") and len(quotes) == 3


def test_share_that_is_a_volume(found):
    item, quotes = found["001", "share.volume"]
    assert item.severity == "warning" and quotes[0] == "в два раза"


def test_comparison_of_2024_with_2021(found):
    item, quotes = found["001", "base.gap"]
    assert item.severity == "warning" and quotes == ["в два раза"]
    assert "2024" in item.message and "2021" in item.message


def test_seven_posts_and_a_missing_comma(found):
    assert found["002", "posts.of_border"][0].message.startswith("7 of 8")
    assert "7 in all" in found["002", "posts.comma"][0].message


def test_million_for_billion(found):
    item, quotes = found["004", "scale.official"]
    assert item.severity == "error" and quotes == ["4,3 миллиона долларов"]
    assert item.suggested == 4.3e9


def test_nothing_else_is_alarming(found):
    assert {key for key, (item, _) in found.items() if item.severity != "info"} == {
        ("001", "share.volume"), ("001", "base.gap"), ("004", "scale.official"),
    }  # fmt: skip
