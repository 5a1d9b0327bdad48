import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { joinShares, readShare, splitKey } from './shares.ts'

const key = randomBytes(32)
const read = (share: string | undefined) => {
  const bytes = readShare(share ?? '')
  if (!bytes) throw new Error('not read')
  return bytes
}

test('any two of the three give the key; one alone, or the same twice, does not', async () => {
  const shares = await splitKey(key)
  expect(shares).toHaveLength(3)
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [2, 1],
  ] as const)
    expect(await joinShares(read(shares[a]), read(shares[b]))).toEqual(key)
  expect(await joinShares(read(shares[0]), read(shares[0]))).toBe('same_share')
})

test('shares of another splitting give another key, which the mark then refuses', async () => {
  const [one, other] = [await splitKey(key), await splitKey(randomBytes(32))]
  const joined = await joinShares(read(one[0]), read(other[1]))
  expect(joined).not.toEqual(key)
})

test('a share is read in small letters, without dashes and with O for 0; a wrong or missing letter is noticed', async () => {
  const [share = ''] = await splitKey(key)
  const bytes = read(share)
  expect(
    readShare(share.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')),
  ).toEqual(bytes)
  let unnoticed = 0
  for (let at = 0; at < share.length; at++) {
    if (share[at] === '-') continue
    const other = share[at] === 'Z' ? 'Y' : 'Z'
    if (readShare(share.slice(0, at) + other + share.slice(at + 1)) !== null) unnoticed++
    if (readShare(share.slice(0, at) + share.slice(at + 1)) !== null) unnoticed++
  }
  expect(unnoticed).toBe(0)
  expect(readShare(`${share}0`)).toBe(null)
  expect(readShare('')).toBe(null)
  expect(readShare('không phải mã')).toBe(null)
})
