"""From an executed notebook to its page: nbconvert with our template, then the shared frame."""

from __future__ import annotations

import base64
import csv
import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kzcoop.report import notebooks
from kzcoop.report.execute import Outcome
from kzcoop.report.formats import no_formula
from kzcoop.report.links import FROM_NOTEBOOK, FROM_PAGE
from kzcoop.report.markup import Body, Dress, tidy
from kzcoop.report.page import Page, render, write
from kzcoop.report.sanitise import without_declarations
from kzcoop.report.translation import translate
from kzcoop.report.wording import TEMPLATES, Wording

if TYPE_CHECKING:
    from nbconvert.exporters import HTMLExporter

HEADLINE_TAG = "headline"
_PREFERRED = (
    "text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain",
)  # fmt: skip
_EVIDENCE = re.compile(r"""href="(?:\.\./)?evidence/([^"#/]+)\.html[#"]""")


def render_notebook(notebook: Any, page: Page, out: Path, error: str | None = None) -> Outcome:
    """Write the page of an executed notebook, and a CSV file for each of its tables.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        The notebook, executed and normalised.
    page : Page
        Where the page belongs and what its frame says.
    out : Path
        The report's folder.
    error : str, optional
        Why the notebook stopped, in one line.
    """
    words = Wording(page.language)

    def download(number: int) -> tuple[str, str]:
        return f"../{_table_file(page, number)}", words.download_table

    translate(notebook, page.language)
    dress = Dress(download, words.scrolls, lambda count: words("more", count=count))
    body = tidy(_convert(notebook, words), dress)
    title = body.title or words.topic(page.notebook)
    line = headline(notebook)
    html = render(
        "notebook.html.j2", page.language, "../",
        title=title, page=page, body=body, headline=line, error=error,
    )  # fmt: skip
    files = [write(out, page.path, html)]
    files += [
        write(out, _table_file(page, number), csv_text(cells))
        for number, cells in enumerate(body.tables, start=1)
    ]
    return Outcome(title, line, error, tuple(files), _linked_evidence(body))


def headline(notebook: Any) -> str | None:
    """Return what the notebook's last cell tagged ``headline`` says, in one line, or None."""
    cells = [cell for cell in notebook.cells if HEADLINE_TAG in notebooks.tags(cell)]
    texts = []
    for output in cells[-1].get("outputs", []) if cells else []:
        if output["output_type"] == "stream" and output["name"] == "stdout":
            texts.append(output["text"])
        elif "data" in output:
            data = output["data"]
            texts.append(data.get("text/markdown") or data.get("text/plain", ""))
    return " ".join(" ".join(texts).split()) or None


def csv_text(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """Return a page's table as CSV for a spreadsheet: Excel's mark of UTF-8, no formulas."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(map(no_formula, row) for row in rows)
    return file.getvalue().encode("utf-8-sig", "replace")


def _table_file(page: Page, number: int) -> str:
    return f"data/{page.partner}_{page.notebook}_{number}.csv"


def _linked_evidence(body: Body) -> frozenset[str]:
    return frozenset(unquote(name) for name in _EVIDENCE.findall(body.html))


def _convert(notebook: Any, words: Wording) -> str:
    resources = {"words": {"chart_numbers": words.chart_numbers}}
    html, _ = _exporter().from_notebook_node(notebook, resources=resources)
    return str(html).replace(f'href="{FROM_NOTEBOOK}', f'href="{FROM_PAGE}')


@cache
def _exporter() -> HTMLExporter:
    from nbconvert.exporters import HTMLExporter
    from traitlets.config import Config

    exporter = HTMLExporter(
        template_name="kzreport",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input=True,
        config=Config({"NbConvertBase": {"display_data_priority": list(_PREFERRED)}}),
    )
    exporter.register_filter("markdown2html", markdown_to_html)
    exporter.register_filter("without_declarations", without_declarations)
    exporter.register_filter("chart_text", chart_text)
    exporter.register_filter("base64_text", lambda text: base64.b64encode(text.encode()).decode())
    exporter.register_filter("one_line", lambda text: "".join(text.split()))
    return exporter


def markdown_to_html(text: str) -> str:
    """Return Markdown as HTML.

    nbconvert's own filter takes what stands between two dollar signs for a formula, and these
    pages are full of dollars.

    >>> markdown_to_html("From $24 bn to *$35* bn")
    '<p>From $24 bn to <em>$35</em> bn</p>\\n'
    """
    import mistune

    convert = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])
    return without_declarations(str(convert(text)))


def chart_text(output: Any, mime: str) -> dict[str, str]:
    """Return a chart's text alternative and the numbers that it shows, empty where not given.

    A chart says both in its ``text/plain``: the first line is the alternative, the rest the
    numbers. Metadata with the key ``alt`` goes first.
    """
    plain = str(output["data"].get("text/plain", "")).strip()
    if plain.startswith("<"):
        plain = ""
    first, _, rest = plain.partition("\n")
    metadata = output.get("metadata", {})
    given = metadata.get(mime, {}) if isinstance(metadata.get(mime), dict) else {}
    alt = given.get("alt") or metadata.get("alt") or first
    return {"alt": str(alt), "numbers": rest.strip("\n")}
