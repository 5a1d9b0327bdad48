import { randomUUID } from 'node:crypto'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { canary } from './canary.ts'
import { departureArgs } from './departure-args.ts'
import type { Relation } from './oracle.ts'
import { type Club, months, type Person, type World } from './world.ts'

/** Fills a club through the product's own commands, as somebody who may do everything everywhere. */
export async function fillClub(world: World, club: Club): Promise<void> {
  const { relation, ids } = club
  const word = (kind: string, what?: string) => canary(kind, relation, what)
  const send = (name: string, args: object) =>
    world.send(world.arranger, name, { clubId: club.id, ...args }) as Promise<Record<string, unknown>>
  world.ids.set(club.id, { kind: 'club', relation })
  await send('statute.issue', {
    statuteId: randomUUID(),
    issuedBy: word('paper', 'statute'),
    issuedOn: '2022-01-01',
    cadence: 'monthly',
    boardCadence: 'monthly',
    quorumPercent: 1,
  })
  await send('plan.set', { planId: randomUUID(), year: 2025, objectives: [word('paper', 'plan')] })
  await send('target.set', {
    targetId: randomUUID(),
    year: 2025,
    indicator: 'counselling',
    setBy: 'club',
    minimum: 1,
    maximum: null,
    unit: 'person_time',
    source: word('paper', 'target'),
  })
  await send('session.record', {
    sessionId: ids.session,
    onDay: '2025-01-05',
    topic: word('session'),
    venue: word('session', 'venue'),
    others: 3,
  })
  await send('survey.open_round', { roundId: ids.survey, purpose: word('survey'), startsOn: '2025-01-01' })
  await send('situation.write', {
    noteId: ids.note,
    onDay: '2025-01-06',
    text: word('situation'),
    reliability: 'A',
    accused: word('accused'),
  })
  await send('member.set_own', { blind: randomUUID(), page: { experiences: [], note: word('background') } })
  for (const [kind, id] of Object.entries({
    session: ids.session,
    survey: ids.survey,
    situation: ids.note,
    meeting: ids.meeting,
  }))
    world.ids.set(id, { kind, relation })
  await fillMonths(world, club)
  const here: Relation[] = relation === 'own' ? ['own', 'team', 'excluded', 'erased', 'merged'] : [relation]
  for (const each of here) world.persons[each] = await addPerson(world, club, each)
}

async function fillMonths(world: World, club: Club): Promise<void> {
  const word = (kind: string, what?: string) => canary(kind, club.relation, what)
  for (const month of [months.locked, months.submitted, months.met]) {
    const send = (name: string, args: object = {}) =>
      world.send(world.arranger, name, { clubId: club.id, month, ...args })
    await send('month.open', { cycleId: randomUUID() })
    const meetingId = month === months.met ? club.ids.meeting : randomUUID()
    await send('meeting.record', {
      meetingId,
      kind: 'members',
      heldOn: `${month}-20`,
      attendance: [club.members.arranger],
      minutes: word('meeting', 'minutes'),
      decisions: [word('meeting', 'decision')],
      restrictedPart: word('restricted'),
    })
    await send('month.write', {
      situation: word('month_text', 'situation'),
      difficulties: word('month_text', 'difficulties'),
    })
    if (month === months.met) continue
    await send('month.submit')
    if (month === months.submitted) continue
    await send('month.return', { comment: word('entry') })
    await send('month.write', { nextMonth: word('month_text', 'next') })
    await send('month.submit')
    await send('month.accept')
    await send('month.amend', {
      amendmentId: randomUUID(),
      indicator: 'visits',
      value: 77,
      reason: word('amendment'),
    })
  }
}

/** One person with every field told: her identity, how she is reached, a contact with its note, a referral, a task. */
async function addPerson(world: World, club: Club, relation: Relation): Promise<Person> {
  const word = (kind: string, what?: string) => canary(kind, relation, what)
  const send = (name: string, args: object) => world.send(world.arranger, name, { clubId: club.id, ...args })
  const ids = {
    id: randomUUID(),
    contact: randomUUID(),
    referral: randomUUID(),
    consent: randomUUID(),
    mobilisation: randomUUID(),
    task: randomUUID(),
    wish: randomUUID(),
    exclusion: randomUUID(),
    plan: randomUUID(),
  }
  const personId = ids.id
  await send('person.register', {
    personId,
    name: word('identity', 'name'),
    groups: ['at_risk'],
    birth: word('identity', 'birth'),
    phone: word('identity', 'phone'),
    address: word('identity', 'address'),
  })
  await send('identity.change', {
    personId,
    changes: { paper: word('identity', 'paper'), family: word('identity', 'family') },
  })
  await send('safe_contact.set', {
    personId,
    rule: {
      ways: ['call'],
      fromMinute: null,
      untilMinute: null,
      sayFrom: word('safe_contact', 'say'),
      mayLeaveMessage: true,
      whoMayAnswer: word('safe_contact', 'answer'),
      visitRule: word('safe_contact', 'visit'),
    },
  })
  await send('contact.record', {
    contactId: ids.contact,
    personId,
    onDay: '2025-01-10',
    kinds: ['counselling'],
    note: word('note'),
    nextStep: word('person', 'next'),
    nextDueOn: '2025-01-20',
    ruleTicked: true,
  })
  await send('identity.open', { personId, reason: 'call' })
  await send('note.open', { contactId: ids.contact, reason: 'call' })
  await refer(world, club, ids, word('identity', 'need'))
  await send('screening.record', {
    screeningId: randomUUID(),
    personId,
    instrument: 'nguy_co/1',
    answers: { met_online: 'yes' },
  })
  await send('departure.plan', departureArgs({ personId, planId: ids.plan }, word('departure', 'word')))
  await send('departure.check_in', {
    personId,
    planId: ids.plan,
    checkInId: randomUUID(),
    onDay: today(),
    outcome: 'heard_from',
    words: word('departure', 'heard'),
  })
  const owner =
    relation === 'own' || relation === 'excluded' || relation === 'erased' || relation === 'merged'
  const memberId = (owner && club.members.member) || club.members.arranger
  await send('person.assign', { personId, memberId })
  await send('mobilisation.record', {
    mobilisationId: ids.mobilisation,
    memberId,
    personId,
    sessionId: club.ids.session,
    result: 'invited',
    onDay: '2025-01-05',
  })
  await send('task.give', {
    taskId: ids.task,
    memberId,
    personId,
    month: months.met,
    content: word('task'),
    dueOn: '2025-01-30',
  })
  await send('exclusion.set', {
    exclusionId: ids.exclusion,
    personId,
    accountId: club.unlinkedAccount,
    ground: 'relative',
  })
  await send('approval.request', {
    organisationId: null,
    approvalId: ids.wish,
    command: 'person.erase',
    args: { clubId: club.id, personId, erasureId: randomUUID(), ground: 'her_wish' },
  })
  for (const [kind, id] of [
    ['person', personId],
    ['person', ids.contact],
    ['person', ids.referral],
    ['person', ids.consent],
    ['person', ids.plan],
    ['task', ids.task],
  ] as const)
    world.ids.set(id, { kind, relation })
  return { ...ids, club }
}

/** Refers her, with her yes, to the agency below the ward of the matrix. */
async function refer(
  world: World,
  club: Club,
  {
    id: personId,
    referral: referralId,
    consent: consentId,
  }: { id: string; referral: string; consent: string },
  need: string,
): Promise<void> {
  const send = (name: string, args: object) =>
    world.send(world.arranger, name, { clubId: club.id, personId, ...args })
  const to = { toOrganisationId: world.organisations.centre, fields: ['need'] }
  await send('referral.prepare_for_person', {
    ...to,
    referralId,
    service: 'papers',
    urgency: 'soon',
    cost: 'free',
    need,
  })
  const day = today()
  await send('consent.give_for_person', {
    ...to,
    consentId,
    ageBand: '18_to_30',
    givenBy: 'herself',
    form: 'signature',
    language: 'vietnamese',
    languageStated: true,
    textVersion: consentTextVersion,
    interpreter: 'not_needed',
    validFrom: day,
    validTo: addDays(day, 300),
  })
  await send('referral.deliver_for_person', { referralId })
}
