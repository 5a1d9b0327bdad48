import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { type CodeWords, codeOf, type Words } from '../words.ts'

export type ContactWay = 'in_person' | 'call' | 'message' | 'trusted_person' | 'none'
export const contactWays: CodeWords<ContactWay> = {
  in_person: { vi: 'Gặp trực tiếp', en: 'In person' },
  call: { vi: 'Gọi điện', en: 'Call' },
  message: { vi: 'Nhắn tin', en: 'Message' },
  trusted_person: { vi: 'Qua người tin cậy', en: 'Through someone she trusts' },
  none: { vi: 'Không liên hệ', en: 'No contact' },
}

/** How a person may be reached, as every screen shows it before any contact. Minutes count from midnight. */
export const safeContact = z.object({
  ways: z.array(codeOf(contactWays)),
  fromMinute: z.number().int().min(0).max(1439).nullable(),
  untilMinute: z.number().int().min(1).max(1440).nullable(),
  /** In whose name to speak: 'bên hợp tác xã'. */
  sayFrom: z.string().max(200).nullable(),
  mayLeaveMessage: z.boolean(),
  whoMayAnswer: z.string().max(200).nullable(),
  visitRule: z.string().max(400).nullable(),
})
export type SafeContact = z.infer<typeof safeContact>

/** As a page shows it: `wordsShut` when her own words (the three texts, null then) could not be opened now. */
export const shownSafeContact = safeContact.extend({ wordsShut: z.literal(true).optional() })
export type ShownSafeContact = z.infer<typeof shownSafeContact>

export const safeContactSet = defineCommand({
  name: 'safe_contact.set',
  permission: 'register.write',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), personId: z.uuid(), rule: safeContact }),
  result: done,
  audit: 'SAFE_CONTACT_SET',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi cách liên hệ an toàn', en: 'Set how a person may be reached' },
})

/** What may be done now, by her rule: `call` only in her hours, a message left only if she allows it. */
export interface ContactOffer {
  call: boolean
  message: boolean
  leaveMessage: boolean
  /** Why calling is not offered now, in words; null when it is. */
  why: Words | null
}

/** Which ways the screen may offer at this minute of the day (0 to 1439, in Việt Nam). Pure, same everywhere. */
export function offerNow(rule: ShownSafeContact, minuteOfDay: number): ContactOffer {
  const from = rule.fromMinute ?? 0
  const until = rule.untilMinute ?? 1440
  const inHours = minuteOfDay >= from && minuteOfDay < until
  // Without her words nobody knows in whose name to speak, nor who may answer.
  const reachable = !rule.ways.includes('none') && !rule.wordsShut
  const call = reachable && rule.ways.includes('call') && inHours
  return {
    call,
    message: reachable && rule.ways.includes('message') && inHours,
    leaveMessage: call && rule.mayLeaveMessage,
    why: call ? null : whyNot(rule, inHours, from, until),
  }
}

function whyNot(rule: ShownSafeContact, inHours: boolean, from: number, until: number): Words {
  if (rule.ways.includes('none'))
    return { vi: 'Chị muốn không ai liên hệ lúc này.', en: 'She wants no contact for now.' }
  if (rule.wordsShut)
    return {
      vi: 'Chưa mở được lời chị dặn, nên xin chờ, chưa gọi.',
      en: 'What she said about it cannot be opened yet, so please wait with calling.',
    }
  if (!rule.ways.includes('call'))
    return { vi: 'Chị không muốn nhận cuộc gọi.', en: 'She does not want calls.' }
  if (!inHours)
    return {
      vi: `Chỉ gọi từ ${showMinute(from)} đến ${showMinute(until)}.`,
      en: `Call only between ${showMinute(from)} and ${showMinute(until)}.`,
    }
  return { vi: 'Chưa gọi được.', en: 'Calling is not offered.' }
}

/** 840 → '14:00'. */
export function showMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
