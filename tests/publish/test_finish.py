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
    <meta name="generator" content="engine-1.2.3">


    <script src="a.js"></script><script>one()</script>
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


def test_the_policy_allows_our_own_files_and_these_scripts_only() -> None:
    rules = policy(finish.page(PAGE))
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == ["'self'", hashed(b"one()"), hashed(b"two()")]
    assert rules["style-src"] == ["'self'"]
    assert rules["connect-src"] == rules["font-src"] == ["'self'"]
    assert rules["form-action"] == rules["base-uri"] == ["'none'"]
    assert "unsafe" not in str(rules)


def test_styles_that_an_engine_adds_are_allowed_by_their_hash() -> None:
    assert policy(finish.page(PAGE, ["abc="]))["style-src"] == ["'self'", "'sha256-abc='"]


def test_the_engine_is_not_named() -> None:
    assert b"generator" not in finish.page(PAGE)
    assert b"engine-1.2.3" not in finish.page(PAGE)


def test_a_page_without_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        finish.page(b"<html></html>")


def test_only_what_pages_ask_for_is_kept() -> None:
    names = ["index.html", "assets/site.css", *finish.LUNR_KEPT, "search/search_index.json"]
    waste = ["a.js.map", "assets/javascripts/lunr/wordcut.js", "assets/javascripts/lunr/min/lunr.ru.min.js",
             "assets/stylesheets/main.0a1b.min.css", "assets/images/favicon.png"]  # fmt: skip
    files = {name: PAGE if name.endswith(".html") else b"{}" for name in (*names, *waste)}
    assert set(finish.finish(files, "", "een")) == {*names, "search/search_index.js"}


def test_source_map_lines_go() -> None:
    made = finish.finish(
        {"a.js": b"run()\n//# sourceMappingURL=a.js.map", "b.css": b"a{}\n/*# sourceMappingURL=b.map */"}, "", "een"
    )
    assert made == {"a.js": b"run()", "b.css": b"a{}"}


@pytest.mark.parametrize(("index", "script"), finish.INDEXES.items())
def test_the_search_index_is_a_script_too(index: str, script: str) -> None:
    assert finish.finish({index: b'{"docs": []}'}, "", "een")[script] == b'var __index = {"docs": []}'


def test_words_are_found_without_accents() -> None:
    language = finish.LUNR_KEPT[1]
    made = finish.finish({language: b"lunr.nl = {}"}, "", "een")[language]
    assert made.startswith(b"lunr.nl = {}")
    assert b'normalize("NFD")' in made


ERROR = b"""<meta charset="utf-8"><script>scope=new URL("/",location)</script>
<a href="/index.html"><img src="/assets/mark.svg"></a> <a href="//elsewhere.be">
<script type="application/json">{"base": "/", "search":"/assets/x.js"}</script>"""


def test_the_error_page_finds_its_files_from_its_own_folder() -> None:
    made = finish.finish({"404.html": ERROR}, "", "een")["404.html"].decode()
    assert 'href="./index.html"' in made
    assert 'src="./assets/mark.svg"' in made
    assert 'new URL("./",document.baseURI)' in made
    assert '{"base": "./", "search":"./assets/x.js"}' in made
    assert 'href="//elsewhere.be"' in made


def test_with_an_address_the_engine_s_own_addresses_are_right() -> None:
    assert b'href="/index.html"' in finish.finish({"404.html": ERROR}, "https://lok.example/", "een")["404.html"]


def test_a_licence_can_be_opened() -> None:
    assert list(finish.finish({"assets/javascripts/LICENSE": b"MIT"}, "", "een")) == ["assets/javascripts/LICENSE.txt"]


def test_other_files_are_left_alone() -> None:
    files = {"assets/fonts/a.woff2": b"\0\1", "media/a.mp3": b"\2"}
    assert finish.finish(files, "", "een") == files


def test_the_error_page_says_first_where_its_files_are_and_may_do_so() -> None:
    made = finish.finish({"404.html": ERROR, "index.html": PAGE}, "", "een")
    lost = made["404.html"]
    assert b'["een"].forEach' in lost
    assert lost.index(b'createElement("base")') < lost.index(b"href=")
    assert policy(lost)["base-uri"] == ["'self'"]
    assert policy(made["index.html"])["base-uri"] == ["'none'"]
