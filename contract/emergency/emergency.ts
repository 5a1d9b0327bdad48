import { z } from 'zod'
import { emergencyGrounds, emergencyReasons, sharedFields } from '../consent/codes.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing, type ResponseOf } from '../endpoint.ts'
import { codeOf } from '../words.ts'

// The commands of a sharing in an emergency stand beside the referral that it sends: ../referral/emergency.ts.

/** What was shared of her without consent, for her team: codes, who saw to it, and the day on which she was told. */
export const emergencyListOfCase = defineRead({
  name: 'emergency.list_of_case',
  path: '/organisations/:organisationId/cases/:caseId/emergency-sharings',
  params: z.object({ organisationId: z.uuid(), caseId: z.uuid() }),
  query: nothing,
  response: z.object({
    sharings: z.array(
      z.object({
        id: z.uuid(),
        sharedAt: z.string(),
        to: z.string(),
        reason: codeOf(emergencyReasons),
        ground: codeOf(emergencyGrounds),
        fields: z.array(codeOf(sharedFields)),
        toldOn: plainDate.nullable(),
        /** When the data-protection officer noted it as seen. */
        seenAt: z.string().nullable(),
      }),
    ),
  }),
  permission: 'case.read',
  scope: 'organisation',
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Những lần chia sẻ khẩn cấp của một hồ sơ', en: 'Emergency sharings of a case' },
})
export type EmergencyOfCase = ResponseOf<typeof emergencyListOfCase>['sharings'][number]

/** What a wish to share without consent would send: where to, why, and which fields; never a value. */
export const sharingWish = z.object({
  to: z.string(),
  reason: codeOf(emergencyReasons),
  ground: codeOf(emergencyGrounds),
  fields: z.array(codeOf(sharedFields)),
})
export type SharingWish = z.infer<typeof sharingWish>
