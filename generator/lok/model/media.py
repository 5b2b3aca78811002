"""What stands beside the text and is not text."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open


@dataclass(frozen=True)
class Media:
    """A picture or recording an author placed beside the text, without what it told of its maker.

    `width` and `height` are the pixels of a picture; 0 for a recording.
    """

    path: Open[str]
    data: Open[bytes]
    width: Open[int] = 0
    height: Open[int] = 0
