import { z } from 'zod'
import { defineEntry } from '../case/entry.ts'
import { plainDate } from '../date/date.ts'
import { riskLevels } from '../need/codes.ts'
import { codeOf } from '../words.ts'
import {
  arrivalHealths,
  extensionBodies,
  extensionReasons,
  homeChecks,
  leavingEscorts,
  livelihoodChecks,
  notReceivedReasons,
  otherPlaces,
  reviewDomains,
  reviewLevels,
  stayEnds,
} from './codes.ts'

const said = z.object({ words: z.string().max(2000) })
const ofStay = { stayId: z.uuid() }

/** A bed by the code of the house: letters and digits, no name. */
export const bedCode = z.string().regex(/^[A-Z]{0,3}\d{1,3}([-.][A-Z]?\d{1,3})?$/)

/** A bed is asked for. The id of this entry is the stay's. */
export const stayRequested = defineEntry({
  kind: 'stay.requested',
  tier: 'team',
  body: z.object({}),
  sealed: said,
  words: { vi: 'Đề nghị chỗ ở', en: 'A bed was asked for' },
})
export const stayReserved = defineEntry({
  kind: 'stay.reserved',
  tier: 'team',
  body: z.object({ ...ofStay, bed: bedCode }),
  sealed: null,
  words: { vi: 'Giữ chỗ', en: 'A bed is kept' },
})
/** Not received here; where she is safe instead is owed. */
export const stayNotReceived = defineEntry({
  kind: 'stay.not_received',
  tier: 'team',
  body: z.object({ ...ofStay, reason: codeOf(notReceivedReasons), otherPlace: codeOf(otherPlaces) }),
  /** Which place, and who there said yes. */
  sealed: z.object({ place: z.string().max(1000) }),
  words: { vi: 'Chưa nhận được, có nơi khác', en: 'Not received; another place' },
})
export const stayBegun = defineEntry({
  kind: 'stay.begun',
  tier: 'team',
  body: z.object({
    ...ofStay,
    bed: bedCode,
    onDay: plainDate,
    /** Until then she rests: nobody asks her more than safety needs. An instant; null while no parameter says how long. */
    restUntil: z.string().nullable(),
    health: codeOf(arrivalHealths),
    rulesExplained: z.literal(true),
    herYes: z.literal(true),
  }),
  sealed: z.object({
    allergies: z.string().max(1000),
    health: z.string().max(2000),
    belongings: z.string().max(2000),
  }),
  words: { vi: 'Vào ở', en: 'She moved in' },
})
export const stayReviewed = defineEntry({
  kind: 'stay.reviewed',
  tier: 'team',
  body: z.object({
    ...ofStay,
    onDay: plainDate,
    levels: z.partialRecord(codeOf(reviewDomains), codeOf(reviewLevels)),
  }),
  sealed: said,
  words: { vi: 'Xem lại hằng tuần', en: 'Weekly review' },
})
export const stayExtended = defineEntry({
  kind: 'stay.extended',
  tier: 'team',
  body: z.object({
    ...ofStay,
    by: codeOf(extensionBodies),
    reason: codeOf(extensionReasons),
    /** Her last day under the decision. */
    until: plainDate,
    decidedOn: plainDate,
  }),
  sealed: z.object({ paperNumber: z.string().max(60), words: z.string().max(2000) }),
  words: { vi: 'Quyết định gia hạn', en: 'Decision to extend' },
})
/** She stays on: an extension was taken back, or she leaves later than was prepared. */
export const stayWentOn = defineEntry({
  kind: 'stay.went_on',
  tier: 'team',
  body: z.object(ofStay),
  sealed: said,
  words: { vi: 'Ở tiếp', en: 'She stays on' },
})
/** What is looked at before she goes, and whom in the commune she chose to meet first. */
export const leavingPrepared = defineEntry({
  kind: 'stay.leaving_prepared',
  tier: 'team',
  body: z.object({
    ...ofStay,
    home: codeOf(homeChecks),
    /** The risk as it stood; null when she leaves on her own before anybody asked. */
    risk: codeOf(riskLevels).nullable(),
    livelihood: codeOf(livelihoodChecks).nullable(),
    contacts: z.number().int().min(0).max(3),
  }),
  sealed: z.object({ contacts: z.array(z.string().max(300)).max(3), words: z.string().max(2000) }),
  words: { vi: 'Chuẩn bị rời', en: 'Getting ready to leave' },
})
export const stayEnded = defineEntry({
  kind: 'stay.ended',
  tier: 'team',
  body: z.object({
    ...ofStay,
    how: codeOf(stayEnds),
    onDay: plainDate,
    escort: codeOf(leavingEscorts),
    kit: z.boolean(),
  }),
  sealed: said,
  words: { vi: 'Rời nhà tạm lánh', en: 'She left' },
})

const kinds = [
  stayRequested,
  stayReserved,
  stayNotReceived,
  stayBegun,
  stayReviewed,
  stayExtended,
  stayWentOn,
  leavingPrepared,
  stayEnded,
]
/** Which kinds of entries `foldStays` reads. */
export const stayKinds: readonly string[] = kinds.map(({ kind }) => kind)
