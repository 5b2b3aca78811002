"""What appears after which click: targets and recordings in, the `p:timing` of a slide out."""

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


def timing(targets: Sequence[Target], sounds: Sequence[int]) -> str:
    """The `p:timing` of a slide, or "" where nothing has to wait for a click and nothing plays.

    `sounds` are the ids of shapes that play a recording.
    """
    if not targets and not sounds:
        return ""
    ids = count(1)
    root = next(ids)
    effects, builds = _effects(targets, ids)
    played = "".join(_button(shape, ids) for shape in sounds) + "".join(_recording(shape, ids) for shape in sounds)
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot">'
        f"<p:childTnLst>{effects}{played}</p:childTnLst></p:cTn></p:par></p:tnLst>{builds}</p:timing>"
    )


def _effects(targets: Sequence[Target], ids: Iterator[int]) -> tuple[str, str]:
    """The sequence of clicks, and the list of texts that appear by the paragraph; "" where there are none."""
    if not targets:
        return "", ""
    sequence = next(ids)
    ordered = sorted(targets, key=lambda target: target.click)
    clicks = "".join(_click(list(group), ids) for _, group in groupby(ordered, key=lambda target: target.click))
    built = dict.fromkeys(target.shape for target in ordered if target.paragraph is not None)
    builds = "".join(f'<p:bldP spid="{shape}" grpId="0" build="p"/>' for shape in built)
    main = (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" dur="indefinite" '
        f'nodeType="mainSeq"><p:childTnLst>{clicks}</p:childTnLst></p:cTn>'
        f"<p:prevCondLst>{_event('onPrev')}</p:prevCondLst><p:nextCondLst>{_event('onNext')}</p:nextCondLst></p:seq>"
    )
    return main, f"<p:bldLst>{builds}</p:bldLst>" if builds else ""


def _button(shape: int, ids: Iterator[int]) -> str:
    """A click on the shape starts its recording, the next one pauses it."""
    sequence, outer, inner, effect, call = (next(ids) for _ in range(5))
    spot = f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
    click = f'<p:cond evt="onClick" delay="0">{spot}</p:cond>'
    start = _START.format(0)
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" restart="whenNotActive" fill="hold" '
        f'evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>{click}</p:stCondLst>'
        '<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst>'
        f'<p:par><p:cTn id="{outer}" fill="hold">{start}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{start}<p:childTnLst>'
        f'<p:par><p:cTn id="{effect}" presetID="2" presetClass="mediacall" presetSubtype="0" fill="hold" '
        f'nodeType="clickEffect">{start}<p:childTnLst><p:cmd type="call" cmd="togglePause"><p:cBhvr>'
        f'<p:cTn id="{call}" dur="1" fill="hold"/>{spot}</p:cBhvr></p:cmd></p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>"
        f"<p:nextCondLst>{click}</p:nextCondLst></p:seq>"
    )


def _recording(shape: int, ids: Iterator[int]) -> str:
    """The recording itself, which waits to be started."""
    return (
        f'<p:audio><p:cMediaNode vol="80000"><p:cTn id="{next(ids)}" fill="hold" display="0">'
        f"{_START.format('indefinite')}<p:endCondLst>{_event('onStopAudio')}</p:endCondLst></p:cTn>"
        f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl></p:cMediaNode></p:audio>'
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
