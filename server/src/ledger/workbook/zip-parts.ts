import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { limits } from './limits.ts'
import { WorkbookRefused, workbookRefusals } from './refusals.ts'

interface ZipEntry {
  readonly name: string
  readonly packed: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly at: number
}

/** The parts inside a workbook's zip. Names are in small letters, as Office compares them. */
export interface ZipParts {
  readonly names: readonly string[]
  /** The bytes of a part, checked against its declared size and sum; null when there is none. */
  read(name: string): Uint8Array | null
}

/**
 * Looks into a zip without unfolding it: only the central directory is believed, and it must be honest. Parts
 * are inflated piece by piece when asked for, so a bomb is met after some kilobytes and not in full memory.
 * Throws WorkbookRefused.
 */
export function openZipParts(bytes: Uint8Array): ZipParts {
  const entries = readDirectory(bytes)
  refuseOversize(entries, bytes.length)
  const byName = new Map<string, ZipEntry>()
  for (const entry of entries) {
    const name = entry.name.toLowerCase()
    if (byName.has(name) || isUnsafe(name)) throw new WorkbookRefused(workbookRefusals.unsafeNames)
    byName.set(name, entry)
  }
  let inflated = 0
  return {
    names: [...byName.keys()],
    read(name) {
      const entry = byName.get(name.toLowerCase())
      if (!entry) return null
      inflated += entry.size
      if (inflated > limits.inflatedBytes) throw new WorkbookRefused(workbookRefusals.tooLarge)
      return unpack(bytes, entry)
    },
  }
}

function isUnsafe(name: string): boolean {
  return name.startsWith('/') || /[\\\0:]/.test(name) || name.split('/').includes('..')
}

function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.zipEntries) throw new WorkbookRefused(workbookRefusals.tooLarge)
  const entries: ZipEntry[] = []
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw brokenZip()
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const nameLength = view.getUint16(at + 28, true)
    if (flags & 1) throw new WorkbookRefused(workbookRefusals.encrypted)
    if (method !== 0 && method !== 8) throw brokenZip()
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: method === 8,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: contentStart(view, view.getUint32(at + 42, true)),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseOverlap(entries, bytes.length)
  return entries
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw brokenZip()
}

function contentStart(view: DataView, header: number): number {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== 0x04034b50) throw brokenZip()
  return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
}

/** Parts that share their bytes are the trick of bombs that stay small; honest writers never do it. */
function refuseOverlap(entries: readonly ZipEntry[], fileLength: number): void {
  let free = 0
  for (const entry of entries.toSorted((one, other) => one.at - other.at)) {
    if (entry.at < free) throw new WorkbookRefused(workbookRefusals.bomb)
    free = entry.at + entry.packedSize
    if (free > fileLength) throw brokenZip()
  }
}

function refuseOversize(entries: readonly ZipEntry[], fileLength: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const swollen = entries.some(
    (entry) => entry.size > limits.ratioFromBytes && entry.size > entry.packedSize * limits.ratio,
  )
  if (swollen || total > fileLength * limits.ratio) throw new WorkbookRefused(workbookRefusals.bomb)
  if (total > limits.inflatedBytes) throw new WorkbookRefused(workbookRefusals.tooLarge)
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.at, entry.at + entry.packedSize)
  const whole = entry.packed ? inflate(packed, entry.size) : packed
  if (whole.length !== entry.size || crc32(whole) !== entry.crc) throw brokenZip()
  return whole
}

const pieceBytes = 8_192

function inflate(packed: Uint8Array, declared: number): Uint8Array {
  const whole = new Uint8Array(declared)
  let filled = 0
  let fed = 0
  const inflater = new Inflate((piece) => {
    if (filled + piece.length > declared) {
      // More than was declared: a lie when it unfolds like a bomb, else bytes damaged on their way.
      const swollen = filled + piece.length > fed * limits.ratio
      throw swollen ? new WorkbookRefused(workbookRefusals.bomb) : brokenZip()
    }
    whole.set(piece, filled)
    filled += piece.length
  })
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      fed += pieceBytes
      inflater.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
    }
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : brokenZip()
  }
  return whole.subarray(0, filled)
}

function brokenZip(): WorkbookRefused {
  return new WorkbookRefused(workbookRefusals.brokenZip)
}
