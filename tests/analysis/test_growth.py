"""Official growth, and announced figures beside it."""

import pandas as pd
import pytest

from kzcoop.analysis import agreement, growth, official
from kzcoop.analysis.inputs import known_claims
from kzcoop.analysis.tolerance import Tolerance

AS_OF = "2026-06-30"


def test_growth_of_several_years_is_compound_and_refuses_to_guess():
    series = pd.Series({2015: 10.0, 2016: 11.0, 2020: 16.105})
    assert growth.growth_over(series, 5) == pytest.approx(10.0, abs=0.001)
    assert growth.growth_over(series, 3) is None, "2017 is missing and has no stand-in"
    assert growth.growth_over(pd.Series(dtype=float), 1) is None


def test_turnover_of_china_is_the_published_one():
    # Bureau of National Statistics: 18.0 bn in 2021, 24.2 bn in 2022, a rise of 34 %.
    table = growth.by_year("CHN", AS_OF).set_index("year")
    assert table.loc[2021, "turnover_usd_bn"] == pytest.approx(18.0, abs=0.05)
    assert table.loc[2022, "turnover_usd_bn"] == pytest.approx(24.2, abs=0.05)
    assert table.loc[2022, "growth_1y_pct"] == pytest.approx(34.0, abs=0.6)
    total = table["export_usd_bn"] + table["import_usd_bn"]
    assert (total - table["turnover_usd_bn"]).abs().max() < 0.001
    assert table.loc[2025, "balance_usd_bn"] < 0


def test_as_of_hides_years_that_were_not_over():
    assert growth.by_year("CHN", "2023-12-31")["year"].max() == 2022
    assert growth.rates("CHN", "2024-01-01")["year"].tolist() == [2023] * 3


def test_the_sum_of_partners_never_loses_one_silently():
    codes = official.members("ALL", AS_OF)
    table = official.by_year("ALL", AS_OF).set_index("year")
    last = table.index.max()
    one_by_one = sum(official.value(code, int(last), "turnover") for code in codes)
    assert table.loc[last, "turnover_usd_bn"] == pytest.approx(one_by_one)
    assert "ARE" not in codes, "it has no value for the last year"
    assert 2010 not in table.index, "Russia and Belarus are blank in 2010"


def test_a_partner_without_data_gives_empty_tables():
    for code in ("HUN", "XXX"):
        assert growth.by_year(code, AS_OF).empty
        assert growth.rates(code, AS_OF).empty
        assert growth.mirror_gap(code, AS_OF).empty


def test_the_partners_figures_stay_beside_and_are_no_part_of_the_series():
    gap = growth.mirror_gap("CHN", AS_OF).set_index("year")
    assert gap.loc[2023, "partner_usd_bn"] == pytest.approx(41.02)
    assert gap.loc[2023, "gap_usd_bn"] == pytest.approx(41.02 - 30.055, abs=0.01)
    assert bool(gap.loc[2017, "is_implied"])
    assert official.value("CHN", 2023, "turnover") == pytest.approx(30.055, abs=0.01)


class TestAgreement:
    def test_34_percent_to_24_bn_implies_the_official_17_9_of_2021(self, seeds_alike):
        row = agreement.implied_bases(seeds_alike, "CHN", AS_OF).iloc[0]
        assert row["implied_usd_bn"] == pytest.approx(17.9, abs=0.02)
        assert row["official_usd_bn"] == pytest.approx(18.0, abs=0.05)
        assert row["verdict"] == "agrees"
        assert (row["base_year"], row["year_basis"]) == (2021, "inferred")

    def test_a_figure_without_a_year_is_placed_only_where_one_year_fits(self, seeds_alike, make):
        placed = agreement.levels(seeds_alike, "CHN", AS_OF)
        assert placed[["year", "year_basis", "verdict"]].values.tolist() == [
            [2022, "inferred", "agrees"]
        ]
        # 30.1 bn in 2023 and 30.2 bn in 2024: nobody can say which year is meant
        both = make([{"value": 30.1e9}], published={"r1": None})
        assert agreement.levels(both, "CHN", AS_OF).empty
        assert agreement.not_compared(both, "CHN", AS_OF)["reason"].tolist() == ["no period"]

    def test_an_inferred_year_does_not_count_for_reliability(self, seeds_alike):
        assert agreement.reliability(seeds_alike, "CHN", AS_OF).empty

    def test_the_corrected_value_is_compared_and_the_printed_one_shown(self, seeds_alike):
        row = agreement.levels(seeds_alike, "UZB", AS_OF).iloc[0]
        assert row["announced_usd_bn"] == pytest.approx(4.3)
        assert row["value_printed_usd_bn"] == pytest.approx(0.0043)
        assert row["verdict"] == "differs", "Kazakhstan's statistics have 3.8 bn"

    @pytest.mark.parametrize(
        ("claim", "verdict"),
        [
            ({"value": 24.2e9}, "agrees"),
            ({"value": 24e9, "qualifier": "over"}, "agrees"),
            ({"value": 20e9, "qualifier": "over"}, "holds loosely"),
            ({"value": 20e9}, "differs"),
            ({"value": 25e9, "qualifier": "under"}, "agrees"),
            ({"value": 25.5e9, "qualifier": "about"}, "agrees"),
            ({"value": 23e9, "value_max": 25e9}, "agrees"),
            ({"value": 31.2e9}, "agrees with the partner's statistics"),
        ],
        ids=lambda value: value if isinstance(value, str) else str(value),
    )
    def test_hedges_decide_what_a_level_of_2022_must_meet(self, make, claim, verdict):
        tables = make([{"period": "2022"} | claim])
        assert agreement.levels(tables, "CHN", AS_OF)["verdict"].tolist() == [verdict]

    def test_a_revised_figure_agrees_with_the_edition_of_its_day(self, make):
        # 2023 came out as 31.5 bn first and is 30.1 bn now
        tables = make([{"period": "2023", "value": 31.5e9}])
        row = agreement.levels(tables, "CHN", AS_OF).iloc[0]
        assert row["verdict"] == "agrees with the first edition"

    @pytest.mark.parametrize(
        ("claim", "reason"),
        [
            ({"period": "2022-01/2022-04"}, "part of a year"),
            ({"period": "2022", "region": "СУАР"}, "a region"),
            ({"period": "2022", "commodity": "мука"}, "one good"),
            ({"period": "2022", "unit": "CNY"}, "not US dollars"),
            ({"period": "2015/2018"}, "several years"),
            ({"period": "2026"}, "year not over"),
            ({"period": "2022", "measure": "share_pct", "unit": "percent"},
             "share, rank or other measure"),
        ],
        ids=lambda value: value if isinstance(value, str) else str(value),
    )  # fmt: skip
    def test_what_is_no_national_year_in_dollars_is_counted_and_not_compared(
        self, make, claim, reason
    ):
        tables = make([claim])
        assert agreement.levels(tables, "CHN", AS_OF).empty
        assert agreement.not_compared(tables, "CHN", AS_OF).values.tolist() == [[reason, 1]]

    def test_growth_is_compared_with_growth_from_the_base_that_the_text_names(self, make):
        tables = make(
            [
                {"measure": "change_pct", "unit": "percent", "value": 34.0, "period": "2022"},
                {"measure": "change_ratio", "unit": "ratio", "value": 1.34, "period": "2022",
                 "base_period": "2021"},
                {"measure": "change_ratio", "unit": "ratio", "value": 2.3, "period": "2022",
                 "base_period": "2017"},
            ]
        )  # fmt: skip
        table = agreement.changes(tables, "CHN", AS_OF)
        assert table["verdict"].tolist() == ["agrees"] * 3
        assert table["base_year"].tolist() == [2021, 2021, 2017]
        assert table["base_stated"].tolist() == [False, True, True]

    def test_the_other_sides_own_figure_is_not_held_against_ours(self, make):
        tables = make([{"reporter": "CHN", "partner": "KAZ", "indicator": "export",
                        "value": 14e9, "period": "2021"}])  # fmt: skip
        row = agreement.levels(tables, "CHN", AS_OF).iloc[0]
        assert row["verdict"] == "the partner's own figure"
        assert row["official_usd_bn"] == pytest.approx(8.23, abs=0.01), "our import, their export"

    def test_tolerances_are_parameters_and_can_be_printed(self, make):
        tables = make([{"period": "2022", "value": 23e9}])
        assert agreement.levels(tables, "CHN", AS_OF)["verdict"].tolist() == ["differs"]
        wide = Tolerance(level_pct=6)
        assert agreement.levels(tables, "CHN", AS_OF, wide)["verdict"].tolist() == ["agrees"]
        assert 6 in wide.table()["tolerance"].tolist()


def test_parts_of_a_year_meet_only_the_same_months(make):
    tables = make(
        [
            {"value": 1.0e9, "period": "2021-01/2021-04"},
            {"value": 1.4e9, "period": "2022-01/2022-04"},
            {"value": 2.0e9, "period": "2022-01/2022-06"},
            {"value": 24e9, "period": "2022"},
        ]
    )
    table = growth.part_years(tables, "CHN", AS_OF).set_index(["months", "year"])
    assert table.loc[("01-04", 2022), "growth_pct"] == pytest.approx(40.0)
    assert pd.isna(table.loc[("01-06", 2022), "growth_pct"])
    assert len(table) == 3, "a year is no part of a year"


def test_reports_of_later_days_are_not_known_yet(make):
    tables = make(
        [{"doc_id": "early"}, {"doc_id": "late"}, {"doc_id": "undated"}],
        published={"early": "2023-01-01", "late": "2024-01-01", "undated": None},
    )
    assert known_claims(tables, "CHN", "2023-06-30")["doc_id"].tolist() == ["early", "undated"]
