"""Everything of one course beside the usual tools in turn, on the same content: processor seconds, and what was made.

usage: python bench/tools.py        run from the root of the project

Pandoc makes the decks, LibreOffice and pdftoppm the pictures of the slides, WeasyPrint a PDF of the words of each paper
in one plain template, MkDocs with Material the two sites. Each gets its input from what `lok build` made of the course.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import yaml

from cost import cost, lok
from decks import command, pandoc, written_out
from lok.model.audience import Audience
from lok.read.course import load_course
from lok.render.site import site
from lok.view import view
from project import ROOT, SESSION, copied
from words import document, paragraphs

BARE = {
    "site_name": "plain",
    "use_directory_urls": False,
    "theme": {"name": "material", "font": False},
    "markdown_extensions": ["attr_list", "md_in_html", "tables"],
}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = copied(ROOT, folder / "project")
        ours = lok(ROOT, root, folder / "cache", "build", SESSION, "--uit", "build").cpu
        made = root / "build"
        print(f"{'lok build':<28}{ours:>8.2f} s  {counted(made)}")
        rows = {
            "pandoc": decks(folder / "decks"),
            "LibreOffice and pdftoppm": pictures(folder / "pictures", made),
            "WeasyPrint": papers(folder / "papers", made),
            "MkDocs and Material": sites(folder / "sites"),
        }
        for tool, (seconds, done) in rows.items():
            print(f"{tool:<28}{seconds:>8.2f} s  {done}")
        print(f"{'lok / all of them':<28}{ours / sum(seconds for seconds, _ in rows.values()):>8.2f}")


def counted(made: Path) -> str:
    """What a build holds."""
    kinds = {"pptx": "decks", "pdf": "PDFs", "html": "pages", "svg": "pictures"}
    return ", ".join(f"{len(list(made.rglob(f'*.{ending}')))} {kind}" for ending, kind in kinds.items())


def decks(folder: Path) -> tuple[float, str]:
    folder.mkdir()
    read, _ = load_course(ROOT, SESSION)
    assert read is not None
    sources = written_out(view(read, Audience.TRAINER), folder)
    program = pandoc()
    took = sum(cost(command(program, each, each.with_suffix(".pptx")), folder).cpu for each in sources)
    return took, f"{len(sources)} decks"


def pictures(folder: Path, made: Path) -> tuple[float, str]:
    folder.mkdir()
    deck = min((made / "trainer" / SESSION / "downloads").glob("*.pptx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    took = cost(["soffice", profile, "--headless", "--convert-to", "pdf", deck], folder).cpu
    took += cost(["pdftoppm", "-r", "54", "-png", deck.with_suffix(".pdf").name, "slide"], folder).cpu
    return took, f"{len(list(folder.glob('*.png')))} pictures"


def papers(folder: Path, made: Path) -> tuple[float, str]:
    folder.mkdir()
    files = sorted((made / "trainer" / SESSION / "downloads").glob("*.pdf"))
    for path in files:
        text = document(path.stem, list(paragraphs(path.read_bytes())))
        (folder / f"{path.stem}.html").write_text(text, encoding="utf-8")
    code = "from pathlib import Path; from words import weasyprint_all; weasyprint_all(Path.cwd())"
    path = ":".join((str(ROOT / "bench"), str(ROOT / "generator")))
    return cost([sys.executable, "-c", code], folder, PYTHONPATH=path).cpu, f"{len(files)} PDFs"


def sites(folder: Path) -> tuple[float, str]:
    read, _ = load_course(ROOT, SESSION)
    assert read is not None
    took = 0.0
    for audience in Audience:
        root = folder / audience.value
        for item in site.render(view(read, audience), audience, {}).files:
            path = root / "docs" / item.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(item.data)
        (root / "mkdocs.yml").write_text(yaml.safe_dump(BARE), encoding="utf-8")
        took += cost([sys.executable, "-m", "mkdocs", "build", "--quiet"], root).cpu
    return took, f"{len(list(folder.rglob('site/**/*.html')))} pages"


if __name__ == "__main__":
    main()
