"""What appears after which click: targets in, the `p:timing` of a slide out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

_START = '<p:stCondLst><p:cond delay="{}"/></p:stCondLst>'


@dataclass(frozen=True)
class Target:
    """A shape, or one paragraph of it (from 0), that appears after click number `click` (from 1)."""

    click: int
    shape: int
    paragraph: int | None = None


def timing(targets: Sequence[Target]) -> str:
    """ "" where nothing has to wait for a click."""
    if not targets:
        return ""
    ids = count(1)
    root, sequence = next(ids), next(ids)
    ordered = sorted(targets, key=lambda target: target.click)
    clicks = "".join(_click(list(group), ids) for _, group in groupby(ordered, key=lambda target: target.click))
    built = dict.fromkeys(target.shape for target in ordered if target.paragraph is not None)
    builds = "".join(f'<p:bldP spid="{shape}" grpId="0" build="p"/>' for shape in built)
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot">'
        f'<p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" dur="indefinite" '
        f'nodeType="mainSeq"><p:childTnLst>{clicks}</p:childTnLst></p:cTn>'
        f"<p:prevCondLst>{_event('onPrev')}</p:prevCondLst><p:nextCondLst>{_event('onNext')}</p:nextCondLst></p:seq>"
        f"</p:childTnLst></p:cTn></p:par></p:tnLst>{f'<p:bldLst>{builds}</p:bldLst>' if builds else ''}</p:timing>"
    )


def _event(name: str) -> str:
    return f'<p:cond evt="{name}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'


def _click(targets: Sequence[Target], ids: Iterator[int]) -> str:
    outer, inner = next(ids), next(ids)
    effects = "".join(_effect(target, "withEffect" if n else "clickEffect", ids) for n, target in enumerate(targets))
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_START.format("indefinite")}<p:childTnLst><p:par>'
        f'<p:cTn id="{inner}" fill="hold">{_START.format(0)}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _effect(target: Target, node: str, ids: Iterator[int]) -> str:
    """The entrance "appear"; PowerPoint wants a build group for paragraphs and none for groups of shapes."""
    outer, inner = next(ids), next(ids)
    spot, build = f'<p:spTgt spid="{target.shape}"/>', ""
    if target.paragraph is not None:
        paragraph = f'<p:txEl><p:pRg st="{target.paragraph}" end="{target.paragraph}"/></p:txEl>'
        spot, build = f'<p:spTgt spid="{target.shape}">{paragraph}</p:spTgt>', ' grpId="0"'
    return (
        f'<p:par><p:cTn id="{outer}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"{build} '
        f'nodeType="{node}">{_START.format(0)}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{inner}" dur="1" fill="hold">'
        f"{_START.format(0)}</p:cTn><p:tgtEl>{spot}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>"
        '</p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )
