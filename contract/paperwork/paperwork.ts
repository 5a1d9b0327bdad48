import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { defineCommand, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import {
  type PaperKind,
  type PaperOffice,
  type PaperState,
  paperKinds,
  paperOffices,
  paperStates,
} from './codes.ts'

const words = { words: z.string().max(2000) }
/** A paper that is being made. Its entry's id is the paper's. */
export const paperBegun = defineEntry({
  kind: 'paperwork.begun',
  tier: 'team',
  body: z.object({ kind: codeOf(paperKinds), office: codeOf(paperOffices), dueOn: plainDate.nullable() }),
  sealed: z.object(words),
  words: { vi: 'Làm giấy tờ', en: 'A paper begun' },
})
export const paperMoved = defineEntry({
  kind: 'paperwork.moved',
  tier: 'team',
  body: z.object({ paperId: z.uuid(), to: codeOf(paperStates), dueOn: plainDate.nullable() }),
  sealed: z.object(words),
  words: { vi: 'Giấy tờ chuyển bước', en: 'A paper moved on' },
})
export const paperworkKinds: readonly string[] = [paperBegun.kind, paperMoved.kind]

export interface PaperNow {
  id: string
  kind: PaperKind
  office: PaperOffice
  state: PaperState
  dueOn: PlainDate | null
  /** Every step with its day. */
  steps: readonly { state: PaperState; onDay: PlainDate }[]
}

/** How each paper stands, from the entries alone. */
export function foldPapers(entries: readonly EntryFact[]): PaperNow[] {
  const papers = new Map<string, PaperNow>(
    standing(entries, paperBegun).map(({ id, onDay, body }) => [
      id,
      { id, ...body, state: 'begun', steps: [{ state: 'begun', onDay }] },
    ]),
  )
  for (const { onDay, body } of standing(entries, paperMoved)) {
    const paper = papers.get(body.paperId)
    if (!paper) continue
    const steps = [...paper.steps, { state: body.to, onDay }]
    papers.set(paper.id, { ...paper, state: body.to, dueOn: body.dueOn, steps })
  }
  return [...papers.values()]
}

/** What may follow what. A refusal is not the end: more may be gathered. */
const mayFollow: Readonly<Record<PaperState, readonly PaperState[]>> = {
  begun: ['gathering', 'handed_in', 'stopped'],
  gathering: ['handed_in', 'stopped'],
  handed_in: ['more_asked', 'received', 'refused', 'stopped'],
  more_asked: ['gathering', 'handed_in', 'stopped'],
  received: [],
  refused: ['gathering', 'stopped'],
  stopped: ['gathering'],
}
export const nextPaperStates = (now: PaperState): readonly PaperState[] => mayFollow[now]
/** Nothing more is owed to a paper that stands so. */
export const isPaperDone = (state: PaperState): boolean => state === 'received' || state === 'stopped'

/** May the paper move there? Null means yes. */
export function paperRule(now: Pick<PaperNow, 'state'> | undefined, to: PaperState): Refusal | null {
  if (!now)
    return refuse(
      'paper_not_there',
      { vi: 'Không thấy giấy tờ này.', en: 'There is no such paper.' },
      'paperId',
    )
  if (nextPaperStates(now.state).includes(to)) return null
  return refuse(
    'paper_does_not_follow',
    {
      vi: `Giấy tờ đang ở bước «${paperStates[now.state].vi}», chưa chuyển sang «${paperStates[to].vi}» được.`,
      en: `The paper is at “${paperStates[now.state].en}” and cannot go to “${paperStates[to].en}” now.`,
    },
    'to',
  )
}

const about = {
  permission: 'case.write',
  scope: 'organisation',
  result: made,
  audit: 'PAPERWORK_WRITTEN',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const
const args = {
  organisationId: z.uuid(),
  caseId: z.uuid(),
  paperId: z.uuid(),
  dueOn: plainDate.nullable().default(null),
  words: z.string().trim().max(2000).default(''),
}

export const paperworkBegin = defineCommand({
  ...about,
  name: 'paperwork.begin',
  args: z.object({ ...args, kind: codeOf(paperKinds), office: codeOf(paperOffices) }),
  summary: { vi: 'Bắt đầu làm một giấy tờ', en: 'Begin a paper' },
})

export const paperworkMove = defineCommand({
  ...about,
  name: 'paperwork.move',
  args: z.object({ ...args, to: codeOf(paperStates) }),
  summary: { vi: 'Chuyển bước một giấy tờ', en: 'Move a paper on' },
})
