"""Who speaks in a session: one to four roles, each with a name of its own that no heading or key has."""

from __future__ import annotations

from lok.model import vocabulary as fmt
from lok.model.course import Role
from lok.model.names import fold, slug
from lok.problems import Code, error
from lok.read.format import SPEAKER_KEYS
from lok.read.keys import Fields

_RULES = {
    fmt.SPEAKERS: (
        range(1, fmt.MOST_SPEAKERS + 1),
        "een avond heeft één tot vier sprekers, elk met een eigen rol",
        "schrijf één tot vier verschillende rollen, bijvoorbeeld `sprekers: kinesist, tandarts`",
    ),
    fmt.DUO: (
        range(2, 3),
        "een duo telt twee rollen met een eigen naam",
        "schrijf twee verschillende rollen, bijvoorbeeld `duo: kinesist, tandarts`",
    ),
}
"""How many roles each key takes, what is wrong with others, and a tip."""


def speakers(fields: Fields) -> tuple[Role, ...]:
    """The keys of a session in, who speaks in it out, in order; nobody, and a problem, where that is not known."""
    key = fields.require_one(SPEAKER_KEYS)
    counts, rule, tip = _RULES[key]
    names = fields.split(key)
    texts = [value.text.lower() for value in names]
    ids = [slug(text) for text in texts]
    taken = {fold(word) for word in (*fmt.SLIDE_HEADINGS, fmt.TRAINER, fmt.ANSWER, *fmt.ALL_SPEAK)}
    own = all(ids) and len({*ids}) == len(ids) and not taken & {fold(text) for text in texts}
    if own and len(ids) in counts:
        return tuple(Role(id, text, n) for n, (id, text) in enumerate(zip(ids, texts, strict=True)))
    if names:
        fields.problems.append(error(names[0].span, Code.BAD_DUO, rule, tip))
    return ()
