import { randomBytes, randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../../../server/src/platform/database.ts'
import { type Asked, type Deed, deed } from './deed.ts'
import { caseDeeds } from './deeds-of-cases.ts'
import { directoryDeeds } from './deeds-of-directory.ts'
import { sharingDeeds } from './deeds-of-sharing.ts'
import { type Relation, relations } from './oracle.ts'
import { withoutTokens } from './papers.ts'
import { communeOfMatrix } from './world.ts'

const ofClubs: readonly Relation[] = ['own', 'same_organisation', 'sub_area', 'sibling', 'parent', 'other']
const ofOrganisations: readonly Relation[] = ['own', 'sub_area', 'sibling', 'parent', 'other']
const once: readonly Relation[] = ['own']

/** How many rows beyond her own were met by something that names no row. */
async function beyondOwn(all: PromiseLike<{ count: number }>, own: PromiseLike<{ count: number }>) {
  const mine = (await own).count
  return { count: (await all).count - mine }
}

const account = deed('account')
const signIn = deed('sign_in')
const passkey = deed('passkey')
const authenticator = deed('authenticator')
const commandLog = deed('command_log')
const ownRows: Deed[] = [
  account('read her own', once, ({ tx, actor }) => tx`select from account where id = ${actor.accountId}`),
  account(
    'read another',
    once,
    ({ tx, world }) => tx`select from account where id = ${world.arranger.accountId}`,
  ),
  account(
    'rename herself',
    once,
    ({ tx, actor }) => tx`update account set display_name = 'x' where id = ${actor.accountId}`,
  ),
  account('read a hash', once, ({ tx }) => tx`select password_hash from account`),
  signIn(
    'read her own',
    once,
    ({ tx, actor }) => tx`select from sign_in where account_id = ${actor.accountId}`,
  ),
  signIn(
    'read of another',
    once,
    ({ tx, actor }) => tx`select from sign_in where account_id <> ${actor.accountId}`,
  ),
  signIn(
    'end her own',
    once,
    ({ tx, actor }) => tx`update sign_in set ended_at = now() where account_id = ${actor.accountId}`,
  ),
  signIn(
    'open her own again',
    once,
    ({ tx, actor }) => tx`update sign_in set ended_at = null where account_id = ${actor.accountId}`,
  ),
  signIn('end all others', once, ({ tx, actor }) =>
    beyondOwn(
      tx`update sign_in set ended_at = now()`,
      tx`select from sign_in where account_id = ${actor.accountId}`,
    ),
  ),
  signIn('prove herself by writing', once, ({ tx }) => tx`update sign_in set stepped_up_at = now()`),
  passkey(
    'read her own',
    once,
    ({ tx, actor }) => tx`select from passkey where account_id = ${actor.accountId}`,
  ),
  passkey(
    'read of another',
    once,
    ({ tx, actor }) => tx`select from passkey where account_id <> ${actor.accountId}`,
  ),
  passkey(
    'remove her own',
    once,
    ({ tx, actor }) => tx`delete from passkey where account_id = ${actor.accountId}`,
  ),
  passkey('remove all others', once, ({ tx, actor }) =>
    beyondOwn(tx`delete from passkey`, tx`select from passkey where account_id = ${actor.accountId}`),
  ),
  passkey(
    'add',
    once,
    ({ tx, actor }) => tx`insert into passkey (id, account_id, credential_id, public_key, name)
      values (${randomUUID()}, ${actor.accountId}, ${randomBytes(9)}, ${randomBytes(9)}, 'x')`,
  ),
  authenticator(
    'add her own',
    once,
    ({ tx, actor }) =>
      tx`insert into authenticator (account_id, sealed) values (${actor.accountId}, ${randomBytes(9)})`,
  ),
  authenticator(
    'add for another',
    once,
    ({ tx, world }) =>
      tx`insert into authenticator (account_id, sealed) values (${world.newcomer}, ${randomBytes(9)})`,
  ),
  authenticator(
    'read of another',
    once,
    ({ tx, actor }) => tx`select from authenticator where account_id <> ${actor.accountId}`,
  ),
  authenticator('remove all others', once, ({ tx }) => tx`delete from authenticator`),
  commandLog('add her own', once, ({ tx, actor }) => logged(tx, actor.accountId)),
  commandLog('add for another', once, ({ tx, world }) => logged(tx, world.newcomer)),
  commandLog(
    'read of another',
    once,
    ({ tx, actor }) => tx`select from command_log where account_id <> ${actor.accountId}`,
  ),
  commandLog('remove', once, ({ tx }) => tx`delete from command_log`),
]

const logged = (tx: Tx, accountId: string) =>
  tx`insert into command_log (province, account_id, id, name, args_hash, device_time, answer)
    values ('22', ${accountId}, ${randomUUID()}, 'x', '', now(), 'null')`

const grant = deed('role_grant')
interface NewGrant {
  id?: string
  to: string
  role: string
  by: string
  approval?: string
}
const give = ({ tx, club }: Asked, { id = randomUUID(), to, role, by, approval }: NewGrant) =>
  tx`insert into role_grant (id, account_id, role, club_id, valid_from, granted_by, approval_id)
    values (${id}, ${to}, ${role}, ${club.id}, ${today()}, ${by}, ${approval ?? null})`
const use = ({ tx }: Asked, id: string) => tx`update approval set used_at = now() where id = ${id}`
const giveAtPlace = ({ tx, club, actor }: Asked, id: string, approvalId: string | null) =>
  tx`insert into role_grant (id, account_id, role, place_level, place_code, place_from, valid_from, granted_by, approval_id)
    values (${id}, ${club.newcomer}, 'ward_officer', ${communeOfMatrix.level}, ${communeOfMatrix.code},
      ${communeOfMatrix.validFrom}, ${today()}, ${actor.accountId}, ${approvalId})`
const papersOf = ({ papers, actor, club }: Asked, command: string) =>
  papers.of(actor.accountId, club.id, command)
const atOrganisation = ({ organisationId, actor, tx }: Asked) =>
  tx`select from role_grant where organisation_id = ${organisationId} and account_id <> ${actor.accountId}`
const roles: Deed[] = [
  grant(
    'read at a club',
    ofClubs,
    ({ tx, club }) => tx`select from role_grant where id = ${club.unlinkedGrant}`,
  ),
  grant('read at an organisation', ['own', 'parent'], atOrganisation),
  grant(
    'read her own',
    once,
    ({ tx, actor }) => tx`select from role_grant where account_id = ${actor.accountId}`,
  ),
  grant('give a member', ofClubs, (asked) =>
    give(asked, { to: asked.club.newcomer, role: 'club_member', by: asked.actor.accountId }),
  ),
  grant('give a member in the name of another', ofClubs, (asked) =>
    give(asked, { to: asked.club.newcomer, role: 'club_member', by: asked.world.arranger.accountId }),
  ),
  grant('give herself', once, (asked) =>
    give(asked, { to: asked.actor.accountId, role: 'club_member', by: asked.actor.accountId }),
  ),
  grant('give a board alone', once, (asked) =>
    give(asked, { to: asked.club.newcomer, role: 'club_chair', by: asked.actor.accountId }),
  ),
  grant('give a board, agreed', ofClubs, async (asked) => {
    const { approvalId, thingId } = papersOf(asked, 'grant.give_powerful')
    await use(asked, approvalId)
    const by = asked.actor.accountId
    return give(asked, {
      id: thingId,
      to: asked.club.newcomer,
      role: 'club_chair',
      by,
      approval: approvalId,
    })
  }),
  grant('give a board by the yes to another', once, async (asked) => {
    const { approvalId } = papersOf(asked, 'grant.give_powerful')
    await use(asked, approvalId)
    const by = asked.actor.accountId
    return give(asked, { to: asked.club.newcomer, role: 'club_chair', by, approval: approvalId })
  }),
  grant(
    'end a member',
    ofClubs,
    ({ tx, club, actor }) =>
      tx`update role_grant set ended_at = now(), ended_by = ${actor.accountId} where id = ${club.unlinkedGrant}`,
  ),
  grant(
    'read at a place',
    once,
    ({ tx, world }) => tx`select from role_grant where id = ${world.grantAtPlace}`,
  ),
  grant('give at a place alone', once, (asked) => giveAtPlace(asked, randomUUID(), null)),
  grant('give at a place, agreed', once, async (asked) => {
    const { approvalId, thingId } = asked.papers.atPlace(asked.actor.accountId)
    await use(asked, approvalId)
    return giveAtPlace(asked, thingId, approvalId)
  }),
  grant('give at a place by the yes to an organisation', once, async (asked) => {
    const { approvalId, thingId } = papersOf(asked, 'grant.give_powerful')
    await use(asked, approvalId)
    return giveAtPlace(asked, thingId, approvalId)
  }),
  grant(
    'end at a place',
    once,
    ({ tx, world, actor }) =>
      tx`update role_grant set ended_at = now(), ended_by = ${actor.accountId} where id = ${world.grantAtPlace}`,
  ),
  grant(
    'end in the name of another',
    once,
    ({ tx, club, world }) =>
      tx`update role_grant set ended_at = now(), ended_by = ${world.newcomer} where id = ${club.unlinkedGrant}`,
  ),
  grant('remove', once, ({ tx }) => tx`delete from role_grant`),
]

const approval = deed('approval')
const ask = ({ tx, club }: Asked, by: string, decidedBy: string | null = null) =>
  tx`insert into approval (province, id, club_id, command, request, request_hash, result_hash, requested_by, expires_at,
      decided_by, decided_at, decision)
    values (${club.province}, ${randomUUID()}, ${club.id}, 'person.erase', '{}', '', '', ${by}, now() + interval '1 hour',
      ${decidedBy}, case when ${decidedBy !== null} then now() end, case when ${decidedBy !== null} then 'approved' end)`
const agree = ({ tx }: Asked, id: string, by: string) =>
  tx`update approval set decided_by = ${by}, decided_at = now(), decision = 'approved' where id = ${id}`
const wishes: Deed[] = [
  approval(
    'read a wish about a person',
    relations,
    ({ tx, person }) => tx`select from approval where id = ${person.wish}`,
  ),
  approval(
    'read her own',
    once,
    (asked) => asked.tx`select from approval where id = ${papersOf(asked, 'person.erase').approvalId}`,
  ),
  approval('ask', ofClubs, (asked) => ask(asked, asked.actor.accountId)),
  approval('ask in the name of another', once, (asked) => ask(asked, asked.world.newcomer)),
  approval('ask and agree', once, (asked) => ask(asked, asked.actor.accountId, asked.world.newcomer)),
  approval('agree to a wish about a person', relations, (asked) =>
    agree(asked, asked.person.wish, asked.actor.accountId),
  ),
  approval('agree in the name of another', once, (asked) =>
    agree(asked, asked.person.wish, asked.world.newcomer),
  ),
  approval('agree too late', once, (asked) => agree(asked, asked.papers.expired, asked.actor.accountId)),
  approval('agree to her own', once, async (asked) => {
    await ask(asked, asked.actor.accountId)
    const { tx, actor } = asked
    return tx`update approval set decided_by = ${actor.accountId}, decided_at = now(), decision = 'approved'
      where requested_by = ${actor.accountId} and decision is null`
  }),
  approval('use of another', once, (asked) => {
    const { papers, world, club } = asked
    return use(asked, papers.of(world.arranger.accountId, club.id, 'person.erase').approvalId)
  }),
  approval('use her own', once, (asked) => use(asked, papersOf(asked, 'person.erase').approvalId)),
  approval('use her own, not agreed', once, async (asked) => {
    await ask(asked, asked.actor.accountId)
    const { tx, actor } = asked
    return tx`update approval set used_at = now() where requested_by = ${actor.accountId} and decision is null`
  }),
  approval(
    'change another, nothing',
    once,
    ({ tx, person }) => tx`update approval set used_at = used_at where id = ${person.wish}`,
  ),
  approval('remove', once, ({ tx }) => tx`delete from approval`),
]

const invitation = deed('invitation')
interface NewInvitation {
  id?: string
  role?: string
  by: string
  days?: number
  approval?: string
}
const invite = ({ tx, club }: Asked, asked: NewInvitation) =>
  tx`insert into invitation (id, token_hash, kind, province, display_name, role, club_id, invited_by, expires_at, approval_id)
    values (${asked.id ?? randomUUID()}, ${randomBytes(32)}, 'new', ${club.province}, 'x', ${asked.role ?? 'club_member'},
      ${club.id}, ${asked.by}, now() + ${asked.days ?? 1} * interval '1 day', ${asked.approval ?? null})`
const cancel = (tx: Tx, id: string | undefined) =>
  tx`update invitation set cancelled_at = now() where id = ${id ?? null}`
const invitations: Deed[] = [
  invitation(
    'read at a club',
    ofClubs,
    ({ tx, club, papers }) =>
      tx`select from invitation where id = ${papers.invitations.get(club.id) ?? null}`,
  ),
  invitation(
    'read at an organisation',
    ofOrganisations,
    ({ tx, organisationId, papers }) =>
      tx`select from invitation where id = ${papers.invitations.get(organisationId) ?? null}`,
  ),
  invitation('read its secret', once, ({ tx }) => tx`select token_hash from invitation`),
  invitation('make a member', ofClubs, (asked) => invite(asked, { by: asked.actor.accountId })),
  invitation('make in the name of another', once, (asked) => invite(asked, { by: asked.world.newcomer })),
  invitation('make one that lasts', once, (asked) => invite(asked, { by: asked.actor.accountId, days: 30 })),
  invitation('make a board alone', once, (asked) =>
    invite(asked, { by: asked.actor.accountId, role: 'club_chair' }),
  ),
  invitation('make a board, agreed', ofClubs, async (asked) => {
    const { approvalId, thingId } = papersOf(asked, 'invitation.make_powerful')
    await use(asked, approvalId)
    const by = asked.actor.accountId
    return invite(asked, { id: thingId, by, role: 'club_chair', approval: approvalId })
  }),
  invitation('cancel at a club', ofClubs, ({ tx, club, papers }) =>
    cancel(tx, papers.invitations.get(club.id)),
  ),
  invitation('cancel at an organisation', ofOrganisations, ({ tx, organisationId, papers }) =>
    cancel(tx, papers.invitations.get(organisationId)),
  ),
  invitation('cancel a used one', once, ({ tx, papers }) => cancel(tx, papers.used)),
  invitation('revive', once, ({ tx }) => tx`update invitation set cancelled_at = null`),
  invitation('remove', once, ({ tx }) => tx`delete from invitation`),
]

const audit = deed('audit_event')
const line = ({ tx, papers }: Asked, about: string) =>
  tx`select from audit_event where id = ${papers.audited.get(about) ?? null}`
const erasure = deed('erasure')
const certificate = ({ tx, club, person, actor, world }: Asked, id: string) =>
  tx`insert into erasure (province, id, club_id, person_id, ground, key_hash, erased_by, approved_by)
    values (${club.province}, ${id}, ${club.id}, ${person.id}, 'her_wish', '', ${actor.accountId}, ${world.newcomer})`
const index = deed('identity_index')
const token = ({ tx, club, person }: Asked) =>
  tx`insert into identity_index (province, organisation_id, club_id, person_id, kind, token)
    values (${club.province}, ${club.organisationId}, ${club.id}, ${person.id}, 'phone', ${randomBytes(9)})`
const key = deed('person_key')
const withTokens = relations.filter((each) => !withoutTokens.includes(each))
const papers: Deed[] = [
  audit('read a line of the club', ofClubs, (asked) => line(asked, asked.club.id)),
  audit('read who opened her', relations, (asked) => line(asked, asked.person.id)),
  audit('read who opened a note', relations, (asked) => line(asked, asked.person.contact)),
  audit(
    'add',
    once,
    ({ tx, actor }) => tx`insert into audit_event (province, id, account_id, action)
      values ('22', ${randomUUID()}, ${actor.accountId}, 'CLUB_RENAMED')`,
  ),
  audit('change', once, ({ tx }) => tx`update audit_event set action = 'X'`),
  audit('remove', once, ({ tx }) => tx`delete from audit_event`),
  erasure(
    'read',
    ofClubs,
    ({ tx, club, papers }) => tx`select from erasure where id = ${papers.erasures.get(club.id) ?? null}`,
  ),
  erasure('add, agreed', ofClubs, async (asked) => {
    const { approvalId, thingId } = papersOf(asked, 'person.erase')
    await use(asked, approvalId)
    return certificate(asked, thingId)
  }),
  erasure('add alone', once, (asked) => certificate(asked, randomUUID())),
  erasure('change', once, ({ tx }) => tx`update erasure set ground = ground`),
  index(
    'find',
    withTokens,
    ({ tx, person }) => tx`select from identity_index where person_id = ${person.id}`,
  ),
  index('read a token', once, ({ tx }) => tx`select token from identity_index`),
  index('add to one who has none', withoutTokens, token),
  index('add to one who has some', ['merged', 'sibling'], token),
  index(
    'remove',
    withTokens,
    ({ tx, person }) => tx`delete from identity_index where person_id = ${person.id}`,
  ),
  index('remove all', once, ({ tx, actor }) =>
    actor.role === 'club_chair' ? Promise.resolve({ count: 0 }) : tx`delete from identity_index`,
  ),
  key(
    'add',
    relations,
    ({ tx, club, person }) =>
      tx`insert into person_key (province, person_id, wrapped) values (${club.province}, ${person.id}, '')`,
  ),
  key('read', once, ({ tx }) => tx`select from person_key`),
  key('remove', once, ({ tx }) => tx`delete from person_key`),
]

const openTable = (table: string, column: string): Deed[] => [
  deed(table)('read', once, ({ tx }) => tx`select from ${tx(table)}`),
  deed(table)('change', once, ({ tx }) => tx`update ${tx(table)} set ${tx(column)} = ${tx(column)}`),
]
const counter = deed('person_code_counter')
const count = (tx: Tx, province: string) =>
  tx`update person_code_counter set last = last + 1 where province = ${province}`
const openTables: Deed[] = [
  ...openTable('organisation', 'level'),
  ...openTable('organisation_name', 'name'),
  ...openTable('programme', 'tag'),
  ...openTable('programme_name', 'name'),
  ...openTable('parameter', 'source'),
  deed('deployed')(
    'read what is not for her',
    once,
    ({ tx }) => tx`select from deployed where what <> 'master_key_custody'`,
  ),
  deed('deployed')('change', once, ({ tx }) => tx`update deployed set hash = hash`),
  counter('count in her province', once, ({ tx }) => count(tx, '22')),
  counter('count in another province', once, ({ tx }) => count(tx, '31')),
  counter(
    'begin another province',
    once,
    ({ tx }) => tx`insert into person_code_counter (province, last) values ('99', 1)`,
  ),
]

const departurePlans: Deed[] = [
  deed('departure_plan')('change one that has ended', once, async ({ tx, person }) => {
    await tx`update departure_plan set ended_at = now(), ended_as = 'stopped' where person_id = ${person.id}`
    return tx`update departure_plan set ended_as = 'replaced' where person_id = ${person.id} and ended_at is not null`
  }),
]

export const deeds: readonly Deed[] = [
  ...departurePlans,
  ...ownRows,
  ...roles,
  ...wishes,
  ...invitations,
  ...papers,
  ...openTables,
  ...caseDeeds,
  ...sharingDeeds,
  ...directoryDeeds,
]
