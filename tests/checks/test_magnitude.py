"""Slips of scale: found with the value that fits, and not where the figure is meant."""

from datetime import date

import pytest


def only(made):
    found = made.findings("error", "warning")
    assert len(found) == 1, [item.message for item in found]
    return found[0]


def test_million_for_billion(report):
    made = report(
        "Торговля 2021 года прибавила 33% и дала 4,3 млн долларов; "
        "январь – апрель 2022-го принесли 1,4 млрд."
    )
    made.claim("33%", 33, measure="change_pct", unit="percent", period="2021")
    made.claim("4,3 млн долларов", "4300000", period="2021")
    made.claim("1,4 млрд", "1400000000", period="2022-01/2022-04")
    found = only(made)
    assert (found.severity, found.key) == ("error", "scale.official")
    assert (found.printed, found.suggested) == (4_300_000, 4_300_000_000)
    assert found.claim_ids == (made.claims[1].claim_id,)
    assert "http" in found.basis and "2021" in found.basis


@pytest.mark.parametrize(
    ("partner", "period", "value", "suggested"),
    [
        ("AZE", "2024-01/2024-06", "280600", 280_600_000),  # thousand for million
        ("ARM;BLR;KGZ;RUS", "2022-01/2022-05", "9900000", 9_900_000_000),  # a whole union
        ("KGZ", "2024", "1700000000000", 1_700_000_000),  # trillion for billion
        ("CHN", None, "30000000", 30_000_000_000),  # no year: any year's figure
    ],
)
def test_scale_against_the_statistics(report, partner, period, value, suggested):
    made = report("Оборот составил 1 долларов.").claim(
        "1 долларов", value, partner=partner, period=period
    )
    found = only(made)
    assert found.severity == "error" and found.suggested == suggested


def test_a_good_worth_more_than_the_whole_trade(report):
    made = report("Взаимная торговля сельхозпродукцией достигла 30 млрд долларов.")
    made.claim(
        "30 млрд долларов",
        "30000000000",
        partner="MNG",
        period="2025",
        commodity="сельхозпродукция",
    )
    found = only(made)
    assert (found.key, found.suggested) == ("scale.part", 30_000_000)


@pytest.mark.parametrize("commodity", ["мёд", None])
def test_a_small_good_is_no_slip(report, commodity):
    made = report("Колбасы ввезли на 55,16 млн долларов, рыбы – на 16 млн долларов.")
    fields = {"indicator": "import", "partner": "RUS", "period": "2025-01/2025-08"}
    made.claim("55,16 млн долларов", "55160000", commodity="колбаса", **fields)
    # without the good it stands beside a figure of its own size, so the scale is meant
    made.claim("16 млн долларов", "16000000", commodity=commodity, **fields)
    assert not made.findings("error", "warning")


def test_a_small_region_is_no_slip(report):
    made = report("Товарооборот области с Россией – 3,8 млн долларов.")
    made.claim(
        "3,8 млн долларов", "3800000", partner="RUS", period="2024", region="Туркестанская область"
    )
    assert not made.findings("error", "warning")


@pytest.mark.parametrize(
    ("partner", "period", "value"),
    [("CHN", "2024", "44000000000"), ("RUS", "2023", "30000000000"), ("UZB", "2024", "5000000000"),
     ("GEO", "2022", "147700000"), ("TUR", "2017", "1900000000")],
)  # fmt: skip
def test_figures_of_other_statistics_are_in_range(report, partner, period, value):
    made = report("Оборот составил 1 долларов.").claim(
        "1 долларов", value, partner=partner, period=period
    )
    assert not made.findings("error", "warning")


def test_freight_above_all_that_the_railway_carries(report):
    made = report("За первое полугодие по железной дороге прошло 159,5 млн тонн грузов.")
    made.claim(
        "159,5 млн тонн",
        "159500000",
        indicator="freight",
        unit="tonne",
        partner="GEO",
        period="2025-H1",
    )
    found = only(made)
    assert (found.key, found.suggested) == ("scale.freight", 159_500)


@pytest.mark.parametrize(
    ("indicator", "tonnes"), [("freight", "32000000"), ("transit", "30000000")]
)
def test_record_freight_is_possible(report, indicator, tonnes):
    made = report("Перевезли 32 млн тонн.")
    made.claim(
        "32 млн тонн", tonnes, indicator=indicator, unit="tonne", partner="CHN", period="2024"
    )
    assert made.findings() == []


def test_a_partner_without_statistics_against_its_other_claims(report):
    made = report(
        "За 2023 год оборот с Польшей – 1,0 млн долларов. За 2024 год – 1,1 млрд долларов."
    )
    made.claim("1,0 млн долларов", "1000000", partner="POL", period="2023")
    made.claim("1,1 млрд долларов", "1100000000", partner="POL", period="2024")
    found = only(made)
    assert (found.key, found.severity) == ("scale.claims", "warning")
    assert found.suggested == 1_000_000_000


def test_other_currencies_are_converted_or_left_alone(report):
    made = report("Оборот – 1 тенге, оборот – 2 дирхамов.")
    made.claim("1 тенге", "1900000000000", unit="KZT", partner="UZB", period="2022")  # 4.1 bn USD
    made.claim("2 дирхамов", "465500", unit="AED", partner="ARE", period="2022")  # no rate known
    assert not made.findings("error", "warning")


def test_a_target_a_thousand_times_off(report):
    made = report("Торговлю доведут до 10 млн долларов к 2030 году.", published=date(2025, 1, 1))
    made.claim("10 млн долларов", "10000000", measure="target", status="target", deadline="2030")
    assert only(made).suggested == 10_000_000_000


def test_a_figure_that_cannot_be_meant_takes_no_part_in_other_checks(report):
    made = report("В 2021 году торговля выросла на 33% – до 4,3 млн долларов.")
    made.claim("на 33%", 33, measure="change_pct", unit="percent", period="2021")
    made.claim("4,3 млн долларов", "4300000", period="2021")
    assert [item.check for item in made.findings()] == ["magnitude"]
