import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { type Form, formsOf } from './marks.ts'

/** Where a mark was found: the file and the form. */
export interface Hit {
  file: string
  form: string
}

/** What was looked through. */
export interface Searched {
  files: number
  bytes: number
  hits: Hit[]
}

const gzipHead = Buffer.from([0x1f, 0x8b, 0x08])
const zipHead = Buffer.from('PK\x03\x04', 'latin1')

/** What lies packed inside: every gzip stream and every entry of a ZIP (a workbook is one) that can be unpacked. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  const attempt = (unpack: () => Buffer) => {
    try {
      found.push(unpack())
    } catch {
      // Bytes that only look like the head of something packed.
    }
  }
  for (let at = bytes.indexOf(gzipHead); at >= 0; at = bytes.indexOf(gzipHead, at + 3)) {
    const from = at
    attempt(() => gunzipSync(bytes.subarray(from)))
  }
  for (
    let at = bytes.indexOf(zipHead);
    at >= 0 && at + 30 < bytes.length;
    at = bytes.indexOf(zipHead, at + 4)
  ) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    attempt(() => inflateRawSync(bytes.subarray(from)))
  }
  return found
}

function formsIn(bytes: Buffer, forms: readonly Form[], packed: string): string[] {
  const here = forms.filter((form) => bytes.includes(form.bytes)).map(({ name }) => `${name}${packed}`)
  return packed === ''
    ? [...here, ...unpacked(bytes).flatMap((inner) => formsIn(inner, forms, ', packed'))]
    : here
}

/** Looks through every file below the folders, also those that are packed, for the marks in all their forms. */
export function search(folders: readonly string[], marks: readonly string[]): Searched {
  const forms = marks.flatMap((mark) => formsOf(mark))
  const result: Searched = { files: 0, bytes: 0, hits: [] }
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      const bytes = readFileSync(file)
      result.files += 1
      result.bytes += bytes.length
      for (const form of formsIn(bytes, forms, '')) result.hits.push({ file, form })
    }
  return result
}

/** The forms in which a mark stands in some bytes. */
export function searchBytes(bytes: Buffer, marks: readonly string[]): string[] {
  return formsIn(
    bytes,
    marks.flatMap((mark) => formsOf(mark)),
    '',
  )
}

/** The same in a text that a program printed. */
export function searchText(name: string, text: string, marks: readonly string[]): Hit[] {
  return searchBytes(Buffer.from(text), marks).map((form) => ({ file: name, form }))
}
