"""Official trade: which figure is preferred, which are kept apart, which are out."""

import pytest

from kzcoop.reference import trade


@pytest.mark.parametrize(
    ("partner", "year", "indicator", "usd_bn"),
    [
        ("CHN", 2021, "turnover", 18.0),  # quoted by the prime minister as 18.0
        ("CHN", 2022, "turnover", 24.2),  # and 24.2
        ("CHN", 2017, "turnover", 10.5),
        ("RUS", 2024, "turnover", 28.1),
        ("KGZ", 2024, "turnover", 1.78),
        ("CHN", 2020, "import", 6.38),  # not the 1.96 of the incomplete vintage
        ("CHN", 2023, "import", 15.39),  # final, not 16.77 as first published
    ],
)
def test_preferred_figures(partner, year, indicator, usd_bn):
    figure = trade.preferred(partner, year, indicator)
    assert figure is not None
    assert figure.value_usd / 1e9 == pytest.approx(usd_bn, rel=0.005)
    assert figure.source_url.startswith("http")


def test_preferred_series_changes_in_2020():
    by_year = trade.preferred_years("UZB", "turnover")
    assert list(by_year) == list(range(2010, 2026))
    assert {figure.series for year, figure in by_year.items() if year >= 2020} == {"bns"}
    assert {figure.series for year, figure in by_year.items() if year < 2020} == {"wits"}


def test_preferred_is_never_mirror_implied_stated_or_excluded():
    chosen = [figure for partner in trade.partners() for name in trade.INDICATORS
              for figure in trade.preferred_years(partner, name).values()]  # fmt: skip
    assert len(chosen) > 700
    for figure in chosen:
        assert figure.kind == "statistics" and figure.reporter == "KAZ"
        assert not (figure.is_mirror or figure.is_implied or figure.excluded)


@pytest.mark.parametrize(("partner", "year"), [("RUS", 2010), ("BLR", 2010), ("ARE", 2025)])
def test_gaps_stay_gaps(partner, year):
    assert trade.preferred(partner, year, "turnover") is None


def test_turnover_is_export_and_import_together():
    for partner in trade.partners():
        for year, total in trade.preferred_years(partner, "turnover").items():
            export, import_ = (trade.preferred(partner, year, k) for k in ("export", "import"))
            assert export is not None and import_ is not None
            assert total.value_usd == pytest.approx(export.value_usd + import_.value_usd, rel=1e-4)


def test_incomplete_vintage_is_excluded_for_partners_outside_the_union_only():
    excluded = [figure for figure in trade.figures() if figure.excluded]
    assert excluded
    assert {figure.year for figure in excluded} == {2020, 2021, 2022}
    assert {figure.series for figure in excluded} == {"wits-extract"}
    assert not {"RUS", "BLR", "KGZ"} & {figure.partner for figure in excluded}


@pytest.mark.parametrize(
    ("partner", "year", "usd_bn", "is_implied"),
    [("CHN", 2022, 31.2, False), ("CHN", 2017, 18.0, True), ("CHN", 2023, 41.0, False),
     ("TUR", 2021, 5.3, False)],
)  # fmt: skip
def test_mirror(partner, year, usd_bn, is_implied):
    figure = trade.mirror(partner, year, "turnover")
    assert figure is not None and figure.is_mirror
    assert figure.value_usd / 1e9 == pytest.approx(usd_bn, rel=0.005)
    assert figure.is_implied is is_implied


def test_a_figure_said_by_kazakhstan_may_be_the_mirror():
    said = [figure for figure in trade.figures() if figure.value_usd == 44_000_000_000]
    assert said and all(figure.reporter == "CHN" and figure.is_rounded for figure in said)


def test_rounding_of_statements_only():
    for figure in trade.figures():
        assert not (figure.is_rounded and figure.kind == "statistics")


def test_sum_of_a_bloc_counts_whom_it_has():
    whole = trade.preferred_sum(("ARM", "BLR", "KGZ", "RUS"), 2022, "turnover")
    assert whole is not None and 29.0e9 < whole < 29.5e9
    assert trade.preferred_sum(("ARM",), 2022, "turnover") is None


def test_frame_has_one_row_a_figure():
    frame = trade.frame()
    assert len(frame) == len(trade.figures())
    assert int(frame["is_preferred"].sum()) == 759
    assert not (frame["is_preferred"] & frame["is_mirror"]).any()
