import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Bound } from '../platform/vault.ts'

/** Second form: [version 2][epoch of the key, 4 bytes][nonce 12][tag 16][body]. The first form had no epoch. */
export const version = 2
const headerBytes = 5

/** One way to write a list of words, and no two lists alike: whatever a word holds is quoted. */
export function encode(words: readonly (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify(words))
}

/** What a value is bound to: the place it stands in, and whose key it lies under ('' for a purpose's). */
export function boundBytes(bound: Bound, person: string, organisation: string): Buffer {
  const { table, row, field, version: form } = bound
  return encode(['ke-vai/field', table, row, field, form, person, organisation])
}

export function derive(key: Buffer, use: readonly (string | number)[]): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', encode(['ke-vai/2', ...use]), 32))
}

/** Each field of each table has a key of its own under the person's or the purpose's. */
export function fieldKey(key: Buffer, { table, field }: Bound): Buffer {
  return derive(key, ['field', table, field])
}

export function encrypt(
  key: Buffer,
  epoch: number,
  bound: Buffer,
  plain: Buffer,
  nonce = randomBytes(12),
): Buffer {
  const header = Buffer.alloc(headerBytes)
  header[0] = version
  header.writeUInt32BE(epoch, 1)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, bound]))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body])
}

/** Throws for anything but the exact bytes that were sealed with this key for this place. */
export function decrypt(key: Buffer, bound: Buffer, sealed: Buffer): Buffer {
  if (sealed[0] !== version || sealed.length < headerBytes + 28)
    throw new Error('sealed by an unknown version')
  return openParts(key, Buffer.concat([sealed.subarray(0, headerBytes), bound]), sealed.subarray(headerBytes))
}

/** The epoch of the key that sealed it. */
export function epochOf(sealed: Buffer): number {
  if (sealed[0] !== version || sealed.length < headerBytes) throw new Error('sealed by an unknown version')
  return sealed.readUInt32BE(1)
}

/** The first form: [version 1][nonce 12][tag 16][body], bound to `table|row`. Nothing is sealed in it any more. */
export const oldVersion = 1
export function decryptOld(key: Buffer, boundTo: string, sealed: Buffer): Buffer {
  if (sealed[0] !== oldVersion || sealed.length < 29) throw new Error('sealed by an unknown version')
  return openParts(key, Buffer.from(boundTo), sealed.subarray(1))
}
export function deriveOld(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `ke-vai/1/${purpose}`, 32))
}

function openParts(key: Buffer, bound: Buffer, parts: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, parts.subarray(0, 12), { authTagLength: 16 }).setAAD(
    bound,
  )
  decipher.setAuthTag(parts.subarray(12, 28))
  return Buffer.concat([decipher.update(parts.subarray(28)), decipher.final()])
}
