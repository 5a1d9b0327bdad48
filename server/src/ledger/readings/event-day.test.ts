import { expect, test } from 'vitest'
import { readEventDay } from './event-day.ts'

const today = '2026-11-21'
const ofText = (text: string) => readEventDay({ kind: 'text', text }, 2022, today)

test.each([
  '6.5.22',
  '06/05/2022 ',
  '6-5-2022',
  'ngày 6 tháng 5 năm 2022',
  '2022-05-06',
  '06/05/2022 8h30',
  'Thứ sáu, 6/5/2022',
])('%s is the sixth of May', (text) => {
  expect(ofText(text)).toEqual({ value: '2022-05-06', remarks: [] })
})

test('a day without year takes the one of the title, a number is Excel’s day: both are said', () => {
  expect(ofText('6/5')).toEqual({ value: '2022-05-06', remarks: ['date_without_year'] })
  expect(readEventDay({ kind: 'number', number: 44_687 }, 2022, today)).toEqual({
    value: '2022-05-06',
    remarks: ['date_from_number'],
  })
})

test('what is no day of this book is refused or said', () => {
  expect(ofText('31/02/2022')).toEqual({ value: null, remarks: ['date_impossible'] })
  expect(ofText('30/2')).toEqual({ value: null, remarks: ['date_impossible'] })
  expect(ofText('đầu tháng')).toEqual({ value: null, remarks: ['date_unreadable'] })
  expect(ofText('22/11/2026')).toEqual({ value: null, remarks: ['date_future'] })
  expect(ofText('6/5/2021')).toEqual({ value: '2021-05-06', remarks: ['date_other_year'] })
  expect(readEventDay(null, 2022, today)).toEqual({ value: null, remarks: ['date_missing'] })
})
