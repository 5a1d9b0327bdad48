import { strToU8, type Zippable, zipSync } from 'fflate'

/** A cell for a test: a value, a day by its serial number, a formula with or without its stored result, raw XML. */
export type TestCell =
  | string
  | number
  | null
  | { serial: number }
  | { formula: string; stored?: number }
  | { raw: string }

export interface TestSheet {
  name: string
  rows: readonly (readonly TestCell[])[]
  /** Blocks such as 'A1:C1'. */
  merged?: readonly string[]
  hidden?: boolean
  hiddenRows?: readonly number[]
}

export interface TestWorkbook {
  sheets: readonly TestSheet[]
  from1904?: boolean
  /** Parts to add or to put in place of those made here. */
  parts?: Readonly<Record<string, string | Uint8Array>>
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The bytes of an .xlsx with these sheets, as small as Office still opens them. */
export function makeWorkbook(workbook: TestWorkbook): Uint8Array {
  const ids = workbook.sheets.map((_, nth) => nth + 1)
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="r" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${workbook.from1904 ? 1 : 0}"/><sheets>${workbook.sheets
      .map(
        (sheet, nth) =>
          `<sheet name="${escapeXml(sheet.name)}" sheetId="${nth + 1}" ${sheet.hidden ? 'state="hidden"' : ''} r:id="s${nth + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${ids
      .map(
        (id) =>
          `<Relationship Id="s${id}" Type="${relations}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
      )
      .join('')}<Relationship Id="st" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  }
  for (const [nth, sheet] of workbook.sheets.entries())
    parts[`xl/worksheets/sheet${nth + 1}.xml`] = sheetXml(sheet)
  Object.assign(parts, workbook.parts)
  const zip: Zippable = {}
  for (const [name, part] of Object.entries(parts))
    zip[name] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(zip)
}

function sheetXml(sheet: TestSheet): string {
  const rows = sheet.rows.map((cells, nth) => {
    const hidden = sheet.hiddenRows?.includes(nth + 1) ? ' hidden="1"' : ''
    const inside = cells
      .map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${nth + 1}`))
      .join('')
    return `<row r="${nth + 1}"${hidden}>${inside}</row>`
  })
  const merged = (sheet.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`
}

function cellXml(cell: TestCell, address: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'string')
    return `<c r="${address}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`
  if ('raw' in cell) return cell.raw.replace('<c', `<c r="${address}"`)
  if ('serial' in cell) return `<c r="${address}" s="1"><v>${cell.serial}</v></c>`
  const stored = cell.stored === undefined ? '' : `<v>${cell.stored}</v>`
  return `<c r="${address}"><f>${escapeXml(cell.formula)}</f>${stored}</c>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
