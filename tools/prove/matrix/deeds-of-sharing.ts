import { randomBytes, randomUUID } from 'node:crypto'
import { type Asked, type Deed, deed } from './deed.ts'
import { type Relation, relations } from './oracle.ts'

const cases: readonly Relation[] = [
  'own',
  'team',
  'same_organisation',
  'excluded',
  'sub_area',
  'sibling',
  'parent',
  'other',
]
const organisations: readonly Relation[] = ['own', 'sub_area', 'sibling', 'parent', 'other']
const once: readonly Relation[] = ['own']

const consent = deed('consent')
const emergency = deed('emergency_sharing')
const referral = deed('referral')
const step = deed('referral_step')
const transfer = deed('transfer')
const companion = deed('companion')
const task = deed('companion_task')
const notice = deed('sharing_notice')
const verification = deed('verification')
const request = deed('verification_request')
const tracing = deed('tracing_request')
const escort = deed('escort')
const health = deed('health_notice')
const round = deed('reconciliation_round')
const party = deed('reconciliation_party')
const difference = deed('reconciliation_difference')
const reception = deed('reception')

const me = ({ actor }: Asked) => actor.accountId
const another = ({ world }: Asked) => world.arranger.accountId
const nothing = Buffer.from('00', 'hex')
const provinceOf = ({ tx, case: { id } }: Asked) =>
  tx`coalesce((select province from case_file where id = ${id}), '22')`

const agree = (asked: Asked, by: string) => asked.tx`
  insert into consent (province, id, case_id, purpose, given_by, form, language, text_version, interpreter, valid_from, valid_to,
    recorded_by)
  values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, 'recording', 'herself', 'signature', 'vietnamese', 'x',
    'not_needed', '2026-01-01', '2027-01-01', ${by})`
const prepare = (asked: Asked, by: string, state: string) => asked.tx`
  insert into referral (province, id, case_id, organisation_id, service, urgency, cost, state, sent_on, origin,
    recorded_by, consent_id)
  values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, ${asked.case.organisationId}, 'papers', 'soon', 'free', ${state},
    '2026-01-01', 'app', ${by}, ${state === 'sent' ? asked.sent.consent : null})`
/** Of persons whose line stands for itself. */
const persons = relations.filter((each) => each !== 'merged')
const ofHer = ({ club, person }: Asked) => ({
  province: club.province,
  club_id: club.id,
  person_id: person.id,
})
const refer = (asked: Asked, more: object) =>
  asked.tx`insert into referral ${asked.tx({
    ...ofHer(asked),
    id: randomUUID(),
    service: 'papers',
    sent_on: '2026-01-01',
    origin: 'app',
    ...more,
  })}`
const agreeOfHer = (asked: Asked, by: string) =>
  asked.tx`insert into consent ${asked.tx({
    ...ofHer(asked),
    id: randomUUID(),
    purpose: 'share_referral',
    given_by: 'herself',
    form: 'signature',
    language: 'vietnamese',
    text_version: 'x',
    interpreter: 'not_needed',
    valid_from: '2026-01-01',
    valid_to: '2027-01-01',
    recorded_by: by,
  })}`
const moveOn = (asked: Asked, side: string, by: string) => asked.tx`
  insert into referral_step (province, id, referral_id, to_state, side, seq, by_account)
  values (coalesce((select province from referral where id = ${asked.sent.referral}), '22'), ${randomUUID()}, ${asked.sent.referral}, 'accepted', ${side}, 99, ${by})`
const offer = (asked: Asked) => asked.tx`
  insert into transfer (province, id, case_id, organisation_id, to_organisation_id, reason, state_before, consent_id, fields,
    parcel, offered_by)
  values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, ${asked.case.organisationId}, ${asked.world.organisations.nation},
    'moves', 'assessment', ${asked.sent.consent}, '{}', ${nothing}, ${me(asked)})`
const give = (asked: Asked, by: string) => asked.tx`
  insert into companion_task (province, id, companion_id, case_id, kind, due_on, added_by)
  values (${provinceOf(asked)}, ${randomUUID()}, ${asked.companion.id}, ${asked.case.id}, 'visit', '2026-01-01', ${by})`
const ask = (asked: Asked, to: string, by: string, fields: readonly string[] = []) => asked.tx`
  insert into verification_request (province, id, case_id, case_code, from_organisation_id, to_organisation_id, purpose, fields,
    shared, sent_by, expires_at, openings_allowed)
  values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, 'x', ${asked.case.organisationId}, ${to}, 'origin', ${[...fields]},
    ${nothing}, ${by}, '2099-01-01', 9)`
const trace = (asked: Asked, to: string, by: string) => asked.tx`
  insert into tracing_request (province, id, case_id, from_organisation_id, to_organisation_id, kinds, sent, sent_by)
  values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, ${asked.case.organisationId}, ${to}, '{}', ${nothing}, ${by})`
const announce = (asked: Asked, to: string, by: string) => asked.tx`
  insert into reception (province, id, organisation_id, kind, channel, handed_over_by_organisation_id, started_at, recorded_by)
  values ('22', ${randomUUID()}, ${to}, 'handover', 'border_handover', ${asked.organisationId}, now(), ${by})`
const lead = (asked: Asked, by: string, at: string) => asked.tx`
  insert into reconciliation_round (province, id, organisation_id, period_from, period_to, opened_by)
  values ('22', ${randomUUID()}, ${at}, '2026-04-01', '2026-06-30', ${by})`
const resolve = (asked: Asked, by: string) => asked.tx`
  update reconciliation_difference set resolution = 'list_completed', resolved_at = now(), resolved_by = ${by}
  where owner_organisation_id = ${asked.organisationId}`
const handIn = (asked: Asked, by: string) => asked.tx`
  update reconciliation_party set submitted_at = now(), submitted_by = ${by}, lines = 1
  where organisation_id = ${asked.organisationId}`

/** What may be done to rows that one organisation sends another, where the copy of a row tells nothing. */
export const sharingDeeds: readonly Deed[] = [
  consent('give in her own name', cases, (asked) => agree(asked, me(asked))),
  consent('give in the name of another', cases, (asked) => agree(asked, another(asked))),
  consent(
    'withdraw',
    cases,
    (asked) => asked.tx`update consent set withdrawn_at = now() where id = ${asked.sent.consent}`,
  ),
  consent('give of a person', persons, (asked) => agreeOfHer(asked, me(asked))),
  consent('give of a person in the name of another', persons, (asked) => agreeOfHer(asked, another(asked))),
  consent(
    'withdraw that of a person',
    relations,
    (asked) => asked.tx`update consent set withdrawn_at = now() where id = ${asked.person.consent}`,
  ),
  referral('prepare one of a person', persons, (asked) =>
    refer(asked, { state: 'draft', recorded_by: me(asked) }),
  ),
  referral('prepare one of a line that stands for another', ['merged'], (asked) =>
    refer(asked, { state: 'draft', recorded_by: me(asked) }),
  ),
  referral('prepare one of a person for another', persons, (asked) =>
    refer(asked, { state: 'draft', recorded_by: another(asked) }),
  ),
  referral('send one of a person unprepared', persons, (asked) =>
    refer(asked, { state: 'sent', recorded_by: me(asked), consent_id: asked.person.consent }),
  ),
  referral('write one of a paper book', persons, (asked) =>
    refer(asked, { origin: 'ledger', recorded_by: me(asked) }),
  ),
  referral(
    'send what a person did not agree to',
    relations,
    (asked) => asked.tx`update referral set fields = '{called_by,phone}' where id = ${asked.person.referral}`,
  ),
  emergency(
    'share without a second person',
    cases,
    (asked) => asked.tx`
      insert into emergency_sharing (province, id, case_id, organisation_id, referral_id, to_organisation_id, reason, ground,
        fields, shared_by, approved_by)
      values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, ${asked.case.organisationId}, ${asked.sent.referral},
        ${asked.organisationId}, 'life', 'other_written', '{}', ${me(asked)}, ${another(asked)})`,
  ),
  referral(
    'read one of a case',
    cases,
    (asked) => asked.tx`select from referral where id = ${asked.sent.referral}`,
  ),
  referral('prepare one of a case', cases, (asked) => prepare(asked, me(asked), 'draft')),
  referral('prepare one of a case for another', cases, (asked) => prepare(asked, another(asked), 'draft')),
  referral('send one of a case unprepared', cases, (asked) => prepare(asked, me(asked), 'sent')),
  referral(
    'withdraw one of a case',
    cases,
    (asked) => asked.tx`update referral set state = 'withdrawn' where id = ${asked.sent.referral}`,
  ),
  referral(
    'send what she did not agree to',
    cases,
    (asked) => asked.tx`
      update referral set state = 'sent', fields = '{called_by,phone}' where id = ${asked.sent.referral}`,
  ),
  referral(
    'accept one that was received',
    cases,
    (asked) =>
      asked.tx`update referral set state = 'accepted' where id = ${asked.sent.referral} and state = 'sent'`,
  ),
  step('add one of the sender', cases, (asked) => moveOn(asked, 'from', me(asked))),
  step('add one of the receiver', cases, (asked) => moveOn(asked, 'to', me(asked))),
  step('add one in the name of another', cases, (asked) => moveOn(asked, 'from', another(asked))),
  transfer('offer what another manages', cases, offer),
  transfer(
    'take back',
    cases,
    (asked) => asked.tx`update transfer set state = 'taken_back' where id = ${asked.sent.transfer}`,
  ),
  transfer(
    'accept',
    cases,
    (asked) => asked.tx`update transfer set state = 'accepted' where id = ${asked.sent.transfer}`,
  ),
  companion(
    'ask what another manages',
    cases,
    (asked) => asked.tx`
      insert into companion (province, id, case_id, organisation_id, club_id, to_organisation_id, number, consent_id, fields,
        parcel, asked_by)
      values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, ${asked.case.organisationId}, ${asked.club.id},
        ${asked.club.organisationId}, 9, ${asked.sent.consent}, '{}', ${nothing}, ${me(asked)})`,
  ),
  task('give in her own name', cases, (asked) => give(asked, me(asked))),
  task('give in the name of another', cases, (asked) => give(asked, another(asked))),
  task(
    'finish',
    cases,
    (asked) => asked.tx`
      update companion_task set done_on = '2026-01-01', outcome = 'met_well' where id = ${asked.companion.task}`,
  ),
  notice(
    'tell of what was sent',
    cases,
    (asked) => asked.tx`
      insert into sharing_notice (province, id, organisation_id, about_id, kind)
      values ('22', ${randomUUID()}, ${asked.case.organisationId}, ${asked.sent.referral}, 'sharing_ended')`,
  ),
  notice(
    'tell of a transfer',
    cases,
    (asked) => asked.tx`
      insert into sharing_notice (province, id, organisation_id, about_id, kind)
      values ('22', ${randomUUID()}, ${asked.case.organisationId}, ${asked.sent.transfer}, 'sharing_ended')`,
  ),
  verification(
    'begin under the code of another case',
    cases,
    (asked) => asked.tx`
      insert into verification (province, id, case_id, organisation_id, lead_organisation_id, case_code, started_at)
      values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, ${asked.case.organisationId},
        ${asked.world.organisations.health}, 'x', now())`,
  ),
  request('send to a liaison', cases, (asked) => ask(asked, asked.world.organisations.police, me(asked))),
  request('send to who is no liaison', cases, (asked) =>
    ask(asked, asked.world.organisations.health, me(asked)),
  ),
  request('send her words without her consent', cases, (asked) =>
    ask(asked, asked.world.organisations.police, me(asked), ['question', 'origin_clues']),
  ),
  request('send in the name of another', cases, (asked) =>
    ask(asked, asked.world.organisations.police, another(asked)),
  ),
  request(
    'withdraw',
    cases,
    (asked) => asked.tx`update verification_request set state = 'withdrawn' where id = ${asked.sent.request}`,
  ),
  request(
    'answer',
    cases,
    (asked) => asked.tx`
      update verification_request set state = 'answered', answer = 'confirmed' where id = ${asked.sent.request}`,
  ),
  request(
    'give back an opening',
    cases,
    (asked) => asked.tx`update verification_request set openings = 0 where id = ${asked.sent.request}`,
  ),
  tracing('ask', cases, (asked) => trace(asked, asked.world.organisations.police, me(asked))),
  tracing('ask who is not asked', cases, (asked) =>
    trace(asked, asked.world.organisations.nation, me(asked)),
  ),
  tracing('ask in the name of another', cases, (asked) =>
    trace(asked, asked.world.organisations.police, another(asked)),
  ),
  tracing(
    'withdraw',
    cases,
    (asked) => asked.tx`update tracing_request set state = 'withdrawn' where id = ${asked.sent.tracing}`,
  ),
  tracing(
    'answer',
    cases,
    (asked) => asked.tx`
      update tracing_request set state = 'answered', answer = 'found', answered_by = ${me(asked)}
      where id = ${asked.sent.tracing}`,
  ),
  tracing(
    'answer in the name of another',
    cases,
    (asked) => asked.tx`
      update tracing_request set state = 'answered', answer = 'found', answered_by = ${another(asked)}
      where id = ${asked.sent.tracing}`,
  ),
  escort(
    'go along into a case that is there',
    cases,
    (asked) => asked.tx`
      insert into escort (province, id, club_id, person_id, case_id, office, left_at, recorded_by)
      values (${provinceOf(asked)}, ${randomUUID()}, ${asked.club.id}, ${asked.person.id}, ${asked.case.id}, 'commune', now(),
        ${me(asked)})`,
  ),
  health(
    'tell of a case that is there',
    cases,
    (asked) => asked.tx`
      insert into health_notice (province, id, case_id, organisation_id, code, told_at, told_by)
      values (${provinceOf(asked)}, ${randomUUID()}, ${asked.case.id}, ${asked.world.organisations.health}, 'x', now(),
        ${me(asked)})`,
  ),
  reception('announce to an agency', organisations, (asked) =>
    announce(asked, asked.world.organisations.centre, me(asked)),
  ),
  reception('announce to who is no agency', organisations, (asked) =>
    announce(asked, asked.world.organisations.police, me(asked)),
  ),
  reception('announce in the name of another', organisations, (asked) =>
    announce(asked, asked.world.organisations.centre, another(asked)),
  ),
  reception(
    'read what its body announced',
    organisations,
    (asked) => asked.tx`
      select from reception where handed_over_by_organisation_id = ${asked.organisationId}`,
  ),
  reception(
    'end what its body announced',
    organisations,
    (asked) => asked.tx`
      update reception set ended_at = now() where handed_over_by_organisation_id = ${asked.organisationId}`,
  ),
  round('open at a health body', once, (asked) => lead(asked, me(asked), asked.world.organisations.health)),
  round('open at a health body in the name of another', once, (asked) =>
    lead(asked, another(asked), asked.world.organisations.health),
  ),
  round('open at no health body', organisations, (asked) => lead(asked, me(asked), asked.organisationId)),
  party('hand in', organisations, (asked) => handIn(asked, me(asked))),
  party('hand in in the name of another', organisations, (asked) => handIn(asked, another(asked))),
  deed('reconciliation_item')(
    'add to the list of another body',
    organisations,
    (asked) => asked.tx`
      insert into reconciliation_item (province, round_id, organisation_id, line, token, status, supported)
      select province, round_id, ${asked.world.organisations.nation}, 2, ${randomBytes(9)}, 'identified', true
      from reconciliation_party where organisation_id = ${asked.organisationId}`,
  ),
  difference('resolve', organisations, (asked) => resolve(asked, me(asked))),
  difference('resolve in the name of another', organisations, (asked) => resolve(asked, another(asked))),
]
