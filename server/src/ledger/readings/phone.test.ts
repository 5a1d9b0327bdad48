import { expect, test } from 'vitest'
import { readPhones } from './phone.ts'

const ofText = (text: string) => readPhones({ kind: 'text', text })

test.each([
  ['0934.869.093', ['0934869093']],
  ['+84938185223', ['0938185223']],
  ['84 938 185 223', ['0938185223']],
  ['0912 - 345 - 678', ['0912345678']],
  ['0912345678 / 0987 654 321', ['0912345678', '0987654321']],
  ['0912345678 0987654321', ['0912345678', '0987654321']],
  ['02033 846 123', ['02033846123']],
  ['SĐT: 0912345678', ['0912345678']],
  ['không có', []],
  ['-', []],
])('%s is understood', (text, phones) => {
  expect(ofText(text)).toEqual({ value: phones, remarks: [] })
})

test('a number cell that forgot its zero gets it back', () => {
  expect(readPhones({ kind: 'number', number: 991_220_732 }).value).toEqual(['0991220732'])
  expect(readPhones({ kind: 'number', number: 84_991_220_732 }).value).toEqual(['0991220732'])
})

test('what should be looked at is remarked', () => {
  expect(ofText('091234567')).toEqual({ value: [], remarks: ['phone_wrong'] })
  expect(ofText('0912345678 (chồng)')).toEqual({ value: ['0912345678'], remarks: ['phone_with_words'] })
  expect(ofText('+86 138 0013 8000')).toEqual({ value: ['+8613800138000'], remarks: ['phone_foreign'] })
  expect(ofText('01681234567')).toEqual({ value: ['0381234567'], remarks: ['phone_old'] })
})
