import { createHash, randomBytes, webcrypto } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Bound } from '../platform/vault.ts'
import {
  boundBytes,
  decrypt,
  decryptOld,
  derive,
  deriveOld,
  encode,
  encrypt,
  epochOf,
  fieldKey,
} from './seal.ts'

const hex = z.string().transform((text) => Buffer.from(text, 'hex'))
const vectors = z.array(
  z.object({
    key: hex,
    epoch: z.number(),
    nonce: hex,
    bound: z.object({ table: z.string(), row: z.string(), field: z.string(), version: z.number() }),
    person: z.string(),
    organisation: z.string(),
    plain: z.string(),
    sealed: hex,
  }),
)
const file = new URL('known-answers.json', import.meta.url)
const known = async () => vectors.parse(JSON.parse(await readFile(file, 'utf8')))

const place: Bound = { table: 'person_identity', row: 'p1', field: 'identity', version: 1 }
const key = randomBytes(32)
const bound = boundBytes(place, 'p1', 'o1')

test('the committed vectors come out the same from node:crypto and open with WebCrypto, bytes built by hand', async () => {
  const all = await known()
  expect(all.length).toBeGreaterThanOrEqual(3)
  const { subtle } = webcrypto
  for (const { key, epoch, nonce, bound, person, organisation, plain, sealed } of all) {
    const ours = encrypt(
      fieldKey(key, bound),
      epoch,
      boundBytes(bound, person, organisation),
      Buffer.from(plain),
      nonce,
    )
    expect(ours.toString('hex')).toBe(sealed.toString('hex'))
    const { table, row, field, version } = bound
    const source = await subtle.importKey('raw', key, 'HKDF', false, ['deriveKey'])
    const info = new TextEncoder().encode(JSON.stringify(['ke-vai/2', 'field', table, field]))
    const own = await subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
      source,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    )
    const words = JSON.stringify(['ke-vai/field', table, row, field, version, person, organisation])
    const additionalData = Buffer.concat([sealed.subarray(0, 5), Buffer.from(words)])
    // WebCrypto wants the tag behind the text.
    const text = Buffer.concat([sealed.subarray(33), sealed.subarray(17, 33)])
    const opened = await subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.subarray(5, 17), additionalData },
      own,
      text,
    )
    expect(Buffer.from(opened).toString()).toBe(plain)
    expect([sealed[0], epochOf(sealed)]).toEqual([2, epoch])
  }
})

test('nothing opens in another place: each part of what it is bound to counts, also where words run together', () => {
  const others: [Bound, string, string][] = [
    [{ ...place, table: 'contact' }, 'p1', 'o1'],
    [{ ...place, row: 'p2' }, 'p1', 'o1'],
    [{ ...place, field: 'note' }, 'p1', 'o1'],
    [{ ...place, version: 2 }, 'p1', 'o1'],
    [place, 'p2', 'o1'],
    [place, 'p1', 'o2'],
    [{ ...place, row: 'p1","identity' }, 'p1', 'o1'],
  ]
  let refused = 0
  for (let i = 0; i < 200; i++) {
    const sealed = encrypt(fieldKey(key, place), 1, bound, randomBytes(40))
    for (const [where, person, organisation] of others) {
      expect(() => decrypt(fieldKey(key, where), boundBytes(where, person, organisation), sealed)).toThrow()
      expect(() => decrypt(fieldKey(key, place), boundBytes(where, person, organisation), sealed)).toThrow()
      refused += 2
    }
  }
  expect(refused).toBe(200 * others.length * 2)
  const pairs = [
    ['a|b', 'c'],
    ['a', 'b|c'],
    ['a","b', 'c'],
    ['a', 'b","c'],
  ]
  expect(new Set(pairs.map((words) => encode(words).toString())).size).toBe(pairs.length)
})

test('a flip of any bit of any byte is refused, and so is an unknown version, a cut and an empty one', () => {
  const own = fieldKey(key, place)
  for (let i = 0; i < 20; i++) {
    const sealed = encrypt(own, 1, bound, Buffer.from('Vàng Thị Thử'))
    for (let at = 0; at < sealed.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const touched = Buffer.from(sealed)
        touched[at] = (touched[at] ?? 0) ^ (1 << bit)
        expect(() => decrypt(own, bound, touched), `${at}/${bit}`).toThrow()
      }
    for (const length of [0, 1, 5, 32, sealed.length - 1])
      expect(() => decrypt(own, bound, sealed.subarray(0, length))).toThrow()
    for (const version of [0, 1, 3, 255]) {
      const other = Buffer.from(sealed)
      other[0] = version
      expect(() => decrypt(own, bound, other)).toThrow('unknown version')
    }
  }
})

test('no nonce comes twice, and each field and use has a key of its own', () => {
  const own = fieldKey(key, place)
  const seen = new Set(
    Array.from({ length: 20_000 }, () =>
      encrypt(own, 1, bound, Buffer.from('x')).subarray(5, 17).toString('hex'),
    ),
  )
  expect(seen.size).toBe(20_000)
  const keys = [
    own,
    fieldKey(key, { ...place, field: 'note' }),
    derive(key, ['wrap']),
    key,
    deriveOld(key, 'wrap'),
  ]
  expect(new Set(keys.map((one) => createHash('sha256').update(one).digest('hex'))).size).toBe(keys.length)
})

test('the first form, sealed by the version before, opens; as the second it does not', () => {
  // Made by that version: key of 32 times 07, nonce of 12 times 09.
  const old = Buffer.from(
    '010909090909090909090909090e4e670a7c4c1960af0623e943ac336a5ca7eaf5d395e35b8236a3d95d4781a2',
    'hex',
  )
  const oldKey = Buffer.alloc(32, 7)
  expect(decryptOld(oldKey, 'person_identity|p1', old).toString()).toBe('{"name":"Thử"}')
  expect(() => decryptOld(oldKey, 'person_identity|p2', old)).toThrow()
  expect(() => decrypt(oldKey, bound, old)).toThrow('unknown version')
})
