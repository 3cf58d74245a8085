"""The frame that all pages of a report share, and how a page gets to the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kzcoop
from kzcoop.report.wording import TEMPLATES, Wording

if TYPE_CHECKING:
    from jinja2 import Environment

# Numerical results hang on these. numpy is not among them: the lock has one for Python 3.11 and
# one for later ones, the pages of both are the same bytes, and so must this line be.
_PACKAGES = ("pandas", "matplotlib", "seaborn", "pymorphy3", "papermill", "nbconvert")


@dataclass(frozen=True, slots=True)
class Foot:
    """What a page says about its making: pairs of a name and a value, in three groups."""

    parameters: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    coverage: str


@dataclass(frozen=True, slots=True)
class Page:
    """A notebook's page: whose it is, in which language, and what stands around its body.

    ``partner`` is the parameter file's name, ``partner_name`` the country in the page's language.
    """

    partner: str
    partner_code: str
    partner_name: str
    notebook: str
    language: str
    foot: Foot
    topics: tuple[str, ...]

    @property
    def path(self) -> str:
        """The page's place in the report, for example ``CHN/01_trade_growth.html``."""
        return f"{self.partner}/{self.notebook}.html"


@cache
def templates() -> Environment:
    """Return the environment of the frame's templates, in which all values are escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(template: str, language: str, root: str, **values: Any) -> str:
    """Return a page from its template; ``root`` leads from it to the report's folder."""
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    words = Wording(language)
    return (
        templates()
        .get_template(template)
        .render(style=style, words=words, language=language, root=root, **values)
    )


def write(out: Path, name: str, content: str | bytes) -> str:
    """Write a file of the report under a temporary name, then rename it; return its name.

    A run that is stopped leaves whole files only.
    """
    path = out / name
    path.parent.mkdir(parents=True, exist_ok=True)
    # Half a surrogate pair can come from JSON; no browser could show it.
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    os.replace(part, path)
    return name


def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of what makes the figures, alike on every supported Python."""
    found = [("kzcoop", kzcoop.__version__)]
    for name in _PACKAGES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return tuple(found)
