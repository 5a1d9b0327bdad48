import { expect, test } from 'vitest'
import { quorumWords } from './quorum-words.ts'

test('the quorum is said with both numbers, and what is missing is said in persons', () => {
  expect(quorumWords(7, 11, 6, 50).vi).toBe('7/11 người dự, đủ 50%')
  expect(quorumWords(6, 11, 6, 50).vi).toBe('6/11 người dự, đủ 50%')
  expect(quorumWords(5, 11, 6, 50).vi).toBe('5/11 người dự, còn thiếu 1 người để đủ 50%')
  expect(quorumWords(5, 11, null, null).vi).toContain('chưa có quy chế')
})
