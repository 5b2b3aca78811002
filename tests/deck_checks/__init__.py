"""Our own checker of a finished .pptx: bytes in, findings out. Knows PowerPoint's rules and our style, no course."""

from . import clicks, design, parts, slides
from .package import Deck, Finding


def findings(data: bytes) -> list[Finding]:
    """Everything that is wrong with a deck; none where a trainer can open, project and read it."""
    deck = Deck(data)
    return [*parts.findings(deck), *slides.findings(deck), *clicks.findings(deck), *design.findings(deck)]
