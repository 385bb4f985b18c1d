"""Templates as Word and LibreOffice save them, from a shorthand that can be read.

Each line is a paragraph; `¦` begins a new run. A line `| a | b |` is a table's row, and `¶`
begins a paragraph in its cells. `|~ a | b |` is one that neither is repeated
nor stays whole. A line that begins with `<w:` is XML as it stands.
"""

from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_TYPE = f"{PACKAGE}/relationships/metadata/core-properties"
CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {
    "document": ("document", "main"),
    "header": ("hdr", "header"),
    "footer": ("ftr", "footer"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
    "comments": ("comments", "comments"),
    "styles": ("styles", "styles"),
    "settings": ("settings", "settings"),
}
PAGE = '<w:sectPr><w:pgSz w:w="12189" w:h="18709"/></w:sectPr>'


def paragraph(line: str) -> str:
    if line.startswith("<w:"):
        return line
    runs = (
        f'<w:r w:rsidR="00A1{number:04d}"><w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
        for number, run in enumerate(line.split("¦"))
    )
    return f"<w:p>{''.join(runs)}</w:p>"


def table(lines: list[str]) -> str:
    rows = [[cell.strip() for cell in line.strip("|~").split("|")] for line in lines]
    grid = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    made = "".join(
        f"<w:tr>{row_format(line, number)}{''.join(map(cell, row))}</w:tr>"
        for number, (line, row) in enumerate(zip(lines, rows, strict=True))
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def row_format(line: str, number: int) -> str:
    if line.startswith("|~"):
        return ""
    return f"<w:trPr><w:cantSplit/>{'' if number else '<w:tblHeader/>'}</w:trPr>"


def cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(map(paragraph, text.split('¶')))}</w:tc>"


def story(text: str) -> str:
    made, rows = [], []
    for line in [*text.strip("\n").split("\n"), ""]:
        if line.startswith("|"):
            rows.append(line.replace("\\|", "\\p"))
            continue
        if rows:
            made.append(table(rows).replace("\\p", "|"))
            rows = []
        if line:
            made.append(paragraph(line))
    return "".join(made)


def template(path: Path, body: str, **parts: str | bytes) -> Path:
    """Save a template.

    `parts` are other stories, the document's `title`, or members given with their whole name.
    """
    members: dict[str, str | bytes] = {}
    relations, types = "", ""
    core = CORE.format(escape(str(parts.pop("title", ""))))
    for name, text in {"document": body + "\n" + PAGE, **parts}.items():
        if name not in ROOTS:
            members[name] = text
            continue
        root, kind = ROOTS[name]
        xml = story(str(text)) if name not in ("styles", "settings") else str(text)
        if name == "document":
            xml = f"<w:body>{xml}</w:body>"
        elif name in ("footnotes", "endnotes", "comments"):
            each = name.removesuffix("s")
            xml = f'<w:{each} w:id="1">{xml}</w:{each}>'
        members[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{xml}</w:{root}>"
        types += (
            f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{_type(name, kind)}+xml"/>'
        )
        if name != "document":
            relations += f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
    relations += str(members.pop("relations", ""))
    members |= {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{types}</Types>',
        "_rels/.rels": _relationships(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{CORE_TYPE}" Target="docProps/core.xml"/>'
        ),
        "docProps/core.xml": core,
        "word/_rels/document.xml.rels": _relationships(relations),
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def _type(name: str, kind: str) -> str:
    return "document.main" if name == "document" else kind


def _relationships(inner: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'
