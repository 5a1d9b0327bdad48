import { z } from 'zod'
import { defineEntry } from '../case/entry.ts'
import { defineCommand, done, made } from '../command.ts'
import { emergencyGrounds, emergencyReasons, sharedFields } from '../consent/codes.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }

export const emergencyShared = defineEntry({
  kind: 'emergency.shared',
  tier: 'team',
  body: z.object({
    sharingId: z.uuid(),
    referralId: z.uuid(),
    reason: codeOf(emergencyReasons),
    ground: codeOf(emergencyGrounds),
  }),
  sealed: null,
  words: { vi: 'Chia sẻ khẩn cấp không có sự đồng ý', en: 'Emergency sharing without consent' },
})

/**
 * Sends a prepared referral without her consent: a reason, a ground in law (its words stand sealed in what was prepared),
 * and a second person's yes. The data-protection officer is told, and she herself as soon as it is safe.
 */
export const emergencyShare = defineCommand({
  name: 'emergency.share',
  permission: 'emergency.share',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    referralId: z.uuid(),
    sharingId: z.uuid(),
    reason: codeOf(emergencyReasons),
    ground: codeOf(emergencyGrounds),
  }),
  result: made,
  audit: 'EMERGENCY_SHARED',
  offline: false,
  stepUp: true,
  subject: { kind: 'case', arg: 'caseId' },
  twoPeople: { approve: 'emergency.share.approve' },
  summary: { vi: 'Chia sẻ khẩn cấp khi chưa có sự đồng ý', en: 'Share in an emergency without consent' },
})

export const emergencyTold = defineCommand({
  name: 'emergency.record_told',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({ ...ofCase, sharingId: z.uuid(), toldOn: plainDate }),
  result: done,
  audit: 'EMERGENCY_TOLD',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ghi ngày đã nói với người được hỗ trợ', en: 'Record when she was told' },
})

/** What the data-protection officer sees of each: codes, and which case and places; nobody's name. */
export const emergencyList = defineRead({
  name: 'emergency.list',
  path: '/organisations/:organisationId/emergency-sharings',
  params: z.object({ organisationId: z.uuid() }),
  query: nothing,
  response: z.object({
    sharings: z.array(
      z.object({
        id: z.uuid(),
        sharedAt: z.string(),
        from: z.string(),
        to: z.string(),
        reason: codeOf(emergencyReasons),
        ground: codeOf(emergencyGrounds),
        fields: z.array(codeOf(sharedFields)),
        toldOn: plainDate.nullable(),
        seenAt: z.string().nullable(),
      }),
    ),
  }),
  permission: 'emergency.read',
  scope: 'organisation',
  audit: 'EMERGENCIES_LISTED',
  summary: { vi: 'Những lần chia sẻ khẩn cấp', en: 'Emergency sharings' },
})

export const emergencySee = defineCommand({
  name: 'emergency.see',
  permission: 'emergency.read',
  scope: 'organisation',
  args: z.object({ organisationId: z.uuid(), sharingId: z.uuid() }),
  result: done,
  audit: 'EMERGENCY_SEEN',
  offline: false,
  summary: { vi: 'Ghi đã xem lần chia sẻ khẩn cấp', en: 'Note an emergency sharing as seen' },
})
