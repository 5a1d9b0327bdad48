import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digits, letters } from './marks.ts'
import { search } from './search.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ke-vai-search-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const around = (text: string) => `nhà của ${text} ở xã bên`
const ways: Record<string, (text: string) => Buffer> = {
  plain: (text) => Buffer.from(text),
  decomposed: (text) => Buffer.from(text.normalize('NFD')),
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 big-endian': (text) => Buffer.from(text, 'utf16le').swap16(),
  hexadecimal: (text) => Buffer.from(Buffer.from(text).toString('hex')),
  'base64, first alignment': (text) => Buffer.from(Buffer.from(text).toString('base64')),
  'base64, second alignment': (text) => Buffer.from(Buffer.from(`a${text}`).toString('base64')),
  'base64, third alignment': (text) => Buffer.from(Buffer.from(`ab${text}`).toString('base64')),
  'gzip in the middle of a file': (text) => Buffer.concat([Buffer.from('đầu tệp'), gzipSync(text)]),
  'an entry of a ZIP': (text) => {
    const body = deflateRawSync(text)
    const head = Buffer.alloc(30)
    head.write('PK\x03\x04', 'latin1')
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(1, 26)
    return Buffer.concat([head, Buffer.from('x'), body])
  },
}

test.each(Object.entries(ways))('a mark is found as %s', (_, write) => {
  for (const mark of [letters, digits]) {
    writeFileSync(join(folder, 'one'), write(around(mark)))
    expect(search([folder], [letters, digits]).hits.length).toBeGreaterThan(0)
    writeFileSync(join(folder, 'one'), write(around('không có gì')))
    expect(search([folder], [letters, digits]).hits).toEqual([])
  }
})
