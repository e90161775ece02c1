import type { Paper } from './block.ts'
import type { PlainDay } from '#domain/day.ts'

/** The instant at which the office day begins, at fixed +08:00; all dates in the file are this one. */
export function startOfDay(day: PlainDay): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

function escaped(text: string): string {
  const printable = text.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
  return printable.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

// PDF/A allows properties outside its own schemas only where the file describes them.
const uaSchema = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`

/** The file's metadata in XMP, without the PDF/A identification that pdfkit adds. */
export function xmpOf(paper: Paper): string {
  const day = startOfDay(paper.issuedOn).toISOString().replace('.000', '')
  const alternatives = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
  const issuer = paper.issuer === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(paper.issuer)}</rdf:li></rdf:Seq></dc:creator>`
  return `
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate><xmp:CreatorTool>Conveyance</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>${alternatives(paper.title)}</dc:title>${issuer}
<dc:description>${alternatives(`${paper.matterNumber} ${paper.documentNumber}`)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${paper.language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>PDFKit</pdf:Producer></rdf:Description>${uaSchema}`
}
