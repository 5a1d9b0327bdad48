import { randomBytes, randomUUID } from 'node:crypto'
import { demoId } from '../../server/src/demo/demo.ts'
import type { Sql, Tx } from '../../server/src/platform/database.ts'

/** Of each table one row of three kinds; every try is made on each of them. */
export const kinds = ['hers', 'club', 'other'] as const
export type Kind = (typeof kinds)[number]

type Row = Record<string, unknown>

/** Where one row stands: whose it is, in which club, by which member. */
interface Scope {
  clubId: string
  accountId: string
  organisationId: string
  memberId: string
  personId: string
  /** A case: of Cô Vân's team, of a colleague's team at her agency, of another agency. */
  caseId: string
  agencyId: string
  managerId: string
}

const tuanChau = demoId('club/tuan-chau')
const centre = demoId('organisation/centre-22')
const inTuanChau = { clubId: tuanChau, organisationId: demoId('organisation/union-tuan-chau') }

const scopes: Record<Kind, Scope> = {
  // Of Tuần Châu, and of the person assigned to Em H.
  hers: {
    ...inTuanChau,
    accountId: demoId('account/hoa'),
    memberId: randomUUID(),
    personId: randomUUID(),
    caseId: randomUUID(),
    agencyId: centre,
    managerId: demoId('account/van'),
  },
  // Of Tuần Châu, of a person whom the chair keeps herself.
  club: {
    ...inTuanChau,
    accountId: demoId('account/tham'),
    memberId: randomUUID(),
    personId: randomUUID(),
    caseId: randomUUID(),
    agencyId: centre,
    managerId: demoId('account/binh'),
  },
  // Of Cao Xanh.
  other: {
    clubId: demoId('club/cao-xanh'),
    organisationId: demoId('organisation/union-cao-xanh'),
    accountId: demoId('account/cao-xanh'),
    memberId: randomUUID(),
    personId: randomUUID(),
    caseId: randomUUID(),
    agencyId: demoId('organisation/job-centre-22'),
    managerId: demoId('account/phuc'),
  },
}

// Of each person a second entry, to be merged into the first.
const doubles = kinds.map((kind) => ({ of: scopes[kind], id: randomUUID() }))

const province = '22'
const day = '2026-11-01'
const sealed = Buffer.from('sealed')

/**
 * Adds one row of each kind to every table of a fresh demo database, as the bootstrap superuser, and gives Anh Páo a
 * membership with nobody assigned to it. Answers with the rows as they then stand, by table and kind.
 */
export async function arrangeRows(sql: Sql): Promise<Map<string, Record<Kind, Row>>> {
  await sql`insert into member (province, id, club_id, account_id, display_name)
    values (${province}, ${randomUUID()}, ${tuanChau}, ${demoId('account/pao')}, 'Anh Páo')`
  for (const { of, id } of doubles)
    await sql`insert into person (province, id, club_id, code) values (${province}, ${id}, ${of.clubId}, ${`D-${id.slice(0, 8)}`})`
  // A case's key names its agency's, which the vault would have made.
  for (const agency of new Set(kinds.map((kind) => scopes[kind].agencyId)))
    await sql`insert into vault_key (name, organisation_id, epoch, master_epoch, wrapped)
      values (${`organisation/${agency}`}, ${agency}, 1, 1, ${sealed}) on conflict do nothing`
  const rows = new Map<string, Record<Kind, Row>>()
  await sql.begin(async (tx) => {
    for (const kind of kinds)
      for (const [table, row] of Object.entries(rowsOf(scopes[kind]))) {
        const stored = await store(tx, table, row)
        rows.set(table, { ...rows.get(table), [kind]: stored } as Record<Kind, Row>)
      }
  })
  await sql`insert into case_member (province, id, case_id, account_id, part)
    values (${province}, ${randomUUID()}, ${scopes.hers.caseId}, ${demoId('account/quyen')}, 'psychologist')`
  return rows
}

/** Finds the row that the demo or an earlier kind already made, or adds it. */
async function store(tx: Tx, table: string, row: Row): Promise<Row> {
  const there = await find(tx, table, row)
  if (there) return there
  await tx`insert into ${tx(table)} ${tx(row)}`
  const added = await find(tx, table, row)
  if (!added) throw new Error(`the row arranged for ${table} is not there`)
  return added
}

async function find(tx: Tx, table: string, row: Row): Promise<Row | undefined> {
  const telling = Object.entries(row).filter(
    ([, value]) => typeof value === 'string' || Buffer.isBuffer(value),
  )
  const same = telling.flatMap(([name, value], i) => [
    i === 0 ? tx`` : tx` and `,
    tx`${tx(name)} = ${value as string}`,
  ])
  const [found] = await tx<{ row: Row }[]>`
    select to_jsonb(${tx(table)}) as row from ${tx(table)} where ${same} limit 1`
  return found?.row
}

/** In the order in which they may be added. A table without a line here fails the test that prints permissions. */
function rowsOf(scope: Scope): Record<string, Row> {
  const { clubId, accountId, organisationId, memberId, personId } = scope
  const id = randomUUID()
  const inClub = { province, club_id: clubId }
  const own = { ...inClub, id }
  const ofPerson = { ...inClub, person_id: personId }
  const ofCycle = { ...inClub, cycle_id: id }
  return {
    account: { id: accountId },
    sign_in: { token_hash: randomBytes(32), account_id: accountId, expires_at: '2099-01-01' },
    sign_in_failure: { username_hash: randomBytes(32) },
    organisation: { id: organisationId },
    organisation_name: { organisation_id: organisationId, name: 'Tên cũ', valid_from: '1990-01-01' },
    programme: { tag: 'tmsv' },
    programme_name: { programme_id: demoId('programme/tmsv'), name: 'TMSV' },
    parameter: { key: 'for_the_test', valid_from: day, source: 'test' },
    reference_load: { name: 'for_the_test', hash: 'none' },
    place: { level: 'province', code: '22', province_code: '22' },
    place_succession: { level: 'commune', relation: 'merged_whole' },
    place_within: { level: 'province', code: '22', outer_code: '22' },
    schema_migration: { name: '0001_network.sql' },
    deployed: { what: 'demo' },
    club: { province, id: clubId },
    club_name: { ...inClub, name: 'Tên cũ', valid_from: '1990-01-01' },
    club_state_change: { ...own, state: 'preparing', on_day: day },
    role_grant: { account_id: accountId },
    club_statute: {
      ...own,
      version: personId === scopes.hers.personId ? 98 : 99,
      issued_by: 'UBND',
      issued_on: day,
      cadence: 'monthly',
      board_cadence: 'monthly',
      quorum_percent: 50,
    },
    club_plan: { ...own, year: personId === scopes.hers.personId ? 1990 : 1991 },
    target: {
      ...own,
      year: 1990,
      indicator: 'visit',
      set_by: 'club',
      minimum: 1,
      unit: 'person_time',
      source: 'test',
    },
    member: { ...inClub, id: memberId, account_id: accountId, display_name: 'Một thành viên' },
    member_background: { province, member_id: memberId, sealed },
    person_code_counter: { province, last: 1 },
    person: { ...inClub, id: personId, code: `T-${id.slice(0, 8)}`, member_id: memberId },
    person_group: { ...ofPerson, id, target_group: 'at_risk', since: day },
    person_key: { province, person_id: personId, wrapped: sealed },
    person_identity: { ...ofPerson, sealed },
    safe_contact: { ...ofPerson, sealed },
    contact: { ...ofPerson, id, on_day: day, kinds: ['visit'], counted_as: 'visit', origin: 'app' },
    referral: { ...ofPerson, id, service: 'papers', sent_on: day, origin: 'ledger' },
    referral_step: { province, id, referral_id: id, seq: 1, to_state: 'sent', side: 'from' },
    screening: {
      ...ofPerson,
      id,
      instrument: 'test',
      answers_sealed: sealed,
      level: 'low',
      screened_at: '2026-11-01T00:00:00Z',
    },
    departure_plan: {
      ...ofPerson,
      id,
      country: 'japan',
      leaves_about: '2026-12',
      work: 'factory',
      check_in_on: '{2026-12-22}',
      next_step: 'nothing',
      sealed,
    },
    departure_check_in: { ...ofPerson, id, plan_id: id, on_day: day, outcome: 'heard_from' },
    task: { ...ofPerson, id, member_id: memberId, origin: 'plan', content: 'test' },
    survey_round: { ...own, purpose: 'test', starts_on: day },
    situation_note: { ...own, on_day: day, text: 'test', reliability: 'A' },
    situation_accused: { ...inClub, note_id: id, sealed },
    session: { ...own, on_day: day, topic: 'test', origin: 'app' },
    mobilisation: { ...ofPerson, id, member_id: memberId, session_id: id, result: 'invited', on_day: day },
    ledger_import: { ...own, file_hash: sealed, added: '{}' },
    ledger_row: {
      ...inClub,
      kind: 'person',
      fingerprint: randomBytes(16),
      target_id: personId,
      import_id: id,
    },
    month_cycle: {
      ...own,
      month: personId === scopes.hers.personId ? '1990-01' : '1990-02',
      first_day: '1990-01-01',
      last_day: '1990-01-31',
      state: 'open',
    },
    month_entry: { ...ofCycle, id, seq: 1, kind: 'opened' },
    month_text: ofCycle,
    month_snapshot: { ...ofCycle, version: 1, figures: '{}' },
    month_amendment: {
      ...ofCycle,
      id,
      no: 1,
      reason: 'test',
      indicator: 'visit',
      value_before: 1,
      value_after: 2,
    },
    meeting: { ...ofCycle, id, kind: 'members', held_on: day },
    meeting_restricted: { ...inClub, meeting_id: id, text: 'test' },
    meeting_attendance: { ...inClub, meeting_id: id, member_id: memberId },
    command_log: {
      province,
      account_id: accountId,
      id,
      name: 'test',
      args_hash: sealed,
      device_time: '2026-11-01T00:00:00Z',
      answer: '{}',
    },
    passkey: { id, account_id: accountId, credential_id: Buffer.from(id), public_key: sealed, name: 'test' },
    authenticator: { account_id: accountId, sealed },
    known_device: { account_id: accountId, token_hash: Buffer.from(id) },
    challenge: { hash: Buffer.from(id), purpose: 'step_up', expires_at: '2100-01-01T00:00:00Z' },
    invitation: {
      id,
      token_hash: Buffer.from(id),
      kind: 'new',
      province,
      display_name: 'Chị Mới',
      club_id: clubId,
      invited_by: accountId,
      expires_at: '2100-01-01T00:00:00Z',
    },
    exclusion: { ...own, person_id: personId, account_id: demoId('account/nga'), ground: 'relative' },
    approval: {
      ...own,
      command: 'test',
      request: '{}',
      request_hash: sealed,
      result_hash: sealed,
      requested_by: accountId,
      expires_at: '2100-01-01T00:00:00Z',
    },
    vault_key: { name: `test/${id}`, epoch: 1, master_epoch: 1, wrapped: sealed },
    identity_index: {
      ...ofPerson,
      organisation_id: organisationId,
      kind: 'phone',
      token: sealed,
    },
    person_merge: {
      ...own,
      kept_id: personId,
      merged_id: doubles.find(({ of }) => of.personId === personId)?.id,
      merged_by: accountId,
      approved_by: demoId('account/nga'),
      undo_until: '2100-01-01T00:00:00Z',
    },
    erasure: { ...own, person_id: personId, ground: 'her_wish', key_hash: sealed },
    ...rowsOfCase(scope),
    ...rowsOfVerification(scope),
    ...rowsOfDirectory(scope),
    audit_chain: { chain: clubId, last_seq: 0, head: Buffer.alloc(0) },
    audit_event: { province, id, account_id: accountId, action: 'SIGNED_IN' },
  }
}

/** An entry of the directory that the scope's organisation keeps, its street for the agency's shelter team. */
function rowsOfDirectory({ organisationId, agencyId }: Scope): Record<string, Row> {
  const [id, part] = [randomUUID(), randomUUID()]
  const ofEntry = { province, id: part, entry_id: id }
  return {
    directory_entry: {
      province,
      id,
      owner_organisation_id: organisationId,
      provider: 'test',
      kind: 'shelter',
      name: 'test',
      area: 'test',
      fee: 'free',
      hours: 'all_day',
      source: 'test',
    },
    directory_function: { ...ofEntry, name: 'test', name_en: 'test', source: 'test' },
    directory_street: { ...ofEntry, organisation_id: agencyId, sealed },
    directory_report: { ...ofEntry, problem: 'no_answer' },
  }
}

/** A case with its team, and what hangs on it. */
function rowsOfCase({
  caseId,
  agencyId,
  managerId,
  clubId,
  personId,
  memberId,
  organisationId,
}: Scope): Record<string, Row> {
  const id = randomUUID()
  const own = { province, id }
  const ofCase = { province, case_id: caseId }
  return {
    case_code_counter: { province, last: 1 },
    reception: {
      ...own,
      organisation_id: agencyId,
      kind: 'group',
      channel: 'border_handover',
      started_at: '2026-11-01T00:00:00Z',
    },
    case_file: {
      province,
      id: caseId,
      organisation_id: agencyId,
      code: `HS-${caseId.slice(0, 8)}`,
      channel: 'border_handover',
      opened_at: '2026-11-01T00:00:00Z',
      manager_id: managerId,
    },
    case_member: { ...ofCase, id, account_id: managerId, part: 'manager' },
    case_exclusion: { ...ofCase, id, account_id: demoId('account/hien'), ground: 'relative' },
    case_key: { ...ofCase, organisation_id: agencyId, epoch: 1, wrapped: sealed },
    case_identity: { ...ofCase, sealed },
    case_entry: { ...ofCase, id, seq: 1, kind: 'case.moved', tier: 'team', body: '{}', on_day: day },
    case_deadline: {
      ...ofCase,
      id,
      organisation_id: agencyId,
      kind: 'follow_up',
      started_at: '2026-11-01T00:00:00Z',
    },
    tracing_request: {
      ...ofCase,
      id,
      from_organisation_id: agencyId,
      to_organisation_id: demoId('organisation/police-22'),
      kinds: ['market'],
      sent: sealed,
    },
    // Of the person of the scope, taken to the commune by her club.
    escort: {
      ...ofCase,
      id,
      club_id: clubId,
      person_id: personId,
      office: 'commune',
      left_at: '2026-11-01T00:00:00Z',
    },
    health_notice: {
      ...ofCase,
      id,
      organisation_id: demoId('organisation/health-22'),
      code: 'HS-test',
      told_at: '2026-11-01T00:00:00Z',
    },
    consent: {
      ...ofCase,
      id,
      purpose: 'share_referral',
      to_organisation_id: demoId('organisation/legal-aid-22'),
      fields: ['called_by'],
      given_by: 'herself',
      form: 'signature',
      language: 'vietnamese',
      text_version: 'test',
      interpreter: 'not_needed',
      valid_from: '1990-01-01',
      valid_to: '2099-01-01',
    },
    emergency_sharing: {
      ...ofCase,
      id,
      organisation_id: agencyId,
      referral_id: id,
      to_organisation_id: demoId('organisation/legal-aid-22'),
      reason: 'life',
      ground: 'other_written',
      fields: ['called_by'],
      shared_by: managerId,
      approved_by: demoId('account/cam'),
    },
    transfer: {
      ...ofCase,
      id,
      organisation_id: agencyId,
      to_organisation_id: demoId('organisation/health-22'),
      reason: 'moves',
      state_before: 'reception',
      consent_id: id,
      fields: ['called_by'],
      parcel: sealed,
    },
    companion: {
      ...ofCase,
      id,
      organisation_id: agencyId,
      club_id: clubId,
      to_organisation_id: organisationId,
      number: caseId === scopes.hers.caseId ? 1 : 2,
      state: 'accepted',
      consent_id: id,
      fields: ['called_by'],
      parcel: sealed,
      member_id: memberId,
    },
    companion_task: { ...ofCase, id, companion_id: id, kind: 'visit', due_on: day },
    sharing_notice: { ...own, organisation_id: agencyId, about_id: id, kind: 'sharing_ended' },
  }
}

/** A verification under the lead of the health body, a request to the police, and a round between the two. */
function rowsOfVerification({ caseId, agencyId, managerId }: Scope): Record<string, Row> {
  const id = randomUUID()
  const own = { province, id }
  const [health, police] = [demoId('organisation/health-22'), demoId('organisation/police-22')]
  const ofRound = { province, round_id: id }
  return {
    verification: {
      ...own,
      case_id: caseId,
      organisation_id: agencyId,
      lead_organisation_id: health,
      case_code: `HS-${caseId.slice(0, 8)}`,
      started_at: '2026-11-01T00:00:00Z',
    },
    verification_request: {
      ...own,
      case_id: caseId,
      case_code: `HS-${caseId.slice(0, 8)}`,
      from_organisation_id: agencyId,
      to_organisation_id: police,
      purpose: 'origin',
      fields: ['question'],
      shared: sealed,
      sent_by: managerId,
      expires_at: '2100-01-01T00:00:00Z',
      openings_allowed: 10,
    },
    reconciliation_round: { ...own, organisation_id: health, period_from: day, period_to: day },
    reconciliation_party: { ...ofRound, organisation_id: health, side: 'social' },
    reconciliation_item: {
      ...ofRound,
      organisation_id: health,
      line: 1,
      token: Buffer.from(id),
      status: 'identified',
      supported: true,
    },
    reconciliation_difference: {
      ...ofRound,
      id,
      kind: 'only_social',
      lines: '{}',
      owner_organisation_id: health,
    },
  }
}
