"""What a page may load: rules in, its Content-Security-Policy out."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256


def policy(rules: Mapping[str, str]) -> str:
    """A Content-Security-Policy from what is allowed, by directive."""
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())


def allowed(digests: Iterable[str]) -> str:
    """Scripts or styles by their digests, each once: `'sha256-…' 'sha256-…'`."""
    return " ".join(f"'sha256-{each}'" for each in dict.fromkeys(digests))


def digest(data: bytes) -> str:
    """The sha256 in base64 by which a policy knows a script or style that stands in a page."""
    return b64encode(sha256(data).digest()).decode()
