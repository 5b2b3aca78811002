"""Makes the button that plays a recording: `python -m lok.render.deck.play_button > play.png`.

It is opaque, because PowerPoint darkens clear corners.
"""

from __future__ import annotations

import sys

import typst

from lok.design import palette

SOURCE = f"""
#set page(width: 18mm, height: 18mm, margin: 0mm, fill: rgb("{palette.LIGHT["white"]}"))
#place(polygon(fill: rgb("{palette.LIGHT["petrol"]}"), (5.6mm, 3.8mm), (14.2mm, 9mm), (5.6mm, 14.2mm)))
"""
"""The button in Typst: a triangle on a square of 18 mm."""

if __name__ == "__main__":
    made = typst.compile(SOURCE.encode("utf-8"), format="png", ppi=300)
    sys.stdout.buffer.write(made if isinstance(made, bytes) else b"")
