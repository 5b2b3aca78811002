"""THE list of everything that is made of a course. A new output is a module with a `render` and a line here."""

from __future__ import annotations

from lok.render import pack, picture, prompter
from lok.render.contract import Renderer, Tells
from lok.render.deck import deck
from lok.render.paper import paper
from lok.render.site import site
from lok.render.word import worksheets

RENDERERS = (
    Renderer(picture.render, Tells.NOTHING, light=True),
    Renderer(site.render, Tells.PEOPLE),
    Renderer(prompter.render, Tells.EVENING, light=True),
    Renderer(paper.render, Tells.EVENING, light=True, apart=True),
    Renderer(worksheets.render, Tells.EVENING),
    Renderer(deck.render, Tells.EVENING, light=True),
    Renderer(pack.render, Tells.EVENING, light=True),
)
"""In the order in which they run: what was made before never tells more of the evening than what is made of it."""
