"""A plain .xlsx workbook as one of its kin: with macros, or a template."""

from __future__ import annotations

import io
import zipfile

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "xltx": "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "xltm": "application/vnd.ms-excel.template.macroEnabled.main+xml",
}


def as_kind(workbook: bytes, kind: str) -> bytes:
    """The workbook saying that it is of that kind, with a part for the macros where the kind has any."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "[Content_Types].xml":
                content = content.replace(KINDS["xlsx"].encode(), KINDS[kind].encode())
                macros = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
                content = content.replace(b"</Types>", macros) if kind.endswith("m") else content
            if info.filename == "xl/_rels/workbook.xml.rels" and kind.endswith("m"):
                link = (
                    b'<Relationship Id="rIdVba" Target="vbaProject.bin" '
                    b'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/></Relationships>'
                )
                content = content.replace(b"</Relationships>", link)
            target.writestr(info, content)
        if kind.endswith("m"):
            target.writestr("xl/vbaProject.bin", b"macros")
    return out.getvalue()
