import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  type BackupHeader,
  backupFooter,
  backupHeader,
  countLines,
  formatVersion,
  tableEnd,
} from './backup-format.ts'
import { BackupRefusal, damagedFile } from './backup-refusal.ts'

/** What stands in a backup, in its order: the header, then the lines of each table and its end. */
export type BackupPart =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'tableEnd'; name: string; rows: number; sha256: string }

/**
 * Reads a backup from beginning to end. It ends only when every count and hash was right; what it gave before is not
 * to be believed until then. Throws BackupRefusal when the file is not whole, or of another format.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  await access(file).catch(() => {
    throw new BackupRefusal('Không đọc được tệp sao lưu', 'the backup file cannot be read')
  })
  try {
    yield* parse(inflate(file))
  } catch (error) {
    throw isUnreadable(error) ? damagedFile() : error
  }
}

/** True for what gunzip and the disk say of a file that is cut short or altered. */
function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || code === 'EISDIR' || code === 'EIO'
}

async function* inflate(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  // A failure destroys gunzip with it, so that the loop below throws it.
  const feeding = pipeline(createReadStream(file), gunzip).catch(() => {})
  for await (const bytes of gunzip as AsyncIterable<Buffer>) yield bytes
  await feeding
}

async function* parse(chunks: AsyncGenerator<Buffer>): AsyncGenerator<BackupPart> {
  const all = createHash('sha256')
  const lines = new LineSource(chunks)
  const first = await lines.line()
  const header = parseHeader(first)
  all.update(first)
  yield { kind: 'header', header }
  const sums = []
  for (const { name } of header.tables) {
    const hash = createHash('sha256')
    let rows = 0
    for (;;) {
      const { bytes, ended } = await lines.rows()
      hash.update(bytes)
      all.update(bytes)
      rows += countLines(bytes)
      if (bytes.length > 0) yield { kind: 'rows', bytes }
      if (ended) break
    }
    all.update(tableEnd)
    const sum = { name, rows, sha256: hash.digest('hex') }
    sums.push(sum)
    yield { kind: 'tableEnd', ...sum }
  }
  const footer = backupFooter.safeParse(readJson(await lines.line()))
  const right = footer.data?.sha256 === all.digest('hex') && same(footer.data.tables, sums)
  if (!right || !(await lines.atEnd())) throw damagedFile()
}

function parseHeader(line: Buffer): BackupHeader {
  const header = backupHeader.safeParse(readJson(line))
  if (!header.success) throw damagedFile()
  if (header.data.version === formatVersion) return header.data
  throw new BackupRefusal(
    'Tệp sao lưu do một phiên bản khác của Kề Vai ghi; hãy phục hồi bằng đúng phiên bản ấy',
    'the backup was written in another format; restore it with the version that wrote it',
  )
}

function readJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    return null
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Whole lines out of chunks that end anywhere. Throws when the chunks end before a line does. */
class LineSource {
  #rest = Buffer.alloc(0)
  readonly #chunks: AsyncGenerator<Buffer>

  constructor(chunks: AsyncGenerator<Buffer>) {
    this.#chunks = chunks
  }

  /** One line with its end. */
  async line(): Promise<Buffer> {
    for (;;) {
      const end = this.#rest.indexOf(10)
      if (end >= 0) return this.#take(end + 1)
      await this.#more()
    }
  }

  /** Lines up to the end of the table, or as many as have come. */
  async rows(): Promise<{ bytes: Buffer; ended: boolean }> {
    for (;;) {
      const end = this.#tableEnd()
      if (end >= 0) {
        const bytes = this.#take(end)
        this.#take(tableEnd.length)
        return { bytes, ended: true }
      }
      const whole = this.#rest.lastIndexOf(10) + 1
      if (whole > 0) return { bytes: this.#take(whole), ended: false }
      await this.#more()
    }
  }

  async atEnd(): Promise<boolean> {
    return this.#rest.length === 0 && (await this.#chunks.next()).done === true
  }

  /** Where the line that ends the table begins; what is at hand always begins with a line. */
  #tableEnd(): number {
    if (this.#rest.subarray(0, tableEnd.length).equals(tableEnd)) return 0
    const at = this.#rest.indexOf('\n\\.\n')
    return at < 0 ? -1 : at + 1
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return taken
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next()
    if (next.done) throw damagedFile()
    this.#rest = Buffer.concat([this.#rest, next.value])
  }
}
