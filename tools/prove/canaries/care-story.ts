import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { entitlementWrite } from '@ke-vai/contract/entitlement/entitlement.ts'
import { needAssess, needOpen, needPlanSafety, needSetRisk } from '@ke-vai/contract/need/need.ts'
import { paperworkBegin } from '@ke-vai/contract/paperwork/paperwork.ts'
import { protectionPropose } from '@ke-vai/contract/protection/protection.ts'
import { serviceRecord } from '@ke-vai/contract/service/service.ts'
import type { OfCase } from './of-case.ts'
import { expectDone, marked, type Send } from './story.ts'

/** What she needs and is given: each with words of its own. @returns entries that hold them */
export async function careMarks(van: Send, ofCase: OfCase): Promise<string[]> {
  const onDay = today()
  const ids = { assessed: randomUUID(), service: randomUUID(), right: randomUUID(), paper: randomUUID() }
  const levels = { housing: '3' } as const
  const assessed = { entryId: ids.assessed, onDay, levels, words: marked('lời về nhu cầu') }
  const also = { kind: 'initial' as const, priorities: [], strengths: marked('điểm mạnh') }
  expectDone('assessment', await van(needAssess, { ...ofCase, ...assessed, ...also }))
  expectDone('risk', await van(needSetRisk, { ...ofCase, level: 'low', words: marked('nguy cơ') }))
  const need = {
    needId: randomUUID(),
    domain: 'housing',
    priority: 'now',
    words: marked('một nhu cầu'),
  } as const
  expectDone('need', await van(needOpen, { ...ofCase, ...need }))
  const plan = {
    signs: marked('dấu hiệu'),
    places: marked('chỗ đến'),
    people: marked('ai giúp'),
    steps: marked('việc làm trước'),
  }
  expectDone('safety plan', await van(needPlanSafety, { ...ofCase, plan }))
  const given = { type: 'essentials', quantity: 1, unit: 'time', funder: 'state', onDay } as const
  const service = { ...ofCase, entryId: ids.service, ...given, note: marked('đã hỗ trợ') }
  expectDone('service', await van(serviceRecord, service))
  const right = { entryId: ids.right, regime: '2024', code: 'a', state: 'given', onDay } as const
  expectDone('entitlement', await van(entitlementWrite, { ...ofCase, ...right, note: marked('quyền') }))
  const paper = {
    paperId: ids.paper,
    kind: 'citizen_card',
    office: 'police',
    words: marked('giấy tờ'),
  } as const
  expectDone('paper', await van(paperworkBegin, { ...ofCase, ...paper }))
  const measure = { measureId: randomUUID(), kind: 'keep_secret', forWhom: 'helper' } as const
  const why = { who: marked('người cần bảo vệ'), danger: marked('mối đe dọa') }
  expectDone('protection', await van(protectionPropose, { ...ofCase, ...measure, ...why }))
  return Object.values(ids)
}
