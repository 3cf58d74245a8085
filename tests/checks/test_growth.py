"""Growth against levels stated, against the statistics, and growth words against numbers."""

from datetime import date

import pytest


def keys(found):
    return [item.key for item in found]


def test_34_percent_and_24_billion_imply_the_official_2021(report):
    made = report(
        "Премьер-министр Алихан Смаилов: за прошлый год торговля выросла на 34% "
        "и превысила $24 млрд."
    )
    made.claim("на 34%", 34, measure="change_pct", unit="percent", partner="CHN")
    made.claim("$24 млрд", "24000000000", qualifier="over", partner="CHN")
    [found] = made.findings()
    assert found.key == "growth.official" and found.severity == "info"
    assert dict(found.details)["year"] == "2021"
    assert float(dict(found.details)["implied"].split()[0]) / 1e9 == pytest.approx(17.9, abs=0.02)
    assert float(dict(found.details)["official"].split()[0]) / 1e9 == pytest.approx(18.0, abs=0.01)
    assert "Bureau of National Statistics" in found.basis


def test_an_undated_growth_that_fits_no_year_says_nothing(report):
    made = report("Премьер-министр Алихан Смаилов: торговля выросла на 90% и превысила $24 млрд.")
    made.claim("на 90%", 90, measure="change_pct", unit="percent", partner="CHN")
    made.claim("$24 млрд", "24000000000", qualifier="over", partner="CHN")
    assert made.findings() == []


@pytest.mark.parametrize(
    ("partner", "year", "growth", "level", "key"),
    [
        ("TJK", 2022, "18.5", "1400000000", "growth.official"),
        ("KOR", 2022, "131.6", "6100000000", "growth.official"),
        ("ITA", 2024, "24", "20000000000", "growth.official"),
        ("UZB", 2022, "80", "4920000000", "growth.official_off"),  # +28% in the statistics
    ],
)
def test_dated_growth_against_the_statistics(report, partner, year, growth, level, key):
    made = report(f"В {year} году торговля прибавила {growth}% и составила ${level}.")
    fields = {"partner": partner, "period": str(year)}
    made.claim(f"{growth}%", growth, measure="change_pct", unit="percent", **fields)
    made.claim(f"${level}", level, **fields)
    assert keys(made.findings()) == [key]


def test_growth_by_the_partners_own_statistics(report):
    made = report("В 2018 году торговля выросла на 10,4% и достигла 19,88 млрд долларов.")
    fields = {"partner": "CHN", "period": "2018"}
    made.claim("на 10,4%", "10.4", measure="change_pct", unit="percent", **fields)
    made.claim("19,88 млрд долларов", "19880000000", **fields)
    assert keys(made.findings()) == ["growth.mirror"]


def test_growth_that_fits_the_year_beside(report):
    # six billion over 1.42 is the official sum of 2018, not of 2017
    made = report(
        "С 2017 по 2021 год торговля со странами региона поднялась на 42%, до 6,3 млрд долларов."
    )
    fields = {"partner": "KGZ;TJK;TKM;UZB"}
    made.claim(
        "на 42%",
        42,
        measure="change_pct",
        unit="percent",
        period="2017/2021",
        base_period="2017",
        **fields,
    )
    made.claim("6,3 млрд долларов", "6300000000", period="2021", **fields)
    assert "growth.other_year" in keys(made.findings("info"))
    assert not made.findings("warning", "error")


def grain(report, text, *, change, measure, quote):
    made = report(text)
    fields = {"indicator": "export", "commodity": "зерно", "partner": "KGZ", "unit": "tonne"}
    made.claim("25 тыс.", "25000", period="2025-09", **fields)
    made.claim("6 тыс.", "6000", period="2024-09", **fields)
    unit = "percent" if measure == "change_pct" else "ratio"
    made.claim(quote, change, measure=measure, period="2025-09", **fields | {"unit": unit})
    return made


def test_growth_word_that_fits_the_levels(report):
    made = grain(report, "Отгрузили 25 тыс. против 6 тыс., вчетверо больше.",
                 change=4, measure="change_ratio", quote="вчетверо")  # fmt: skip
    assert keys(made.findings()) == ["growth.stated"]


def test_times_printed_as_per_cent(report):
    made = grain(report, "Отгрузили 25 тыс. против 6 тыс., прирост оценён в 42%.",
                 change=42, measure="change_pct", quote="42%")  # fmt: skip
    [found] = made.findings()
    assert (found.key, found.severity) == ("growth.times_as_percent", "warning")
    assert found.suggested == pytest.approx(316.7)
    assert found.claim_ids[0] == made.claims[-1].claim_id


def test_growth_that_does_not_fit_the_levels(report):
    made = grain(report, "Отгрузили 25 тыс. против 6 тыс., прирост – 150%.",
                 change=150, measure="change_pct", quote="150%")  # fmt: skip
    assert keys(made.findings("warning")) == ["growth.stated_off"]


def test_growth_that_fits_other_figures_of_the_paragraph_is_left_alone(report):
    made = grain(report, "Отгрузили 25 тыс. против 6 тыс., прирост – 150%. "
                 "Соседям ушло 10 тыс. вместо 4 тыс.",
                 change=150, measure="change_pct", quote="150%")  # fmt: skip
    fields = {"indicator": "export", "partner": "UZB", "unit": "tonne"}
    made.claim("10 тыс.", "10000", period="2025-09", **fields).claim(
        "4 тыс.", "4000", period="2024-09", **fields
    )
    assert not made.findings("warning", "error")


@pytest.mark.parametrize(
    ("increase", "keys_"), [("70,2 млн", ["increment.stated"]), ("50,2 млн", ["increment.off"])]
)
def test_increase_against_the_levels(report, increase, keys_):
    made = report(f"Поставки поднялись с 239,7 до 309,9 млн долларов, на {increase}.")
    fields = {"indicator": "export", "commodity": "пшеница", "partner": "TJK"}
    made.claim("239,7", "239700000", period="2021", **fields)
    made.claim("309,9 млн долларов", "309900000", period="2022", **fields)
    value = str(round(float(increase.split()[0].replace(",", ".")) * 1e6))
    made.claim(increase, value, measure="increment", period="2022", base_period="2021", **fields)
    assert keys(made.findings()) == keys_


def test_targets_and_possibilities_are_not_held_against_levels(report):
    made = report("Торговлю хотят удвоить. Сейчас она составляет 4,1 млрд долларов.")
    made.claim("удвоить", 2, measure="change_ratio", unit="ratio", status="target", period="2024")
    made.claim("4,1 млрд долларов", "4100000000", period="2024")
    assert made.findings() == []


def test_share_that_is_a_volume_and_the_year_that_is_not_the_one_before(report):
    text = (
        "На Китай приходится 324,1 млн долларов оборота области, экспорт – 13,2. "
        "За январь – апрель нынешнего года доля экспорта возросла в 2 раза "
        "к аналогичному периоду 2021-го (6,2 млн долларов)."
    )  # fmt: skip
    fields = {"partner": "CHN", "region": "Алматинская область", "indicator": "export"}
    made = report(text, published=date(2024, 6, 28))
    made.claim("13,2", "13200000", **fields)
    made.claim("в 2 раза", 2, measure="change_ratio", unit="ratio", base_period="2021-01/2021-04",
               **fields)  # fmt: skip
    made.claim("6,2 млн долларов", "6200000", period="2021-01/2021-04", **fields)
    found = made.findings("warning")
    assert sorted(keys(found)) == ["base.gap", "share.volume"]
    assert {item.claim_ids[0] for item in found} == {made.claims[1].claim_id}
    assert "13,2 / 6,2" in next(item.basis for item in found if item.key == "share.volume")


def test_share_and_base_year_where_the_reader_missed_the_base(report):
    text = (
        "За январь – апрель 2024 года доля экспорта, по словам акима, выросла вдвое по сравнению "
        "с теми же месяцами 2021-го, когда было 6,2 млн долларов."
    )
    fields = {"partner": "CHN", "indicator": "export", "period": "2021"}
    made = report(text).claim("вдвое", 2, measure="change_ratio", unit="ratio", **fields)
    made.claim("6,2 млн долларов", "6200000", region="Алматинская область", **fields)
    assert sorted(keys(made.findings("warning"))) == ["base.gap", "share.volume"]


def test_a_share_with_its_share_is_no_volume(report):
    made = report(
        "Вывоз увеличился на 15%, а доля на рынке выросла в 2 раза и достигла 69%, 3 млн долларов."
    )
    fields = {"indicator": "export", "partner": "RUS", "period": "2025"}
    made.claim("на 15%", 15, measure="change_pct", unit="percent", **fields)
    made.claim("в 2 раза", 2, measure="change_ratio", unit="ratio", **fields)
    made.claim("69%", 69, measure="share_pct", unit="percent", **fields)
    made.claim("3 млн долларов", "3000000", commodity="мороженое", **fields)
    assert "share.volume" not in keys(made.findings())


@pytest.mark.parametrize(
    ("period", "base", "phrase", "key"),
    [
        ("2024-01/2024-04", "2021-01/2021-04", "к аналогичному периоду 2021 года", "base.gap"),
        ("2024-01/2024-04", "2023-01/2023-04", "к аналогичному периоду 2023 года", None),
        ("2020/2024", "2020", "с 2020 по 2024 год", "base.long"),
        ("2024", "2019", "к уровню 2019 года", "base.long"),
    ],
)
def test_comparison_year(report, period, base, phrase, key):
    made = report(f"Перевозки выросли в 3 раза {phrase}.", published=date(2025, 2, 1))
    made.claim(
        "в 3 раза",
        3,
        indicator="freight",
        measure="change_ratio",
        unit="ratio",
        period=period,
        base_period=base,
    )
    assert keys(made.findings()) == ([key] if key else [])
