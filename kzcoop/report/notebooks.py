"""The notebooks of a report: where they lie, which parameters they declare, their tidy form."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kzcoop.errors import InputError

# 00_corpus.ipynb and its like make the report; explore.ipynb and a user's own do not.
_NAME = re.compile(r"\d\d_\w+")
_PARAMETERS_TAG = "parameters"
_CELL_FILE = re.compile(r"(?:[\w.:~-]*[/\\])*ipykernel_\d+[/\\]\d+\.py")
_WIDGET = "application/vnd.jupyter.widget-view+json"
KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook of the report; ``defaults`` maps its parameters to their default values."""

    path: Path
    name: str
    sha256: str
    defaults: Mapping[str, object]


def find_folder() -> Path:
    """Return the folder ``notebooks`` of the project: beside the package, else in this folder.

    Raises
    ------
    InputError
        There is none, as where only the package is installed.
    """
    beside = Path(__file__).resolve().parents[2] / "notebooks"
    here = Path.cwd() / "notebooks"
    for folder in (beside, here):
        if folder.is_dir():
            return folder
    raise InputError(
        here,
        "no folder of notebooks here, nor beside the package",
        "Run the command in a clone of the project, or name the folder with --notebooks",
    )


def find_notebooks(folder: Path) -> list[Notebook]:
    """Return the notebooks of a folder whose names begin with two digits, in their order.

    Raises
    ------
    InputError
        None there, or one that is not a notebook or whose parameters cell is not plain.
    """
    paths = sorted(path for path in folder.glob("*.ipynb") if _NAME.fullmatch(path.stem))
    if not paths:
        raise InputError(folder, "holds no notebook named like 01_topic.ipynb")
    return [read_notebook(path) for path in paths]


def read_notebook(path: Path) -> Notebook:
    """Return a notebook's name, digest and declared parameters without running it."""
    data = path.read_bytes()
    try:
        cells = json.loads(data)["cells"]
        tagged = [cell for cell in cells if _PARAMETERS_TAG in tags(cell)]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(path, f"is not a Jupyter notebook ({error})") from None
    if len(tagged) != 1:
        raise InputError(
            path,
            f"has {len(tagged)} cells tagged {_PARAMETERS_TAG!r}, not one",
            "Keep all parameters in one cell with that tag",
        )
    source = "".join(tagged[0]["source"])
    return Notebook(path, path.stem, hashlib.sha256(data).hexdigest(), _assigned(path, source))


def tags(cell: Mapping[str, Any]) -> Iterable[str]:
    """Return the tags of a cell."""
    found = cell.get("metadata", {}).get("tags", ())
    return found if isinstance(found, (list, tuple)) else ()


def _assigned(path: Path, source: str) -> dict[str, object]:
    """Return what a parameters cell assigns.

    papermill reads the cell line by line and loses a parameter whose comment holds an equals
    sign; Python's own parser does not.
    """
    problem = "parameters cell must assign literals only"
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        raise InputError(path, f"{problem} ({error})") from None
    found: dict[str, object] = {}
    for statement in statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                pass
            case _:
                raise InputError(path, f"{problem} (line {statement.lineno})")
        try:
            found[name] = ast.literal_eval(value)
        except ValueError:
            raise InputError(path, f"{problem} (line {statement.lineno})") from None
    return found


def normalise(notebook: Any, replace: Mapping[str, str] | None = None) -> Any:
    """Strip an executed notebook, in place, of all that differs between two equal runs.

    Times, durations, paths, the version of Python and the random id of papermill's injected cell
    go; execution counts run from 1; the pieces in which a stream arrived are joined.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        The notebook, as papermill or nbclient leave it.
    replace : mapping of str to str, optional
        Texts to replace in all textual output, for example a folder of this machine by the
        name under which the report shows it. The longest goes first.

    Returns
    -------
    nbformat.NotebookNode
        The same notebook.
    """
    notebook.metadata.clear()
    notebook.metadata.update(kernelspec=dict(KERNELSPEC), language_info={"name": "python"})
    count = 0
    for cell in notebook.cells:
        kept = sorted(set(tags(cell)))
        cell.metadata.clear()
        if kept:
            cell.metadata["tags"] = kept
        if "injected-parameters" in kept:
            cell["id"] = "injected-parameters"
        if cell.cell_type != "code":
            continue
        ran = cell.get("execution_count") is not None
        count += ran
        cell["execution_count"] = count if ran else None
        cell["outputs"] = _joined_streams(cell.get("outputs", []))
        for output in cell["outputs"]:
            # A widget lives in its kernel, under a random id; its HTML and text can be kept.
            output.get("data", {}).pop(_WIDGET, None)
            if output["output_type"] == "execute_result":
                output["execution_count"] = cell["execution_count"]
            _in_all_texts(output, replace or {})
    return notebook


def _joined_streams(outputs: list[Any]) -> list[Any]:
    """Join neighbouring pieces of one stream: how a text is cut depends on the machine's speed."""
    joined: list[Any] = []
    for output in outputs:
        output.pop("transient", None)
        last = joined[-1] if joined else None
        if output["output_type"] == "stream" and last and last.get("name") == output["name"]:
            last["text"] += output["text"]
        else:
            joined.append(output)
    return joined


def without_folders(text: str, replace: Mapping[str, str]) -> str:
    """Return a text with folders of this machine replaced, the longest first.

    The file that a kernel gives to a cell, which warnings and errors name, lies in a folder with
    the process's number.

    >>> without_folders("/var/ipykernel_81/123.py:1: in /home/me/kz/data", {"/home/me/kz": "kz"})
    'cell:1: in kz/data'
    """
    text = _CELL_FILE.sub("cell", text)
    for old in sorted(replace, key=lambda old: (-len(old), old)):
        if len(old) > 1:
            text = text.replace(old, replace[old])
    return text


def _in_all_texts(node: Any, replace: Mapping[str, str]) -> Any:
    """Apply without_folders to every string of nested dicts and lists, in place."""
    if isinstance(node, str):
        return without_folders(node, replace)
    if isinstance(node, dict):
        for key, value in node.items():
            node[key] = _in_all_texts(value, replace)
    elif isinstance(node, list):
        node[:] = [_in_all_texts(value, replace) for value in node]
    return node
