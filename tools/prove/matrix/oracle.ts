// What the matrix compares the product with: transcribed by hand from the domain model (§5.5 roles × data), the security
// paper (§4.2) and the issue, and written apart from the code. It imports no code of the product (oracle.test.ts holds it
// to that).
import { caseKinds, caseLines, reachesCase } from './oracle-of-cases.ts'
import { type Beside, besideKinds, type Sides, sentTo, sharedKinds } from './oracle-of-sharing.ts'

/** Where a role is held: at the club of the matrix, its ward's organisation or the province's, or its commune as a place. */
export type Seat = 'club' | 'ward' | 'province' | 'place'

/** How a thing stands to the actor: whose person, in which club. */
export const relations = [
  'own',
  'team',
  'same_organisation',
  'sub_area',
  'sibling',
  'parent',
  'other',
  'excluded',
  'erased',
  'merged',
] as const
export type Relation = (typeof relations)[number]

/** Which of the locks are at work. */
export type Lock = 'both' | 'rows' | 'guards'

/** The role's letter in the tables below; a star behind it: only what is assigned to her. */
const letterOf: Readonly<Record<string, string>> = {
  club_member: 'm',
  club_chair: 'c',
  ward_officer: 'w',
  province_manager: 'p',
  police_liaison: 'l',
  data_protection_officer: 'd',
  auditor: 'a',
  administrator: 's',
  operator: 'o',
  case_manager: 'g',
  psychologist: 'y',
  shelter_manager: 'h',
  service_partner: 'r',
  // The roles whose screens are still to come: so far they look after themselves alone.
  hotline_counsellor: 'x',
  livelihood_coordinator: 'x',
  enterprise: 'x',
  national_analyst: 'x',
  supported_person: 'x',
}
export const oracleRoles = Object.keys(letterOf)

const everybody = 'm c w p l d a s g y h r x'

/** What a table says for a role: everything in reach, what is assigned, or nothing. */
export function heldBy(table: string, role: string | null): 'all' | 'assigned' | null {
  const letter = role === null ? undefined : letterOf[role]
  const words = table.split(' ')
  if (letter === undefined) return null
  if (words.includes(letter)) return 'all'
  return words.includes(`${letter}*`) ? 'assigned' : null
}

/** The clubs below a seat, as relations of what lies in them. */
const below: Readonly<Record<Seat, readonly Relation[]>> = {
  club: ['own', 'team', 'excluded', 'erased', 'merged'],
  ward: ['own', 'team', 'excluded', 'erased', 'merged', 'same_organisation', 'sub_area'],
  province: [
    'own',
    'team',
    'excluded',
    'erased',
    'merged',
    'same_organisation',
    'sub_area',
    'sibling',
    'parent',
  ],
  // Whatever lies in the commune today, whoever manages it: founded there under the old name or under today's, by this
  // ward's organisation or the next one's. Not what these manage elsewhere, nor a club whose commune was split and of
  // which nobody has said where it lies.
  place: ['own', 'team', 'excluded', 'erased', 'merged', 'same_organisation', 'sibling'],
}
/** Of a role at a club or at a commune no organisation is below: this commune's manage clubs elsewhere too. */
export const reachesOrganisations = (seat: Seat): boolean => seat === 'ward' || seat === 'province'
export const inReach = (seat: Seat, relation: Relation): boolean => below[seat].includes(relation)

/** The words and rows of the world, by what they tell, and who may read them. */
export const kinds: Readonly<Record<string, string>> = {
  // Coded facts of a person: her code, what comes next, her contacts and referrals.
  person: 'c w o m*',
  // How she may be reached: whoever goes to her.
  safe_contact: 'c o m*',
  // T2: name, birth, phone, address, family, papers; and the free words of a contact.
  identity: 'c m*',
  note: 'c m*',
  // What was agreed in words before she goes abroad, and what was heard since.
  departure: 'c m*',
  // Her answers to the questions about risk lie under her key; no screen shows them.
  screening: '',
  // Who is named in a situation note: the police channel alone.
  accused: 'l',
  // What a member tells of herself: nobody but her.
  background: '',
  situation: 'c w l',
  // The part of the minutes for the board.
  restricted: 'c w',
  // The ledger of the month with the ward's comments.
  entry: 'c w o',
  month_text: 'c w p o',
  meeting: 'm c w p o',
  amendment: 'm c w p o',
  member: 'm c w o',
  task: 'c w o m*',
  session: 'm c w p o',
  survey: 'm c w',
  paper: 'm c w p o',
  club: 'm c w p l o',
  // Names of accounts: for whoever gives roles, links members or looks after the audit.
  account: 'm c w p d a s o',
  ...caseKinds,
  // Where a shelter stands.
  directory_street: 'h',
}

/** What hangs on a person: an exclusion hides it from whoever is excluded. */
const ofPerson = ['person', 'safe_contact', 'identity', 'note', 'screening', 'task']
const sealedUnderHerKey = ['identity', 'note', 'screening']

/** Does the actor reach what was sent of a case in this relation, on one of its sides? */
export function reachesShared(
  { role, seat }: { role: string | null; seat: Seat },
  { team = '', receiver = '', above = '', province = '', excludedToo }: Sides,
  relation: Relation,
): boolean {
  if (!reachesOrganisations(seat)) return false
  if (inReach(seat, relation) && reachesCase(heldBy(team, role), relation)) return true
  if (relation === 'excluded' && !excludedToo) return false
  // A role for the whole province; what is of another is in the relation 'other' alone.
  if (heldBy(province, role) !== null && seat === 'province' && relation !== 'other') return true
  return (
    (heldBy(receiver, role) !== null && inReach(seat, sentTo[relation] as Relation)) ||
    (heldBy(above, role) !== null && inReach(seat, relation))
  )
}

/** Does she reach the club beside a case in this relation, from the club or on the case's team? */
export function reachesBeside(
  actor: { role: string | null; seat: Seat },
  { club: table, team }: Beside,
  relation: Relation,
): boolean {
  if (reachesShared(actor, { team }, relation)) return true
  const held = heldBy(table, actor.role)
  if (held === null || !inReach(actor.seat, relation) || relation === 'excluded') return false
  return held === 'all' || !['team', 'same_organisation', 'sub_area', 'sibling', 'parent'].includes(relation)
}

/** May the actor come to see a word or an id of this kind, under the locks that are at work? */
export function sees(
  actor: { role: string | null; seat: Seat },
  kind: string,
  relation: Relation,
  lock: Lock,
): boolean {
  const shared = sharedKinds[kind]
  if (shared) return reachesShared(actor, shared, relation)
  const beside = besideKinds[kind]
  if (beside) return reachesBeside(actor, beside, relation)
  const table = kinds[kind]
  if (table === undefined) throw new Error(`the oracle knows nothing of ${kind}`)
  const held = heldBy(table, actor.role)
  if (held === null || !inReach(actor.seat, relation)) return false
  // A role at a club or a place is none at an agency.
  if (kind in caseKinds) return reachesOrganisations(actor.seat) && reachesCase(held, relation)
  if (relation === 'excluded' && ofPerson.includes(kind)) return false
  // An erased person's key is gone; that her entry leaves the book is the server's to see to, not the rows'.
  if (relation === 'erased' && (sealedUnderHerKey.includes(kind) || kind === 'task' || lock !== 'rows'))
    return false
  return held === 'all' || !['team', 'same_organisation', 'sub_area', 'sibling', 'parent'].includes(relation)
}

/** One read or command: who may, over what, and what is said to whoever may. */
export interface Line {
  may: string
  /** 'person', 'task': one of them, hidden or shown as she is; 'club', 'organisation': all below; 'anywhere'. */
  over: 'person' | 'task' | 'wish' | 'case' | 'club' | 'organisation' | 'anywhere'
  /** Opens only for whoever has just proved that it is she. */
  stepUp?: true
  /** That is asked before anything is looked for: whoever has not proved it is told so of everything. */
  provesFirst?: true
  /** Done only with a second person's yes. */
  two?: true
  /** A read that leaves a line in the audit; every command leaves one. */
  audited?: true
  /** What whoever may is told where it is not simply done, by relation; `else` for all others. */
  said?: Readonly<Partial<Record<Relation | 'else', string>>>
  /** Audit lines for a person who stands in two lines of the book: one for each. */
  leaves?: number
  /** What a role (by its letter) is told that may ask but not for this. */
  saidTo?: Readonly<Record<string, string>>
  /** Whoever may not do this may be told as well that there is no such thing. */
  shy?: true
  /** What it tells to whoever may, beyond what they see otherwise. */
  tells?: readonly string[]
}

const book = { over: 'person' } as const
const club = { over: 'club' } as const
const here = { over: 'organisation' } as const
const anywhere = { over: 'anywhere' } as const

/** Every read and command. One that is missing here fails the proof. */
export const lines: Readonly<Record<string, Line>> = {
  ...caseLines,
  // The directory is everybody's to read (T0); its owner keeps it true; a street is the shelter team's alone.
  'directory.list': { ...anywhere, may: `${everybody} o` },
  'hsds.root': { ...anywhere, may: `${everybody} o` },
  'hsds.services': { ...anywhere, may: `${everybody} o` },
  'hsds.service': { ...anywhere, may: `${everybody} o` },
  'hsds.organizations': { ...anywhere, may: `${everybody} o` },
  'hsds.service_at_locations': { ...anywhere, may: `${everybody} o` },
  'hsds.taxonomy_terms': { ...anywhere, may: `${everybody} o` },
  'directory.report': { ...anywhere, may: `${everybody} o` },
  'directory.add': { ...here, may: 'w p g' },
  'directory.change': { ...here, may: 'w p g' },
  'directory.check': { ...here, may: 'w p g' },
  'directory.withdraw': { ...here, may: 'w p g' },
  'directory.set_street': { ...here, may: 'w p g h' },
  'directory.open_street': { ...here, may: 'h', stepUp: true },
  // reads
  'account.me': { ...anywhere, may: everybody },
  'club.accounts': { ...club, may: 'c w' },
  'club.count': { ...here, may: 'm c w p o' },
  'club.get': { ...club, may: 'm c w p o' },
  'club.list': { ...anywhere, may: 'm c w p o' },
  'programme.list': { ...anywhere, may: 'm c w p o' },
  'organisation.get': { ...anywhere, may: 'm c w p l o' },
  'task.list': { ...club, may: 'm c w' },
  'month.agenda': { ...club, may: 'c' },
  'month.get': { ...club, may: 'm c w p o' },
  'month.list': { ...club, may: 'm c w p o' },
  'month.to_accept': { ...here, may: 'w' },
  'place.get': { ...anywhere, may: 'm c w p l s o' },
  'place.today': { ...anywhere, may: 'm c w p l s o' },
  'place.search': { ...anywhere, may: 'm c w p l s o' },
  'register.first_contact_time': { ...club, may: 'm c w o' },
  'register.person': { ...book, may: 'c w o m*' },
  'register.list': { ...club, may: 'm c w o' },
  // Beside a case: the club's own, by a number of its own. Whom nobody asked has nobody to answer.
  'companion.list': { ...club, may: 'm c' },
  'companion.answer': { over: 'task', may: 'c', said: { else: 'companion_not_now' } },
  'companion.assign': { over: 'task', may: 'c' },
  'companion.finish_task': { over: 'task', may: 'c m*' },
  'companion.note_visit': { over: 'task', may: 'c m*' },
  'companion.leave': { over: 'task', may: 'c' },
  'companion.open': { over: 'task', may: 'c m*', stepUp: true, provesFirst: true },
  'register.paper': { ...club, may: 'm c w o', audited: true },
  'report.month_docx': { ...club, may: 'c w p o', audited: true },
  'report.month': { ...club, may: 'c w p o' },
  'report.month_xlsx': { ...club, may: 'c w p o', audited: true },
  'mobilisation.progress': { ...club, may: 'm c o' },
  'session.list': { ...club, may: 'm c w p o' },
  'situation.accused': { ...club, may: 'l', audited: true },
  'situation.clubs': { ...anywhere, may: 'l' },
  'situation.list': { ...club, may: 'c w' },
  'survey.list': { ...club, may: 'm c w' },
  'identity.openings': { ...book, may: 'c m*' },
  'approval.mine': { ...anywhere, may: everybody },
  'approval.waiting': { ...anywhere, may: everybody, tells: ['person'] },
  'exclusion.list': { ...club, may: 'c w d', tells: ['person', 'account'] },
  'grant.list': { ...club, may: 'c w p d a s', tells: ['club'] },
  'grant.list_of_organisation': { ...here, may: 'c w p d a s', tells: ['club'] },

  'account.sign_ins': { ...anywhere, may: everybody },
  'account.ways': { ...anywhere, may: everybody },
  'audit.list': { ...here, may: 'd a', audited: true, tells: ['person', 'account', 'club'] },
  'audit.unusual': { ...here, may: 'd a', audited: true, tells: ['person', 'account', 'club'] },
  'invitation.list': { ...anywhere, may: 'c w p s' },

  // commands
  'account.end_sign_in': { ...anywhere, may: everybody, said: { else: 'not_found' } },
  'account.end_all': { ...anywhere, may: everybody },
  'account.set_up_authenticator': { ...anywhere, may: everybody, stepUp: true },
  'account.confirm_authenticator': { ...anywhere, may: everybody, said: { else: 'not_found' } },
  'account.remove_authenticator': { ...anywhere, may: everybody, stepUp: true, said: { else: 'not_found' } },
  'account.remove_passkey': { ...anywhere, may: everybody, stepUp: true, said: { else: 'not_found' } },
  'invitation.make': { ...club, may: 'c w p' },
  'invitation.make_powerful': {
    ...here,
    may: 'w p s',
    two: true,
    stepUp: true,
    shy: true,
    saidTo: { s: 'role_not_hers_to_give' },
  },
  // A member's role is not an administrator's to end, so neither is her way in.
  'invitation.make_return': {
    ...here,
    may: 'w p s',
    two: true,
    stepUp: true,
    saidTo: { s: 'invitation_out_of_reach' },
  },
  'identity.change': { ...book, may: 'c', stepUp: true },
  // One line for the list and one for each line of the book that it names.
  'register.export': { ...club, may: 'c', stepUp: true, two: true, leaves: 4 },
  'invitation.cancel': { ...anywhere, may: 'c w p s', said: { else: 'not_found' } },
  'approval.request': { ...book, may: 'c', said: { merged: 'person_merged' } },
  'approval.decide': { over: 'wish', may: 'w d', shy: true },
  'approval.withdraw': { over: 'wish', may: everybody, said: { else: 'not_found' } },
  'exclusion.set': { ...book, may: 'c w' },
  'exclusion.lift': { over: 'task', may: 'c w d' },
  'grant.give': { ...club, may: 'c w p' },
  'grant.give_powerful': { ...here, may: 'w p s', two: true, saidTo: { s: 'role_not_hers_to_give' } },
  'grant.end': { ...club, may: 'c w p s', saidTo: { s: 'role_not_hers_to_give' } },
  'person.merge': {
    ...book,
    may: 'c',
    stepUp: true,
    two: true,
    // The two must be lines of one club, with one companion, and stand for no others.
    said: { own: 'companions_differ', team: 'already_merged', merged: 'already_merged', else: 'not_found' },
    leaves: 2,
  },
  'person.unmerge': {
    ...book,
    may: 'c',
    stepUp: true,
    two: true,
    said: { own: 'second_person_needed', else: 'not_found' },
  },
  // A line that stands for another is not erased for itself: whoever asks is shown the line that was kept.
  'person.erase': {
    ...book,
    may: 'c',
    stepUp: true,
    two: true,
    leaves: 2,
    said: { merged: 'person_merged' },
  },
  'club.create': { ...here, may: 'w p' },
  'club.rename': { ...club, may: 'w p' },
  'club.set_facts': { ...club, may: 'w p' },
  'club.set_month_start': { ...club, may: 'c w' },
  'club.set_state': { ...club, may: 'w p' },
  'member.add': { ...club, may: 'c w' },
  'member.open_own': { ...club, may: 'm c' },
  'member.set_own': { ...club, may: 'm c' },
  'member.leave': { ...club, may: 'c w' },
  'member.link_account': { ...club, may: 'c w' },
  'member.set_board_role': { ...club, may: 'c w' },
  'member.set_duty': { ...club, may: 'c w' },
  'plan.approve': { ...club, may: 'w p' },
  'plan.set': { ...club, may: 'c w' },
  'statute.issue': { ...club, may: 'c w' },
  'target.set': { ...club, may: 'c w p' },
  'task.do': { over: 'task', may: 'c m*' },
  'task.give': { ...book, may: 'c w' },
  // The vault compares a book for the operator at the command line; by a sign-in, as here, it opens him nothing.
  'ledger.import': { ...club, may: 'c o', saidTo: { o: 'not_found' } },
  'ledger.preview': { ...club, may: 'c o', saidTo: { o: 'not_found' } },
  'meeting.record': { ...club, may: 'c' },
  'month.accept': { ...club, may: 'w' },
  'month.amend': { ...club, may: 'c' },
  'month.give_tasks': { ...club, may: 'c' },
  'month.open': { ...club, may: 'c' },
  'month.prepare': { ...club, may: 'c' },
  'month.return': { ...club, may: 'w' },
  'month.submit': { ...club, may: 'c' },
  'month.write': { ...club, may: 'c' },
  'contact.record': { ...book, may: 'c o m*' },
  'identity.open': { ...book, may: 'c m*', stepUp: true, leaves: 2 },
  'identity.search': { ...club, may: 'c', stepUp: true },
  'note.open': { ...book, may: 'c m*', stepUp: true },
  'person.assign': { ...book, may: 'c' },
  'person.set_groups': { ...book, may: 'c m*' },
  'person.register': { ...club, may: 'm c' },
  'person.set_sex': { ...book, may: 'c m*' },
  // What she agreed to, and what was sent on it, is of whoever goes to her; the ward reads where it stands.
  'consent.list_of_person': { ...book, may: 'c m*' },
  'consent.give_for_person': { ...book, may: 'c m*' },
  'consent.note_answer_for_person': { ...book, may: 'c m*' },
  'consent.withdraw_for_person': { ...book, may: 'c m*' },
  'referral.list_of_person': { ...book, may: 'c w o m*' },
  'referral.places': { ...club, may: 'm c' },
  'referral.prepare_for_person': { ...book, may: 'c m*' },
  'referral.preview_for_person': { ...book, may: 'c m*', stepUp: true },
  // It is sent already, to one who answers by itself.
  'referral.deliver_for_person': {
    ...book,
    may: 'c m*',
    stepUp: true,
    said: { else: 'referral_does_not_follow' },
  },
  'referral.remind_for_person': { ...book, may: 'c m*' },
  'referral.rate_for_person': { ...book, may: 'c m*', said: { else: 'referral_not_now' } },
  'referral.end_for_person': { ...book, may: 'c m*' },
  'referral.hear_for_person': { ...book, may: 'c m*', said: { else: 'referral_not_now' } },
  'safe_contact.set': { ...book, may: 'c m*' },
  'screening.record': { ...book, may: 'c m*' },
  'departure.of_person': { ...book, may: 'c m*' },
  'departure.plan': { ...book, may: 'c m*' },
  'departure.check_in': { ...book, may: 'c m*' },
  'departure.stop': { ...book, may: 'c m*' },
  'departure.open': { ...book, may: 'c m*', stepUp: true },
  'session.record': { ...club, may: 'm c o' },
  'mobilisation.record': { ...book, may: 'c o m*' },
  'situation.open_accused': { ...club, may: 'l' },
  'situation.write': { ...club, may: 'm c' },
  'survey.decline': { ...club, may: 'm c' },
  'survey.open_round': { ...club, may: 'm c' },
  'reception.escort': { ...book, may: 'c m*', said: { merged: 'person_merged' } },
  'reception.escort_step': { ...book, may: 'c m*', said: { else: 'not_found' } },
  'reception.escorts': { ...book, may: 'c m*' },
  'reception.agencies': { ...anywhere, may: 'm c w p l o' },
}

const hangsOnHer = [
  'contact.record',
  'identity.change',
  'mobilisation.record',
  'person.assign',
  'person.set_groups',
  'person.set_sex',
  'consent.give_for_person',
  'referral.prepare_for_person',
  'safe_contact.set',
  'screening.record',
  'departure.check_in',
  'departure.plan',
  'departure.stop',
]

/** What the product must answer: 'done', or the code with which it refuses. */
export function expected(
  actor: { role: string | null; seat: Seat; steppedUp: boolean },
  name: string,
  relation: Relation,
  approved = false,
): string {
  const line = lines[name]
  if (!line) throw new Error(`the oracle has no line for ${name}`)
  // A role at a club or a place is no role over an organisation, and no role at all reaches nowhere.
  const atAgency = line.over === 'organisation' || line.over === 'case'
  const below = (!atAgency || reachesOrganisations(actor.seat)) && inReach(actor.seat, relation)
  const reached = line.over === 'anywhere' || (below && actor.role !== null)
  if (!reached) return 'not_found'
  const held = heldBy(line.may, actor.role)
  if (held === null) return 'not_allowed'
  if (line.over === 'case' && !reachesCase(held, relation)) return 'not_found'
  if (line.provesFirst && !actor.steppedUp) return 'step_up_needed'
  // What is shared without a yes is told to the officer of the province, not to one of a ward.
  if (name === 'emergency.see' && actor.seat === 'ward') return 'not_found'
  const one = line.over === 'person' || line.over === 'task'
  if ((one || line.over === 'wish') && relation === 'excluded') return 'not_found'
  // The data-protection officer sees no person, erased or not, and looks after the paper alone.
  if (one && relation === 'erased' && actor.role !== 'data_protection_officer') return 'not_found'
  if (one && held === 'assigned' && !['own', 'erased', 'merged'].includes(relation)) return 'not_found'
  if (line.stepUp && !actor.steppedUp) return 'step_up_needed'
  const told = line.saidTo?.[letterOf[actor.role ?? ''] ?? '']
  if (told) return told
  // Whoever reaches the club from above is no member of it, and has no page of her own there.
  if (name.endsWith('_own') && name.startsWith('member.') && actor.seat !== 'club') return 'no_member'
  const said = line.said?.[relation] ?? line.said?.else
  if (said) return said
  if (line.two && !approved) return 'second_person_needed'
  // Nothing new hangs on a line that stands for another.
  if (relation === 'merged' && hangsOnHer.includes(name)) return 'person_merged'
  return 'done'
}
