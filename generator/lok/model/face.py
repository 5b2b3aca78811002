"""The face of the organisation that publishes courses: its name, its logo, its colours and its words. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from lok.model.audience import Open
from lok.model.text import Picture


@dataclass(frozen=True)
class Gathering:
    """What people come to, in words of the author: `article` is "de" or "het", then one and several of them."""

    article: Open[str]
    one: Open[str]
    many: Open[str]


@dataclass(frozen=True)
class Face:
    """An organisation as it shows itself; "" or None where its author says nothing, and then ours stays.

    `address` is its website, `licence` under which others may use what it publishes. `colour` (the ground, headings)
    and `accent` are RRGGBB in capitals. `group` is the word for those who meet.
    """

    name: Open[str]
    address: Open[str] = ""
    logo: Open[Picture | None] = None
    licence: Open[str] = ""
    colour: Open[str] = ""
    accent: Open[str] = ""
    group: Open[str] = ""
    gathering: Open[Gathering | None] = None

    @property
    def terms(self) -> tuple[tuple[str, str], ...]:
        """The words that take the place of ours in sentences, each with its name there; none where all are ours."""
        found = {"group": self.group} if self.group else {}
        if self.gathering:
            article, one = self.gathering.article, self.gathering.one
            this = "dit" if article == "het" else "deze"
            found |= {"the": f"{article} {one}", "this": f"{this} {one}", "one": one, "many": self.gathering.many}
        return tuple(sorted(found.items()))
