"""Programmes at the border: x of y, deadlines, the register, official numbers."""

import pytest

from kzcoop.analysis import checkpoints

AS_OF = "2026-06-30"


def test_two_of_five_with_names_and_their_posts(make):
    names = ["Достык", "Алашанькоу", "Майкапчагай", "Зимунай", "Калжат", "Дулаты"]
    tables = make(programmes=[{"kind": "green_corridor", "total": 5, "done": 2, "remaining": 3,
                               "names": names}])  # fmt: skip
    row = checkpoints.programmes(tables, "CHN", AS_OF).iloc[0]
    assert (row["done"], row["total"], row["remaining"]) == (2, 5, 3)
    assert row["checkpoint_ids"] == ("dostyk", "maykapchagay", "kalzhat"), "a pair is one post"
    assert row["state"] == "no deadline"
    posts = checkpoints.posts(tables, "CHN", AS_OF)
    roads = posts[posts["post_kind"] == "road"]
    assert (roads["announced"] > 0).sum() == 3
    assert roads["state"].tolist().count("not named") == 2


def test_twenty_nine_of_thirty_takes_the_planned_number_from_the_words(make):
    tables = make(
        [{"start": 1400, "partner": "RUS", "indicator": "checkpoints_count", "measure": "count",
          "value": 29, "unit": "count", "status": "planned"},
         {"start": 1450, "partner": "RUS", "indicator": "checkpoints_count", "measure": "count",
          "value": 30, "unit": "count"}],
        [{}, {"border_partner": "RUS", "total": 30, "deadline": "2027-12"}],
    )  # fmt: skip
    row = checkpoints.programmes(tables, "RUS", AS_OF).iloc[0]
    assert (row["planned"], row["total"], row["state"]) == (29, 30, "due")


@pytest.mark.parametrize(
    ("plan", "state", "over"),
    [
        ({"deadline": "2025-12"}, "past due, completion not reported", 181),
        ({"deadline": "2026-06"}, "due", None),
        ({"deadline": "2030"}, "due", None),
        ({"total": 4, "done": 4, "deadline": "2025-12"}, "reported complete", None),
        ({"remaining": 0}, "reported complete", None),
        ({}, "no deadline", None),
    ],
    ids=lambda value: value if isinstance(value, str) else str(value),
)
def test_state_on_the_day_of_the_page(make, plan, state, over):
    row = checkpoints.programmes(make(programmes=[plan]), "CHN", AS_OF).iloc[0]
    assert row["state"] == state
    assert (None if over is None else int(row["days_over"])) == over
    assert len(checkpoints.overdue(make(programmes=[plan]), "CHN", AS_OF)) == (over is not None)


def test_a_programme_on_several_borders_belongs_to_each(make):
    tables = make(programmes=[{"border_partner": None, "names": ["Капланбек", "Бахты"]}])
    assert checkpoints.programmes(tables, "CHN", AS_OF)["borders"].tolist() == ["UZB;CHN"]
    assert len(checkpoints.programmes(tables, "UZB", AS_OF)) == 1
    assert checkpoints.programmes(tables, "RUS", AS_OF).empty


def test_register_and_official_number_of_each_border(make):
    table = checkpoints.borders(make(), "ALL", AS_OF).set_index("neighbour")
    assert table["official_posts"].to_dict() == {"CHN": 5, "KGZ": 8, "RUS": 30, "TKM": 1, "UZB": 8}
    assert table.loc["KGZ", "difference"] == 1, "the ninth post is not in operation"
    assert table["source_url"].str.startswith("https://").all()


def test_numbers_in_reports_are_read_against_the_official_one(make):
    count = {"indicator": "checkpoints_count", "measure": "count", "unit": "count"}
    tables = make([count | {"value": 5}, count | {"value": 2}, count | {"value": 7}])
    assert checkpoints.counts(tables, "CHN", AS_OF)["reading"].tolist() == [
        "equal to the official number", "some of the posts", "more than there are",
    ]  # fmt: skip


def test_no_common_border_is_known():
    assert checkpoints.shares_border("CHN") and not checkpoints.shares_border("TUR")


def test_later_reports_are_not_known_yet(make):
    tables = make(programmes=[{}], published={"r1": "2027-01-01"})
    assert checkpoints.programmes(tables, "CHN", AS_OF).empty
