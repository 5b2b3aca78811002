"""What an engine made in, what is published out."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from lok.publish import finish

PAGE = b"""<!doctype html>
<html><head>
    <meta charset="utf-8">


    <script src="a.js"></script><script>one()</script><style>p{color:red}</style>
    <script id="__config" type="application/json">{"base": "."}</script>
</head><body><script>two()</script></body></html>
"""


def hashed(code: bytes) -> str:
    return f"'sha256-{b64encode(sha256(code).digest()).decode()}'"


def policy(page: bytes) -> dict[str, list[str]]:
    found = re.search(rb'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    rules = [rule.split() for rule in found.group(1).decode().split(";")]
    return {name: values for name, *values in rules}


def test_the_policy_stands_right_after_the_charset() -> None:
    assert re.search(rb'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"', finish.page(PAGE))


def test_the_policy_allows_our_own_files_and_what_stands_in_the_page() -> None:
    rules = policy(finish.page(PAGE))
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == ["'self'", hashed(b"one()"), hashed(b"two()")]
    assert rules["style-src"] == ["'self'", hashed(b"p{color:red}")]
    assert rules["connect-src"] == rules["font-src"] == ["'self'"]
    assert rules["form-action"] == rules["base-uri"] == ["'none'"]
    assert "unsafe" not in str(rules)


def test_a_page_without_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        finish.page(b"<html></html>")


def test_other_files_are_left_alone() -> None:
    files = {"assets/fonts/a.woff2": b"\0\1", "media/a.mp3": b"\2", "a.js": b"run()"}
    assert finish.finish(files) == files
