import { expect, test } from 'vitest'
import { comparePersons } from './find-same-person.ts'
import type { Birth } from './plan.ts'

const year = (number: number): Birth => ({ kind: 'year', year: number })
const about = (number: number): Birth => ({ kind: 'about', year: number })
const day = (text: string): Birth => ({ kind: 'day', day: text })
const lan = (birth: Birth | null, phones: string[] = [], name = 'Lý Thị Lan') => ({ name, birth, phones })

test.each([
  ['a year and about that year, one phone', lan(about(1994), ['1']), lan(year(1994), ['1']), 'ask'],
  ['one year, no phone known', lan(year(1994)), lan(day('1994-05-06'), ['1']), 'ask'],
  ['words in another order', lan(year(1994)), lan(year(1994), [], 'Lan Thi Ly'), 'ask'],
  ['one day of birth, a new phone', lan(day('1994-05-06'), ['1']), lan(day('1994-05-06'), ['2']), 'ask'],
  ['one phone, a birth mistyped', lan(day('1949-05-06'), ['1']), lan(day('1994-05-06'), ['1']), 'ask'],
  ['a middle name missing, one phone', lan(null, ['1']), lan(year(1994), ['1'], 'Lý Lan'), 'ask'],
  ['a middle name missing, nothing else', lan(year(1994)), lan(year(1994), [], 'Lý Lan'), 'unlike'],
  ['one year, two days', lan(day('1970-11-09')), lan(day('1970-01-26'), ['1']), 'two'],
  ['one year, two phones', lan(year(1970), ['1']), lan(year(1970), ['2']), 'two'],
  ['thirty years apart', lan(day('2000-10-08')), lan(about(1971), ['1']), 'unlike'],
  ['another name', lan(year(1994), ['1']), lan(year(1994), ['1'], 'Lý Thị Loan'), 'unlike'],
])('%s', (_, one, other, verdict) => {
  expect(comparePersons(one, other).verdict).toBe(verdict)
  expect(comparePersons(other, one).verdict).toBe(verdict)
})

test('a note that they are two, or another sex, keeps them two', () => {
  const note = 'trùng tên, không phải người ở khu trên'
  expect(comparePersons({ ...lan(year(1994)), note }, lan(year(1994)))).toEqual({
    verdict: 'two',
    grounds: ['same_name', 'near_birth', 'note_says_different'],
  })
  expect(
    comparePersons({ ...lan(year(1994)), sex: 'male' }, { ...lan(year(1994)), sex: 'female' }).verdict,
  ).toBe('two')
})
