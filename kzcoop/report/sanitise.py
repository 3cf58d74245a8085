"""Only tags and attributes of running text, tables and pictures reach a page.

The text of a press report is somebody else's, and readers trust the pages' figures. The pages'
content security policy stops scripts and requests too; this is the other lock on the door.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

_TEXT_TAGS = """
    a abbr b blockquote br cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4
    h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup time
    u ul var
    table caption colgroup col thead tbody tfoot tr th td
""".split()
# Gone with all that is in them; of other unknown tags the text remains.
_DROPPED = """
    applet audio base button canvas embed form frame frameset iframe input link math meta noscript
    object option script select style svg template textarea title video
""".split()
_ATTRIBUTES = {
    "class", "id", "title", "lang", "dir", "href", "src", "alt", "width", "height", "scope",
    "colspan", "rowspan", "headers", "datetime", "open", "start", "tabindex", "role", "style",
    "aria-label", "aria-hidden", "aria-labelledby", "aria-describedby", "data-label",
}  # fmt: skip
_STYLE = re.compile(
    r"(?:\s*(?:text-align|font-weight|font-style|width|min-width|max-width|color|"
    r"background-color|background)\s*:\s*[-#%.,() \w]+;?)*\s*"
)
_LINK = re.compile(r"(?:https?://|mailto:|#|\.{0,2}/|[\w.-]+(?:[/#?]|\.html|$))", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=\s]+")
# No style of a table is longer; a pattern over a longer one could take for ever.
_LONGEST_STYLE = 200


def without_declarations(html: str) -> str:
    """Return HTML without comments and with other declarations as text.

    Python's parser refuses some that no browser minds, and not the same ones in every version.

    >>> without_declarations("a<!-- b --> <![CDATA[c")
    'a &lt;![CDATA[c'
    """
    kept, at = [], 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        kept.append(html[at:start])
        at = end + 3
    return "".join([*kept, html[at:]]).replace("<!", "&lt;!").replace("<?", "&lt;?")


def sanitise(soup: BeautifulSoup) -> None:
    """Keep the tags and attributes of text; this page is read by people who trust its figures."""
    for tag in soup.find_all(_DROPPED):
        if not tag.decomposed:
            tag.decompose()
    ids: set[str] = set()
    for tag in soup.find_all(True):
        if tag.name not in _TEXT_TAGS:
            tag.unwrap()
            continue
        for name, value in list(tag.attrs.items()):
            given = " ".join(value) if isinstance(value, list) else str(value)
            harmless = name in _ATTRIBUTES and _is_harmless(tag.name, name, given)
            if not harmless or (name == "id" and given in ids):
                del tag[name]
            elif name == "id":
                ids.add(given)
        if tag.name == "img" and "src" not in tag.attrs:
            tag.decompose()


def _is_harmless(tag: str, attribute: str, value: str) -> bool:
    if attribute == "style":
        return len(value) <= _LONGEST_STYLE and _STYLE.fullmatch(value) is not None
    if attribute == "href":
        return tag == "a" and _LINK.match(value) is not None
    if attribute == "src":
        return tag == "img" and _PICTURE.fullmatch(value) is not None
    return True
