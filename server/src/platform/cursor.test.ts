import { registerList } from '@ke-vai/contract/register/person.ts'
import { expect, test } from 'vitest'
import { cursorsOf } from './cursor.ts'
import { Refused } from './refused.ts'

const asked = { params: { clubId: 'one' }, query: { limit: 50, group: 'at_risk', code: undefined } }
const mine = cursorsOf(registerList.name, 'me', asked)

const refusalOf = (open: () => unknown) => {
  try {
    return open()
  } catch (error) {
    return error instanceof Refused ? `${error.status} ${error.refusal.code}` : error
  }
}

test('a cursor opens for the same person, read and filters, on pages of any length', () => {
  const sealed = mine.seal('22-TC-0041')
  const later = { params: asked.params, query: { group: 'at_risk', limit: 7, after: sealed } }
  expect(cursorsOf(registerList.name, 'me', later).open(sealed)).toBe('22-TC-0041')
  expect(mine.open(undefined)).toBeNull()
})

test('it tells nothing of where it stands and is another one each time', () => {
  const sealed = mine.seal('22-TC-0041')
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('0041')
  expect(mine.seal('22-TC-0041')).not.toBe(sealed)
})

test('another person, read, club or filter, a changed byte, and what no server sealed: begin again', () => {
  const sealed = mine.seal('22-TC-0041')
  const changed = `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`
  const others = [
    () => cursorsOf(registerList.name, 'she', asked).open(sealed),
    () => cursorsOf('task.list', 'me', asked).open(sealed),
    () => cursorsOf(registerList.name, 'me', { ...asked, params: { clubId: 'two' } }).open(sealed),
    () => cursorsOf(registerList.name, 'me', { ...asked, query: { limit: 50 } }).open(sealed),
    () => mine.open(changed),
    () => mine.open('22-TC-0041'),
    () => mine.open(''),
    () => mine.open('x'.repeat(200)),
  ]
  expect(others.map(refusalOf)).toEqual(others.map(() => '410 cursor_expired'))
})
