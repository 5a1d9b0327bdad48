import { randomUUID } from 'node:crypto'
import type { EntryKind } from '@ke-vai/contract/case/entry.ts'
import { received } from '@ke-vai/contract/case/reception.ts'
import { caseMoved, legalMoved, stageMoved } from '@ke-vai/contract/case/state.ts'
import { noted, storyWritten } from '@ke-vai/contract/case/story.ts'
import { followUpPlanned, followUpRecorded, wentHome } from '@ke-vai/contract/follow-up/entries.ts'
import { assessed } from '@ke-vai/contract/need/assessment.ts'
import { riskSet } from '@ke-vai/contract/need/risk.ts'
import { needMoved, needOpened } from '@ke-vai/contract/need/state.ts'
import { paperBegun, paperMoved } from '@ke-vai/contract/paperwork/paperwork.ts'
import { serviceGiven } from '@ke-vai/contract/service/service.ts'

/** One entry of the invented life, as it is copied into every loaded case. */
export interface LifeEntry {
  id: string
  seq: number
  kind: string
  tier: string
  body: string
  /** Which word of the body names an earlier entry, and which. */
  about: { key: string; id: string } | null
  sealed: boolean
  /** Days after the case was opened. */
  day: number
}

/** The months of her follow-ups; in the first three somebody has met her already. */
const months = [1, 3, 6, 9, 12, 18, 24]

/**
 * The two years of one case that is well kept: received, assessed twice, helped, gone home, met at seven months. Every
 * body is read by its own kind, so that a life which the product would not know is not loaded.
 */
export function twoYears(): LifeEntry[] {
  const entries: LifeEntry[] = []
  const put = (kind: EntryKind, day: number, body: object): string => {
    const id = randomUUID()
    const seq = entries.length + 1
    const read = kind.body.parse(body)
    const [about = null] = Object.entries(read)
      .filter(([, value]) => entries.some((earlier) => earlier.id === value))
      .map(([key, value]) => ({ key, id: String(value) }))
    const sealed = kind.sealed !== null
    entries.push({
      id,
      seq,
      kind: kind.kind,
      tier: kind.tier,
      body: JSON.stringify(read),
      about,
      sealed,
      day,
    })
    return id
  }
  put(received, 0, { channel: 'self_return', triage: [], language: 'vietnamese' })
  put(storyWritten, 1, {})
  for (const to of ['assessment', 'planning', 'supporting']) put(caseMoved, 2, { to })
  put(legalMoved, 2, { to: 'in_identification', decisionId: null, decidedOn: null })
  const levels = { safety: '2', housing: '3', papers: '3', mind: '2', work: '1' }
  for (const [kind, day] of [
    ['initial', 3],
    ['periodic', 183],
  ] as const)
    put(assessed, day, { kind, levels, priorities: ['housing', 'papers'] })
  put(riskSet, 3, { level: 'medium', signs: [] })
  for (const domain of ['housing', 'papers', 'mind', 'work']) {
    const needId = put(needOpened, 4, { domain, priority: 'soon' })
    put(needMoved, 5, { needId, to: 'answering', reason: null })
    for (const [day, type] of [
      [6, 'essentials'],
      [14, 'counselling'],
      [30, 'health'],
    ] as const)
      put(serviceGiven, day, {
        type,
        providerId: null,
        quantity: 1,
        unit: 'time',
        cost: null,
        funder: 'state',
        needId,
      })
    put(needMoved, 90, { needId, to: 'met', reason: null })
  }
  const paperId = put(paperBegun, 8, { kind: 'citizen_card', office: 'police', dueOn: null })
  put(paperMoved, 40, { paperId, to: 'received', dueOn: null })
  for (let week = 1; week <= 8; week++) put(noted, week * 7, {})
  put(stageMoved, 60, { to: 'transition' })
  put(wentHome, 95, { onDay: '2026-04-05' })
  for (const month of months) {
    const followUpId = put(followUpPlanned, 95, { month, dueOn: '2026-05-05', way: 'phone' })
    if (month <= 6)
      put(followUpRecorded, 95 + month * 30, {
        followUpId,
        result: 'met',
        wellbeing: { safety: '2', hope: '3' },
      })
  }
  return entries
}
