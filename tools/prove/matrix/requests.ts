import { randomUUID } from 'node:crypto'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { makeWorkbook } from '../../../server/src/ledger/testing/make-workbook.ts'
import type { About, Ask } from './asking.ts'
import { departureArgs } from './departure-args.ts'
import type { Relation } from './oracle.ts'
import { receivedFrom } from './oracle-of-sharing.ts'
import { caseCommands, caseReads } from './requests-of-cases.ts'
import { directoryCommands, directoryReads } from './requests-of-directory.ts'
import { type Companion, caseOf, clubOf, months, type Sent, type World } from './world.ts'

const of = (about: About) => ({ clubId: about.club.id })
const inMonth =
  (month: string): Ask =>
  (about) => ({ ...of(about), month })
const clubAlone: Ask = of
const ofPerson = (about: About) => ({ ...of(about), personId: about.person.id })
const referralOfPerson = (about: About) => ({ ...ofPerson(about), referralId: about.person.referral })
const departureOf = (about: About) => ({ ...ofPerson(about), planId: about.person.plan })
const query = (about: About, asked: object) => ({ ...of(about), query: asked })
const place = { level: 'commune', code: '06700' }

const erasing = (about: About) => ({
  ...of(about),
  personId: about.person.id,
  erasureId: randomUUID(),
  ground: 'her_wish',
})

const workbook = Buffer.from(
  makeWorkbook({
    sheets: [
      {
        name: 'Sổ theo dõi',
        rows: [
          ['STT', 'Họ và tên', 'Nam', 'Nữ', 'Ngày tháng năm sinh', 'Địa chỉ', 'Số điện thoại', 'Ghi chú'],
          [1, 'Giàng Thị Thử', null, 'x', '1999', 'Tổ 1', '0900000001', null],
        ],
      },
    ],
  }),
).toString('base64')

/** How every read is asked. */
export const reads: Readonly<Record<string, Ask>> = {
  ...caseReads,
  ...directoryReads,
  'account.me': () => ({}),
  'club.accounts': clubAlone,
  'club.count': (about) => ({ organisationId: about.organisationId }),
  'club.get': (about) => query(about, { year: '2025' }),
  'club.list': () => ({}),
  'programme.list': () => ({}),
  'organisation.get': (about) => ({ organisationId: about.organisationId }),
  'task.list': (about) => [of(about), query(about, { month: months.met }), query(about, { open: 'true' })],
  'month.agenda': inMonth(months.met),
  'month.get': (about) => [
    { ...of(about), month: months.met },
    { ...of(about), month: months.locked },
  ],
  'month.list': clubAlone,
  'month.to_accept': (about) => ({ organisationId: about.organisationId }),
  'place.get': () => ({ ...place, query: { asOf: '2022-05-01' } }),
  'place.today': () => ({ ...place, query: { from: '2022-05-01' } }),
  'place.search': () => ({ query: { q: 'tuan chau' } }),
  'register.first_contact_time': clubAlone,
  'register.person': ofPerson,
  'referral.list_of_person': ofPerson,
  'consent.list_of_person': ofPerson,
  'referral.places': (about) => query(about, { service: 'papers' }),
  'register.list': (about) => [
    of(about),
    query(about, { overdue: 'true' }),
    query(about, { group: 'at_risk' }),
    query(about, { code: 'KV', limit: '1' }),
  ],
  'companion.list': clubAlone,
  'departure.of_person': ofPerson,
  'register.paper': clubAlone,
  'report.month_docx': inMonth(months.locked),
  'report.month': inMonth(months.locked),
  'report.month_xlsx': inMonth(months.locked),
  'mobilisation.progress': (about) => query(about, { year: '2025' }),
  'session.list': (about) => query(about, { year: '2025' }),
  'situation.accused': clubAlone,
  'situation.clubs': () => ({}),
  'situation.list': clubAlone,
  'survey.list': clubAlone,
  'identity.openings': ofPerson,
  'reception.escorts': ofPerson,
  'reception.agencies': () => ({}),
  'approval.mine': () => ({}),
  'account.sign_ins': () => ({}),
  'account.ways': () => ({}),
  'invitation.list': () => ({}),
  'audit.list': (about) => ({ organisationId: about.organisationId }),
  'audit.unusual': (about) => ({ organisationId: about.organisationId }),
  'approval.waiting': () => ({}),
  'exclusion.list': clubAlone,
  'grant.list': clubAlone,
  'grant.list_of_organisation': (about) => ({ organisationId: about.organisationId }),
}

const atClub = (about: About) => ({ ...of(about), organisationId: null })
const newcomer = (about: About) => ({
  grantId: randomUUID(),
  accountId: about.club.newcomer,
  since: today(),
  until: null,
})
const facts = {
  decisionNo: '2',
  decisionOn: '2022-01-02',
  launchedOn: null,
  startedOn: null,
  pilot: false,
  programmeId: null,
}
const walking = (about: About) => ({ ...of(about), companionId: about.companion.id })
const free = (about: About) => ({ ...of(about), memberId: about.club.members.free })

/** With which arguments every command is sent: such that whoever may do it can. */
export const commands: Readonly<Record<string, Ask>> = {
  ...caseCommands,
  ...directoryCommands,
  'account.end_sign_in': () => ({ signInId: randomUUID() }),
  'account.end_all': () => ({}),
  'account.set_up_authenticator': () => ({}),
  'account.confirm_authenticator': () => ({ code: '000000' }),
  'account.remove_authenticator': () => ({}),
  'account.remove_passkey': () => ({ passkeyId: randomUUID() }),
  'invitation.make': (about) => ({ ...of(about), invitationId: randomUUID(), displayName: 'Chị Mới' }),
  'invitation.make_powerful': (about) => ({
    invitationId: randomUUID(),
    organisationId: about.organisationId,
    clubId: about.club.id,
    role: 'club_chair',
    displayName: 'Chị Mới',
  }),
  'invitation.make_return': (about) => ({
    invitationId: randomUUID(),
    organisationId: about.organisationId,
    accountId: about.club.unlinkedAccount,
  }),
  'identity.change': (about) => ({ ...of(about), personId: about.person.id, changes: { paper: '001' } }),
  'register.export': (about) => ({
    ...of(about),
    exportId: randomUUID(),
    purpose: 'support_budget',
    fields: ['phone'],
  }),
  'invitation.cancel': () => ({ invitationId: randomUUID() }),
  'approval.request': (about) => ({
    ...atClub(about),
    approvalId: randomUUID(),
    command: 'person.erase',
    args: erasing(about),
  }),
  'approval.decide': (about) => ({ ...atClub(about), approvalId: about.person.wish, decision: 'declined' }),
  'approval.withdraw': (about) => ({ ...atClub(about), approvalId: about.person.wish }),
  'exclusion.set': (about, world) => ({
    ...of(about),
    exclusionId: randomUUID(),
    personId: about.person.id,
    accountId: world.arranger.accountId,
    ground: 'relative',
  }),
  'exclusion.lift': (about) => ({ ...of(about), exclusionId: about.person.exclusion }),
  'grant.give': (about) => ({ ...of(about), ...newcomer(about) }),
  'grant.give_powerful': (about) => ({
    organisationId: about.organisationId,
    clubId: about.club.id,
    role: 'club_chair',
    ...newcomer(about),
  }),
  'grant.end': (about) => ({ ...atClub(about), grantId: about.club.unlinkedGrant, reason: 'x' }),
  'person.merge': (about, world) => ({
    ...of(about),
    mergeId: randomUUID(),
    keptId: about.person.id,
    mergedId: (about.relation === 'own' ? world.persons.team : world.persons.own).id,
    reason: 'same_phone',
  }),
  'person.unmerge': (about, world) => ({
    ...of(about),
    mergeId: world.mergeId,
    keptId: about.person.id,
    mergedId: world.persons.merged.id,
  }),
  'person.erase': erasing,
  'club.create': (about) => ({
    organisationId: about.organisationId,
    clubId: randomUUID(),
    code: `moi-${randomUUID()}`,
    name: 'Câu lạc bộ mới',
    kind: 'prevention',
    placeCode: '06700',
    placeAsOf: '2022-05-01',
  }),
  'club.rename': (about) => ({ ...of(about), name: 'Tên mới', validFrom: '2026-01-01' }),
  'club.set_facts': (about) => ({ ...of(about), ...facts }),
  'club.set_month_start': (about) => ({ ...of(about), day: 3 }),
  'club.set_state': (about) => ({ ...of(about), state: 'dissolved', onDay: '2026-01-01', reason: 'x' }),
  'member.add': (about) => ({ ...of(about), memberId: randomUUID(), displayName: 'Chị Mới' }),
  'member.open_own': clubAlone,
  'member.set_own': (about) => ({ ...of(about), blind: randomUUID(), page: { experiences: [], note: 'x' } }),
  'member.leave': (about) => ({ ...free(about), leftOn: '2026-01-01' }),
  'member.link_account': (about) => ({ ...free(about), accountId: about.club.unlinkedAccount }),
  'member.set_board_role': (about) => ({
    ...free(about),
    boardRole: 'secretary',
    eligibilityGround: 'prestige',
  }),
  'member.set_duty': (about) => ({ ...free(about), area: 'Tổ 2' }),
  'plan.approve': (about) => ({ ...of(about), year: 2025, approvedOn: '2025-01-01' }),
  'plan.set': (about) => ({ ...of(about), planId: randomUUID(), year: 2025, objectives: ['x'] }),
  'statute.issue': (about) => ({
    ...of(about),
    statuteId: randomUUID(),
    issuedBy: 'UBND',
    issuedOn: '2025-01-01',
    cadence: 'monthly',
    boardCadence: 'monthly',
    quorumPercent: 1,
  }),
  'target.set': (about) => ({
    ...of(about),
    targetId: randomUUID(),
    year: 2025,
    indicator: 'counselling',
    setBy: 'club',
    minimum: 2,
    maximum: null,
    unit: 'person_time',
    source: 'x',
  }),
  'task.do': (about) => ({ ...of(about), taskId: about.person.task, state: 'doing' }),
  'task.give': (about) => ({ ...of(about), taskId: randomUUID(), personId: about.person.id, content: 'x' }),
  'ledger.import': (about) => ({
    ...of(about),
    importId: randomUUID(),
    fileName: 'so-2025.xlsx',
    file: workbook,
  }),
  'ledger.preview': (about) => ({ ...of(about), fileName: 'so-2025.xlsx', file: workbook }),
  'meeting.record': (about) => ({
    ...of(about),
    month: months.met,
    meetingId: randomUUID(),
    kind: 'board',
    heldOn: '2025-03-21',
    attendance: [about.club.members.free],
    minutes: 'x',
    restrictedPart: 'x',
  }),
  'month.accept': inMonth(months.submitted),
  'month.amend': (about) => ({
    ...of(about),
    month: months.locked,
    amendmentId: randomUUID(),
    indicator: 'visits',
    value: 99,
    reason: 'x',
  }),
  'month.give_tasks': (about) => ({
    ...of(about),
    month: months.met,
    meetingId: about.club.ids.meeting,
    tasks: [{ taskId: randomUUID(), memberId: about.club.members.free, content: 'x', dueOn: '2025-04-10' }],
  }),
  'month.open': (about) => ({ ...of(about), month: months.unopened, cycleId: randomUUID() }),
  'month.prepare': inMonth(months.met),
  'month.return': (about) => ({ ...of(about), month: months.submitted, comment: 'x' }),
  'month.submit': inMonth(months.met),
  'month.write': (about) => ({ ...of(about), month: months.met, situation: 'x' }),
  'contact.record': (about) => ({
    ...of(about),
    contactId: randomUUID(),
    personId: about.person.id,
    onDay: '2025-02-01',
    kinds: ['visit'],
    note: 'x',
    ruleTicked: true,
  }),
  'identity.open': (about) => ({ ...of(about), personId: about.person.id, reason: 'call' }),
  'identity.search': (about) => ({ ...of(about), kind: 'phone', text: '0912345678' }),
  'note.open': (about) => ({ ...of(about), contactId: about.person.contact, reason: 'call' }),
  'person.assign': (about) => ({
    ...of(about),
    personId: about.person.id,
    memberId: about.club.members.free,
  }),
  'person.set_groups': (about) => ({
    ...of(about),
    personId: about.person.id,
    groups: ['relative'],
    onDay: '2025-02-01',
  }),
  'person.register': (about) => ({
    ...of(about),
    personId: randomUUID(),
    name: 'Chị Thử',
    groups: ['at_risk'],
    phone: '0900',
  }),
  'person.set_sex': (about) => ({ ...of(about), personId: about.person.id, sex: 'female' }),
  'companion.answer': (about) => ({ ...walking(about), accept: false, reason: 'too_far' }),
  'companion.assign': (about) => ({ ...walking(about), memberId: about.club.members.free }),
  'companion.finish_task': (about) => ({
    ...walking(about),
    taskId: about.companion.task,
    onDay: today(),
    outcome: 'met_well',
    words: 'x',
  }),
  'companion.note_visit': (about) => ({ ...walking(about), onDay: today(), outcome: 'not_met' }),
  'companion.leave': (about) => ({ ...walking(about), reason: 'club_cannot' }),
  'companion.open': walking,
  'consent.give_for_person': (about, world) => ({
    ...ofPerson(about),
    consentId: randomUUID(),
    toOrganisationId: world.organisations.nation,
    fields: ['need'],
    ageBand: '18_to_30',
    givenBy: 'herself',
    form: 'signature',
    language: 'vietnamese',
    languageStated: true,
    textVersion: consentTextVersion,
    interpreter: 'not_needed',
    validFrom: today(),
    validTo: today(),
  }),
  'consent.note_answer_for_person': (about) => ({ ...ofPerson(about), answer: 'later' }),
  'consent.withdraw_for_person': (about) => ({ ...ofPerson(about), consentId: about.person.consent }),
  'referral.prepare_for_person': (about, world) => ({
    ...ofPerson(about),
    referralId: randomUUID(),
    service: 'papers',
    urgency: 'soon',
    toOrganisationId: world.organisations.nation,
    fields: ['need'],
    need: 'x',
  }),
  'referral.preview_for_person': referralOfPerson,
  'referral.deliver_for_person': referralOfPerson,
  'referral.remind_for_person': referralOfPerson,
  'referral.rate_for_person': (about) => ({ ...referralOfPerson(about), rating: 3 }),
  'referral.end_for_person': (about) => ({ ...referralOfPerson(about), to: 'withdrawn' }),
  'referral.hear_for_person': (about) => ({ ...referralOfPerson(about), to: 'accepted' }),
  'safe_contact.set': (about) => ({
    ...of(about),
    personId: about.person.id,
    rule: {
      ways: ['none'],
      fromMinute: null,
      untilMinute: null,
      sayFrom: null,
      mayLeaveMessage: false,
      whoMayAnswer: null,
      visitRule: null,
    },
  }),
  'departure.plan': (about) => departureArgs({ ...ofPerson(about), planId: randomUUID() }, 'x'),
  'departure.check_in': (about) => ({
    ...departureOf(about),
    checkInId: randomUUID(),
    onDay: today(),
    outcome: 'heard_from',
    words: 'x',
  }),
  'departure.stop': departureOf,
  'departure.open': (about) => ({ ...departureOf(about), reason: 'call' }),
  'screening.record': (about) => ({
    ...of(about),
    screeningId: randomUUID(),
    personId: about.person.id,
    instrument: 'nguy_co/1',
    answers: { threatened: 'yes', not_safe_now: 'yes' },
  }),
  'session.record': (about) => ({
    ...of(about),
    sessionId: randomUUID(),
    onDay: '2025-02-01',
    topic: 'x',
    others: 1,
  }),
  'mobilisation.record': (about, world) => ({
    ...of(about),
    mobilisationId: randomUUID(),
    // Whoever is of the club of the matrix speaks for herself; elsewhere somebody must be named who is there.
    memberId: about.club.members.member ?? about.club.members.arranger,
    personId: about.person.id,
    sessionId: null,
    result: 'agreed',
    onDay: world ? '2025-02-01' : '',
  }),
  'situation.open_accused': (about) => ({ ...of(about), noteId: about.club.ids.note }),
  'reception.escort': (about, world) => ({
    ...of(about),
    personId: about.person.id,
    escortId: randomUUID(),
    caseId: randomUUID(),
    agencyId: world.organisations.centre,
    leftAt: '2025-02-01T00:00:00Z',
  }),
  'reception.escort_step': (about) => ({ ...of(about), personId: about.person.id, escortId: randomUUID() }),
  'situation.write': (about) => ({
    ...of(about),
    noteId: randomUUID(),
    onDay: '2025-02-01',
    text: 'có xe lạ ở bến',
    reliability: 'B',
    accused: 'x',
  }),
  'survey.decline': (about) => ({ ...of(about), roundId: about.club.ids.survey }),
  'survey.open_round': (about) => ({
    ...of(about),
    roundId: randomUUID(),
    purpose: 'x',
    startsOn: '2025-02-01',
  }),
}

const organisationAt: Partial<Record<Relation, keyof World['organisations']>> = {
  sub_area: 'hamlet',
  sibling: 'ward2',
  parent: 'province',
  other: 'province2',
}

const sentOf = (world: World, relation: Relation): Sent => world.sent.get(relation) ?? sentNowhere()
const sentNowhere = (): Sent => ({
  consent: randomUUID(),
  referral: randomUUID(),
  transfer: randomUUID(),
  request: randomUUID(),
  tracing: randomUUID(),
  notice: randomUUID(),
  emergency: randomUUID(),
})

/** An erased person has nobody beside her; a line that stands for another is that other. */
const companionOf = (world: World, relation: Relation): Companion =>
  world.companions.get(relation === 'merged' ? 'own' : relation) ?? companionNowhere()
const companionNowhere = (): Companion => ({ id: randomUUID(), task: randomUUID() })

export function about(world: World, relation: Relation): About {
  return {
    relation,
    club: clubOf(world, relation),
    person: world.persons[relation],
    organisationId: world.organisations[organisationAt[relation] ?? 'ward'],
    case: caseOf(world, relation),
    sent: sentOf(world, world.cases.has(relation) ? relation : 'own'),
    received: sentOf(world, (receivedFrom[relation] ?? receivedFrom.own) as Relation),
    companion: companionOf(world, relation),
    round: world.rounds.get(relation) ?? world.rounds.get('own') ?? '',
  }
}

/** The same with ids that name nothing: of the same club when the person alone is hidden, else of no club. */
export function aboutNothing(
  { relation, club, person, organisationId, case: file }: About,
  whole: boolean,
): About {
  const ids = {
    id: randomUUID(),
    contact: randomUUID(),
    referral: randomUUID(),
    consent: randomUUID(),
    mobilisation: randomUUID(),
    task: randomUUID(),
    wish: randomUUID(),
    plan: randomUUID(),
    exclusion: randomUUID(),
  }
  return {
    relation,
    club: whole ? { ...club, id: randomUUID() } : club,
    person: { ...person, ...ids },
    organisationId: whole ? randomUUID() : organisationId,
    case: {
      id: randomUUID(),
      organisationId: whole ? randomUUID() : file.organisationId,
      entry: randomUUID(),
      stay: randomUUID(),
    },
    sent: sentNowhere(),
    received: sentNowhere(),
    companion: companionNowhere(),
    round: randomUUID(),
  }
}
