"""Tables, charts, sentences and words of the pages."""

import re

import nbformat
import pandas as pd
import pytest

from kzcoop.analysis import agreement, checkpoints, corpus, growth, ledger, projects, targets
from kzcoop.analysis.progress import STATUSES
from kzcoop.errors import LexiconError
from kzcoop.report import charts, labels, prose, translation
from kzcoop.report.notebooks import find_folder
from kzcoop.report.tables import show
from kzcoop.report.views import VIEWS

AS_OF = "2026-06-30"
EVIL = "<script>alert(1)</script>"
PLACE = re.compile(r"\{(\w+)\}")


class TestWords:
    def test_both_languages_have_every_word_with_the_same_places(self):
        for key, row in translation.rows().items():
            assert row["en"] and row["ru"], key
            assert sorted(PLACE.findall(row["en"])) == sorted(PLACE.findall(row["ru"])), key

    def test_every_column_of_every_view_has_a_head(self):
        missing = {
            column
            for columns in VIEWS.values()
            for column in columns
            if not labels.has_label(f"col.{column}")
        }
        assert not missing
        assert not [view for view in VIEWS if not labels.has_label(f"table.{view}.caption")]

    def test_a_missing_word_is_an_error_that_names_it(self):
        with pytest.raises(LexiconError, match="no such key"):
            labels.label("no such key", "en")

    def test_sentences_have_no_number_of_their_own(self):
        texts = [row for key, row in translation.rows().items()
                 if key.startswith(("prose.", "text.", "chart.", "headline."))]  # fmt: skip
        typed = [
            row["key"] for row in texts if re.search(r"\d", PLACE.sub("", row["en"] + row["ru"]))
        ]
        assert not typed

    def test_every_paragraph_of_the_notebooks_is_in_both_languages(self):
        for path in sorted(find_folder().glob("0*.ipynb")):
            assert translation.untranslated(nbformat.read(path, as_version=4)) == [], path.name

    def test_markdown_is_put_into_russian_with_its_headings(self):
        path = find_folder() / "01_trade_growth.ipynb"
        notebook = translation.translate(nbformat.read(path, as_version=4), "ru")
        texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
        assert texts[0] == "# Растёт ли торговля так, как объявлено?"
        assert not [text for text in texts if re.search("[a-z]{4}", text)]

    @pytest.mark.parametrize("language", labels.LANGUAGES)
    def test_statuses_have_words(self, language):
        said = [labels.word(status, language) for status in STATUSES]
        assert len(set(said)) == len(STATUSES)
        assert language == "en" or not any(re.search("[a-z]", word) for word in said)


class TestTables:
    def test_text_of_an_article_is_escaped_everywhere(self, make):
        tables = make([{"quote": EVIL, "period": "2022", "speaker": EVIL, "region": EVIL}])
        tables.documents["title"] = EVIL
        frames = [
            (corpus.documents(tables, "CHN", AS_OF), "corpus.documents"),
            (projects.regional_trade(tables, "CHN", AS_OF), "projects.regions"),
        ]
        for frame, view in frames:
            html = show(frame, view).html
            assert "<script" not in html and "&lt;script&gt;" in html, view

    def test_an_address_that_is_no_web_page_is_no_link(self):
        frame = pd.DataFrame([{"year": 2020, "source_name": "x", "source_url": "javascript:x"}])
        columns = {column: 1.0 for column in VIEWS["growth.by_year"] if column not in frame}
        assert "href" not in show(frame.assign(**columns), "growth.by_year").html

    def test_a_row_from_a_claim_links_to_its_words_and_carries_its_id(self, seeds_alike):
        html = show(
            agreement.levels(seeds_alike, "UZB", AS_OF), "agreement.levels", "en", "UZB"
        ).html
        assert 'href="../reports/evidence/ca.html#c40-41"' in html and 'title="ca#40"' in html
        assert '<span class="unseen"> ca#40</span>' in html

    def test_text_and_html_say_the_same_numbers(self, make):
        table = show(growth.rates("CHN", AS_OF), "growth.rates")
        cells = re.findall(r"<td>([^<]*)</td>", table.html)
        assert cells and all(cell in repr(table) for cell in cells)

    def test_tables_have_captions_and_scopes(self):
        html = show(growth.ranking(AS_OF), "growth.ranking", "ru").html
        assert html.count("<caption>") == 1
        assert '<th scope="col">' in html and '<th scope="row">Китай</th>' in html

    def test_no_deadline_is_said_and_not_left_empty(self, make):
        tables = make([{"measure": "target", "status": "target", "value": 55e9}])
        table = targets.gaps(tables, "CHN", AS_OF)
        assert "no\xa0deadline" in repr(show(table, "targets.gaps", "en", "CHN", years=5))
        assert "срок не\xa0назван" in repr(show(table, "targets.gaps", "ru", "CHN", years=5))

    def test_an_empty_table_is_a_sentence(self):
        shown = show(growth.rates("HUN", AS_OF), "growth.rates", "en", "HUN")
        assert "no official series" in repr(shown) and "<table" not in shown.html

    def test_figures_of_two_other_countries_are_no_trade_of_ours(self, make):
        tables = make([{"reporter": "RUS", "partner": "CHN", "period": "2022", "value": 190e9}])
        assert agreement.levels(tables, "ALL", AS_OF).empty
        reasons = agreement.not_compared(tables, "ALL", AS_OF)["reason"].tolist()
        assert reasons == ["two other countries"]

    def test_the_hedge_stands_before_its_figure_and_is_explained(self, seeds_alike):
        plain = repr(show(agreement.levels(seeds_alike, "CHN", AS_OF), "agreement.levels"))
        assert "> 24.00" in plain and "2022 (inferred)" in plain and "> over" in plain

    def test_numbers_are_written_as_the_language_does(self):
        table = growth.rates("CHN", AS_OF)
        assert "+16.7" in repr(show(table, "growth.rates", "en"))
        assert "+16,7" in repr(show(table, "growth.rates", "ru"))

    def test_the_register_of_targets_is_linked_by_its_addresses(self, make):
        html = show(ledger.ledger(make(), "TUR", AS_OF), "targets.ledger", "en", "TUR").html
        assert html.count('<a href="https://') + html.count('<a href="http://') >= 5


PARTNERS = ["CHN", "ALL", "HUN", "XXX"]
CHARTS = [
    charts.trade, charts.target_paths, charts.posts, charts.timeline, charts.border_map,
    charts.joint_projects, charts.claims_by_year,
]  # fmt: skip


@pytest.fixture
def some(make):
    return make(
        [
            {"value": 24.2e9, "period": "2022"},
            {"measure": "target", "status": "target", "value": 40e9},
            {"indicator": "projects_value", "value": 3e9},
        ],
        [{"deadline": "2025-12", "total": 5, "done": 2, "names": ["Достык"]}],
    )


class TestCharts:
    @pytest.mark.parametrize("language", labels.LANGUAGES)
    @pytest.mark.parametrize("partner", PARTNERS)
    @pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
    def test_each_chart_draws_or_says_why_not(self, some, draw, partner, language):
        chart = draw(some, partner, AS_OF, language)
        if isinstance(chart, charts.NoChart):
            assert len(repr(chart)) > 20
            return
        assert chart.svg.startswith("<?xml") and "\n" in chart.alt
        assert "nan" not in chart.alt and "None" not in chart.alt

    @pytest.mark.parametrize("draw", CHARTS[:3], ids=lambda draw: draw.__name__)
    def test_the_same_data_give_the_same_bytes(self, some, draw):
        one, other = draw(some, "CHN", AS_OF), draw(some, "CHN", AS_OF)
        assert one.svg == other.svg and one.alt == other.alt
        assert "<dc:date>" not in one.svg

    def test_users_own_settings_do_not_change_a_chart(self, some):
        import matplotlib as mpl

        before = charts.trade(some, "CHN", AS_OF).svg
        with mpl.rc_context({"font.size": 30, "lines.linewidth": 9}):
            assert charts.trade(some, "CHN", AS_OF).svg == before
            assert mpl.rcParams["font.size"] == 30

    def test_the_text_alternative_carries_the_numbers(self, some):
        chart = charts.trade(some, "CHN", AS_OF)
        data, metadata = chart._repr_mimebundle_()
        assert set(data) == {"image/svg+xml", "text/plain"}
        assert metadata["image/svg+xml"]["alt"].startswith("China: turnover of $34.2 bn in 2025")
        assert "2022: turnover 24.20, export 13.06, import 11.14" in data["text/plain"]
        assert "announced in reports: 2022 24.20" in data["text/plain"]

    def test_colours_are_dark_enough_beside_white(self):
        for code, colour in charts.COUNTRY_COLOURS.items():
            assert contrast(colour) >= 3, code

    def test_actual_target_and_implied_have_shapes_of_their_own(self):
        shapes = [
            charts.MARKERS[key] for key in ("actual", "target", "implied", "partner", "exact")
        ]
        assert len(set(shapes)) == len(shapes)


def contrast(colour: str) -> float:
    """Return the contrast of a colour against white (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (light + 0.05)


class TestProse:
    ANSWERS = (
        prose.basis, prose.corpus_answer, prose.growth_answer, prose.target_answer,
        prose.partner_note, prose.checkpoint_answer, prose.project_answer,
    )  # fmt: skip

    @pytest.mark.parametrize("language", labels.LANGUAGES)
    @pytest.mark.parametrize("partner", [*PARTNERS, "ARE", "UZB", "TUR"])
    @pytest.mark.parametrize("say", ANSWERS, ids=lambda say: say.__name__)
    def test_every_page_has_an_answer(self, some, say, partner, language):
        said = repr(say(some, partner, AS_OF, language))
        assert said.endswith(".") and not re.search(r"\b(None|nan|NaN)\b|\{|\}", said)

    def test_the_answer_on_growth_has_the_computed_numbers(self, some):
        said = repr(prose.growth_answer(some, "CHN", AS_OF))
        assert "$34.2 bn in 2025" in said and "+16.7% a year over five years" in said
        assert "one year is no trend" in said
        assert "can be checked: 1, of which 1 in agreement" in said

    def test_the_answer_on_targets_says_no_deadline_and_does_not_invent_a_rate(self, make):
        tables = make([{"measure": "target", "status": "target", "value": 55e9}],
                      published={"r1": "2026-01-01"})  # fmt: skip
        said = repr(prose.target_answer(tables, "CHN", AS_OF))
        assert "$55 bn without a deadline" in said and "no growth is required" in said

    def test_undated_reports_are_said_to_be_undated(self, make):
        tables = make([{}], published={"r1": ("2022-01-11", "2024-02-05")})
        assert "Not one of them has a date" in repr(prose.basis(tables, "CHN", AS_OF))

    def test_headlines_end_in_a_status_that_the_index_knows(self, some):
        line = repr(prose.headline(some, "UZB", AS_OF, "targets"))
        assert line.startswith("$10 bn — by 2030; $5.24 bn short")
        assert line.endswith(" | behind")

    def test_a_border_without_posts_is_said(self, some):
        assert "no checkpoint on a common border" in repr(
            prose.checkpoint_answer(some, "TUR", AS_OF)
        )

    def test_x_of_y_is_shown_as_the_text_has_it(self, some):
        table = checkpoints.programmes(some, "CHN", AS_OF)
        shown = repr(show(table, "checkpoints.programmes", "en", "CHN", date=AS_OF))
        assert "2 of 5" in shown and "30 June 2026" in shown
