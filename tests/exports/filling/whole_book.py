"""A register written by hand with all that spreadsheet programs put into a workbook, prefixes and gaps included."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

SHEET: Final = "xl/worksheets/sheet1.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
_SHEET_TYPE = f"{_TYPES}.spreadsheetml"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


PICTURE: Final = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", bytes((0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0))),
        _chunk(b"IDAT", zlib.compress(b"\x00\xff\x00\x00\xff")),
        _chunk(b"IEND", b""),
    )
)

_ROOM = "".join(
    f'<x:row r="{row}" spans="1:9" ht="25.5" customHeight="1" x14ac:dyDescent="0.2">'
    + "".join(f'<x:c s="{style}" r="{letter}{row}"/>' for letter, style in zip("ABCDEF", "112113", strict=True))
    + (f'<x:c r="G{row}" s="1" t="s"><x:v>3</x:v></x:c>' if row == 6 else "")
    + f'<x:c r="H{row}" s="1"><x:f t="shared" si="0"{" ref=" + chr(34) + "H6:H8" + chr(34) if row == 6 else ""}>'
    + ("E6*2" if row == 6 else "")
    + "</x:f><x:v>0</x:v></x:c></x:row>"
    for row in (6, 7, 8)
)

SHEET_XML: Final = (
    f'{_HEAD}<x:worksheet xmlns:x="{_MAIN}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
    '<x:sheetPr codeName="Sheet1"><x:pageSetUpPr fitToPage="1"/></x:sheetPr><x:dimension ref="A1:H11"/>'
    '<x:sheetViews><x:sheetView tabSelected="1" workbookViewId="0">'
    '<x:pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/>'
    '<x:selection pane="bottomLeft" activeCell="B10" sqref="B10"/></x:sheetView></x:sheetViews>'
    '<x:sheetFormatPr defaultRowHeight="15"/><x:cols><x:col min="1" max="9" width="12" customWidth="1"/></x:cols>'
    '<x:sheetData><x:row r="1"><x:c r="A1" t="s" ph="1"><x:v>0</x:v></x:c></x:row>'
    '<x:row r="2"><x:c r="A2" t="s"><x:v>1</x:v></x:c></x:row>'
    '<x:row r="5"><x:c r="A5" t="s"><x:v>2</x:v></x:c></x:row>'
    f"{_ROOM}"
    '<x:row r="9" spans="1:9"><x:c r="A9" t="inlineStr"><x:is><x:t>合计 r="A9"</x:t></x:is></x:c>'
    '<x:c r="E9"><x:f>SUM(E6:E8)</x:f><x:v>0</x:v></x:c><x:c r="F9"><x:f t="array" ref="F9">SUM(E6:E8*1)</x:f></x:c>'
    '</x:row><x:row r="11"><x:c r="A11"><x:f>IF(E9&gt;0,"E9",代码!A1)</x:f><x:v>0</x:v></x:c></x:row></x:sheetData>'
    '<x:autoFilter ref="A5:H8"/>'
    '<x:mergeCells count="2"><x:mergeCell ref="A1:H1"/><x:mergeCell ref="A11:C11"/></x:mergeCells>'
    '<x:phoneticPr fontId="1" type="noConversion"/>'
    '<x:conditionalFormatting sqref="E6:E8 A9"><x:cfRule type="expression" dxfId="0" priority="1">'
    "<x:formula>E6&gt;$E$9</x:formula></x:cfRule></x:conditionalFormatting>"
    '<x:dataValidations count="1"><x:dataValidation type="list" sqref="D6:D8"><x:formula1>"男,女"</x:formula1>'
    "</x:dataValidation></x:dataValidations>"
    '<x:hyperlinks><x:hyperlink ref="A9" location="\'登记 表\'!A11" display="签字"/></x:hyperlinks>'
    '<x:pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<x:pageSetup paperSize="9" orientation="landscape" r:id="rId3"/>'
    '<x:headerFooter><x:oddHeader>&amp;C&amp;"宋体,加粗"&amp;14内部资料</x:oddHeader></x:headerFooter>'
    '<x:rowBreaks count="2" manualBreakCount="2"><x:brk id="5" max="16383" man="1"/>'
    '<x:brk id="9" max="16383" man="1"/></x:rowBreaks>'
    '<x:ignoredErrors><x:ignoredError sqref="F6:F8" numberStoredAsText="1"/></x:ignoredErrors>'
    '<x:drawing r:id="rId1"/><x:legacyDrawing r:id="rId2"/>'
    '<mc:AlternateContent><mc:Choice Requires="x14"><x:controls><x:control shapeId="1026" r:id="rId5" name="勾选">'
    '<x:controlPr defaultSize="0"><x:anchor moveWithCells="1"><x:from>'
    '<xdr:row xmlns:xdr="urn:xdr">10</xdr:row></x:from><x:to><xdr:row xmlns:xdr="urn:xdr">11</xdr:row></x:to>'
    "</x:anchor></x:controlPr></x:control></x:controls></mc:Choice></mc:AlternateContent>"
    '<x:tableParts count="0"/>'
    '<x:extLst><x:ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    "<x14:conditionalFormattings>"
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:cfRule type="dataBar" id="{00000000-0001-0000-0000-000000000001}"><x14:dataBar><x14:cfvo type="formula">'
    "<xm:f>$E$9</xm:f></x14:cfvo></x14:dataBar></x14:cfRule><xm:sqref>E6:E8</xm:sqref></x14:conditionalFormatting>"
    '</x14:conditionalFormattings></x:ext><x:ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list">'
    "<x14:formula1><xm:f>代码!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B6:B8</xm:sqref></x14:dataValidation>"
    "</x14:dataValidations></x:ext></x:extLst></x:worksheet>"
)

_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" '
    "style='width:333pt;height:77pt;visibility:hidden'><br>"
    '<x:ClientData ObjectType="Note"><x:Anchor>\n 1, 15, 8, 2, 4, 15, 12, 4</x:Anchor><x:Row>8</x:Row>'
    '<x:Column>0</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026" type="#_x0000_t201">'
    '<x:ClientData ObjectType="Checkbox"><x:Anchor>1, 0, 10, 0, 2, 0, 11, 0</x:Anchor>'
    "<x:FmlaLink>$A$11</x:FmlaLink></x:ClientData></v:shape></xml>"
)
_ANCHOR = (
    "<xdr:{0}><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{0}>"
)
_DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    + "".join(
        f'<xdr:twoCellAnchor editAs="{way}">{_ANCHOR.format("from", top)}{_ANCHOR.format("to", bottom)}'
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="章{number}"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f"<xdr:blipFill>"
        f'<a:blip xmlns:r="{_OFFICE}" r:embed="rId1"/></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/>'
        f"</xdr:spPr></xdr:pic>"
        "<xdr:clientData/></xdr:twoCellAnchor>"
        for number, (way, top, bottom) in enumerate(
            (("oneCell", 9, 11), ("oneCell", 5, 9), ("twoCell", 5, 9), ("absolute", 9, 11)), 1
        )
    )
    + "</xdr:wsDr>"
)


def _rels(*links: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{one}" Type="{kind if "/" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for one, kind, target in links
    )
    return f'{_HEAD}<Relationships xmlns="{_RELS}">{inside}</Relationships>'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
    f'<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    '</numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><sz val="9"/>'
    '<name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
    '<patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border/><border><left style="thin"/><right style="thin"/>'
    '<top style="thin"/><bottom style="thin"/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf borderId="1" applyBorder="1"/>'
    '<xf numFmtId="176" borderId="1" applyNumberFormat="1"/>'
    '<xf numFmtId="49" borderId="1" applyNumberFormat="1"/></cellXfs>'
    '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>'
)
_STRINGS = (
    f'<sst xmlns="{_MAIN}" count="4" uniqueCount="4"><si><r><rPr><b/></rPr><t>居民</t></r><r><rPr>'
    f'<color rgb="FFFF0000"/></rPr>'
    '<t>登记表</t></r><rPh sb="0" eb="2"><t>ジュウミン</t></rPh><phoneticPr fontId="1"/></si><si>'
    "<t>填报单位：</t></si>"
    "<si><t>序号</t></si><si><t>样例备注</t></si></sst>"
)
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr defaultThemeVersion="124226"/><bookViews>'
    '<workbookView activeTab="0"/></bookViews><sheets><sheet name="登记 表" sheetId="4" r:id="rId1"/>'
    '<sheet name="代码" sheetId="7" state="veryHidden" r:id="rId2"/></sheets><definedNames>'
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'登记 表\'!$A$5:$H$8</definedName>'
    '<definedName name="_xlnm.Print_Area" localSheetId="0">\'登记 表\'!$A$1:$H$11</definedName>'
    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'登记 表'!$A:$B,'登记 表'!$5:$5</definedName>"
    '<definedName name="_xlnm.Print_Area" localSheetId="1">代码!$A$1:$B$2</definedName>'
    '<definedName name="性别">代码!$A$1:$A$2</definedName><definedName name="签字">\'登记 表\'!$A$11</definedName>'
    '</definedNames><calcPr calcId="191029"/></workbook>'
)
_CODES = (
    f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>男</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>女</t></is></c><c r="B2">'
    "<f>SUM('登记 表'!E6:E8,'登记 表'!E9)</f><v>0</v></c>"
    "</row></sheetData></worksheet>"
)
_CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/>'
    '<c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef>'
    "<c:f>'登记 表'!$E$6:$E$8</c:f>"
    '</c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart></c:chartSpace>'
)
_PARTS: Mapping[str, str | bytes] = {
    "_rels/.rels": _rels(
        ("rId1", "officeDocument", "xl/workbook.xml"),
        ("rId2", "custom-properties", "docProps/custom.xml"),
    ),
    "docProps/custom.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
        'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="密级"><vt:lpwstr>内部</vt:lpwstr>'
        "</property></Properties>"
    ),
    "xl/workbook.xml": _WORKBOOK,
    "xl/_rels/workbook.xml.rels": _rels(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "worksheet", "worksheets/sheet2.xml"),
        ("rId3", "styles", "styles.xml"),
        ("rId4", "sharedStrings", "sharedStrings.xml"),
        ("rId5", "calcChain", "calcChain.xml"),
    ),
    "xl/calcChain.xml": (
        f'<calcChain xmlns="{_MAIN}"><c r="H6" i="4"/><c r="H7"/><c r="H8"/><c r="E9" l="1"/><c r="F9"/><c r="A11"/>'
        '<c r="B2" i="7"/></calcChain>'
    ),
    "xl/styles.xml": _STYLES,
    "xl/sharedStrings.xml": _STRINGS,
    SHEET: SHEET_XML,
    "xl/worksheets/_rels/sheet1.xml.rels": _rels(
        ("rId1", "drawing", "../drawings/drawing1.xml"),
        ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId3", "printerSettings", "../printerSettings/printerSettings1.bin"),
        ("rId4", "comments", "../comments1.xml"),
        ("rId5", "ctrlProp", "../ctrlProps/ctrlProp1.xml"),
    ),
    "xl/worksheets/sheet2.xml": _CODES,
    "xl/drawings/drawing1.xml": _DRAWING,
    "xl/drawings/_rels/drawing1.xml.rels": _rels(("rId1", "image", "../media/image1.png")),
    "xl/drawings/vmlDrawing1.vml": _VML,
    "xl/media/image1.png": PICTURE,
    "xl/charts/chart1.xml": _CHART,
    "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
    "xl/comments1.xml": (
        f'<comments xmlns="{_MAIN}"><authors><author>街道</author></authors><commentList>'
        f'<comment ref="A9" authorId="0">'
        "<text><r><rPr><b/></rPr><t>核对</t></r><r><t>后签名</t></r></text></comment></commentList></comments>"
    ),
    "xl/ctrlProps/ctrlProp1.xml": (
        '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" '
        'fmlaLink="$A$11" lockText="1"/>'
    ),
}
_OVERRIDES = {
    "/docProps/custom.xml": f"{_TYPES}.custom-properties+xml",
    "/xl/workbook.xml": f"{_SHEET_TYPE}.sheet.main+xml",
    "/xl/calcChain.xml": f"{_SHEET_TYPE}.calcChain+xml",
    "/xl/styles.xml": f"{_SHEET_TYPE}.styles+xml",
    "/xl/sharedStrings.xml": f"{_SHEET_TYPE}.sharedStrings+xml",
    "/xl/worksheets/sheet1.xml": f"{_SHEET_TYPE}.worksheet+xml",
    "/xl/worksheets/sheet2.xml": f"{_SHEET_TYPE}.worksheet+xml",
    "/xl/drawings/drawing1.xml": f"{_TYPES}.drawing+xml",
    "/xl/comments1.xml": f"{_SHEET_TYPE}.comments+xml",
    "/xl/charts/chart1.xml": f"{_TYPES}.drawingml.chart+xml",
    "/xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "bin": f"{_SHEET_TYPE}.printerSettings",
    "vml": f"{_TYPES}.vmlDrawing",
}


def whole_book() -> bytes:
    """The workbook; its register 登记 表 has room in rows 6 to 8 and a total in row 9."""
    listed = "".join(f'<Default Extension="{one}" ContentType="{kind}"/>' for one, kind in _DEFAULTS.items())
    listed += "".join(f'<Override PartName="{one}" ContentType="{kind}"/>' for one, kind in _OVERRIDES.items())
    types = f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{listed}</Types>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": types, **_PARTS}.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return out.getvalue()
