"""Where a figure's evidence lies: names of pages, anchors in them, links to them.

A report page lies in ``reports/<partner>/``, an evidence page in ``reports/evidence/``. Both
sides of a link, the tables that carry it and the page that has the anchor, get it here.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from urllib.parse import quote, urlsplit

# As a report page sees the evidence pages, and as a notebook in notebooks/ does: in JupyterLab its
# links open those of the last ./run report.
FROM_PAGE, FROM_NOTEBOOK = "../evidence/", "../reports/evidence/"
KINDS = {"claim": "c", "programme": "p", "residue": "r"}
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")

_ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:)]")


def linked(words: str) -> str:
    """Return a text as HTML, each address in it a link that shows its host.

    >>> linked("Official <figure>, https://stat.gov.kz/api/1")
    'Official &lt;figure&gt;, <a href="https://stat.gov.kz/api/1">stat.gov.kz</a>'
    """
    return _ADDRESS.sub(_address_link, escape(words))


def _address_link(found: re.Match[str]) -> str:
    host = urlsplit(found[0]).netloc.removeprefix("www.")
    return f'<a href="{found[0]}">{host}</a>'


def page_name(doc_id: str) -> str:
    """Return the file name, without ending, of a document's evidence page.

    An id comes from a file name or from a field of the input, so it may hold anything. A plain
    one is its own name; any other keeps its plain characters and gets a digest, so that no id
    leaves the folder and no two ids meet.

    >>> page_name("d001")
    'd001'
    >>> page_name("../отчёт 1")
    '1-9a8c719ae5'
    """
    if _PLAIN.fullmatch(doc_id):
        return doc_id
    digest = hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    slug = re.sub(r"[^A-Za-z0-9]+", "-", doc_id).strip("-")[:60]
    return f"{slug}-{digest}" if slug else digest


def anchor(kind: str, start: int, end: int) -> str:
    """Return the id of a span on an evidence page, ``kind`` being claim, programme or residue.

    >>> anchor("claim", 120, 128)
    'c120-128'
    """
    return f"{KINDS[kind]}{int(start)}-{int(end)}"


def evidence_href(
    doc_id: str,
    start: int | None = None,
    end: int | None = None,
    kind: str = "claim",
    folder: str = FROM_PAGE,
) -> str:
    """Return the address of a span's evidence as a report page links to it.

    Parameters
    ----------
    doc_id : str
        The document.
    start, end : int, optional
        Characters [start, end) of its text; without them the link opens the page's top.
    kind : {"claim", "programme", "residue"}
        What the span is.
    folder : str
        Where the evidence pages lie, seen from what holds the link.

    >>> evidence_href("d001", 120, 128)
    '../evidence/d001.html#c120-128'
    """
    address = f"{folder}{quote(page_name(doc_id))}.html"
    if start is None or end is None:
        return address
    return f"{address}#{anchor(kind, start, end)}"
