import type { LedgerAnswers } from '@ke-vai/contract/ledger/ledger.ts'
import type { Birth, LedgerPlan, PlannedPerson, RowRef, SamePersonPair } from './plan.ts'

/** The plan after a person has answered: rows that are one become one, and what was done follows her. */
export function answerLedger(plan: LedgerPlan, answers: LedgerAnswers): LedgerPlan {
  const same = plan.samePersonPairs.filter((pair) => answers.samePerson[pair.id] === 'same')
  const first = leadersOf(plan.persons, same)
  const leaderOf = (ref: RowRef): RowRef => {
    const leader = first.get(keyOf(ref))
    return leader ? { sheet: leader.sheet, row: leader.row } : ref
  }
  const together = new Map<string, PlannedPerson[]>()
  for (const person of plan.persons) {
    const key = keyOf(leaderOf(person))
    const rows = together.get(key)
    if (rows) rows.push(person)
    else together.set(key, [person])
  }
  const persons = [...together.values()].map((rows) => mergeRows(rows, same))
  const answered = new Set([
    ...Object.keys(answers.sex),
    ...Object.keys(answers.samePerson),
    ...Object.keys(answers.eligibility),
  ])
  return {
    ...plan,
    persons: persons.map((person) => answerSex(person, answers)),
    members: plan.members.map((member) => {
      const ground = answers.eligibility[`eligibility:${keyOf(member)}`]
      return member.eligibilityGround === 'ask' && ground ? { ...member, eligibilityGround: ground } : member
    }),
    contacts: plan.contacts.map((contact) => ({ ...contact, personRow: leaderOf(contact.personRow) })),
    referrals: plan.referrals.map((referral) => ({ ...referral, personRow: leaderOf(referral.personRow) })),
    samePersonPairs: plan.samePersonPairs.filter((pair) => !answered.has(pair.id)),
    questions: plan.questions.filter((question) => !answered.has(question.id)),
  }
}

/** The answers that take every proposed merge inside the book and with the system, and nothing else. */
export function acceptMerges(plan: LedgerPlan): LedgerAnswers {
  const samePerson = Object.fromEntries(plan.samePersonPairs.map((pair) => [pair.id, 'same' as const]))
  return { sex: {}, samePerson, eligibility: {} }
}

function keyOf(ref: RowRef): string {
  return `${ref.sheet}!${ref.row}`
}

/** For each row the first row of those that are one with it. */
function leadersOf(
  persons: readonly PlannedPerson[],
  same: readonly SamePersonPair[],
): Map<string, PlannedPerson> {
  const byKey = new Map(persons.map((person) => [keyOf(person), person]))
  const parent = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    return root
  }
  const order = new Map(persons.map((person, at) => [keyOf(person), at]))
  const join = (one: string, other: string) => {
    const roots = [rootOf(one), rootOf(other)].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    if (roots[0] !== undefined && roots[1] !== undefined && roots[0] !== roots[1])
      parent.set(roots[1], roots[0])
  }
  const bySystem = new Map<string, string>()
  for (const pair of same) {
    if (pair.other.in === 'book') join(keyOf(pair.first), keyOf(pair.other.row))
    else {
      // Two rows that are one with the same person of the system are one with each other.
      const earlier = bySystem.get(pair.other.id)
      if (earlier === undefined) bySystem.set(pair.other.id, keyOf(pair.first))
      else join(earlier, keyOf(pair.first))
    }
  }
  const leaders = new Map<string, PlannedPerson>()
  for (const key of byKey.keys()) {
    const leader = byKey.get(rootOf(key))
    if (leader) leaders.set(key, leader)
  }
  return leaders
}

function mergeRows(rows: readonly PlannedPerson[], same: readonly SamePersonPair[]): PlannedPerson {
  const [leader, ...merged] = rows
  if (!leader) throw new Error('a person has at least one row')
  const keys = new Set(rows.map(keyOf))
  const system = same.find((pair) => pair.other.in === 'system' && keys.has(keyOf(pair.first)))
  const existingId = system?.other.in === 'system' ? system.other.id : null
  if (merged.length === 0) return existingId === null ? leader : { ...leader, existingId }
  const firstKnown = <Value>(read: (row: PlannedPerson) => Value | null) =>
    rows.map(read).find((value) => value !== null) ?? null
  return {
    ...leader,
    birth: rows.map((row) => row.birth).reduce(exacter),
    sex: firstKnown((row) => (row.sex === 'ask' ? null : row.sex)) ?? leader.sex,
    ethnicity: firstKnown((row) => row.ethnicity),
    address: firstKnown((row) => row.address),
    phones: [...new Set(rows.flatMap((row) => row.phones))],
    groups: [...new Set(rows.flatMap((row) => row.groups))],
    note: rows.flatMap((row) => (row.note === null ? [] : [row.note])).join(' · ') || null,
    safeContact: [...new Set(rows.flatMap((row) => row.safeContact))],
    recorded: firstKnown((row) => row.recorded),
    merged,
    existingId,
  }
}

const exactness = { day: 3, year: 2, about: 1 }

function exacter(one: Birth | null, other: Birth | null): Birth | null {
  if (!one || !other) return one ?? other
  return exactness[other.kind] > exactness[one.kind] ? other : one
}

function answerSex(person: PlannedPerson, answers: LedgerAnswers): PlannedPerson {
  if (person.sex !== 'ask') return person
  const answer = [person, ...person.merged]
    .map((row) => answers.sex[`sex:${keyOf(row)}`])
    .find((one) => one !== undefined)
  if (answer === undefined) return person
  return { ...person, sex: answer === 'not_stated' ? null : answer }
}
