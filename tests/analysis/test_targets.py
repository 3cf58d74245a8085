"""Targets: worked cases, edge cases in words, the ledger, the record, the fan."""

import numpy as np
import pandas as pd
import pytest

from kzcoop.analysis import fan, ledger, overview, own_figures, targets
from kzcoop.analysis.progress import Thresholds, required_growth_pct, status_of, years_to_reach
from kzcoop.analysis.standing import standing

AS_OF = "2026-06-30"


class TestWorkedCases:
    """Figures of the press reports and what they need, worked out by hand."""

    def test_china_24_to_35_bn_in_8_years_needs_4_83_percent_a_year(self, seeds_alike):
        assert required_growth_pct(24, 35, 8) == pytest.approx(4.83, abs=0.005)
        row = own_figures.own_gaps(seeds_alike, "CHN", AS_OF).iloc[0]
        assert row["required_pct"] == pytest.approx(4.83, abs=0.005)
        assert (row["level_year"], row["deadline"], row["gap_usd_bn"]) == (2022, "2030", 11.0)

    def test_uzbekistan_needs_2_96_years_at_33_percent_and_3_85_at_24_5(self, seeds_alike):
        table = own_figures.own_gaps(seeds_alike, "UZB", AS_OF)
        assert table["years_at_said"].round(2).tolist() == [2.96, 3.85]
        assert table["growth_period"].tolist() == ["2021", "2022-01/2022-04"]
        assert table["required_pct"].isna().all(), "no deadline, no required growth"
        assert table["why"].unique().tolist() == ["no deadline"]

    def test_tajikistan_at_half_as_much_again_needs_1_47_years(self, seeds_alike):
        row = own_figures.own_gaps(seeds_alike, "TJK", AS_OF).iloc[0]
        assert row["growth_said_pct"] == pytest.approx(50)
        assert row["years_at_said"] == pytest.approx(1.47, abs=0.005)

    def test_growth_over_several_years_is_turned_into_growth_a_year(self, make):
        tables = make(
            [
                {"value": 6.3e9, "period": "2021"},
                {"measure": "change_pct", "unit": "percent", "value": 42.0,
                 "period": "2017/2021"},
                {"measure": "target", "status": "target", "value": 15e9},
            ]
        )  # fmt: skip
        row = own_figures.own_gaps(tables, "CHN", AS_OF).iloc[0]
        assert row["growth_said_pct"] == pytest.approx(100 * (1.42 ** (1 / 4) - 1))

    def test_a_part_of_a_year_is_no_level_to_start_from(self, make):
        tables = make(
            [
                {"value": 1.4e9, "period": "2022-01/2022-04"},
                {"measure": "target", "status": "target", "value": 10e9},
            ]
        )
        assert own_figures.own_gaps(tables, "CHN", AS_OF).empty


def target(value, deadline=None, **other):
    return {"measure": "target", "status": "target", "value": value, "deadline": deadline} | other


def only(table, value_bn, deadline=None):
    """Return the one row of a target."""
    found = table[table["target_usd_bn"] == value_bn]
    if deadline is not None:
        found = found[found["deadline"] == deadline]
    assert len(found) == 1
    return found.iloc[0]


class TestGaps:
    def test_gap_required_observed_and_status_fit_together(self, make):
        row = only(targets.gaps(make(), "UZB", AS_OF), 10.0, "2030")
        actual = row["actual_usd_bn"]
        assert (row["actual_year"], actual) == (2025, pytest.approx(4.76, abs=0.01))
        assert row["gap_usd_bn"] == pytest.approx(10 - actual)
        assert actual * (1 + row["required_pct"] / 100) ** 5 == pytest.approx(10)
        assert actual * (1 + row["observed_pct"] / 100) ** row["years_at_observed"] == (
            pytest.approx(10)
        )
        assert row["pace"] == pytest.approx(row["observed_pct"] / row["required_pct"])
        assert row["status"] == "behind" and 0.6 <= row["pace"] < 0.95

    def test_required_from_the_announcement_starts_the_year_before_it(self, make):
        tables = make([target(50e9, "2030")], published={"r1": "2023-03-01"})
        row = only(targets.gaps(tables, "CHN", AS_OF), 50.0)
        assert row["base_year"] == 2022
        wanted = required_growth_pct(row["base_usd_bn"], 50, 8)
        assert row["required_from_announcement_pct"] == pytest.approx(wanted)

    def test_no_deadline_means_no_required_growth(self, make):
        row = only(targets.gaps(make([target(55e9)]), "CHN", AS_OF), 55.0)
        assert (row["status"], row["why"]) == ("cannot say", "no deadline")
        assert pd.isna(row["required_pct"]) and pd.isna(row["pace"])
        assert row["years_at_observed"] > 0

    def test_no_official_data_is_said(self, make):
        row = only(targets.gaps(make([target(1e9, partner="AFG")]), "AFG", AS_OF), 1.0)
        assert (row["status"], row["why"]) == ("cannot say", "no deadline; no actual value")
        assert pd.isna(row["gap_usd_bn"])

    def test_a_target_already_exceeded_when_announced_is_said(self, make):
        row = only(targets.gaps(make([target(20e9, "2030")]), "CHN", AS_OF), 20.0, "2030")
        assert (row["status"], row["why"]) == ("reached", "already exceeded when announced")
        assert pd.isna(row["required_from_announcement_pct"])

    def test_a_passed_deadline_is_said_and_needs_no_rate(self, make):
        row = only(targets.gaps(make(), "UZB", AS_OF), 5.0, "2020")
        assert (row["status"], row["why"]) == ("cannot say", "deadline passed")
        assert pd.isna(row["required_pct"])

    def test_falling_trade_moves_away_even_without_a_deadline(self, make):
        row = only(targets.gaps(make([target(1e9, partner="ARE")]), "ARE", AS_OF), 1.0)
        assert row["status"] == "moving away" and pd.isna(row["years_at_observed"])

    @pytest.mark.parametrize(
        ("pace", "status"),
        [(0.95, "on course"), (0.94, "behind"), (0.0, "behind"), (-0.01, "moving away"),
         (None, "cannot say")],
    )  # fmt: skip
    def test_thresholds(self, pace, status):
        assert status_of(pace) == status

    def test_other_thresholds_and_spans_are_parameters(self, make):
        rule = Thresholds(on_course=0.5, observed_years=10)
        row = only(targets.gaps(make(), "UZB", AS_OF, rule), 10.0, "2030")
        assert row["status"] == "on course"
        assert row["observed_pct"] == row["growth_10y_pct"]

    def test_years_to_reach_is_never_negative_or_infinite(self):
        assert years_to_reach(10, 5, 3) == 0
        assert years_to_reach(1, 2, 0) is None


class TestLedger:
    def test_a_newer_target_never_erases_an_older_one(self, make):
        table = ledger.ledger(make(), "UZB", AS_OF)
        assert set(table["target_usd_bn"]) >= {3.0, 5.0, 10.0}
        groups = standing(make(), "UZB", AS_OF)
        current = [group for group in groups if group.is_current and group.partner == "UZB"]
        assert [(group.target_usd_bn, group.deadline) for group in current] == [(10.0, "2030")]

    def test_reports_and_register_are_told_apart_and_never_merged(self, make):
        tables = make([target(40e9)], published={"r1": "2023-11-22"})
        table = ledger.ledger(tables, "CHN", AS_OF)
        mine = table[table["origin"] == "report"]
        assert mine["claim_id"].tolist() == ["r1#0"] and mine["source_url"].isna().all()
        other = table[table["origin"] == "register"]
        assert other["source_url"].notna().all() and other["claim_id"].isna().all()

    def test_steps_of_a_target_are_named(self, make):
        tables = make(
            [
                target(1e9, doc_id="a", partner="AFG"),
                target(1e9, doc_id="b", partner="AFG"),
                target(1e9, "2030", doc_id="c", partner="AFG"),
                target(3e9, doc_id="d", partner="AFG"),
                target(2e9, doc_id="d", partner="AFG"),
                target(2e9, doc_id="e", partner="AFG"),
                target(9e9, doc_id="f", partner="AFG"),
            ],
            published={"a": "2020-01-01", "b": "2021-01-01", "c": "2022-01-01",
                       "d": "2023-01-01", "e": "2024-01-01", "f": None},
        )  # fmt: skip
        table = ledger.ledger(tables, "AFG", AS_OF)
        assert table["step"].tolist() == [
            "first known", "restated", "deadline set", "step on the way", "raised", "lowered",
            "date unknown",
        ]  # fmt: skip

    def test_an_amount_said_again_without_its_deadline_keeps_the_open_deadline(self, make):
        tables = make(
            [
                target(1e9, "2030", doc_id="a", partner="AFG"),
                target(1e9, doc_id="b", partner="AFG"),
            ],
            published={"a": "2022-01-01", "b": "2023-01-01"},
        )
        (group,) = standing(tables, "AFG", AS_OF)
        assert (group.deadline, group.times) == ("2030", 2)

    def test_an_amount_said_again_after_its_deadline_is_a_new_target(self, make):
        tables = make(
            [
                target(1e9, "2020", doc_id="a", partner="AFG"),
                target(1e9, doc_id="b", partner="AFG"),
            ],
            published={"a": "2018-01-01", "b": "2023-01-01"},
        )
        found = standing(tables, "AFG", AS_OF)
        assert [(group.deadline, group.is_current) for group in found] == [
            (None, True), ("2020", False),
        ]  # fmt: skip

    def test_as_of_hides_later_announcements(self, make):
        for day, most in (("2022-12-31", 2.0), (AS_OF, 3.0)):
            table = ledger.ledger(make(), "KGZ", day)
            assert table.loc[table["partner"] == "KGZ", "target_usd_bn"].max() == most

    def test_goals_of_other_measures_are_kept_apart(self, make):
        tables = make([target(3e5, "2029", indicator="transit", unit="TEU")])
        assert "report" not in set(ledger.ledger(tables, "CHN", AS_OF)["origin"])
        goals = ledger.other_goals(tables, "CHN", AS_OF)
        assert goals[["indicator", "unit", "is_past"]].values.tolist() == [
            ["transit", "TEU", False]
        ]


def test_record_of_uzbekistan(make):
    # 3 bn by 2018 and 5 bn by 2020 were promised; trade was 2.5 bn and 2.9 bn.
    table = targets.record(make(), "UZB", AS_OF).set_index("target_usd_bn")
    assert table.loc[3.0, "outcome"] == "missed" and table.loc[3.0, "reached_year"] == 2019
    assert table.loc[5.0, "outcome"] == "missed"
    assert table.loc[3.0, "shortfall_pct"] == pytest.approx(17.2, abs=0.1)


def test_record_waits_for_the_year_to_be_over(make):
    before = targets.record(make(), "UZB", "2018-12-31")
    assert before.empty


def test_the_partners_statistics_may_have_reached_what_ours_have_not(make):
    table = targets.by_partner_statistics(make(), "CHN", AS_OF)
    row = table[(table["target_usd_bn"] == 40.0) & (table["deadline"] == "2030")].iloc[0]
    assert row["actual_usd_bn"] < 40 < row["partner_usd_bn"]
    assert row["partner_reached_year"] == 2023


def test_almost_thirty_has_not_reached_thirty(make):
    # a rounded "almost 30 bn" of the other side for 2023
    table = targets.by_partner_statistics(make(), "RUS", AS_OF)
    assert table["partner_reached_year"].isna().all()


def test_status_by_span_shows_when_it_hangs_on_the_first_year(make):
    table = targets.sensitivity(make(), "UZB", AS_OF).set_index("observed_years")
    table = table[table["partner"] == "UZB"]
    assert list(table.index) == [1, 3, 5, 10]
    assert table.loc[3, "status"] == "moving away" and table.loc[5, "status"] == "behind"


class TestFan:
    def test_the_same_seed_gives_the_same_paths(self):
        one = fan.fan("CHN", AS_OF, 2030, 500, 7)
        assert one.equals(fan.fan("CHN", AS_OF, 2030, 500, 7))
        assert not one.equals(fan.fan("CHN", AS_OF, 2030, 500, 8))

    def test_quantiles_are_in_order_and_begin_after_the_last_year(self):
        table = fan.fan("CHN", AS_OF, 2030, 500, 7)
        assert table["year"].tolist() == [2026, 2027, 2028, 2029, 2030]
        assert (table[list(fan.QUANTILE_COLUMNS)].diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)

    def test_steady_growth_gives_a_fan_without_width(self):
        series = pd.Series({year: 1.1 ** (year - 2010) for year in range(2010, 2021)})
        paths = fan.paths(series, 3, 50, 1)
        assert np.allclose(paths[:, 2], series[2020] * 1.1**3)

    def test_a_short_past_is_refused(self):
        assert fan.paths(pd.Series({2020: 1.0, 2021: 2.0}), 5, 10, 1) is None
        assert fan.fan("HUN", AS_OF, 2030, 10, 1).empty

    def test_a_gap_in_the_past_is_not_bridged(self):
        assert fan.past_factors(pd.Series({2010: 1.0, 2012: 4.0, 2013: 8.0})).tolist() == [2.0]

    def test_chances_are_shares_of_paths_and_need_a_deadline(self, make):
        table = fan.chances(make(), "UZB", AS_OF, 1000, 1)
        with_deadline = only(table, 10.0, "2030")
        assert 0 < with_deadline["probability_pct"] < 100
        assert 0 < with_deadline["margin_pp"] < 4
        past = only(table, 5.0, "2020")
        assert pd.isna(past["probability_pct"])


def test_overview_ranks_partners_by_gap_and_keeps_those_without_a_target(make):
    table = overview.overview(make(), AS_OF)
    gaps = table["gap_usd_bn"].dropna()
    assert gaps.is_monotonic_decreasing and len(gaps) >= 8
    assert "no target" in set(table["status"])
    assert set(table["partner"]) >= set(overview.known_partners(make(), AS_OF))
    ranks = overview.ranks(table).set_index("partner")
    assert ranks["rank_gap_usd_bn"].min() == 1
    assert ranks.loc["UZB", "rank_pace"] > ranks.loc["CHN", "rank_pace"]
