import { randomUUID } from 'node:crypto'
import { caseSetSafeContact } from '@ke-vai/contract/case/safe-contact.ts'
import { memberAdd } from '@ke-vai/contract/club/member.ts'
import {
  companionAnswer,
  companionFinishTask,
  companionNoteVisit,
  companionOpen,
} from '@ke-vai/contract/companion/club.ts'
import { companionAddTask, companionAsk } from '@ke-vai/contract/companion/companion.ts'
import { consentGive } from '@ke-vai/contract/consent/consent.ts'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import { digits, letters } from './marks.ts'
import type { OfCase } from './of-case.ts'
import { expectDone, marked, type Send } from './story.ts'

const clubId = demoId('club/tuan-chau')
const fields = ['called_by', 'reach', 'phone', 'address'] as const

/** A club walks beside the case: how she is reached, what she agreed to tell it, tasks and what came back. */
export async function companionMarks(van: Send, club: Send, ofCase: OfCase): Promise<void> {
  const said = {
    ways: ['call'],
    cautions: ['no_messages'],
    saidBy: 'herself',
    how: marked('cách gọi'),
  } as const
  const safe = { ...ofCase, ...said, ways: [...said.ways], cautions: [...said.cautions] }
  expectDone('safe contact', await van(caseSetSafeContact, safe))
  const given = {
    ...ofCase,
    consentId: randomUUID(),
    purpose: 'companion' as const,
    toOrganisationId: demoId('organisation/union-tuan-chau'),
    fields: [...fields],
    givenBy: 'herself' as const,
    form: 'signature' as const,
    language: 'vietnamese' as const,
    textVersion: consentTextVersion,
    interpreter: 'not_needed' as const,
    validFrom: today(),
    validTo: addDays(today(), 90),
  }
  expectDone('consent to a companion', await van(consentGive, given))
  const companionId = randomUUID()
  expectDone('ask a club', await van(companionAsk, { ...ofCase, companionId, clubId, fields: [...fields] }))
  const memberId = randomUUID()
  expectDone(
    'a member',
    await club(memberAdd, { clubId, memberId, displayName: 'Em Thử', joinedOn: today() }),
  )
  const at = { clubId, companionId }
  expectDone('answer the team', await club(companionAnswer, { ...at, accept: true, memberId }))
  const [taskId, other] = [randomUUID(), randomUUID()]
  const task = { ...ofCase, companionId, kind: 'visit' as const, dueOn: today() }
  expectDone('a task', await van(companionAddTask, { ...task, taskId, words: marked('việc nhờ') }))
  expectDone('a task', await van(companionAddTask, { ...task, taskId: other, words: marked('việc khác') }))
  const opened = await club(companionOpen, at)
  expectDone('open a companion', opened)
  const told = JSON.stringify(opened.body)
  for (const mark of [letters, digits])
    if (!told.includes(mark)) throw new Error('the companion does not hold its mark')
  const done = { ...at, onDay: today(), outcome: 'met_well' as const }
  expectDone('finish', await club(companionFinishTask, { ...done, taskId, words: marked('kết quả việc') }))
  expectDone('visit', await club(companionNoteVisit, { ...done, words: marked('lần gặp') }))
}
