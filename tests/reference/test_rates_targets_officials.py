"""Exchange rates, the ledger of targets, terms of office."""

from decimal import Decimal

import pytest

from kzcoop.errors import ReferenceDataError
from kzcoop.reference import officials, rates, targets


@pytest.mark.parametrize(
    ("currency", "year", "usd"),
    [
        ("EUR", 2023, 1.0817),
        ("CNY", 2016, 1 / 6.64),
        ("KZT", 2023, 1 / 456.2),
        ("RUB", 2017, 1 / 58.35),
    ],
)
def test_annual_average_rates(currency, year, usd):
    rate = rates.usd_per(currency, year)
    assert float(rate.usd) == pytest.approx(usd, rel=0.002)
    assert rate.source_url.startswith("http")


def test_tenge_comes_from_the_national_bank_where_two_sources_have_it():
    assert "National Bank" in rates.usd_per("KZT", 2023).source_name


def test_dollar_is_a_dollar():
    assert rates.to_usd(Decimal(5), "USD", 1900) == 5


@pytest.mark.parametrize(("currency", "year"), [("AED", 2025), ("RUB", 2024), ("EUR", 1999)])
def test_a_missing_rate_is_refused(currency, year):
    with pytest.raises(ReferenceDataError, match=currency):
        rates.usd_per(currency, year)


def test_ledger_keeps_every_revision():
    uzbek = [(target.announced, target.target_usd, target.deadline_year)
             for target in targets.targets_of("UZB")]  # fmt: skip
    assert ("2018-03-14", 5_000_000_000, 2020) in uzbek
    assert ("2021-12", 10_000_000_000, None) in uzbek
    assert ("2025-03-15", 10_000_000_000, 2030) in uzbek
    assert uzbek == sorted(uzbek, key=lambda row: row[0])


def test_an_unverified_target_is_no_target():
    assert all(target.announced != "2025-01-30" for target in targets.targets_of("RUS"))


def test_a_direction_without_a_figure_is_no_target():
    assert all(target.target_usd for target in targets.targets_of("CHN"))


def test_a_joint_target_belongs_to_no_single_partner():
    joint = [target for target in targets.targets() if len(target.partners) > 1]
    assert [target.target_usd for target in joint] == [15_000_000_000]
    assert joint[0] not in targets.targets_of("KGZ")


def test_unsourced_terms_are_left_out():
    assert all(term.source_url for term in officials.terms())
    assert "Дмитрий Медведев" not in {term.name for term in officials.terms()}
