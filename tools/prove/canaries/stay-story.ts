import { randomUUID } from 'node:crypto'
import { caseAddMember } from '@ke-vai/contract/case/team.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  stayBegin,
  stayExtend,
  stayGoOn,
  stayLeave,
  stayNotReceive,
  stayPrepareLeaving,
  stayRequest,
  stayReview,
} from '@ke-vai/contract/stay/stay.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import type { OfCase } from './of-case.ts'
import { expectDone, marked, markedNumber, type Send } from './story.ts'

/** A bed that was found elsewhere, and a stay from its first to its last day. @returns entries that hold marks */
export async function stayMarks(van: Send, hien: Send, ofCase: OfCase): Promise<string[]> {
  const hienId = demoId('account/hien')
  const onTeam = await van(caseAddMember, { ...ofCase, accountId: hienId, part: 'shelter' })
  expectDone('shelter on the team', onTeam)
  const ids: string[] = []
  const noted = (what: string, answer: { status: number; body: { id: string } }) => {
    expectDone(what, answer)
    ids.push(answer.body.id)
  }
  const elsewhere = { ...ofCase, stayId: randomUUID() }
  noted('ask for a bed', await van(stayRequest, { ...elsewhere, words: marked('lời đề nghị chỗ') }))
  const no = { reason: 'no_bed', otherPlace: 'hospital', place: marked('nơi khác') } as const
  noted('not received', await hien(stayNotReceive, { ...elsewhere, ...no }))

  const stay = { ...ofCase, stayId: randomUUID() }
  expectDone('ask again', await van(stayRequest, stay))
  const moved = {
    ...{ bed: 'P2-1', onDay: today(), rulesExplained: true, herYes: true },
    health: 'see_doctor' as const,
    allergies: marked('dị ứng'),
    healthWords: marked('sức khỏe'),
    belongings: marked('đồ mang theo'),
  }
  noted('begin a stay', await hien(stayBegin, { ...stay, ...moved }))
  const week = { onDay: today(), levels: { health: 'well' as const }, words: marked('tuần đầu') }
  noted('review a stay', await hien(stayReview, { ...stay, ...week }))
  const decision = {
    by: 'health_department' as const,
    reason: 'papers' as const,
    until: addDays(today(), 200),
    decidedOn: today(),
    paperNumber: markedNumber(7),
    words: marked('lời quyết định'),
  }
  noted('extend a stay', await van(stayExtend, { ...stay, ...decision }))
  noted('go on', await van(stayGoOn, { ...stay, words: marked('ở tiếp') }))
  const check = { home: 'she_said_no', livelihood: 'not_yet' } as const
  const told = { contacts: [marked('người gặp trước')], words: marked('trước khi về') }
  noted('prepare leaving', await van(stayPrepareLeaving, { ...stay, ...check, ...told }))
  const gone = { how: 'other_facility', onDay: today(), escort: 'worker', kit: true } as const
  noted('leave', await hien(stayLeave, { ...stay, ...gone, words: marked('nơi đến sau') }))
  return ids
}
