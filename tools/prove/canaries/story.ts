import { randomUUID } from 'node:crypto'
import { approvalDecide, approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import { memberAdd, memberLinkAccount } from '@ke-vai/contract/club/member.ts'
import { memberBackgroundOpen, memberBackgroundSet } from '@ke-vai/contract/club/own-page.ts'
import type { CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { departureCheckIn, departureOpen, departurePlan } from '@ke-vai/contract/departure/departure.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { registerExport } from '@ke-vai/contract/register/export.ts'
import { identitySearch } from '@ke-vai/contract/register/identity.ts'
import { identityChange } from '@ke-vai/contract/register/identity-change.ts'
import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { identityOpen, personRegister } from '@ke-vai/contract/register/person.ts'
import { safeContactSet } from '@ke-vai/contract/register/safe-contact.ts'
import { situationWrite } from '@ke-vai/contract/situation/situation.ts'
import type { z } from 'zod'
import { demoId } from '../../../server/src/demo/demo.ts'
import { control, digits, letters } from './marks.ts'
import { searchBytes } from './search.ts'

const clubId = demoId('club/tuan-chau')

/** Sends a command as a device does; answers with status and body. */
export type Send = <C extends CommandDefinition>(
  command: C,
  args: z.input<C['args']>,
  approvalId?: string,
) => Promise<{ status: number; body: ResultOf<C> }>

/** Somebody whose every T2 field holds a mark of its own: letters where words go, digits in numbers. */
export const marked = (field: string) => `${letters} ${field}`
export const markedNumber = (field: number) => `${digits}${String(field).padStart(2, '0')}`

/** A step of the story that was not done ends it: a search over a story that did not happen would find nothing. */
export function expectDone(what: string, { status, body }: { status: number; body: unknown }): void {
  if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`)
}

/** The chair's own member row, so that she has a page of her own. The first story of a database makes it. */
export async function joinAsMember(send: Send): Promise<void> {
  const memberId = randomUUID()
  expectDone('member', await send(memberAdd, { clubId, memberId, displayName: 'Chị Thắm' }))
  const linked = await send(memberLinkAccount, { clubId, memberId, accountId: demoId('account/tham') })
  expectDone('member and account', linked)
}

/** Writes marks into everything that identifies somebody, and opens what can be opened. @returns her id */
export async function writeMarks(send: Send): Promise<string> {
  const personId = randomUUID()
  const her = {
    clubId,
    personId,
    name: marked('tên'),
    groups: ['at_risk' as const],
    birth: marked('sinh'),
    phone: markedNumber(1),
    address: marked('nhà'),
  }
  expectDone('register', await send(personRegister, her))
  const contactId = randomUUID()
  const contact = {
    clubId,
    contactId,
    personId,
    onDay: '2022-06-01',
    kinds: ['counselling' as const],
    topics: ['papers' as const],
    minutes: 20,
    note: marked('chuyện riêng'),
    nextStep: control,
    ruleTicked: true,
  }
  expectDone('contact', await send(contactRecord, contact))
  expectDone('own page', await send(memberBackgroundSet, ownPageArgs()))
  const accused = {
    clubId,
    noteId: randomUUID(),
    onDay: '2022-06-01',
    text: 'Nghe nói có người rủ đi làm xa.',
  }
  const sealed = { reliability: 'C' as const, accused: marked('người bị nêu'), namesChecked: true }
  expectDone('situation', await send(situationWrite, { ...accused, ...sealed }))
  const rule = {
    ways: ['call' as const],
    fromMinute: 840,
    untilMinute: 960,
    sayFrom: marked('xưng là'),
    mayLeaveMessage: false,
    whoMayAnswer: marked('người nghe máy'),
    visitRule: marked('khi đến nhà'),
  }
  expectDone('safe contact', await send(safeContactSet, { clubId, personId, rule }))
  const reason = 'prepare_visit' as const
  const opened = await send(identityOpen, { clubId, personId, reason })
  expectDone('open', opened)
  if (!JSON.stringify(opened.body).includes(letters))
    throw new Error('an opened identity does not hold its mark')
  expectDone('open note', await send(noteOpen, { clubId, contactId, reason }))
  expectDone('open own page', await send(memberBackgroundOpen, { clubId }))
  const planId = randomUUID()
  const plan = {
    clubId,
    personId,
    planId,
    country: 'other' as const,
    leavesAbout: today().slice(0, 7),
    work: 'other' as const,
    checkInOn: [today()],
    nextStep: 'nothing' as const,
    words: {
      contact: marked('người được chọn'),
      way: 'call' as const,
      codeWord: marked('từ đã hẹn'),
      place: marked('nơi đến'),
    },
    agreed: true as const,
  }
  expectDone('plan before leaving', await send(departurePlan, plan))
  const heard = { checkInId: randomUUID(), onDay: today(), outcome: 'heard_from' as const }
  const news = { clubId, personId, planId, ...heard, words: marked('tin từ xa') }
  expectDone('check in', await send(departureCheckIn, news))
  const agreed = await send(departureOpen, { clubId, personId, planId, reason })
  expectDone('open the plan', agreed)
  if (!JSON.stringify(agreed.body).includes(marked('từ đã hẹn'))) throw new Error('a plan lost its mark')
  const changes = {
    paper: markedNumber(2),
    family: marked('gia đình'),
    phone: markedNumber(3),
    address: marked('nhà mới'),
  }
  expectDone('change', await send(identityChange, { clubId, personId, changes }))
  const search = { clubId, kind: 'phone' as const, text: markedNumber(3) }
  const found = await send(identitySearch, search)
  expectDone('search', found)
  if (!found.body.found.some(({ id }) => id === personId)) throw new Error('the search did not find her')
  return personId
}

/** A list with names leaves the system: the chair asks, the ward officer agrees, the file is only answered. */
export async function exportNames(chair: Send, officer: Send): Promise<void> {
  const approvalId = randomUUID()
  const fields = ['birth' as const, 'phone' as const, 'address' as const]
  const args = { clubId, exportId: randomUUID(), purpose: 'health_insurance' as const, fields, group: null }
  const request = { clubId, organisationId: null, approvalId, command: registerExport.name, args }
  expectDone('ask for the export', await chair(approvalRequest, request))
  const decision = { clubId, organisationId: null, approvalId, decision: 'approved' as const }
  expectDone('agree to the export', await officer(approvalDecide, decision))
  const exported = await chair(registerExport, args, approvalId)
  expectDone('export', exported)
  const workbook = Buffer.from(exported.body.file, 'base64')
  if (searchBytes(workbook, [letters]).length === 0) throw new Error('the list does not hold her name')
}

const ownPageArgs = () => ({
  clubId,
  page: { experiences: [], note: marked('trang riêng') },
  blind: randomUUID(),
})

/** Marks where they do not belong: in what is refused, misspelt, broken or typed in the wrong field. */
export async function provokeErrors(address: string, cookie: string): Promise<void> {
  const post = (path: string, body: string, type = 'application/json') =>
    fetch(`${address}/api${path}`, { method: 'POST', headers: { 'content-type': type, cookie }, body })
  const id = () => randomUUID()
  const deviceTime = new Date().toISOString()
  const arrivals: unknown[] = [
    { id: marked('mã'), deviceTime, args: {} },
    { id: id(), deviceTime: marked('giờ'), args: {} },
    { id: id(), deviceTime, args: { clubId: marked('câu lạc bộ'), personId: id(), name: marked('tên') } },
    { id: id(), deviceTime, args: { clubId, personId: id(), name: `${letters}\u0000`, groups: ['at_risk'] } },
    { id: id(), deviceTime, args: { clubId, personId: id(), name: marked('tên'), groups: [marked('nhóm')] } },
    {
      id: id(),
      deviceTime,
      args: { clubId, personId: id(), name: marked('tên').repeat(60), groups: ['at_risk'] },
    },
  ]
  for (const arrival of arrivals) await post('/commands/person.register', JSON.stringify(arrival))
  await post('/commands/person.register', `{"id": "${letters}`)
  await post('/commands/person.register', marked('dạng khác'), 'text/plain')
  await post(`/commands/${encodeURIComponent(letters)}`, '{}')
  await post('/sign-in', JSON.stringify({ username: marked('tên gõ nhầm'), password: marked('mật khẩu') }))
  await post('/sign-in', JSON.stringify({ username: 'tham', password: markedNumber(2) }))
  for (const path of [`/clubs/${clubId}/register?code=${encodeURIComponent(letters)}`, `/places?q=${digits}`])
    await fetch(`${address}/api${path}`, { headers: { cookie } })
}
