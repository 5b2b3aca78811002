"""The package that every Word document begins as: our styles, real lists, Dutch of Belgium, no foreign name or date.

That of python-docx itself gives findings in an audit of the format, and carries the look of another program.
"""

from __future__ import annotations

from functools import cache

from lok.archive import packed
from lok.design import office, palette
from lok.words import LOCALE, words

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
PAGE = (11906, 16838)
"""Width and height of an A4, in twentieths of a point."""
MARGIN, FOOT = 1134, 567
"""The margins, and the foot from the edge, in twentieths of a point."""
BULLETS, NUMBERS = 1, 2
"""The lists: each has three levels."""
LEVELS = 3
HEADINGS = (20, 15, 13, 12, 12, 12)
"""Sizes of headings in points, by level."""
TEXT = 11.5
"""The size of running text, in points."""
INDENT, INSIDE = '<w:ind w:left="240"/>', '<w:ind w:left="140" w:right="140"/>'
"""Room for a line at the left, or for lines around."""
TABS = '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="5670"/></w:tabs>'
"""Where a line to fill in ends."""
TEXT_WIDTH = (PAGE[0] - 2 * MARGIN) * 25.4 / 1440
"""The width of the text of a standing page, in mm."""


def colour(name: str) -> str:
    """A colour of the palette as a run names it."""
    return f'<w:color w:val="{palette.LIGHT[name]}"/>'


def points(size: float) -> str:
    """A size of letters as a run names it: in halves of a point."""
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def edge(side: str, width: int, space: int, name: str) -> str:
    """A line at one side of a paragraph or table: its width in eighths of a point, its distance in points."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{palette.LIGHT[name]}"/>'


def box(width: int, space: int, name: str, sides: str = "top left bottom right") -> str:
    """Lines around a paragraph."""
    return f"<w:pBdr>{''.join(edge(side, width, space, name) for side in sides.split())}</w:pBdr>"


def style(id: str, name: str, paragraph: str = "", run: str = "", based: str = "Normal", *, next: str = "") -> str:
    """A style of paragraphs by its id and the name that people see."""
    follows = f'<w:next w:val="{next}"/>' if next else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{follows}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def spacing(before: int, after: int, line: int = 276) -> str:
    """White above and below a paragraph, in points; the height of its lines, of which 240 is one."""
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="{line}" w:lineRule="auto"/>'


def headings() -> str:
    """The styles of the six levels of headings."""
    return "".join(
        style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:keepLines/>{spacing(6 if level == 1 else 14, 4, 252)}<w:outlineLvl w:val="{level - 1}"/>',
            f"<w:b/><w:bCs/>{colour('petrol')}{points(size)}",
            next="Normal",
        )
        for level, size in enumerate(HEADINGS, start=1)
    )


def paragraphs() -> str:
    """The styles of paragraphs, headings apart."""
    own = words("word")
    return (
        style("Subtitle", "Subtitle", spacing(0, 10), f"{colour('grey')}{points(13)}")
        + style("ListBullet", "List Bullet", spacing(0, 3))
        + style("ListNumber", "List Number", spacing(0, 3))
        + style("ListContinue", "List Continue", f'{spacing(0, 3)}<w:ind w:left="360"/>')
        + style("Quote", "Quote", f"{box(18, 8, 'grey', 'left')}{spacing(0, 6)}{INDENT}", "<w:i/><w:iCs/>")
        + style("Footer", "footer", spacing(0, 0), f"{colour('grey')}{points(9.5)}")
        + style("Tags", own["tags"], spacing(0, 0), f"<w:b/><w:bCs/>{colour('role-1')}{points(11)}")
        + style("Fact", own["fact"], f"{box(18, 8, 'petrol', 'left')}{spacing(0, 0)}{INDENT}")
        + style(
            "FactTitle",
            own["fact_title"],
            f"<w:keepNext/>{spacing(8, 0)}{INDENT}",
            f"<w:b/><w:bCs/>{points(15)}",
            "Fact",
        )
        + style("Small", own["small"], spacing(3, 3), f"{colour('grey')}{points(10)}")
        + style("Blank", own["blank"], f"{TABS}{spacing(6, 6)}")
        + style("Space", own["space"], f"<w:keepLines/>{box(6, 6, 'petrol')}{spacing(4, 10)}{INSIDE}")
        + style("Gap", own["gap"], '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>')
        + style("Line", own["line"], f"{box(6, 1, 'grey', 'bottom')}{spacing(10, 0)}")
    )


def styles() -> str:
    """Every style of a document."""
    own = words("word")
    fonts = " ".join(f'w:{kind}="{palette.DECK_FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    table = "".join(edge(side, 4, 0, "grey") for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    cells = "".join(f'<w:{side} w:w="100" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>{colour("ink")}'
        f'{points(TEXT)}<w:lang w:val="{LOCALE}" w:eastAsia="{LOCALE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(0, 6)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        f"{headings()}"
        + paragraphs()
        + f'<w:style w:type="character" w:styleId="Place"><w:name w:val="{own["place"]}"/>'
        + f'<w:rPr><w:b w:val="0"/>{colour("grey")}{points(7.5)}</w:rPr></w:style>'
        + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        + f'<w:rPr>{colour("role-1")}<w:u w:val="single"/></w:rPr></w:style>'
        + f'<w:style w:type="table" w:styleId="Grid"><w:name w:val="{own["table"]}"/><w:basedOn w:val="TableNormal"/>'
        + f"<w:pPr>{spacing(2, 2, 252)}</w:pPr><w:tblPr><w:tblBorders>{table}</w:tblBorders></w:tblPr>"
        + '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" '
        + f'w:fill="{palette.LIGHT["role-1-tint"]}"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
    )


def numbering() -> str:
    """The two kinds of lists."""

    def level(n: int, form: str, sign: str) -> str:
        indent = f'<w:pPr><w:ind w:left="{360 * (n + 1)}" w:hanging="360"/></w:pPr>'
        return (
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
            f'<w:lvlJc w:val="left"/>{indent}</w:lvl>'
        )

    bullets = "".join(level(n, "bullet", "•–•"[n]) for n in range(LEVELS))
    numbers = "".join(level(n, "decimal", f"%{n + 1}.") for n in range(LEVELS))
    kinds = ((BULLETS, bullets), (NUMBERS, numbers))
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}">'
        + "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
            for n, levels in kinds
        )
        + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _ in kinds)
        + "</w:numbering>"
    )


def document() -> str:
    """An empty A4."""
    margins = " ".join(f'w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'{HEAD}<w:document xmlns:w="{W}"><w:body><w:sectPr><w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
        f'<w:pgMar {margins} w:header="{FOOT}" w:footer="{FOOT}" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def settings() -> str:
    """What Word needs to show the document as one of today, with the shape of pages as we give it."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
        f'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{LOCALE}"/></w:settings>'
    )


def font_table() -> str:
    """The one font of a document."""
    font = f'<w:font w:name="{palette.DECK_FONT}"><w:family w:val="swiss"/></w:font>'
    return f'{HEAD}<w:fonts xmlns:w="{W}">{font}</w:fonts>'


@cache
def template() -> bytes:
    """The package as bytes of a .docx, to be opened and filled."""
    parts = {
        "word/document.xml": ("document.main", "officeDocument", document()),
        "word/styles.xml": ("styles", "styles", styles()),
        "word/numbering.xml": ("numbering", "numbering", numbering()),
        "word/settings.xml": ("settings", "settings", settings()),
        "word/fontTable.xml": ("fontTable", "fontTable", font_table()),
    }
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    types = "".join(
        f'<Override PartName="/{path}" ContentType="{FORMAT}.{kind}+xml"/>' for path, (kind, _, _) in parts.items()
    )
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{relation}" Target="{path.removeprefix("word/")}"/>'
        for n, (path, (_, relation, _)) in enumerate(parts.items())
        if n
    )
    inner += f'<Relationship Id="rId{len(parts)}" Type="{OFFICE}/theme" Target="theme/theme1.xml"/>'
    metadata = f"{PACKAGE}/metadata/core-properties"
    files = {path: xml for path, (_, _, xml) in parts.items()} | {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}'
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME}"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" '
        f'Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>',
        "word/theme/theme1.xml": HEAD + office.theme(),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{metadata}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
    }
    return packed(b"", {path: text.encode() for path, text in files.items()})
