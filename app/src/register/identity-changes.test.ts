import { identityChange } from '@ke-vai/contract/register/identity-change.ts'
import type { Identity } from '@ke-vai/contract/register/person.ts'
import { expect, test } from 'vitest'
import { changesOf, identityFields, textsOf } from './identity-changes.ts'

const before: Identity = {
  name: 'Nguyễn Thị Hoà',
  birth: '1990',
  phone: '0912 345 678',
  address: null,
  note: 'gặp ở chợ',
  paper: null,
  family: null,
}

test('only what was changed is sent; spaces are no change, an emptied field is taken out', () => {
  expect(changesOf(before, textsOf(before))).toEqual({})
  const texts = { ...textsOf(before), name: ' Nguyễn Thị  Hoà ', phone: '', family: ' một con ' }
  expect(changesOf(before, texts)).toEqual({ phone: null, family: 'một con' })
  expect(changesOf(before, { ...textsOf(before), name: ' ' })).toEqual({})
})

test('the form asks for every field that the command takes, and lets nothing be typed that it refuses', () => {
  const { changes } = identityChange.args.shape
  for (const [field, most] of Object.entries(identityFields)) {
    const asked = { [field]: 'a'.repeat(most) }
    expect(changes.parse(asked), field).toEqual(asked)
    expect(changes.safeParse({ [field]: 'a'.repeat(most + 1) }).success, field).toBe(false)
  }
})
