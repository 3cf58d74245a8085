"""Records of which a report makes hundreds: small, never changed, compared by their fields.

    @dataclass(slots=True)
    class Year(Record): ...

A named tuple takes nearly twice as long to make and to read, and a frozen dataclass is slower
still, so nothing but this sentence keeps a record from being changed.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self


class Record:
    """What a dataclass with slots inherits to be copied with other values."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def _replace(self, **changes: Any) -> Self:
        """Return the same record with some fields changed, as a named tuple does."""
        kept = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return type(self)(**(kept | changes))
