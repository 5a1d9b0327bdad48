import { expect, it } from 'vitest'
import { isServerNewEnough } from './server-version.ts'

it.each([140_020, 150_013, 160_009, 170_005, 96_024])('refuses the server %d', (number) => {
  expect(isServerNewEnough(number)).toBe(false)
})

it.each([150_014, 150_020, 160_010, 170_006, 180_000, 190_001])('takes the server %d', (number) => {
  expect(isServerNewEnough(number)).toBe(true)
})
