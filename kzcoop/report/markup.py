"""Make the HTML that a notebook put out fit for the report's pages.

Headings get anchors and a table of contents, tables get captions, scopes, aligned columns and a
file to download, wide tables and charts a frame that scrolls by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from kzcoop.report.sanitise import sanitise, without_declarations

_NUMBER = re.compile(
    r"[~≈<>≤≥]?\s*[-+−–]?\s*[$€¥₸₽]?\s*\d[\d\s.,  ]*(?:%|[a-z]{1,2}|bn|mln|млрд|млн)?"
)
_DASHES = {"", "-", "–", "—", "−"}
# Characters above which a cell's text wraps over many lines in a table that shares out its width.
_LONG = 60
_LINKS_IN_SIGHT = 4
_TALL = 60  # rows above which a table scrolls in a frame of its own
_BREAKING = {"br", "p", "div", "li", "tr", "td", "th", "summary", "figcaption"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level (2 or 3), anchor and text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """A page's body: HTML, first heading as the title, headings below, the tables' cells."""

    html: str
    title: str | None
    headings: tuple[Heading, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Dress:
    """The words that tables and charts get.

    ``download`` gives address and words of the link to the n-th table's file, n from 1;
    ``scrolls`` is what a screen reader calls a table or chart that scrolls, before its caption;
    ``more`` says that n more links follow.
    """

    download: Callable[[int], tuple[str, str]]
    scrolls: str
    more: Callable[[int], str]


def tidy(html: str, dress: Dress) -> Body:
    """Return the body of a page from what a notebook put out: HTML of any origin."""
    soup = BeautifulSoup(without_declarations(html), "html.parser")
    sanitise(soup)
    title = _take_title(soup)
    tables = _dress_tables(soup, dress)
    headings = _anchor_headings(soup)
    for picture in soup.find_all("img"):
        _frame_picture(soup, picture, dress.scrolls)
    return Body(str(soup), title, headings, tables)


def _take_title(soup: BeautifulSoup) -> str | None:
    """Take the first h1 out, for the page's head; further ones become sections."""
    title = None
    for tag in soup.find_all("h1"):
        if title is None:
            title = _words(tag)
            tag.decompose()
        else:
            tag.name = "h2"
    return title


def _anchor_headings(soup: BeautifulSoup) -> tuple[Heading, ...]:
    headings: list[Heading] = []
    used = {str(tag["id"]) for tag in soup.find_all(id=True)}
    for tag in soup.find_all(["h2", "h3", "h4"]):
        text = _words(tag)
        if not text:
            tag.decompose()
            continue
        slug = re.sub(r"\W+", "-", text.lower()).strip("-") or "section"
        own = tag.attrs.get("id")
        used.discard(str(own))
        anchor, number = slug, 2
        while anchor in used:
            anchor, number = f"{slug}-{number}", number + 1
        used.add(anchor)
        tag["id"] = anchor
        # For the mouse alone: a screen reader has the heading itself, and the contents link here.
        link = soup.new_tag("a", attrs={"class": "anchor", "href": f"#{anchor}"}, string="#")
        link["aria-hidden"], link["tabindex"] = "true", "-1"
        tag.append(" ")
        tag.append(link)
        if tag.name in {"h2", "h3"}:
            headings.append(Heading(int(tag.name[1]), anchor, text))
    return tuple(headings)


def _dress_tables(soup: BeautifulSoup, dress: Dress) -> tuple[tuple[tuple[str, ...], ...], ...]:
    tables: list[tuple[tuple[str, ...], ...]] = []
    for table in soup.find_all("table"):
        if table.find_parent("table") is not None:
            continue
        cells = _scopes(table)
        for cell in table.find_all("td"):
            _fold_links(soup, cell, dress.more)
        number = len(tables) + 1
        tables.append(cells)
        caption = _caption(soup, table)
        caption["id"] = f"table-{number}"
        frame = soup.new_tag("div", attrs={"class": "table"})
        region = _scrolling(soup, f"{dress.scrolls}: {_words(caption)}")
        if len(cells) > _TALL:
            _add_class(region, "tall")
        table.wrap(frame)
        table.wrap(region)
        address, words = dress.download(number)
        link = soup.new_tag("a", attrs={"href": address, "download": ""}, string=words)
        frame.extend(_remarks(frame))
        note = soup.new_tag("p", attrs={"class": "download"})
        note.append(link)
        frame.append(note)
    return tuple(tables)


def _remarks(frame: Tag) -> list[Tag]:
    """Return the quiet paragraphs right after a table: they say what its figures mean."""
    found: list[Tag] = []
    for node in (each for each in frame.next_siblings if str(each).strip()):
        if not isinstance(node, Tag) or "quiet" not in _classes(node):
            break
        found.append(node)
    return found


def _scopes(table: Tag) -> tuple[tuple[str, ...], ...]:
    """Say which cells are heads of what, align numbers, and return the texts of all cells."""
    table.attrs = {k: v for k, v in table.attrs.items() if k not in {"border", "style"}}
    rows = []
    for row in table.find_all("tr"):
        row.attrs.pop("style", None)
        in_head = row.find_parent("thead") is not None
        texts: list[str] = []
        for cell in row.find_all(["th", "td"]):
            text = _words(cell)
            if cell.name == "th" and not text:
                cell.name = "td"
                cell.attrs.pop("scope", None)
            elif cell.name == "th" and "scope" not in cell.attrs:
                cell["scope"] = "col" if in_head else "row"
            texts.append(text)
            span = str(cell.attrs.get("colspan", "1"))
            # A huge span is a slip or a trap; no table of the report has a hundred columns.
            texts.extend([""] * (min(int(span), 100) - 1 if span.isdigit() else 0))
        rows.append(tuple(texts))
    _align(table)
    return tuple(rows)


def _align(table: Tag) -> None:
    """Set columns of numbers to the right, and keep columns of long texts from getting narrow."""
    head: list[list[Tag]] = []
    body: list[list[Tag]] = []
    for row in table.find_all("tr"):
        cells = row.find_all(["th", "td"])
        (head if row.find_parent("thead") is not None else body).append(list(cells))
    for index in range(max(map(len, body), default=0)):
        column = [cells[index] for cells in body if index < len(cells)]
        texts = [_words(cell) for cell in column]
        told = [text for text in texts if text not in _DASHES]
        if told and all(_NUMBER.fullmatch(text) for text in told) and column[0].name == "td":
            kind = "num"
        elif max(map(len, texts)) > _LONG:
            kind = "long"
        else:
            continue
        for cell in [*column, *(cells[index] for cells in head[-1:] if index < len(cells))]:
            _add_class(cell, kind)


def _fold_links(soup: BeautifulSoup, cell: Tag, more: Callable[[int], str]) -> None:
    """Leave the first links of a long list in sight, and the others one click away."""
    links = cell.find_all("a", recursive=False)
    if len(links) <= _LINKS_IN_SIGHT + 2:
        return
    rest = list(links[_LINKS_IN_SIGHT - 1].next_siblings)
    details = soup.new_tag("details")
    summary = soup.new_tag("summary", string=more(len(links) - _LINKS_IN_SIGHT))
    details.extend([summary, *rest])
    if isinstance(first := summary.next_sibling, NavigableString):
        first.replace_with(str(first).lstrip(", "))
    cell.append(details)


def _classes(tag: Tag) -> list[str]:
    found = tag.attrs.get("class") or ""
    return list(found) if isinstance(found, list) else str(found).split()


def _add_class(tag: Tag, name: str) -> None:
    tag["class"] = " ".join([*_classes(tag), name])


def _caption(soup: BeautifulSoup, table: Tag) -> Tag:
    """Return the table's caption, made from the heading above it where there is none."""
    caption = table.find("caption")
    if isinstance(caption, Tag) and _words(caption):
        return caption
    heading = table.find_previous(["h2", "h3", "h4"])
    said = _words(heading) if isinstance(heading, Tag) else "–"
    caption = soup.new_tag("caption", attrs={"class": "unseen"}, string=said)
    table.insert(0, caption)
    return caption


def _frame_picture(soup: BeautifulSoup, picture: Tag, scroll_label: str) -> None:
    """Let a wide chart scroll by itself on a narrow screen, so that its letters stay readable."""
    first = str(picture.attrs.get("alt", "")).partition("\n")[0]
    if "chart" in _classes(picture):
        picture.wrap(_scrolling(soup, f"{scroll_label}: {first[:120]}"))


def _scrolling(soup: BeautifulSoup, label: str) -> Tag:
    """Return a frame that scrolls sideways, by keyboard too."""
    return soup.new_tag(
        "div", attrs={"class": "scroll", "tabindex": "0", "role": "region", "aria-label": label}
    )


def _words(tag: Tag) -> str:
    """Return a tag's text on one line."""
    pieces = [
        str(node) if isinstance(node, NavigableString) else " " * (node.name in _BREAKING)
        for node in tag.descendants
        if isinstance(node, (NavigableString, Tag))
    ]
    return " ".join("".join(pieces).split())
