import type { Refusal } from '@ke-vai/contract/refusal.ts'
import type { SheetCells, WorkbookCells } from './workbook/cells.ts'
import { refuseByFirstBytes } from './workbook/file-kind.ts'
import { limits } from './workbook/limits.ts'
import { WorkbookRefused, workbookRefusals } from './workbook/refusals.ts'
import { readDateStyles, readSharedTexts } from './workbook/shared-parts.ts'
import { readSheetPart } from './workbook/sheet-part.ts'
import { readXml } from './workbook/xml-events.ts'
import { openZipParts, type ZipParts } from './workbook/zip-parts.ts'

/** The file is not opened, and why. */
export interface WorkbookRefusal {
  readonly refusal: Refusal
}

/**
 * Opens an .xlsx and gives the stored value of every filled cell; nothing is computed, run or fetched. The name
 * of the file only helps to say what kind of workbook it claims to be. Never throws on bad bytes.
 */
export function openWorkbook(bytes: Uint8Array, fileName = ''): WorkbookCells | WorkbookRefusal {
  const wrongKind = refuseByFirstBytes(bytes)
  if (wrongKind) return { refusal: wrongKind }
  if (bytes.length > limits.fileBytes) return { refusal: workbookRefusals.tooLarge }
  try {
    const parts = openZipParts(bytes)
    refuseByParts(parts, fileName.toLowerCase())
    return readSheets(parts)
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refusal: error.refusal }
    throw error
  }
}

/** Parts by which a workbook is more, or other, than tables. In the order in which they are best named. */
const telling: readonly (readonly [RegExp, Refusal])[] = [
  [/^word\//, workbookRefusals.wordDocument],
  [/^ppt\//, workbookRefusals.slides],
  [/^mimetype$/, workbookRefusals.openDocument],
  [/^xl\/workbook\.bin$/, workbookRefusals.xlsb],
  [/vbaproject|^xl\/(macrosheets|dialogsheets)\//, workbookRefusals.macros],
  [/^xl\/externallinks\//, workbookRefusals.externalLinks],
  [/^xl\/(connections\.xml|querytables\/|model\/)|^customdata\//, workbookRefusals.connections],
  [/^xl\/(embeddings|activex)\/|\.(zip|xlsx|xlsm|xls|docx|exe|jar)$/, workbookRefusals.embeddedObjects],
]

function refuseByParts(parts: ZipParts, fileName: string): void {
  for (const [pattern, refusal] of telling) {
    if (parts.names.some((name) => pattern.test(name))) throw new WorkbookRefused(refusal)
  }
  const types = parts.read('[content_types].xml')
  if (!types || !parts.names.includes('_rels/.rels')) throw new WorkbookRefused(workbookRefusals.notWorkbook)
  readXml(types, {
    open(_, attributes) {
      if (/macroenabled|vbaproject/i.test(attributes.get('ContentType') ?? '')) {
        throw new WorkbookRefused(workbookRefusals.macros)
      }
    },
  })
  if (/\.(xlsm|xltm|xlam)$/.test(fileName)) throw new WorkbookRefused(workbookRefusals.macros)
  for (const name of parts.names.filter((part) => part.endsWith('.rels'))) refuseOutsideTargets(parts, name)
}

/** A hyperlink in a cell is only text to us; anything else that points outside would be fetched by Office. */
function refuseOutsideTargets(parts: ZipParts, name: string): void {
  readXml(parts.read(name) ?? new Uint8Array(), {
    open(_, attributes) {
      const outside = attributes.get('TargetMode') === 'External'
      if (outside && !attributes.get('Type')?.endsWith('/hyperlink')) {
        throw new WorkbookRefused(workbookRefusals.externalLinks)
      }
    },
  })
}

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly target: string
}

function readSheets(parts: ZipParts): WorkbookCells {
  const main = findTarget(parts, '_rels/.rels', '', '/officeDocument')[0]?.path
  if (!main) throw new WorkbookRefused(workbookRefusals.notWorkbook)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const rels = `${folder}_rels/${main.slice(folder.length)}.rels`
  const found = listSheets(parts, main)
  if (found.sheets.length > limits.sheets) throw new WorkbookRefused(workbookRefusals.tooLarge)
  const part = (kind: string) => findTarget(parts, rels, folder, kind)[0]?.path ?? ''
  const shared = {
    texts: readSharedTexts(parts.read(part('/sharedStrings'))),
    dateStyles: readDateStyles(parts.read(part('/styles'))),
    from1904: found.from1904,
    left: { rows: limits.rows, cells: limits.cells },
  }
  const worksheets = new Map(findTarget(parts, rels, folder, '/worksheet').map(({ id, path }) => [id, path]))
  const sheets: SheetCells[] = []
  for (const { name, hidden, target } of found.sheets) {
    const path = worksheets.get(target)
    if (path === undefined) continue
    const bytes = parts.read(path)
    if (!bytes) throw new WorkbookRefused(workbookRefusals.brokenParts)
    sheets.push({ name, hidden, ...readSheetPart(bytes, shared) })
  }
  if (!sheets.some((sheet) => sheet.rows.length > 0)) throw new WorkbookRefused(workbookRefusals.noSheets)
  return { sheets }
}

function listSheets(parts: ZipParts, main: string): { sheets: SheetEntry[]; from1904: boolean } {
  const bytes = parts.read(main)
  if (!bytes) throw new WorkbookRefused(workbookRefusals.brokenParts)
  const sheets: SheetEntry[] = []
  let from1904 = false
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attributes.get('name') ?? '', hidden, target: attributes.get('id') ?? '' })
    },
  })
  return { sheets, from1904 }
}

function findTarget(parts: ZipParts, rels: string, folder: string, kind: string) {
  const found: { id: string; path: string }[] = []
  readXml(parts.read(rels) ?? new Uint8Array(), {
    open(name, attributes) {
      if (name !== 'Relationship' || !attributes.get('Type')?.endsWith(kind)) return
      const target = attributes.get('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : resolve(folder + target)
      found.push({ id: attributes.get('Id') ?? '', path })
    },
  })
  return found
}

function resolve(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
