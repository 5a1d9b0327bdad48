import { expect, test } from 'vitest'
import { cleanText, foldText, matchesTyped } from './text.ts'

test('one woman is found however her name was typed', () => {
  expect(foldText('Đặng  Hường')).toBe('dang huong')
  expect(foldText('Ðặng Hường'.normalize('NFD'))).toBe('dang huong')
  expect(foldText('HOÀ')).toBe(foldText('hòa'))
})

test('text that enters is composed and has single spaces', () => {
  expect(cleanText(`  Tuần ${'Châu'.normalize('NFD')} \n`)).toBe('Tuần Châu')
})

test('typing parts of words finds, a wrong part does not', () => {
  expect(matchesTyped('Phường Tuần Châu', 'tuan cha')).toBe(true)
  expect(matchesTyped('Phường Tuần Châu', 'tuan chi')).toBe(false)
})
