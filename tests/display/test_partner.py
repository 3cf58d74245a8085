"""A partner's tables and charts as one call each, and the selectors that follow a choice."""

from __future__ import annotations

import inspect

import pytest

import kzcoop
from kzcoop.errors import NotInCorpusError
from kzcoop.partner import Partner
from kzcoop.report import charts
from kzcoop.report.charts import Chart, NoChart

CHARTS = [name for name, _ in inspect.getmembers(Partner) if name.startswith("chart_")]
DAY = "2026-06-30"


@pytest.fixture(scope="module")
def corpus():
    return kzcoop.open_corpus("data/corpus")


def test_four_lines_reproduce_a_chart_of_the_report(corpus):
    chart = corpus.partner("CHN", as_of=DAY).chart_trade()
    assert chart.svg == charts.trade(corpus, "CHN", DAY).svg


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("code", ["CHN", "ALL", "ITA"])
def test_every_chart_draws_or_says_why_not(corpus, code, name):
    for language in ("en", "ru"):
        chart = getattr(corpus.partner(code, DAY, language), name)()
        assert isinstance(chart, (Chart, NoChart))
        assert repr(chart).strip() and "{" not in repr(chart)


def test_a_chart_of_claims_follows_the_choice(corpus):
    china = corpus.partner("CHN", DAY)
    every, targets = china.chart_claims(), china.chart_claims(status="target")
    assert set(repr(targets).splitlines()[1:]) < set(repr(every).splitlines()[1:])
    assert all(line.endswith("target") for line in repr(targets).splitlines()[1:])
    (year,) = {line[:4] for line in repr(china.chart_claims(year=2030)).splitlines()[1:]}
    assert year == "2030"
    assert isinstance(china.chart_claims("jobs", year=1999), NoChart)


def test_what_came_out_later_is_left_out(corpus):
    early = corpus.partner("CHN", "2018-01-01")
    assert 0 < len(early.claims) < len(corpus.partner("CHN", DAY).claims)
    assert early.claims["published"].dropna().max() <= "2018-01-01"
    assert corpus.partner("CHN").as_of == corpus.newest


def test_findings_of_a_partner_are_about_its_claims(corpus):
    china = corpus.partner("CHN", DAY)
    mine = set(china.claims.claim_id)
    assert len(china.findings)
    assert all(mine & set(ids) for ids in china.findings.claim_ids)


@pytest.mark.parametrize("name", ["China", "CHINA", "Chn", "", "CHN;XXX"])
def test_an_unknown_partner_is_named_with_the_nearest(corpus, name):
    with pytest.raises(NotInCorpusError) as caught:
        corpus.partner(name)
    assert not name.lower().startswith("chi") or "CHN" in caught.value.known


def test_a_date_in_words_is_refused(corpus):
    with pytest.raises(ValueError, match="June"):
        corpus.partner("CHN", as_of="June 2026")


def test_the_selectors_offer_what_there_is_and_keep_a_choice(corpus):
    explorer = corpus.explore("CHN", DAY)
    assert explorer.said.startswith("Chosen: Partner: China; Indicator: trade turnover")
    explorer.choose(indicator="freight", status="actual")
    assert set(explorer.claims.indicator) == {"freight"} and set(explorer.claims.status) == {
        "actual"
    }
    explorer.choose(partner="GEO")
    assert "freight" in explorer.said and set(explorer.claims.indicator) == {"freight"}
    explorer.choose(partner="MNG")
    assert set(explorer.claims.partner) == {"MNG"}
    with pytest.raises(Exception, match="not found"):
        explorer.choose(indicator="no such")


def test_the_selectors_leave_the_choice_in_words_where_there_is_no_kernel(corpus):
    bundle = corpus.explore("UZB", DAY, "ru").selectors._repr_mimebundle_()
    assert "Узбекистан" in bundle["text/plain"] and "Узбекистан" in bundle["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "model" not in bundle["text/plain"]
