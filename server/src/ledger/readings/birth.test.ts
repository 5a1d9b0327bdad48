import { expect, test } from 'vitest'
import type { Cell } from '../workbook/cells.ts'
import { readBirth } from './birth.ts'

const today = '2026-11-21'
const ofText = (text: string) => readBirth({ kind: 'text', text }, today)
const ofCell = (cell: Cell) => readBirth(cell, today)

test.each([
  ['02/03/1975', { kind: 'day', day: '1975-03-02' }],
  ['sinh ngày 2.3.75', { kind: 'day', day: '1975-03-02' }],
  ['1967 ', { kind: 'year', year: 1967 }],
  ['năm 1994', { kind: 'year', year: 1994 }],
  ['5/1988', { kind: 'year', year: 1988 }],
  ['khoảng 1990', { kind: 'about', year: 1990 }],
  ['khoang nam 1990'.normalize('NFD'), { kind: 'about', year: 1990 }],
  ['Khoảng 1990'.normalize('NFD'), { kind: 'about', year: 1990 }],
  ['~1990', { kind: 'about', year: 1990 }],
  ['1990?', { kind: 'about', year: 1990 }],
])('%s is understood', (text, birth) => {
  expect(ofText(text)).toEqual({ value: birth, remarks: [] })
})

test('a year of two digits is the latest one in the past, with a remark', () => {
  expect(ofText('72')).toEqual({ value: { kind: 'year', year: 1972 }, remarks: ['birth_two_digits'] })
  expect(ofText('05').value).toEqual({ kind: 'year', year: 2005 })
  expect(ofText('3/6/27').value).toEqual({ kind: 'day', day: '1927-06-03' })
})

test('numbers are years or days of Excel, and a year typed into a date cell is a year', () => {
  expect(ofCell({ kind: 'number', number: 1972 }).value).toEqual({ kind: 'year', year: 1972 })
  expect(ofCell({ kind: 'number', number: 27_455 }).value).toEqual({ kind: 'day', day: '1975-03-02' })
  expect(ofCell({ kind: 'date', date: '1905-06-12' })).toEqual({
    value: { kind: 'year', year: 1990 },
    remarks: ['year_in_date_cell'],
  })
})

test('what is no birth is no birth', () => {
  expect(ofText('31/02/1990')).toEqual({ value: null, remarks: ['birth_impossible'] })
  expect(ofText('mùa lúa')).toEqual({ value: null, remarks: ['birth_unreadable'] })
  expect(ofText('2031')).toEqual({ value: null, remarks: ['birth_unlikely'] })
  expect(ofText('không rõ')).toEqual({ value: null, remarks: [] })
  expect(readBirth(null, today)).toEqual({ value: null, remarks: [] })
})
