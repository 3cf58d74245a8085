"""Parts and wholes: sums, shares, months above their year."""

import pytest


def keys(found):
    return [item.key for item in found]


def trade(report, total, export, import_, **fields):
    text = f"Товарооборот составил {total} млн долларов: экспорт – {export}, импорт – {import_}."
    made = report(text)
    for name, figure in (("turnover", total), ("export", export), ("import", import_)):
        value = str(round(float(figure.replace(",", ".")) * 1e6))
        made.claim(figure, value, indicator=name, **fields)
    return made


@pytest.mark.parametrize(
    ("figures", "key"),
    [
        (("324,1", "13,2", "310,9"), "parts.confirmed"),
        (("529,4", "456,3", "73"), "parts.confirmed"),  # 529.3: the 73 is rounded
        (("324,1", "13,2", "210,9"), "parts.off"),
        (("324,1", "13,2", "310,4"), "parts.off"),  # half a million short, printed to 0.1
    ],
)
def test_export_and_import_make_turnover(report, figures, key):
    made = trade(report, *figures, partner="CHN", region="Алматинская область", period="2024")
    found = [item for item in made.findings() if item.check == "sum_of_parts"]
    assert keys(found) == [key]
    assert found[0].claim_ids[0] == made.claims[0].claim_id
    assert len(found[0].claim_ids) == 3


def test_a_wrong_sum_suggests_the_right_one(report):
    made = trade(report, "324,1", "13,2", "210,9", partner="POL")
    [found] = made.findings("warning")
    assert (found.printed, found.suggested) == (324_100_000, 224_100_000)


def test_figures_of_different_partners_are_not_added(report):
    made = report("Оборот – 100 млн долларов, экспорт – 10, импорт – 20.")
    made.claim("100", "100000000").claim("10", "10000000", indicator="export", partner="KGZ")
    made.claim("20", "20000000", indicator="import")
    assert not made.findings("warning")


def test_a_hedged_whole_is_met_by_a_little_more(report):
    made = report("Оборот превышал 700 млн долл., импорт – 607, экспорт – 105 млн.")
    made.claim("700 млн долл.", "700000000", qualifier="over", partner="POL")
    made.claim("607", "607000000", indicator="import", partner="POL")
    made.claim("105 млн", "105000000", indicator="export", partner="POL")
    assert keys(made.findings()) == ["parts.confirmed"]


def test_a_list_that_makes_its_total_is_confirmed_and_never_refuted(report):
    text = "Введено четыре поста: два на одной границе и {} на другой."
    for last, expected in (("два", ["parts.confirmed"]), ("три", [])):
        made = report(text.format(last))
        made.claim(
            "четыре поста",
            4,
            indicator="checkpoints_count",
            measure="count",
            unit="count",
            partner=None,
        )
        made.claim(
            "два", 2, indicator="checkpoints_count", measure="count", unit="count", partner=None
        )
        made.claim(last, 2 if last == "два" else 3, indicator="checkpoints_count",
                   measure="count", unit="count", partner=None)  # fmt: skip
        assert keys(made.findings()) == expected


def test_months_above_the_official_year(report):
    made = report("За восемь месяцев оборот с Узбекистаном достиг 5,6 млрд долларов.")
    made.claim("5,6 млрд долларов", "5600000000", period="2024-01/2024-08")
    [found] = made.findings("warning")
    assert found.key == "whole.official"
    assert "4.131 billion" in found.message and found.basis.count("http") == 1


@pytest.mark.parametrize("value", ["3200000000", "4400000000"])
def test_months_within_the_official_year_or_its_tolerance(report, value):
    made = report("За восемь месяцев оборот достиг 1 млрд долларов.")
    made.claim("1 млрд долларов", value, period="2024-01/2024-08")
    assert not made.findings("warning", "error")


def test_months_that_fit_the_partners_own_year_are_no_finding(report):
    # China counts 41.0 bn for 2023, Kazakhstan 30.1
    made = report("По данным посла, за десять месяцев оборот достиг 32,7 млрд долларов.")
    made.claim("32,7 млрд долларов", "32700000000", partner="CHN", period="2023-01/2023-10")
    assert not made.findings("warning", "error")


def test_months_above_the_year_that_the_text_states(report):
    made = report(
        "За полгода торговля с Польшей дала 700 млн долларов. За весь 2023 год вышло 500 млн."
    )
    made.claim("700 млн долларов", "700000000", partner="POL", period="2023-H1")
    made.claim("500 млн", "500000000", partner="POL", period="2023")
    assert keys(made.findings("warning")) == ["whole.months"]


def test_a_good_above_the_total_of_its_sentence(report):
    made = report("Из 50 млн долларов экспорта на муку пришлось 80 млн.")
    made.claim("50 млн долларов", "50000000", indicator="export", partner="POL", period="2023")
    made.claim(
        "80 млн", "80000000", indicator="export", partner="POL", period="2023", commodity="мука"
    )
    assert keys(made.findings("warning")) == ["whole.total"]


@pytest.mark.parametrize(
    ("share", "key"),
    [("49,3%", "share.confirmed"), ("почти половина", "share.confirmed"), ("70%", "share.off")],
)
def test_share_against_its_parts(report, share, key):
    made = report(f"Из 1084 предприятий российский капитал имели 534, то есть {share}.")
    fields = {"indicator": "enterprises_count", "measure": "count", "unit": "count"}
    made.claim("1084 предприятий", 1084, **fields | {"partner": None})
    made.claim("534", 534, **fields | {"partner": "RUS"})
    value = {"49,3%": "49.3", "70%": 70}.get(share, 50)
    fields |= {"partner": "RUS", "measure": "share_pct", "unit": "percent"}
    made.claim(share, value, **fields, qualifier="under" if value == 50 else "exact")
    assert keys(made.findings()) == [key]
