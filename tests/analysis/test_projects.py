"""Export lists, projects by stage, regional trade; and what was read."""

import pytest

from kzcoop.analysis import corpus, projects

AS_OF = "2026-06-30"
GOODS = {"indicator": "goods_positions", "measure": "count", "unit": "count",
         "status": "potential"}  # fmt: skip
VALUE = {"indicator": "export_potential", "measure": "increment", "status": "potential"}


def test_135_goods_for_a_billion_is_7_4_million_a_good(make):
    tables = make([GOODS | {"value": 135, "quote": "135 видам товаров"}, VALUE | {"value": 1e9}],
                  published={"r1": "2023-06-01"})  # fmt: skip
    (row,) = projects.export_lists(tables, "CHN", AS_OF).to_dict("records")
    assert row["usd_mn_per_good"] == pytest.approx(7.41, abs=0.005)
    assert row["export_year"] == 2022
    assert row["increase_pct"] == pytest.approx(100 * 1000 / 13_060, abs=0.1)
    assert [item.quote for item in row["evidence"]] == ["135 видам товаров", "q"]


def test_a_list_said_in_headline_and_text_is_one_list(make):
    said = [GOODS | {"value": 195, "partner": "KGZ"}, VALUE | {"value": 2.6e8, "partner": "KGZ"}]
    later = [claim | {"start": 1000 + 30 * at} for at, claim in enumerate(said)]
    table = projects.export_lists(make([*said, *later]), "KGZ", AS_OF)
    assert len(table) == 1 and len(table["evidence"].iloc[0]) == 4


def test_a_value_far_from_the_goods_is_not_theirs(make):
    tables = make([GOODS | {"value": 100}, VALUE | {"value": 1e9, "start": 900}])
    table = projects.export_lists(tables, "CHN", AS_OF)
    assert table["usd_mn_per_good"].isna().all() and len(table) == 2


def test_stages_of_projects_are_never_joined(make):
    def claim(indicator, value, status, sentence):
        unit = "USD" if indicator == "projects_value" else "count"
        return {"indicator": indicator, "value": value, "unit": unit, "status": status,
                "measure": "level" if unit == "USD" else "count", "partner": "RUS",
                "sentence": sentence}  # fmt: skip

    tables = make(
        [
            claim("projects_count", 135, "actual", "a"),
            claim("projects_value", 26.5e9, "actual", "a"),
            claim("projects_count", 67, "planned", "b"),
            claim("projects_value", 14e9, "planned", "b"),
            claim("jobs", 11000, "planned", "c"),
        ]
    )
    table = projects.joint_projects(tables, "RUS", AS_OF)
    assert table[["stage", "projects", "value_mn"]].values.tolist()[:2] == [
        ["actual", 135, 26500.0], ["planned", 67, 14000.0],
    ]  # fmt: skip
    assert table["value_mn_per_project"].round(1).tolist()[:2] == [196.3, 209.0]
    assert table["jobs"].dropna().tolist() == [11000]


def test_a_second_number_of_projects_begins_a_second_portfolio(make):
    count = {"indicator": "projects_count", "measure": "count", "unit": "count"}
    value = {"indicator": "projects_value", "unit": "USD"}
    tables = make([count | {"value": 5}, value | {"value": 1.5e9},
                   count | {"value": 25}, value | {"value": 5e8}])  # fmt: skip
    table = projects.joint_projects(tables, "CHN", AS_OF)
    assert table["projects"].tolist() == [5, 25]


@pytest.mark.parametrize(
    ("imports", "identity"),
    [(310.9e6, "holds"), (310.0e6, "does not hold"), (None, "not all three given")],
)
def test_regional_trade_must_add_up(make, imports, identity):
    flows = {"turnover": 324.1e6, "export": 13.2e6, "import": imports}
    tables = make([{"indicator": flow, "value": value, "region": "Алматинская область"}
                   for flow, value in flows.items() if value])  # fmt: skip
    assert projects.regional_trade(tables, "CHN", AS_OF)["identity"].tolist() == [identity]


def test_freight_keeps_units_apart_and_leaves_trade_out(make):
    tables = make([
        {"indicator": "transit", "value": 4.5e6, "unit": "tonne"},
        {"indicator": "other", "value": 800, "unit": "vehicle/day"},
        {"indicator": "other", "value": 1e9, "unit": "USD"},
        {"indicator": "turnover"},
    ])  # fmt: skip
    assert sorted(projects.freight(tables, "CHN", AS_OF)["unit"]) == ["tonne", "vehicle/day"]


class TestCorpus:
    def test_numbers_add_up_to_all_numbers(self, make):
        tables = make([{"doc_id": "a"}, {"doc_id": "b"}])
        table = corpus.accounting(tables, AS_OF)
        assert table["numbers"].iloc[:-1].sum() == table["numbers"].iloc[-1] == 10
        assert table["share_pct"].iloc[-1] == 100

    def test_scope_counts_undated_reports(self, make):
        tables = make([{"doc_id": "a"}, {"doc_id": "b"}, {"doc_id": "c", "partner": "TUR"}],
                      published={"a": "2024-01-01", "b": ("2022-01-01", "2023-01-01")})  # fmt: skip
        found = corpus.scope(tables, "CHN", AS_OF)
        assert (found.documents, found.undated, found.first) == (2, 1, "2024-01-01")

    def test_only_declared_corrections_are_shown_as_such(self, make):
        tables = make([{"value": 4.3e9, "value_printed": 4.3e6}, {"value": 1e9}])
        assert corpus.corrections(tables, "CHN", AS_OF)["value_printed"].tolist() == [4.3e6]

    def test_findings_come_with_evidence_errors_first(self, make):
        rows = [
            {"finding_id": "f1", "check": "x", "severity": "info", "doc_id": "r1",
             "claim_ids": ["r1#0"], "message": "m", "printed": 1.0, "suggested": None, "basis": ""},
            {"finding_id": "f2", "check": "x", "severity": "error", "doc_id": "r1",
             "claim_ids": ["r1#10"], "message": "m", "printed": 1.0, "suggested": 2.0, "basis": ""},
            {"finding_id": "f3", "check": "x", "severity": "error", "doc_id": "other",
             "claim_ids": ["other#0"], "message": "m", "printed": 1.0, "suggested": 2.0,
             "basis": ""},
        ]  # fmt: skip
        tables = make([{}, {"indicator": "jobs"}], findings=rows)
        table = corpus.findings(tables, "CHN", AS_OF)
        assert table["severity"].tolist() == ["error", "info"]
        assert [cell[0].claim_id for cell in table["evidence"]] == ["r1#10", "r1#0"]
        assert len(corpus.findings(tables, "CHN", AS_OF, "trade")) == 1
