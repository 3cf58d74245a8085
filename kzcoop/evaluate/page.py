"""An evaluation as one self-contained HTML page, every miss shown in its sentence."""

from __future__ import annotations

from pathlib import Path

from kzcoop.evaluate.scores import LEVELS, Evaluation
from kzcoop.report.page import write
from kzcoop.report.wording import TEMPLATES

_FOLDER = Path(__file__).parent / "templates"


def as_html(evaluation: Evaluation) -> str:
    """Return the page; it asks for nothing over the network."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    scores = [(level, evaluation.levels[level]) for level in LEVELS]
    return environment.get_template("evaluation.html.j2").render(
        style=(TEMPLATES / "style.css").read_text(encoding="utf-8"),
        scores=[*scores, ("programmes", evaluation.programmes)],
        evaluation=evaluation,
    )


def write_html(evaluation: Evaluation, path: Path) -> None:
    """Write the page into a file, whole or not at all."""
    write(path.parent, path.name, as_html(evaluation))
