import { z } from 'zod'
import { type ChildFacts, mayConsent } from '../case/child.ts'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { clueKinds, confirmations, familyResults, familyWays } from './codes.ts'

/** One thing that she remembers, as she says it. The entry's id is the clue's. */
export const clueTold = defineEntry({
  kind: 'tracing.clue_told',
  tier: 'team',
  body: z.object({ kind: codeOf(clueKinds) }),
  sealed: z.object({ words: z.string().max(1000) }),
  words: { vi: 'Điều nhớ được về quê', en: 'What she remembers of home' },
})
/** Which clues went to which body; what they say went sealed, and without her name. */
export const tracingAsked = defineEntry({
  kind: 'tracing.asked',
  tier: 'team',
  body: z.object({ requestId: z.uuid(), toOrganisationId: z.uuid(), clueIds: z.array(z.uuid()) }),
  sealed: null,
  words: { vi: 'Hỏi nơi khác, không nêu tên', en: 'Asked another body, without a name' },
})
export const originConfirmed = defineEntry({
  kind: 'tracing.confirmed',
  tier: 'team',
  body: z.object({ by: codeOf(confirmations), onDay: plainDate }),
  sealed: z.object({ place: z.string().max(500) }),
  words: { vi: 'Đã biết quê', en: 'The home is known' },
})
const giver = z.enum(['herself', 'child', 'representative', 'officer'])
/** Whether her family may be reached. Her last word stands. */
export const familyWished = defineEntry({
  kind: 'tracing.family_wished',
  tier: 'team',
  body: z.object({ wish: z.enum(['yes', 'not_now']), givenBy: z.array(giver).max(4) }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Ý người được hỗ trợ về liên lạc với gia đình', en: 'Her word on reaching the family' },
})
export const familyContacted = defineEntry({
  kind: 'tracing.family_contacted',
  tier: 'story',
  body: z.object({ way: codeOf(familyWays), result: codeOf(familyResults) }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Liên lạc với gia đình', en: 'The family was reached' },
})
export const tracingKinds: readonly string[] = [
  clueTold.kind,
  tracingAsked.kind,
  originConfirmed.kind,
  familyWished.kind,
  familyContacted.kind,
]

export type Giver = z.infer<typeof giver>
export interface TracingNow {
  clues: { id: string; kind: z.infer<typeof clueTold.body>['kind']; onDay: string }[]
  asked: { requestId: string; toOrganisationId: string; clueIds: readonly string[]; onDay: string }[]
  confirmed: { by: z.infer<typeof originConfirmed.body>['by']; onDay: string } | null
  wish: { wish: 'yes' | 'not_now'; givenBy: readonly Giver[]; onDay: string } | null
  contacted: { way: string; result: string; onDay: string }[]
}

/** How the tracing stands, from the entries alone. */
export function foldTracing(entries: readonly EntryFact[]): TracingNow {
  const confirmed = standing(entries, originConfirmed).at(-1)?.body
  const wish = standing(entries, familyWished).at(-1)
  return {
    clues: standing(entries, clueTold).map(({ id, onDay, body }) => ({ id, onDay, kind: body.kind })),
    asked: standing(entries, tracingAsked).map(({ onDay, body }) => ({ ...body, onDay })),
    confirmed: confirmed ? { by: confirmed.by, onDay: confirmed.onDay } : null,
    wish: wish ? { ...wish.body, onDay: wish.onDay } : null,
    contacted: standing(entries, familyContacted).map(({ onDay, body }) => ({ ...body, onDay })),
  }
}

/**
 * May her family be reached? Null means yes: only after her recorded yes, and only once it is known where they are. Of a
 * child the yes of whoever else must agree is owed as well.
 */
export function familyRule(
  now: Pick<TracingNow, 'wish' | 'confirmed'>,
  child: ChildFacts | null,
): Refusal | null {
  const { wish, confirmed } = now
  if (wish?.wish !== 'yes' || (child === null && !wish.givenBy.includes('herself')))
    return refuse('family_only_after_her_yes', {
      vi: 'Chỉ liên lạc với gia đình sau khi người được hỗ trợ đồng ý và đã được ghi lại. Chưa muốn cũng không sao.',
      en: 'The family is reached only after her recorded yes. Not wanting it costs nothing.',
    })
  if (child) {
    const givers = wish.givenBy.flatMap((each) => (each === 'herself' ? (['child'] as const) : [each]))
    const refused = mayConsent(child, givers)
    if (refused) return refused
  }
  if (confirmed === null)
    return refuse('family_home_not_known', {
      vi: 'Chưa xác nhận được quê, nên chưa biết liên lạc với ai.',
      en: 'It is not confirmed where her home is.',
    })
  return null
}

/** May these clues be sent? Null means yes. */
export function askRule(now: Pick<TracingNow, 'clues'>, clueIds: readonly string[]): Refusal | null {
  const known = new Set(now.clues.map(({ id }) => id))
  if (
    clueIds.length > 0 &&
    new Set(clueIds).size === clueIds.length &&
    clueIds.every((each) => known.has(each))
  )
    return null
  return refuse(
    'clues_to_choose',
    { vi: 'Xin chọn những điều sẽ gửi đi, mỗi điều một lần.', en: 'Please choose what is sent, each once.' },
    'clueIds',
  )
}
