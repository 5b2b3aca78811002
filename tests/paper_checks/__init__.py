"""Our own checker of a finished PDF: name and bytes in, findings out. Knows paper and our style, no course.

`document` and `drawn` open the file, `tags` asks what a screen reader meets, `sheets` what a printer meets, `sight`
what an eye meets, `layout` what a sheet looks like as a whole.
"""

from . import layout, sheets, sight, tags
from .document import Document, Finding


def findings(name: str, data: bytes) -> list[Finding]:
    """Everything that is wrong with a PDF whose file is called `name`; none where it can be printed, read and heard."""
    with Document(name, data) as document:
        return [found for each in (tags, sheets, sight, layout) for found in each.findings(document)]
