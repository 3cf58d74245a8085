"""Checkpoints counted and named, two voices on one thing, targets and deadlines that were over."""

from datetime import date

import pytest


def keys(found):
    return [item.key for item in found]


NAMES = ("Кеген", "Қарасу", "Сартобе", "Айша биби", "Аухатты", "Сыпатай батыр", "Бесагаш")


def test_seven_posts_with_a_missing_comma(report):
    quoted = [f"«{name}»" for name in NAMES]
    text = "Перестроят " + ", ".join(quoted).replace("«Сартобе»,", "«Сартобе»")
    made = report(text).programme(text, border_partner="KGZ", names=NAMES)
    found = {item.key: item for item in made.findings()}
    assert set(found) == {"posts.of_border", "posts.comma"}
    assert found["posts.of_border"].message.startswith("7 of 8 road posts")
    assert "«Сартобе» and «Айша биби»" in found["posts.comma"].message
    assert {item.severity for item in found.values()} == {"info"}


def test_seven_posts_although_two_names_were_read_as_one(report):
    joined = (*NAMES[:2], "Сартобе» «Айша биби", *NAMES[4:])
    made = report("пункты").programme("пункты", border_partner="KGZ", names=joined)
    assert made.findings()[0].message.startswith("7 of 8")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"total": 3, "names": ("Достык", "Майкапчагай", "Калжат")}, "posts.total"),
        (
            {"total": 3, "names": ("Достык", "Майкапчагай", "Калжат", "Зимунай", "Дулаты")},
            "posts.total",
        ),
        ({"total": 2, "names": ("Достык", "Майкапчагай", "Калжат")}, "posts.more"),
        ({"total": 5, "names": ("Достык",)}, None),  # an example, not the list
        ({"total": 5, "done": 2, "remaining": 2}, "posts.parts"),
        ({"total": 5, "done": 2, "remaining": 3}, None),
        ({"total": 6}, "posts.too_many"),
        ({"total": 5}, "posts.official"),
        ({"total": 9}, None),  # far more than the border has: a count of something else
        ({"total": 1, "names": ("Сырым",)}, "posts.border"),
    ],
)
def test_programme_on_the_border_with_china(report, fields, expected):
    made = report("посты").programme("посты", border_partner="CHN", **fields)
    found = set(keys(made.findings()))
    ignored = {"posts.official"} if expected != "posts.official" else set()
    assert found - ignored - ({"posts.total"} if expected == "posts.border" else set()) == (
        {expected} if expected else set()
    )


def test_both_numbers_of_the_kyrgyz_border_are_accepted(report):
    # officially eight, and a ninth post of the register that does not work
    for total, expected in ((8, ["posts.official"]), (9, []), (10, ["posts.too_many"])):
        made = report("посты").programme("посты", border_partner="KGZ", total=total)
        assert keys(made.findings()) == expected


@pytest.mark.parametrize(
    ("total", "expected"), [(38, ["posts.official"]), (39, []), (41, ["posts.too_many"])]
)
def test_posts_on_several_borders_together(report, total, expected):
    # a programme of which only one border was read: the count names more of them
    made = report(f"На рубежах со странами союза {total} постов.")
    made.claim(str(total), total, indicator="checkpoints_count", measure="count", unit="count",
               partner="ARM;BLR;KGZ;RUS")  # fmt: skip
    assert keys(made.findings()) == expected
    made.programme(f"{total} постов", border_partner="RUS", total=total)
    assert keys(made.findings()) == expected


def test_count_in_a_claim(report):
    made = report("На границе с Россией 31 пункт пропуска.")
    made.claim(
        "31 пункт пропуска",
        31,
        indicator="checkpoints_count",
        measure="count",
        unit="count",
        partner="RUS",
    )
    [found] = made.findings()
    assert (found.key, found.suggested) == ("posts.too_many", 30)


def voices(report, first, second, **fields):
    made = []
    for number, value in enumerate((first, second), 1):
        one = report(f"Оборот составил ${value}.", doc_id=f"r{number}")
        made.append(one.claim(f"${value}", value, period="2024", **fields))
    return made


def test_two_documents_on_one_thing(report, check):
    found = check(*voices(report, "1000000000", "1300000000", partner="POL"))
    assert keys(found) == ["conflict.levels"]
    assert found[0].severity == "warning" and len(found[0].claim_ids) == 2


@pytest.mark.parametrize(
    ("first", "second"), [("1000000000", "1040000000"), ("1000000000", "5000000000")]
)
def test_vintages_and_other_things_are_no_conflict(report, check, first, second):
    assert not check(*voices(report, first, second, partner="POL"), severities=("warning",))


def test_two_statistics_are_no_conflict(report):
    made = report("За десять месяцев – 24,3 млрд долларов, посол называет 32,7 миллиарда.")
    fields = {"partner": "CHN", "period": "2023-01/2023-10"}
    made.claim("24,3 млрд долларов", "24300000000", speaker="правительство", **fields)
    made.claim("32,7 миллиарда", "32700000000", speaker="посол", **fields)
    assert keys(made.findings()) == ["conflict.mirror"]


def test_the_reporters_side_keeps_figures_apart(report, check):
    ours, theirs = voices(report, "1000000000", "1300000000", partner="POL")
    theirs = report("Оборот составил $1300000000.", doc_id="r9").claim(
        "$1300000000", "1300000000", reporter="POL", partner="KAZ", period="2024"
    )
    assert check(ours, theirs) == []


def target(
    report, value, text="Торговлю доведут до 1 долларов.", published=date(2024, 5, 1), **fields
):
    made = report(text.replace("1 долларов", f"${value}"), published=published)
    return made.claim(f"${value}", value, measure="target", status="target", **fields)


@pytest.mark.parametrize(
    ("value", "published", "expected"),
    [
        ("4000000000", date(2024, 5, 1), ["target.exceeded"]),  # 4.4 bn in 2023
        ("10000000000", date(2024, 5, 1), []),
        ("4000000000", date(2021, 5, 1), []),  # 2.9 bn in 2020
        ("500000000", date(2024, 5, 1), []),  # an increase, not a level
    ],
)
def test_target_exceeded_before_it_was_announced(report, value, published, expected):
    assert keys(target(report, value, published=published).findings("warning")) == expected


def test_a_target_of_the_past_is_left_alone(report):
    made = target(report, "4000000000", "В 2017 году торговлю собирались довести до 1 долларов.")
    assert made.findings("warning") == []


@pytest.mark.parametrize(
    ("deadline", "text", "expected"),
    [
        ("2023", "Торговлю доведут до 1 долларов.", ["deadline.past"]),
        ("2024-04", "Торговлю доведут до 1 долларов.", ["deadline.past"]),
        ("2024-05", "Торговлю доведут до 1 долларов.", []),
        ("2030", "Торговлю доведут до 1 долларов.", []),
        ("2023", "Тогда же планировалось дойти до 1 долларов.", ["deadline.retold"]),
    ],
)
def test_deadline_over_at_publication(report, deadline, text, expected):
    made = target(report, "10000000000", text, deadline=deadline)
    assert keys(made.findings()) == expected


def test_deadline_of_a_programme(report):
    made = report("посты", published=date(2028, 2, 1))
    made.programme("посты", border_partner="RUS", deadline="2027-12")
    assert keys(made.findings()) == ["deadline.past"]


def test_without_a_date_nothing_is_over(report):
    made = target(report, "10000000000", deadline="2001", published=None)
    assert made.findings() == []
