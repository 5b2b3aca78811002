"""Whatever an author writes stays text: no script of it runs, no page asks anything of another host, nothing pops up.

Each place of the tiny course where a word stands gets an attack; where it is refused as a mistake, that is well too.
The pages are opened without their own policy, which would hide what gets through. `SIZE` says how many attacks each
place gets in turn: one in `make test`, ten at 50, as in `make campaign`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from browser.crawl import listen
from lok.build import build, shared
from lok.load import load_and_check
from lok.model.audience import Audience
from pages import pages, telling
from planted import places, planted, without_mistakes
from projects import TODAY, put

SIZE = int(os.environ.get("SIZE", "1"))
CORPUS = (Path(__file__).parent / "injections.txt").read_text(encoding="utf-8").splitlines()
"""One on each line: markup, attributes, addresses, styles, drawings, and the languages of the programs behind us."""
FOUND = """() => {
  const wrong = window.lokzq ? ['a script ran'] : [];
  const address = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'poster'];
  for (const item of document.querySelectorAll('*')) {
    for (const { name, value } of item.attributes) {
      const asks = address.includes(name) && /^[\\s\\u0000-\\u0020]*(javascript|vbscript|data:text)/i.test(value);
      const ours = (name === 'srcdoc' || name === 'style') && /lokzq|evil/.test(value);
      if (/^on/i.test(name) || asks || ours) wrong.push(item.outerHTML.slice(0, 300));
    }
    const loads = 'script, style, iframe, object, embed, form, base, link, meta[http-equiv], img, audio, video, '
      + 'source, svg *';
    const where = address.map((name) => item.getAttribute(name) || '').filter((text) => !/^data:image/.test(text));
    const says = item.matches('script:not([type$=json]), style') ? item.textContent : '';
    if (/lokzq/.test(says) || (item.matches(loads) && /evil\\.example/.test([item.content, ...where].join(' ')))) {
      wrong.push(item.outerHTML.slice(0, 300));
    }
  }
  return wrong;
}"""
"""What stands in a page as more than text."""
WIPE = "Alles wissen wat je hier bewaarde, ook je notities?"
"""The one thing that a page of ours asks by itself."""
PRESS = "document.querySelectorAll('button, summary, [type=radio], [type=checkbox]').forEach(item => item.click())"


def attacked(folder: Path, first: int) -> tuple[Path, int, int]:
    """The tiny course with an attack behind each word, the corpus in turn from `first` on; how many, how many stay."""
    root, _ = planted(folder)
    texts = {path: path.read_text(encoding="utf-8").split("\n") for path in sorted(root.rglob("*.md"))}
    every = {place: f" {CORPUS[(first + n) % len(CORPUS)]} " for n, place in enumerate(places(root, texts))}
    kept = without_mistakes(root, texts, every)
    return root, len(every), len(kept)


@pytest.fixture(params=range(max(1, SIZE // 5)))
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Both sites of a course full of attacks."""
    root, tried, count = attacked(tmp_path / "boos", request.param * 7)
    loaded = load_and_check(root, [], TODAY)
    made = build(loaded, tuple(Audience))
    outputs = list(made.outputs)
    for audience in Audience:
        outputs += shared(audience, [one for one in made.listings if one.audience == audience.value], loaded)
    print(f"{tried} attacks of {len(CORPUS)} kinds, {tried - count} refused, the others in {len(outputs)} files")
    assert count > 100
    return put(tmp_path / "site", {output.path: output.data for output in outputs})


def through(page: Page, paths: list[Path]) -> Iterator[str]:
    """What these pages do or hold that an author's words should not, also after every button was pressed."""
    for path in paths:
        page.goto(path.as_uri())
        yield from (f"{path.name}: {each}" for each in page.evaluate(FOUND))
        page.evaluate(PRESS)
        yield from (f"{path.name}, pressed: {each}" for each in _after(page))


def _after(page: Page) -> list[str]:
    """What is found when all is quiet; one of the buttons opens its page anew, and may do so while we look."""
    while True:
        try:
            return list(page.evaluate(FOUND))
        except Error as gone:
            if "navigation" not in str(gone):
                raise
            page.wait_for_load_state()


def test_words_stay_words(site: Path, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True, accept_downloads=False)
    page = context.new_page()
    heard, asked = listen(page, site.as_uri()), list[str]()
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    every = [path for audience in Audience for path in pages(site, audience.value)]
    chosen = every if SIZE > 1 else telling(every)[:8]
    assert list(through(page, chosen)) == []
    assert [each for each in heard if "asks for" in each or "lokzq" in each] == []
    assert set(asked) <= {WIPE}
    context.close()


def test_what_gets_through_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The eye itself: attacks that no generator touched."""
    page = browser.new_context(bypass_csp=True).new_page()
    heard = listen(page, tmp_path.as_uri())
    for number, attack in enumerate((CORPUS[0], CORPUS[1], "<a href=javascript:window.lokzq=1>x</a>", "<p onclick=x>")):
        put(tmp_path, {f"{number}.html": f"<p>{attack}</p>"})
        assert list(through(page, [tmp_path / f"{number}.html"])) != [], attack
    put(tmp_path, {"vraag.html": "<img src=https://evil.example/a.png>"})
    page.goto((tmp_path / "vraag.html").as_uri())
    assert any("asks for" in each for each in heard)
    page.context.close()
