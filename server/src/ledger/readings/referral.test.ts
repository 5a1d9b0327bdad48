import { expect, test } from 'vitest'
import { isOddOutcome, readOutcome, readService } from './referral.ts'

const service = (text: string) => readService({ kind: 'text', text })
const outcome = (text: string) => readOutcome({ kind: 'text', text })

test.each([
  ['Y tế', 'medical'],
  ['học nghề - may', 'vocational'],
  ['Tư vấn pháp luật', 'legal_advice'],
  ['TGPL', 'legal_aid'],
  ['Sinh kế', 'livelihood'],
  ['Tham vấn tâm lý', 'psychological'],
  ['Làm giấy tờ, CCCD', 'papers'],
  ['Vay vốn NHCSXH', 'loan'],
  ['giới thiệu việc làm', 'job'],
  ['Nhà tạm lánh', 'shelter'],
  ['học văn hóa', 'education'],
  ['Khác', 'other'],
])('%s is understood', (text, code) => {
  expect(service(text)).toEqual({ value: code, remarks: [] })
})

test.each([
  ['Chưa phản hồi', 'no_answer'],
  ['Chưa tiếp nhận', 'no_answer'],
  ['Đã tiếp nhận', 'accepted'],
  ['không tiếp nhận', 'declined'],
  ['từ chối', 'declined'],
  ['đang học', 'in_progress'],
  ['đang chữa bệnh', 'in_progress'],
  ['hoàn thành', 'completed'],
  ['đã học xong', 'completed'],
])('%s is understood', (text, code) => {
  expect(outcome(text)).toEqual({ value: code, remarks: [] })
})

test('what is not in the list is said', () => {
  expect(service('xem bói')).toEqual({ value: 'other', remarks: ['service_unknown'] })
  expect(readService(null)).toEqual({ value: null, remarks: ['service_missing'] })
  expect(outcome('hihi')).toEqual({ value: 'no_answer', remarks: ['outcome_unknown'] })
  expect(readOutcome(null)).toEqual({ value: 'no_answer', remarks: [] })
})

test('someone sent to a clinic who is learning was written in the wrong row', () => {
  expect(isOddOutcome('medical', 'đang học')).toBe(true)
  expect(isOddOutcome('vocational', 'đang học')).toBe(false)
  expect(isOddOutcome('vocational', 'đang điều trị')).toBe(true)
})
