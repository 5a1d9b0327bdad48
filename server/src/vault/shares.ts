import { createHash } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import type { ShareProblem } from './asking.ts'

/** Three operators hold a share each; two of them open the vault, one alone knows nothing. */
const shareCount = 3
const sharesNeeded = 2

// Crockford's letters: no I, L, O, U, so that what is read from paper is typed right.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkBytes = 3

/** The key in three lines of letters to be printed or written down, each kept by another person. */
export async function splitKey(key: Buffer): Promise<string[]> {
  const shares = await split(new Uint8Array(key), shareCount, sharesNeeded)
  return shares.map((share) => spell(Buffer.from(share)))
}

/** The share's bytes; null when a letter is wrong, missing or swapped. */
export function readShare(typed: string): Buffer | null {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
  let [bits, count] = [0, 0]
  const bytes: number[] = []
  for (const letter of plain) {
    const value = letters.indexOf(letter)
    if (value < 0) return null
    bits = (bits << 5) | value
    count += 5
    if (count >= 8) {
      count -= 8
      bytes.push((bits >> count) & 255)
      bits &= (1 << count) - 1
    }
  }
  // What is left of the last letter is nothing, or a letter was added.
  if (count >= 5 || bits !== 0) return null
  const whole = Buffer.from(bytes)
  const share = whole.subarray(0, -checkBytes)
  return whole.length > checkBytes && checkOf(share).equals(whole.subarray(-checkBytes)) ? share : null
}

/** Two shares give the key back, or a key that is not the right one: the caller compares its mark. */
export async function joinShares(one: Buffer, other: Buffer): Promise<Buffer | ShareProblem> {
  if (one.length !== other.length) return 'not_this_key'
  if (one.at(-1) === other.at(-1)) return 'same_share'
  return Buffer.from(await combine([new Uint8Array(one), new Uint8Array(other)]))
}

const checkOf = (share: Buffer) =>
  createHash('sha256').update('ke-vai/share').update(share).digest().subarray(0, checkBytes)

function spell(share: Buffer): string {
  const bytes = Buffer.concat([share, checkOf(share)])
  let [text, bits, count] = ['', 0, 0]
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    count += 8
    while (count >= 5) {
      count -= 5
      text += letters[(bits >> count) & 31]
      bits &= (1 << count) - 1
    }
  }
  if (count > 0) text += letters[(bits << (5 - count)) & 31]
  return (text.match(/.{1,5}/gu) ?? []).join('-')
}
