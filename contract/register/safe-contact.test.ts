import { expect, test } from 'vitest'
import { contactRule } from './contact.ts'
import { offerNow, type SafeContact } from './safe-contact.ts'

// «Không gọi trước 14h, người nghe máy có thể là mẹ chồng, xưng là bên hợp tác xã, không để lại tin.»
const rule: SafeContact = {
  ways: ['call'],
  fromMinute: 14 * 60,
  untilMinute: null,
  sayFrom: 'bên hợp tác xã',
  mayLeaveMessage: false,
  whoMayAnswer: 'mẹ chồng',
  visitRule: null,
}

test('scenario 15: calling is offered only in her hours, and the words say which', () => {
  expect(offerNow(rule, 13 * 60 + 59).call).toBe(false)
  expect(offerNow(rule, 13 * 60 + 59).why?.vi).toContain('14:00')
  expect(offerNow(rule, 14 * 60)).toMatchObject({ call: true, why: null })
  expect(offerNow(rule, 23 * 60 + 59).call).toBe(true)
})

test('scenario 15: leaving a message is offered at no minute of the day', () => {
  for (let minute = 0; minute < 1440; minute += 1) {
    const offer = offerNow(rule, minute)
    expect(offer.leaveMessage).toBe(false)
    expect(offer.message).toBe(false)
  }
  expect(offerNow({ ...rule, mayLeaveMessage: true }, 15 * 60).leaveMessage).toBe(true)
  expect(offerNow({ ...rule, mayLeaveMessage: true }, 9 * 60).leaveMessage).toBe(false)
})

test('scenario 15: «no contact» closes every way, whatever else is set', () => {
  expect(
    offerNow({ ...rule, ways: ['none', 'call', 'message'], mayLeaveMessage: true }, 15 * 60),
  ).toMatchObject({
    call: false,
    message: false,
    leaveMessage: false,
  })
})

test('scenario 15: a message left cannot be noted unless her rule allows it; an unknown rule is no', () => {
  const contact = {
    onDay: '2026-11-20',
    kinds: ['information' as const],
    ruleTicked: true,
    nextDueOn: null,
    leftMessage: true,
  }
  const situation = { status: 'approaching' as const, hasSafeContactRule: true, today: '2026-11-21' }
  expect(contactRule(contact, { ...situation, mayLeaveMessage: false })?.code).toBe('message_not_allowed')
  expect(contactRule(contact, { ...situation, hasSafeContactRule: false })?.code).toBe('message_not_allowed')
  expect(contactRule(contact, { ...situation, mayLeaveMessage: true })).toBeNull()
  expect(contactRule({ ...contact, leftMessage: false }, { ...situation, mayLeaveMessage: false })).toBeNull()
})

test('while her words cannot be opened nobody is led to call: in whose name, and past whom, is not known', () => {
  const offer = offerNow(
    { ...rule, ways: ['call', 'message'], mayLeaveMessage: true, wordsShut: true },
    15 * 60,
  )
  expect(offer).toMatchObject({ call: false, message: false, leaveMessage: false })
  expect(offer.why?.vi).toContain('lời chị dặn')
})
