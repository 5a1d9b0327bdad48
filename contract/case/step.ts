import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { type CaseStage, type CaseState, caseStages, caseStates } from './codes.ts'
import { type EntryFact, standing } from './entry.ts'
import { stageMoved } from './state.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const about = {
  permission: 'case.manage',
  scope: 'organisation',
  result: done,
  offline: false,
  audit: 'CASE_MOVED',
  subject: { kind: 'case', arg: 'caseId' },
} as const

/** Moves a case on, or back from a pause. Closing, reopening and transfers have commands of their own. */
export const caseMove = defineCommand({
  ...about,
  name: 'case.move',
  args: z.object({ ...ofCase, to: codeOf(caseStates), reason: z.string().trim().max(2000).default('') }),
  summary: { vi: 'Chuyển bước hồ sơ', en: 'Move a case on' },
})

/** Pauses at her wish; nothing is lost, and she goes on where she was. */
export const casePause = defineCommand({
  ...about,
  name: 'case.pause',
  args: z.object({ ...ofCase, words: z.string().trim().max(2000).default('') }),
  summary: { vi: 'Tạm dừng theo ý người được hỗ trợ', en: 'Pause at her wish' },
})

export const caseSetStage = defineCommand({
  ...about,
  name: 'case.set_stage',
  args: z.object({ ...ofCase, to: codeOf(caseStages) }),
  summary: { vi: 'Chuyển giai đoạn hỗ trợ', en: 'Set the stage of support' },
})

const ofOthers: readonly CaseState[] = ['closing', 'closed', 'transfer_offered', 'transferred']

/** Whether this move is one of the plain ones; whether it may follow is asked of `caseMoveRule`. Null means yes. */
export function plainMoveRule(from: CaseState, to: CaseState): Refusal | null {
  if (to === 'paused')
    return refuse(
      'pause_is_her_wish',
      {
        vi: 'Tạm dừng là theo ý người được hỗ trợ; xin dùng nút «Tạm dừng».',
        en: 'A pause is her wish; please use “Pause”.',
      },
      'to',
    )
  if (!ofOthers.includes(from) && !ofOthers.includes(to)) return null
  return refuse(
    'case_move_elsewhere',
    {
      vi: 'Đóng, mở lại và chuyển giao hồ sơ làm ở mục riêng, vì có điều phải xem trước.',
      en: 'Closing, reopening and transfers are done in their own place, because more is looked at there.',
    },
    'to',
  )
}

/** The stage of a case from its entries alone. */
export function foldStage(entries: readonly EntryFact[]): CaseStage {
  return standing(entries, stageMoved).at(-1)?.body.to ?? 'emergency'
}

/** A stage that is already there is no change. Null means yes. */
export function stageRule(now: CaseStage, to: CaseStage): Refusal | null {
  if (now !== to) return null
  return refuse(
    'stage_is_there',
    { vi: 'Hồ sơ đang ở giai đoạn này.', en: 'The case is at this stage already.' },
    'to',
  )
}
