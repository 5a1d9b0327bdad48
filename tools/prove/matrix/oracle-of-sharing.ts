// What of a case is sent to another organisation, and who there may meet it: transcribed from the domain model (§5.4 nr. 1
// and 2, §5.5 «referrals received», «verification files addressed to them») and the issue, apart from the code. Of each case
// in the matrix one thing of each kind is addressed to an organisation in another relation to the actor.

/** To whose organisation the things of a case are addressed, by the relation of the case. */
export const sentTo: Readonly<Record<string, string>> = {
  own: 'other',
  team: 'sub_area',
  same_organisation: 'other',
  excluded: 'sub_area',
  sub_area: 'parent',
  sibling: 'own',
  parent: 'sibling',
  other: 'own',
}

/** Of the organisation in this relation: the case of which something reached it. */
export const receivedFrom: Readonly<Record<string, string>> = {
  own: 'sibling',
  sub_area: 'team',
  sibling: 'parent',
  parent: 'sub_area',
  other: 'own',
}

/**
 * Who may, in letters: on the case's team, where it was sent, above the case's agency, for the province's data protection.
 * A conflict of interest with the case hides it from all of them, but not a notice that tells a code and a day.
 */
export interface Sides {
  team?: string
  receiver?: string
  above?: string
  province?: string
  excludedToo?: true
}

const team = 'g* y* h*'

/**
 * The ids of what was sent, which are coded facts of the case, also where it waits; and its words, which were sealed for the
 * receiver.
 */
const coded = 'g y* h*'
export const sharedKinds: Readonly<Record<string, Sides>> = {
  sent_referral: { team: coded, receiver: 'r' },
  sent_transfer: { team: coded, receiver: 'g' },
  sent_request: { team: coded, receiver: 'l' },
  sent_tracing: { team: coded, receiver: 'l p' },
  sent_notice: { team: coded, receiver: 'p', excludedToo: true },
  sent_emergency: { team: coded, province: 'd' },
  // What is addressed to a receiver says by its id on which consent it stands; of the consent itself it reads nothing.
  consent: { team: coded, receiver: 'r g l' },
  words_of_referral: { team, receiver: 'r' },
  words_of_transfer: { team, receiver: 'g' },
  words_of_request: { team, receiver: 'l' },
  words_of_tracing: { team, receiver: 'l p' },
  // The code by which bodies speak of a case: the liaison's whom it is addressed to, the clocks' of lead body and province.
  case_code: { team: coded, receiver: 'l p', above: 'p' },
}

/**
 * Of a club that walks beside a case: its ids and codes, the words that were sealed for it, and its rows. `club`: in letters,
 * the club's board and whom of its members it was given to; she is the same person to them as in their register.
 */
export interface Beside {
  club: string
  team: string
}
export const besideKinds: Readonly<Record<string, Beside>> = {
  companion: { club: 'c m*', team: coded },
  words_of_companion: { club: 'c m*', team },
  // The row says by its id on which consent it stands; of the consent itself the club reads nothing.
  consent_of_companion: { club: 'c m*', team: coded },
}

type Verb = 'read' | 'add' | 'change' | 'remove'

/**
 * Rows by table and verb, tried with a row as it stands. What is refused to a copy, and may be done in her own name or with
 * another state, stands in the oracle of deeds.
 */
export const sharedRights: Readonly<Record<string, Partial<Record<Verb, Sides>>>> = {
  consent: { read: { team } },
  emergency_sharing: { read: { team, province: 'd' }, change: { team, province: 'd' } },
  transfer: { read: { team, receiver: 'g' } },
  // The lead body and the province see under whose lead what is verified: a code and days.
  verification: {
    read: { team, receiver: 'p', above: 'p' },
    add: { team: 'g*' },
    change: { team: 'g*' },
  },
  verification_request: { read: { team, receiver: 'l' }, change: { receiver: 'l' } },
  tracing_request: { read: { team, receiver: 'l p' } },
  health_notice: {
    read: { team, receiver: 'p', excludedToo: true },
    change: { receiver: 'p', excludedToo: true },
  },
  referral_step: { read: { team, receiver: 'r' } },
}

/** Rows of a club beside a case, tried as they stand. That a task is finished stands in the oracle of deeds. */
export const besideRights: Readonly<Record<string, Partial<Record<Verb, Beside>>>> = {
  companion: { read: { club: 'c m*', team }, change: { club: 'c m*', team } },
  companion_task: { read: { club: 'c m*', team } },
}
/** Which of them a command may leave: tasks are given by the team and finished by the club. */
export const besideWrites: Readonly<Record<string, Partial<Record<Verb, Beside>>>> = {
  companion: { change: { club: 'c m*', team } },
  companion_task: { add: { club: '', team }, change: { club: 'c m*', team: '' } },
  // What the club did becomes an entry of the case, in its own name.
  case_entry: { add: { club: 'c m*', team: '' } },
  case_file: { change: { club: 'c m*', team: '' } },
}

/** Which rows a command may leave, whatever it is called. */
export const sharedWrites: Readonly<Record<string, Sides>> = {
  consent: { team },
  emergency_sharing: { team, province: 'd' },
  transfer: { team, receiver: 'g' },
  verification: { team: 'g*' },
  verification_request: { team: 'g*', receiver: 'l' },
  tracing_request: { team: 'g*', receiver: 'l p' },
  health_notice: { receiver: 'p', excludedToo: true },
  referral: { team, receiver: 'r' },
  referral_step: { team, receiver: 'r' },
  sharing_notice: { team },
  // Whoever takes a transfer moves the case that was offered, and no club goes there in the old agency's name; whoever
  // answers ends the clock that waited for it.
  companion: { receiver: 'g' },
  case_file: { receiver: 'g' },
  case_entry: { receiver: 'g' },
  case_deadline: { receiver: 'g r l' },
}

/** Whoever leads the verification sees its clocks, also where the agency is of another province. */
export const clocksOfTheLead: Sides = { receiver: 'p' }

/** Rows of an organisation that are of no case: by letters, for whoever holds the role there. */
export const organisationRights: Readonly<Record<string, Partial<Record<Verb, string>>>> = {
  reception: { read: 'g h', change: 'g h' },
  sharing_notice: { read: 'r g' },
  // In a round each body reads its own list and what differs; only who leads it compares.
  reconciliation_round: { read: 'l p', change: 'p' },
  reconciliation_party: { read: 'l p', add: 'p' },
  reconciliation_item: { read: 'l p', add: 'l p' },
  reconciliation_difference: { read: 'l p', add: 'p' },
}

/** Which of them a command may leave. */
export const organisationWrites: Readonly<Record<string, string>> = {
  reception: 'g h l',
  reconciliation_round: 'p',
  reconciliation_party: 'l p',
  reconciliation_item: 'l p',
  reconciliation_difference: 'l p',
}
