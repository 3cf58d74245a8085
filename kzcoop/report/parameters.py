"""The files of ``params/``: what each report is about, checked before anything runs.

A file is a YAML mapping of parameters that all notebooks share, and of sections named like a
notebook with parameters of that notebook alone::

    partner: "CHN"
    as_of: "2026-06-30"
    language: "en"
    02_target_gaps:
      draws: 2000
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kzcoop.errors import InputError, ParameterError
from kzcoop.report.notebooks import Notebook

LANGUAGES = ("en", "ru")
# Given by --corpus; a second place to say it would be a second truth.
_RESERVED_PARAMETER = "corpus_dir"
# Folders of a report beside those of the partners.
_RESERVED_NAMES = {"evidence", "data"}
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_YAML_WORDS = {
    bool: "true or false (unquoted, YAML reads yes, no, on and off so)",
    date: "a date",
    str: "a text",
    int: "a whole number",
    float: "a number with decimals",
    list: "a list",
    dict: "a section",
    type(None): "empty",
}


@dataclass(frozen=True, slots=True)
class ParameterSet:
    """One file of ``params/``: ``common`` for every notebook, ``sections`` for single ones."""

    name: str
    path: Path
    common: Mapping[str, object]
    sections: Mapping[str, Mapping[str, object]]

    def for_notebook(self, notebook: Notebook) -> dict[str, object]:
        """Return all parameters of a notebook: its defaults, overlaid by this file."""
        given = {**self.common, **self.sections.get(notebook.name, {})}
        return {name: given.get(name, default) for name, default in notebook.defaults.items()}


class _Loader(yaml.SafeLoader):
    """YAML's safe loader that refuses a key given twice, which YAML's takes the last of."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key.value!r} is given twice", key.start_mark
                )
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


def read_parameters(
    path: Path, notebooks: Sequence[Notebook], language: str | None = None
) -> list[ParameterSet]:
    """Return the parameter sets of a folder, or of one file, ALL first, the others by name.

    Parameters
    ----------
    path : Path
        A folder with ``*.yml`` files, or one such file.
    notebooks : sequence of Notebook
        The notebooks that are to run; what they declare is what is allowed.
    language : {"en", "ru"}, optional
        Replaces the files' ``language``.

    Raises
    ------
    ParameterError
        A parameter that no notebook declares, or of another type than its default.
    InputError
        A file that cannot be read.
    """
    if path.is_dir():
        files = sorted({*path.glob("*.yml"), *path.glob("*.yaml")})
        if not files:
            raise InputError(path, "holds no .yml file", "Write one for each partner")
    elif path.is_file():
        files = [path]
    else:
        raise InputError(path, "does not exist", "Name a folder of .yml files, or one such file")
    sets = [_read(file, notebooks) for file in files]
    names = [each.name.casefold() for each in sets]
    for each in sets:
        if names.count(each.name.casefold()) > 1:
            raise InputError(each.path, f"another file is also called {each.name}")
    if language is not None:
        sets = [
            replace(
                each,
                common={**each.common, "language": language},
                sections={
                    name: {k: v for k, v in section.items() if k != "language"}
                    for name, section in each.sections.items()
                },
            )
            for each in sets
        ]
    return sorted(sets, key=lambda each: (each.name != "ALL", each.name))


def _read(path: Path, notebooks: Sequence[Notebook]) -> ParameterSet:
    if not _FILE_NAME.fullmatch(path.stem) or path.stem in _RESERVED_NAMES:
        raise InputError(
            path,
            "the file's name becomes a folder of the report and cannot be used",
            "Call it after the partner, with Latin letters and digits",
        )
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(path, f"is not YAML ({' '.join(str(error).split())})") from None
    if content is None:
        content = {}
    if not isinstance(content, dict):
        raise InputError(path, "is not a mapping of parameters", 'Write lines like partner: "CHN"')
    by_name = {notebook.name: notebook for notebook in notebooks}
    common: dict[str, object] = {}
    sections: dict[str, Mapping[str, object]] = {}
    for name, value in content.items():
        if name in by_name and isinstance(value, dict):
            for inner, inner_value in value.items():
                _check(path, inner, inner_value, [by_name[name]], f"{name}.{inner}")
            sections[name] = value
        elif isinstance(value, dict):
            raise ParameterError(
                path, str(name), "names no notebook", f"The notebooks are {', '.join(by_name)}"
            )
        else:
            _check(path, name, value, notebooks, str(name))
            common[name] = value
    return ParameterSet(path.stem, path, common, sections)


def _check(
    path: Path, name: object, value: object, notebooks: Iterable[Notebook], shown: str
) -> None:
    """Refuse a parameter that one of the notebooks does not declare, or declares otherwise."""
    for notebook in notebooks:
        allowed = sorted(set(notebook.defaults) - {_RESERVED_PARAMETER})
        if name == _RESERVED_PARAMETER:
            raise ParameterError(path, shown, "is not set here", "Give the folder with --corpus")
        if not isinstance(name, str) or name not in notebook.defaults:
            raise ParameterError(
                path,
                shown,
                f"is unknown to the notebook {notebook.name}",
                f"Allowed there: {', '.join(allowed)}",
            )
        default = notebook.defaults[name]
        if not _fits(value, default):
            raise ParameterError(
                path,
                shown,
                f"is {_word(value)}, where the notebook {notebook.name} takes {_word(default)}"
                f" such as {default!r}",
                "Put a text in quotes" if isinstance(default, str) else "",
            )
    problem = _VALUES[name](str(value)) if name in _VALUES else None
    if problem:
        raise ParameterError(path, shown, f"is {value!r}; {problem}")


def _fits(value: object, default: object) -> bool:
    """Tell whether a value may stand for a default; True is no number, 2 is a fine 2.0."""
    if default is None:
        return not isinstance(value, dict)
    if isinstance(default, float) and type(value) is int:
        return True
    return type(value) is type(default)


def _word(value: object) -> str:
    return next((w for kind, w in _YAML_WORDS.items() if isinstance(value, kind)), "not plain")


def _not_a_date(value: str) -> str | None:
    try:
        date.fromisoformat(value)
    except ValueError:
        return "it must be a day such as '2026-06-30'"
    return None if len(value) == 10 else "it must be a day such as '2026-06-30'"


_VALUES = {
    "language": lambda v: None if v in LANGUAGES else f"allowed: {', '.join(LANGUAGES)}",
    "partner": lambda v: (
        None
        if re.fullmatch("[A-Z]{3}", v)
        else "it must be an ISO 3166 alpha-3 code such as 'CHN', or 'ALL'"
    ),
    "as_of": _not_a_date,
}
