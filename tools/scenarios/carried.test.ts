import { expect, test } from 'vitest'
import { addCarried, type CarryingTest, scenariosOf } from './carried.ts'
import scenarios from './scenarios.json' with { type: 'json' }

test('a test says in its name which scenarios it carries', () => {
  expect(scenariosOf('scenario 8: 45 of 100')).toEqual([8])
  expect(scenariosOf('month scenario 5, 6: locked')).toEqual([5, 6])
  expect(scenariosOf('scenarios 13 and 14: both')).toEqual([13, 14])
  expect(scenariosOf('scenario 1: a, and scenario 2: b')).toEqual([1, 2])
  expect(scenariosOf('a scenario of 8 visits: counted')).toEqual([])
})

test('the tests of a report are gathered by scenario; one that was not run has not passed', () => {
  const carried = new Map<number, CarryingTest[]>()
  const assertionResults = [
    { fullName: 'scenario 8: a', status: 'passed' },
    { fullName: 'scenario 8: b', status: 'skipped' },
    { fullName: 'another thing', status: 'passed' },
  ]
  addCarried({ testResults: [{ name: '/x/a.test.ts', status: 'passed', assertionResults }] }, '/x/', carried)
  expect([...carried]).toEqual([
    [
      8,
      [
        { file: 'a.test.ts', name: 'scenario 8: a', passed: true },
        { file: 'a.test.ts', name: 'scenario 8: b', passed: false },
      ],
    ],
  ])
})

test('all sixty are told in both languages, in order', () => {
  expect(scenarios.map(({ no }) => no)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  expect(scenarios.filter(({ vi, en }) => vi === '' || en === '')).toEqual([])
})
