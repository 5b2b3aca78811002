"""Our drawings inside a page: a name in, inline SVG out, which needs no file and follows the colours of the page."""

from __future__ import annotations

from markupsafe import Markup

from lok.design import artwork, pictograms
from lok.design.pictograms import Figure, Path
from lok.design.signs import Sign
from lok.words import words


def pictogram(name: str) -> Markup:
    """A pictogram in the colour of the text around it, silent: its word stands beside it. Raises KeyError."""
    return _svg(pictograms.pictogram(name), Markup('class="pictogram" aria-hidden="true"'))


def sign(drawn: Sign) -> Markup:
    """The sign of an answer in the colour of the text around it, silent: its word stands beside it."""
    return _svg(drawn.figure, Markup('class="sign" aria-hidden="true"'))


def portrait(name: str, person: str = "") -> Markup:
    """The portrait of that name, silent where no `person` is given. Raises KeyError."""
    drawn = pictograms.portrait(name)
    if drawn is None:
        raise KeyError(name)
    said = Markup('role="img" aria-label="{}"').format(words("common")["portrait_of"].format(name=person))
    return _svg(drawn, Markup('class="portrait" ') + (said if person else Markup('aria-hidden="true"')))


def code(address: str) -> Markup:
    """The QR code of an address, silent: the address stands beside it."""
    return Markup('<span class="code" aria-hidden="true">{}</span>').format(Markup(artwork.drawn_code(address)))


def _svg(figure: Figure, attributes: Markup) -> Markup:
    whole = Markup('<svg {} viewBox="0 0 {:g} {:g}" fill="currentColor" fill-rule="evenodd">{}</svg>')
    return whole.format(attributes, figure.width, figure.height, Markup().join(map(_path, figure.paths)))


def _path(path: Path) -> Markup:
    fill = Markup(' fill="#{}"').format(path.fill) if path.fill else Markup()
    return Markup('<path{} d="{}"/>').format(fill, path.d)
