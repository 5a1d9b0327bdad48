import { randomUUID } from 'node:crypto'
import {
  caseIdentityChange,
  caseIdentityOpen,
  caseOpen,
  caseTake,
  caseWordsOpen,
} from '@ke-vai/contract/case/case.ts'
import { escortOpen, receptionEscort, receptionEscortStep } from '@ke-vai/contract/case/escort.ts'
import { caseNote, caseWriteStory, counsellingNote } from '@ke-vai/contract/case/story.ts'
import { caseAddMember } from '@ke-vai/contract/case/team.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  directoryAdd,
  directoryStreetOpen,
  directoryStreetSet,
} from '@ke-vai/contract/directory/directory.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import { careMarks } from './care-story.ts'
import { letters } from './marks.ts'
import type { OfCase } from './of-case.ts'
import { stayMarks } from './stay-story.ts'
import { expectDone, marked, markedNumber, type Send } from './story.ts'

const organisationId = demoId('organisation/centre-22')
const clubId = demoId('club/tuan-chau')

/** Opens the words of an entry, which must be there: else nothing was sealed and nothing could be found. */
async function expectWords(what: string, send: Send, ofCase: OfCase, entryId: string): Promise<void> {
  const opened = await send(caseWordsOpen, { ...ofCase, entryId })
  expectDone(what, opened)
  if (!JSON.stringify(opened.body).includes(letters)) throw new Error(`${what} does not hold its mark`)
}

/** A person of the club's register is taken to the commune; the agency takes the case that waits and reads who came. */
export async function escortMarks(club: Send, van: Send, personId: string): Promise<void> {
  const [escortId, caseId] = [randomUUID(), randomUUID()]
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const way = { clubId, personId, escortId }
  const words = { companion: marked('người đi cùng'), officeWords: marked('nơi trình báo') }
  expectDone('escort', await club(receptionEscort, { ...way, caseId, leftAt: ago(30), ...words }))
  const arrived = { ...way, arrivedAt: ago(10), receivedAt: ago(5), officer: marked('người tiếp nhận') }
  expectDone('escort received', await club(receptionEscortStep, arrived))
  expectDone('take the case', await van(caseTake, { organisationId, caseId }))
  const opened = await van(escortOpen, { organisationId, caseId, escortId })
  expectDone('open the escort', opened)
  if (!opened.body.companion.includes(letters)) throw new Error('the escort does not hold its mark')
}

/** A case whose identity, notes of all three tiers and shelter street hold marks; what can be opened is opened. */
export async function writeCaseMarks({ van, quyen, hien }: Record<'van' | 'quyen' | 'hien', Send>) {
  const ofCase: OfCase = { organisationId, caseId: randomUUID() }
  const arrival = { ageBand: '18_to_30', language: 'vietnamese', calledBy: marked('tên gọi') } as const
  expectDone('receive', await van(caseOpen, { ...ofCase, channel: 'self_return', ...arrival }))
  const identity = {
    calledBy: marked('tên gọi mới'),
    legalName: marked('tên giấy tờ'),
    birth: marked('năm sinh'),
    phone: markedNumber(4),
    address: marked('nơi ở'),
    family: marked('người thân'),
    paper: markedNumber(5),
  }
  expectDone('case identity', await van(caseIdentityChange, { ...ofCase, identity }))
  const opened = await van(caseIdentityOpen, { ...ofCase, reason: 'paperwork' })
  expectDone('open case identity', opened)
  if (!opened.body.identity.calledBy.includes(letters)) throw new Error('the identity does not hold its mark')

  const quyenId = demoId('account/quyen')
  const onTeam = await van(caseAddMember, { ...ofCase, accountId: quyenId, part: 'psychologist' })
  expectDone('psychologist on the team', onTeam)
  const noted = await van(caseNote, { ...ofCase, onDay: today(), words: marked('ghi chú nhóm') })
  expectDone('note of the team', noted)
  await expectWords('the note', quyen, ofCase, noted.body.id)
  const story = { destination: marked('nơi đến'), words: marked('lời kể') }
  const told = await van(caseWriteStory, { ...ofCase, story })
  expectDone('story', told)
  await expectWords('the story', van, ofCase, told.body.id)
  const session = { onDay: today(), mode: 'in_person', minutes: 50, note: marked('buổi tham vấn') } as const
  const counselled = await quyen(counsellingNote, { ...ofCase, ...session })
  expectDone('counselling', counselled)
  await expectWords('the counselling note', quyen, ofCase, counselled.body.id)

  for (const entryId of await careMarks(van, ofCase)) await expectWords('care', van, ofCase, entryId)
  for (const entryId of await stayMarks(van, hien, ofCase))
    await expectWords('the stay', hien, ofCase, entryId)
  await shelterMarks(van, hien)
  return ofCase
}

/** Where a shelter stands: written by a case manager, opened by the shelter team. The rest of the entry is public. */
async function shelterMarks(van: Send, hien: Send): Promise<void> {
  const ofEntry = { organisationId, entryId: randomUUID() }
  const facts = {
    kind: 'shelter',
    name: 'Ngôi nhà thử',
    provider: 'Trung tâm thử',
    area: 'Tỉnh Quảng Ninh',
    fee: 'free',
    hours: 'all_day',
    source: 'bản thử',
  } as const
  expectDone('shelter', await van(directoryAdd, { ...ofEntry, facts }))
  const set = { ...ofEntry, shelterOrganisationId: organisationId, street: marked('đường nơi tạm lánh') }
  expectDone('street', await van(directoryStreetSet, set))
  const opened = await hien(directoryStreetOpen, ofEntry)
  expectDone('open the street', opened)
  if (!opened.body.street.includes(letters)) throw new Error('the street does not hold its mark')
}

/** Marks of a case where they do not belong: in codes, ids and addresses, which are all refused. */
export async function misplaceMarks(address: string, cookie: string, ofCase: OfCase): Promise<void> {
  const deviceTime = new Date().toISOString()
  const send = (name: string, args: object) =>
    fetch(`${address}/api/commands/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ id: randomUUID(), deviceTime, args }),
    })
  const { caseId } = ofCase
  const arrived = { organisationId, caseId: randomUUID(), channel: 'self_return' }
  const refused = [
    await send('case.open', { ...arrived, channel: marked('đường đến'), calledBy: marked('tên') }),
    await send('case.open', { ...arrived, calledBy: marked('tên').repeat(60) }),
    await send('case.note', { ...ofCase, onDay: marked('ngày'), words: marked('ghi chú') }),
    // A known id: the case is there already.
    await send('case.open', { organisationId, caseId, channel: 'self_return', calledBy: marked('tên khác') }),
    await send('case.write_story', { ...ofCase, story: { words: marked('kể lần hai') } }),
    await fetch(`${address}/api/organisations/${organisationId}/cases/${encodeURIComponent(letters)}`, {
      headers: { cookie },
    }),
  ]
  const through = refused.filter(({ status }) => status < 400)
  if (through.length > 0) throw new Error(`${through.length} marks in the wrong place were let in`)
}
