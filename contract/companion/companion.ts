import { z } from 'zod'
import { defineEntry } from '../case/entry.ts'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { codeOf } from '../words.ts'
import {
  companionDeclines,
  companionEnds,
  companionFields,
  companionOutcomes,
  companionTaskKinds,
  visitPurposes,
} from './codes.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid(), companionId: z.uuid() }
const about = {
  scope: 'organisation',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const
const companionId = z.uuid()
const note = z.object({ words: z.string().max(1000) })

// What the team does.
export const companionAsked = defineEntry({
  kind: 'companion.asked',
  tier: 'team',
  body: z.object({ companionId, fields: z.array(z.enum(companionFields)) }),
  sealed: null,
  words: { vi: 'Nhờ câu lạc bộ đồng hành', en: 'Asked a club to walk along' },
})
export const visitPlanned = defineEntry({
  kind: 'companion.visit_planned',
  tier: 'team',
  body: z.object({ companionId, onDay: plainDate, purpose: codeOf(visitPurposes) }),
  sealed: null,
  words: { vi: 'Hẹn lần gặp tới của người đồng hành', en: 'Planned the next visit of the companion' },
})
export const companionTaskAdded = defineEntry({
  kind: 'companion.task_added',
  tier: 'team',
  body: z.object({ companionId, taskId: z.uuid(), kind: codeOf(companionTaskKinds), dueOn: plainDate }),
  sealed: null,
  words: { vi: 'Nhờ người đồng hành một việc', en: 'Gave the companion a task' },
})
export const companionEnded = defineEntry({
  kind: 'companion.ended',
  tier: 'team',
  body: z.object({ companionId, reason: codeOf(companionEnds) }),
  sealed: null,
  words: { vi: 'Dừng việc đồng hành', en: 'The companionship ended' },
})

// What the club did, written into the case for its team by the database.
export const companionAnswered = defineEntry({
  kind: 'companion.answered',
  tier: 'team',
  body: z.object({ companionId, accepted: z.boolean(), reason: codeOf(companionDeclines).nullable() }),
  sealed: null,
  words: { vi: 'Câu lạc bộ trả lời', en: 'The club answered' },
})
export const companionTaskFinished = defineEntry({
  kind: 'companion.task_finished',
  tier: 'team',
  body: z.object({
    companionId,
    taskId: z.uuid(),
    kind: codeOf(companionTaskKinds),
    onDay: plainDate,
    outcome: codeOf(companionOutcomes),
  }),
  sealed: note,
  words: { vi: 'Người đồng hành đã làm một việc', en: 'The companion finished a task' },
})
export const companionVisited = defineEntry({
  kind: 'companion.visited',
  tier: 'team',
  body: z.object({ companionId, onDay: plainDate, outcome: codeOf(companionOutcomes) }),
  sealed: note,
  words: { vi: 'Người đồng hành tới gặp', en: 'The companion visited' },
})
export const companionLeft = defineEntry({
  kind: 'companion.left',
  tier: 'team',
  body: z.object({ companionId, reason: codeOf(companionEnds) }),
  sealed: null,
  words: { vi: 'Câu lạc bộ dừng việc đồng hành', en: 'The club ended the companionship' },
})

/** Asks a club, with her consent in force: exactly these fields are sealed for it. */
export const companionAsk = defineCommand({
  ...about,
  name: 'companion.ask',
  permission: 'case.manage',
  args: z.object({ ...ofCase, clubId: z.uuid(), fields: z.array(z.enum(companionFields)).min(1).max(20) }),
  result: made,
  audit: 'COMPANION_ASKED',
  summary: { vi: 'Nhờ câu lạc bộ đồng hành', en: 'Ask a club to walk along' },
})

export const companionPlanVisit = defineCommand({
  ...about,
  name: 'companion.plan_visit',
  permission: 'case.write',
  args: z.object({ ...ofCase, onDay: plainDate, purpose: codeOf(visitPurposes) }),
  result: done,
  audit: 'COMPANION_PLANNED',
  summary: { vi: 'Hẹn lần gặp tới', en: 'Plan the next visit' },
})

export const companionAddTask = defineCommand({
  ...about,
  name: 'companion.add_task',
  permission: 'case.write',
  args: z.object({
    ...ofCase,
    taskId: z.uuid(),
    kind: codeOf(companionTaskKinds),
    dueOn: plainDate,
    /** To the companion: where, with what. Sealed; never what happened to her. */
    words: z.string().trim().max(1000).default(''),
  }),
  result: made,
  audit: 'COMPANION_TASK_ADDED',
  summary: { vi: 'Nhờ người đồng hành một việc', en: 'Give the companion a task' },
})

export const companionEnd = defineCommand({
  ...about,
  name: 'companion.end',
  permission: 'case.write',
  args: z.object({ ...ofCase, reason: codeOf(companionEnds) }),
  result: done,
  audit: 'COMPANION_ENDED',
  summary: { vi: 'Dừng việc đồng hành', en: 'End the companionship' },
})
