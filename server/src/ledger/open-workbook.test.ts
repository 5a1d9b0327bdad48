import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openWorkbook } from './open-workbook.ts'
import { makeWorkbook, type TestCell } from './testing/make-workbook.ts'
import type { Cell } from './workbook/cells.ts'

const fixture = new Uint8Array(
  readFileSync(new URL('./fixtures/so-theo-doi-tuan-chau-2022.xlsx', import.meta.url)),
)
const plain = { sheets: [{ name: 'Sổ', rows: [['Họ tên', 'Nhóm']] }] }

function codeOf(bytes: Uint8Array, fileName?: string): string {
  const opened = openWorkbook(bytes, fileName)
  return 'refusal' in opened ? opened.refusal.code : 'opened'
}

function cellsOf(row: readonly TestCell[], from1904 = false): (Cell | undefined)[] {
  const opened = openWorkbook(makeWorkbook({ sheets: [{ name: 'Trang', rows: [row] }], from1904 }))
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  return row.map((_, at) => opened.sheets[0]?.rows[0]?.cells.get(at + 1))
}

function withPart(name: string, part: string | Uint8Array = 'x'): Uint8Array {
  return makeWorkbook({ ...plain, parts: { [name]: part } })
}

function oleWith(stream: string): Uint8Array {
  const name = new Uint8Array(Buffer.from(stream, 'utf16le'))
  const bytes = new Uint8Array(2_048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(name, 1_024)
  return bytes
}

test('the register of a club opens with its five sheets', () => {
  const opened = openWorkbook(fixture)
  expect('sheets' in opened && opened.sheets.map((sheet) => sheet.name)).toEqual([
    'DS đối tượng đích',
    'Nhật ký tiếp cận',
    'Chuyển gửi',
    'Truyền thông',
    'Thành viên',
  ])
})

test('a formula counts by its stored value, though it would compute to another', () => {
  expect(cellsOf([2, 3, { formula: 'SUM(A1:B1)', stored: 40 }])[2]).toEqual({ kind: 'number', number: 40 })
  expect(cellsOf([2, 3, { formula: 'SUM(A1:B1)' }])[2]).toEqual({
    kind: 'broken',
    why: 'formula_without_value',
  })
})

test('values come as the file stores them: rich text, errors, truths, escapes, decomposed letters', () => {
  const cells = cellsOf([
    { raw: '<c t="inlineStr"><is><r><t>Hoàng </t></r><r><t>Dợ</t></r><rPh><t>đọc</t></rPh></is></c>' },
    { raw: '<c t="e"><v>#REF!</v></c>' },
    { raw: '<c t="b"><v>1</v></c>' },
    { raw: '<c t="str"><f>A1</f><v>a_x000D_\u200Bb &amp; &#225;</v></c>' },
    'Hoà'.normalize('NFD'),
    '   ',
  ])
  expect(cells).toEqual([
    { kind: 'text', text: 'Hoàng Dợ' },
    { kind: 'broken', why: 'error' },
    { kind: 'truth', truth: true },
    { kind: 'text', text: 'ab & á' },
    { kind: 'text', text: 'Hoà'.normalize('NFD') },
    undefined,
  ])
})

test('days are told by their format, in the system of 1900 and of 1904', () => {
  expect(cellsOf([{ serial: 44_682 }])[0]).toEqual({ kind: 'date', date: '2022-05-01' })
  expect(cellsOf([{ serial: 44_682 - 1_462 }], true)[0]).toEqual({ kind: 'date', date: '2022-05-01' })
  expect(cellsOf([{ serial: 59 }])[0]).toEqual({ kind: 'date', date: '1900-02-28' })
  expect(cellsOf([44_682])[0]).toEqual({ kind: 'number', number: 44_682 })
})

test('hidden sheets, hidden rows and merged blocks are told', () => {
  const sheet = { name: 'Ẩn', rows: [['a'], ['b']], hidden: true, hiddenRows: [2], merged: ['A1:C1'] }
  const opened = openWorkbook(makeWorkbook({ sheets: [sheet] }))
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  expect(opened.sheets[0]).toMatchObject({ hidden: true, merged: [{ top: 1, left: 1, bottom: 1, right: 3 }] })
  expect(opened.sheets[0]?.rows.map((row) => row.hidden)).toEqual([false, true])
})

test.each([
  ['empty_file', new Uint8Array()],
  ['text_file', strToU8('STT,Họ tên\n1,A\n')],
  ['pdf', strToU8('%PDF-1.7\n')],
  ['html', strToU8('\uFEFF<html><table><tr><td>STT</td></tr></table></html>')],
  ['xml_sheet', strToU8('<?xml version="1.0"?><Workbook></Workbook>')],
  ['not_workbook', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
  ['not_workbook', zipSync({ 'a.txt': strToU8('a') })],
  ['word_document', withPart('word/document.xml')],
  ['open_document', withPart('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')],
  ['old_xls', oleWith('Workbook')],
  ['encrypted', oleWith('EncryptedPackage')],
  ['xlsb', withPart('xl/workbook.bin')],
  ['macros', withPart('xl/vbaProject.bin')],
  [
    'macros',
    withPart(
      '[Content_Types].xml',
      '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    ),
  ],
  ['external_links', withPart('xl/externalLinks/externalLink1.xml')],
  [
    'external_links',
    withPart(
      'xl/drawings/_rels/drawing1.xml.rels',
      '<Relationships><Relationship Id="a" Type="http://x/image" Target="http://x/a.png" TargetMode="External"/></Relationships>',
    ),
  ],
  ['connections', withPart('xl/connections.xml')],
  ['embedded_objects', withPart('xl/embeddings/oleObject1.bin')],
  [
    'entities',
    withPart(
      'xl/workbook.xml',
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>',
    ),
  ],
  ['unsafe_names', withPart('xl/../../etc/passwd')],
  ['unsafe_names', makeWorkbook({ ...plain, parts: { 'XL/Workbook.xml': 'x' } })],
  ['broken_parts', withPart('xl/workbook.xml', '<workbook><sheets></workbook>')],
  ['broken_zip', fixture.slice(0, 9_000)],
  ['no_sheets', makeWorkbook({ sheets: [{ name: 'Trống', rows: [] }] })],
])('%s is refused by name', (code, bytes) => {
  expect(codeOf(bytes)).toBe(code)
})

test('a hyperlink in a cell does not hinder, the ending .xlsm does', () => {
  const link =
    '<Relationships><Relationship Id="a" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/></Relationships>'
  expect(codeOf(withPart('xl/worksheets/_rels/sheet1.xml.rels', link))).toBe('opened')
  expect(codeOf(makeWorkbook(plain), 'so.XLSM')).toBe('macros')
})

test('a damaged part is noticed by its sum', () => {
  const bytes = fixture.slice()
  const inside = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 500
  bytes[inside] = (bytes[inside] ?? 0) ^ 0xff
  expect(codeOf(bytes)).toBe('broken_zip')
})

test('too many sheets, rows or bytes are refused as too large', () => {
  const sheets = Array.from({ length: 61 }, (_, nth) => ({ name: `T${nth}`, rows: [['a']] }))
  expect(codeOf(makeWorkbook({ sheets }))).toBe('too_large')
  const rows = Array.from({ length: 20_001 }, (_, nth) => [nth * 7_919])
  expect(codeOf(makeWorkbook({ sheets: [{ name: 'T', rows }] }))).toBe('too_large')
  const noise = new Uint8Array(5_000_001).map((_, at) => (at * 2_654_435_761) >>> 13)
  noise.set(fixture.subarray(0, 4))
  expect(codeOf(noise)).toBe('too_large')
})

test('a bomb is refused at once and without unfolding it', () => {
  const bomb = withPart('xl/worksheets/sheet1.xml', new Uint8Array(200_000_000))
  const before = process.memoryUsage()
  const start = performance.now()
  expect(codeOf(bomb)).toBe('bomb')
  expect(performance.now() - start).toBeLessThan(500)
  expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(10_000_000)
})

test('a bomb that lies about its size is refused while it unfolds', () => {
  const liar = withPart('xl/worksheets/sheet1.xml', new Uint8Array(50_000_000))
  const view = new DataView(liar.buffer)
  for (let at = 0; at + 46 < liar.length; at++) {
    const declaresIt = view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 50_000_000
    if (declaresIt) view.setUint32(at + 24, 1_000, true)
  }
  const before = process.memoryUsage().arrayBuffers
  expect(codeOf(liar)).toBe('bomb')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000)
})

test('parts that share bytes are refused as a bomb', () => {
  const bytes = makeWorkbook(plain)
  const view = new DataView(bytes.buffer)
  const entries: number[] = []
  for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) entries.push(at)
  const [first = 0, second = 0] = entries
  view.setUint32(second + 42, view.getUint32(first + 42, true), true)
  expect(codeOf(bytes)).toBe('bomb')
})

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof codeOf(bytes) === 'string'))
  const flips = fc.array(fc.tuple(fc.nat(fixture.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(flips, (changes) => {
      const bytes = fixture.slice()
      for (const [at, value] of changes) bytes[at] = value
      return typeof codeOf(bytes) === 'string'
    }),
    { numRuns: 150 },
  )
  const xml = fc.array(
    fc.constantFrom(
      '<row r="1">',
      '</row>',
      '<c r="A1" t="s">',
      '<c>',
      '</c>',
      '<v>',
      '</v>',
      '9',
      '<',
      '>',
      '"',
      '&#x110000;',
      '<!--',
      ']]>',
      '<f/>',
      '<a b="',
    ),
  )
  fc.assert(
    fc.property(
      xml,
      (parts) => typeof codeOf(withPart('xl/worksheets/sheet1.xml', parts.join(''))) === 'string',
    ),
  )
})
