import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import {
  type NeedDomain,
  type NeedPriority,
  type NeedReason,
  type NeedState,
  needDomains,
  needPriorities,
  needReasons,
  needStates,
  type Wish,
  type WishAbout,
  wishes,
  wishesAbout,
} from './codes.ts'

/** A need that she named. Its entry's id is the need's. */
export const needOpened = defineEntry({
  kind: 'need.opened',
  tier: 'team',
  body: z.object({ domain: codeOf(needDomains), priority: codeOf(needPriorities) }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Một nhu cầu', en: 'A need' },
})
export const needMoved = defineEntry({
  kind: 'need.moved',
  tier: 'team',
  body: z.object({ needId: z.uuid(), to: codeOf(needStates), reason: codeOf(needReasons).nullable() }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Nhu cầu chuyển bước', en: 'A need moved on' },
})
/** What she wants, or does not want at present. It is recorded so that nobody asks again; nothing follows from it. */
export const wished = defineEntry({
  kind: 'need.wished',
  tier: 'team',
  body: z.object({ about: codeOf(wishesAbout), wish: codeOf(wishes) }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Mong muốn của người được hỗ trợ', en: 'What she wishes' },
})

export interface NeedNow {
  id: string
  domain: NeedDomain
  priority: NeedPriority
  state: NeedState
  reason: NeedReason | null
  openedOn: string
  onDay: string
}

/** How each need stands, in the order in which they were named, from the entries alone. */
export function foldNeeds(entries: readonly EntryFact[]): NeedNow[] {
  const needs = new Map<string, NeedNow>(
    standing(entries, needOpened).map(({ id, onDay, body }) => [
      id,
      { id, ...body, state: 'open', reason: null, openedOn: onDay, onDay },
    ]),
  )
  for (const { onDay, body } of standing(entries, needMoved)) {
    const need = needs.get(body.needId)
    if (need) needs.set(need.id, { ...need, state: body.to, reason: body.reason, onDay })
  }
  return [...needs.values()]
}

/** Which kinds of entries `foldNeeds` reads. */
export const needKinds: readonly string[] = [needOpened.kind, needMoved.kind]

/** What may follow what. She may change her mind at any time, and what could not be met may become possible. */
const mayFollow: Readonly<Record<NeedState, readonly NeedState[]>> = {
  open: ['answering', 'met', 'no_longer', 'declined', 'cannot'],
  answering: ['met', 'open', 'no_longer', 'declined', 'cannot'],
  met: ['open'],
  no_longer: ['open'],
  declined: ['open', 'answering'],
  cannot: ['open', 'answering', 'no_longer', 'declined'],
}
export const nextNeedStates = (now: NeedState): readonly NeedState[] => mayFollow[now]

/** May the need move there? Null means yes. What cannot be met owes a reason; her own «not now» owes none. */
export function needRule(
  now: Pick<NeedNow, 'state'> | undefined,
  to: NeedState,
  reason: NeedReason | null,
): Refusal | null {
  if (!now)
    return refuse('need_not_there', { vi: 'Không thấy nhu cầu này.', en: 'There is no such need.' }, 'needId')
  if (!nextNeedStates(now.state).includes(to))
    return refuse(
      'need_does_not_follow',
      {
        vi: `Nhu cầu đang là «${needStates[now.state].vi}», chưa chuyển sang «${needStates[to].vi}» được.`,
        en: `The need is “${needStates[now.state].en}” and cannot become “${needStates[to].en}” now.`,
      },
      'to',
    )
  if ((to === 'cannot') !== (reason !== null))
    return refuse(
      'need_reason',
      to === 'cannot'
        ? { vi: 'Xin cho biết vì sao chưa thể đáp ứng.', en: 'Please say why it cannot be met.' }
        : { vi: 'Bước này không cần lý do.', en: 'No reason belongs to this.' },
      'reason',
    )
  return null
}

const unanswered: readonly NeedState[] = ['open', 'answering']

/** The needs that a case may not be closed over: still open or being answered, and nobody said why they stay so. */
export function openNeedsWithoutReason(entries: readonly EntryFact[]): NeedNow[] {
  return foldNeeds(entries).filter(({ state }) => unanswered.includes(state))
}

/** What she last wished about each thing. */
export function foldWishes(entries: readonly EntryFact[]): Map<WishAbout, { wish: Wish; onDay: string }> {
  return new Map(
    standing(entries, wished).map(({ onDay, body }) => [body.about, { wish: body.wish, onDay }] as const),
  )
}
