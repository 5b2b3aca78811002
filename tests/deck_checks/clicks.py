"""What happens on a click: every step shows something that exists, once and in order, and sounds are wired to play."""

from __future__ import annotations

from collections.abc import Iterator

from .package import Deck, Element, Finding, find, first, number, q, repeated

MEDIA = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"


def findings(deck: Deck) -> Iterator[Finding]:
    for name, tree in deck.pages():
        yield from _timing(name, tree)
        yield from _audio(deck, name, tree)


def _timing(name: str, tree: Element) -> Iterator[Finding]:
    for value in repeated(element.get("id", "") for element in tree.iter(q("p:cTn"))):
        yield Finding("click-id", name, f"step {value} is there twice")
    for click in find(tree, "//p:par/p:cTn[p:stCondLst/p:cond/@delay='indefinite']"):
        if len(find(click, ".//p:cTn[@nodeType='clickEffect']")) != 1:
            yield Finding("click-count", name, "one click is not one effect")
    yield from _targets(name, tree)
    yield from _effects(name, tree)


def _targets(name: str, tree: Element) -> Iterator[Finding]:
    """What a click refers to exists."""
    shapes = {e.get("id"): e.getparent().getparent() for e in tree.iter(q("p:cNvPr"))}
    for target in (*tree.iter(q("p:spTgt")), *tree.iter(q("p:bldP"))):
        shape = shapes.get(target.get("spid"))
        if shape is None:
            yield Finding("click-target", name, f"shape {target.get('spid')} does not exist")
            continue
        for span in target.iter(q("p:pRg")):
            start, end = number(span.get("st"), -1), number(span.get("end"), -1)
            if not 0 <= start <= end < len(find(shape, "p:txBody/a:p")):
                yield Finding("click-target", name, f"paragraphs {start}-{end} do not exist")


def _effects(name: str, tree: Element) -> Iterator[Finding]:
    """Every effect shows something, once, in reading order, and built as its kind of shape is."""
    builds = {e.get("spid", ""): e.get("grpId") for e in tree.iter(q("p:bldP"))}
    seen: list[tuple[str, int]] = []
    for effect in (element for element in tree.iter(q("p:cTn")) if element.get("presetClass") == "entr"):
        if not find(effect, "p:childTnLst/p:set/p:to/p:strVal[@val='visible']"):
            yield Finding("click-effect", name, "a click shows nothing")
        if not find(effect, "p:childTnLst/p:set/p:cBhvr/p:attrNameLst/p:attrName[.='style.visibility']"):
            yield Finding("click-effect", name, "a click changes nothing that is seen")
        for target in effect.iter(q("p:spTgt")):
            spid, span = target.get("spid", ""), first(target, "p:txEl/p:pRg")
            seen.append((spid, -1 if span is None else number(span.get("st"))))
            if builds.get(spid) != effect.get("grpId"):
                yield Finding("click-build", name, f"shape {spid} is not built as its clicks say")
    order = [element.get("id", "") for element in tree.iter(q("p:cNvPr"))]
    appearing = [order.index(spid) for spid in dict.fromkeys(spid for spid, _ in seen) if spid in order]
    if appearing != sorted(appearing):
        yield Finding("click-order", name, "shapes appear in another order than they are read")
    for pair in repeated(f"{spid}/{start}" for spid, start in seen):
        yield Finding("click-twice", name, f"{pair} appears twice")
    for spid in {spid for spid, _ in seen} | builds.keys():
        starts = [start for other, start in seen if other == spid]
        if starts != sorted(starts):
            yield Finding("click-order", name, f"the paragraphs of {spid} appear out of order")
        if not any(start >= 0 for start in starts) and spid in builds:
            yield Finding("click-build", name, f"{spid} is built by paragraph, but no paragraph waits")


def _audio(deck: Deck, name: str, tree: Element) -> Iterator[Finding]:
    if find(tree, "//a:videoFile"):
        yield Finding("audio", name, "a sound is wired as video")
    for picture in find(tree, "//p:pic[p:nvPicPr/p:nvPr/a:audioFile]"):
        sound = deck.relation(name, first(picture, ".//a:audioFile").get(q("r:link")))  # type: ignore[union-attr]
        media = first(picture, f"p:nvPicPr/p:nvPr/p:extLst/p:ext[@uri='{MEDIA}']/p14:media")
        embedded = None if media is None else deck.relation(name, media.get(q("r:embed")))
        if sound is None or embedded is None or sound.target != embedded.target:
            yield Finding("audio", name, "the sound is not embedded as PowerPoint expects")
        button = first(picture, "p:nvPicPr/p:cNvPr/a:hlinkClick")
        if button is None or button.get("action") != "ppaction://media":
            yield Finding("audio", name, "a click on the picture plays nothing")
        number_of = first(picture, "p:nvPicPr/p:cNvPr").get("id")  # type: ignore[union-attr]
        if not find(tree, f"//p:audio/p:cMediaNode/p:tgtEl/p:spTgt[@spid='{number_of}']"):
            yield Finding("audio", name, "the sound is not in the timing")
        if not find(tree, f"//p:cmd[@cmd='togglePause']/p:cBhvr/p:tgtEl/p:spTgt[@spid='{number_of}']"):
            yield Finding("audio", name, "a click does not pause the sound")
        if first(picture, "p:blipFill/a:blip") is None:
            yield Finding("audio", name, "the sound has no picture")
    for node in find(tree, "//p:audio//p:spTgt"):
        if not find(tree, f"//p:pic[p:nvPicPr/p:cNvPr/@id='{node.get('spid')}' and p:nvPicPr/p:nvPr/a:audioFile]"):
            yield Finding("audio", name, "the timing plays what is no sound")
