import { countedAs } from '@ke-vai/contract/register/contact.ts'
import { expect, test } from 'vitest'
import { readContactKinds } from './contact-kinds.ts'

const ofText = (text: string) => readContactKinds({ kind: 'text', text }).value

test.each([
  ['Thăm hỏi', ['visit']],
  ['Thăm', ['visit']],
  ['gọi điện hỏi thăm', ['visit']],
  ['Gọi điện', ['visit']],
  ['Tư vấn', ['counselling']],
  ['tư vấn qua điện thoại', ['counselling']],
  ['Tham vấn', ['counselling']],
  ['Vận động', ['mobilisation']],
  ['vận động tham gia tập huấn', ['mobilisation']],
  ['Cung cấp thông tin', ['information']],
])('%s is understood', (text, kinds) => {
  expect(ofText(text)).toEqual(kinds)
})

test('a survey with counselling is one contact that counts once, as counselling', () => {
  const kinds = ofText('Khảo sát + tư vấn') ?? []
  expect(kinds.toSorted()).toEqual(['counselling', 'survey'])
  expect(countedAs(kinds)).toBe('counselling')
})

test('nothing is guessed', () => {
  expect(readContactKinds(null).remarks).toEqual(['kind_missing'])
  expect(readContactKinds({ kind: 'text', text: 'họp' })).toEqual({ value: null, remarks: ['kind_unknown'] })
})
