import { expect, test } from 'vitest'
import type { Cell } from '../workbook/cells.ts'
import { readSex, readSexColumns } from './sex.ts'

const cell = (text: string): Cell => ({ kind: 'text', text })

test.each([
  ['NỮ ', 'female'],
  ['nữ'.normalize('NFD'), 'female'],
  ['nu', 'female'],
  ['F', 'female'],
  ['nam', 'male'],
  ['M', 'male'],
  ['khác', 'other'],
])('%s is understood', (text, sex) => {
  expect(readSex(cell(text))).toEqual({ value: sex, remarks: [] })
})

test.each(['N', 'n', 'N?', '1', 'Nam/Nữ', '?'])('%s may mean either and is asked', (text) => {
  expect(readSex(cell(text))).toEqual({ value: 'ask', remarks: ['sex_ask'] })
})

test('of two columns the marked one counts, both marked is asked', () => {
  expect(readSexColumns(null, cell('x')).value).toBe('female')
  expect(readSexColumns({ kind: 'truth', truth: true }, cell('-')).value).toBe('male')
  expect(readSexColumns(cell('x'), cell('x')).value).toBe('ask')
  expect(readSexColumns(null, null)).toEqual({ value: null, remarks: ['sex_missing'] })
})
