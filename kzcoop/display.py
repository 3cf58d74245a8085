"""How records show themselves: one line in a terminal, HTML in a notebook.

Records are made by the early stages and drawn by the last one, the report. This is the only door
between them: a front end that asks a record for its HTML loads the report then, and a stage that
only makes records loads none of it. The method is the protocol that every notebook front end
knows, so nothing has to be registered with IPython and no extension loaded.
"""

from __future__ import annotations

_LONGEST_QUOTE = 60


class Displayed:
    """A record that a notebook shows as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from kzcoop.report.display import html

        return html(self)


def quoted(text: str) -> str:
    """Return a piece of a report on one line, in guillemets, cut where it is long.

    >>> quoted("24 млрд\\n долларов")
    '«24 млрд долларов»'
    """
    words = " ".join(text.split())
    if len(words) > _LONGEST_QUOTE:
        words = words[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f"«{words}»"


def one_line(kind: str, name: str, *parts: str | None) -> str:
    """Return one line about a record: its kind, its id and what is known of the rest.

    >>> one_line("Residue", "chn-2023#0-4", "«2022»", None, "date")
    '<Residue chn-2023#0-4: «2022», date>'
    """
    told = ", ".join(part for part in parts if part)
    return f"<{kind} {name}: {told}>" if told else f"<{kind} {name}>"
