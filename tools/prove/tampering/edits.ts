import { createHash } from 'node:crypto'
import { houseChain } from '../../../server/src/platform/audit.ts'
import type { Tx } from '../../../server/src/platform/database.ts'

/** Where an edit must be found. */
export interface Expected {
  chain: string
  /** The first line that is not as it was written. */
  seq: number
  /** The line after it may be the first that shows it: a line with a mended hash agrees with itself. */
  orNext?: boolean
}

/** Something at random in the database, the same for the same seed. */
export interface Choice {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(list: readonly T[]): T
}

/** One way to tamper, as the superuser; says where it must be found. */
export type Edit = (tx: Tx, choice: Choice, chains: readonly string[]) => Promise<Expected>

const last = async (tx: Tx, chain: string): Promise<number> => {
  const [row] = await tx<{ seq: number }[]>`select last_seq as seq from audit_chain where chain = ${chain}`
  return row?.seq ?? 0
}

async function someLine(tx: Tx, choice: Choice, chains: readonly string[], from = 1, spare = 0) {
  const chain = choice.pick(chains)
  return { chain, seq: choice.between(from, (await last(tx, chain)) - spare) }
}

/** An edit of one column of one line, which is found at that line. */
const column =
  (set: (tx: Tx) => ReturnType<Tx>): Edit =>
  async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains)
    await tx`update audit_event set ${set(tx)} where chain = ${at.chain} and seq = ${at.seq}`
    return at
  }

/** Writes the lines from `seq` on anew, with hashes that follow one another, and mends the head: nobody sees it here. */
async function rehash(tx: Tx, chain: string, seq: number): Promise<void> {
  const [before] = await tx<{ hash: Buffer }[]>`
    select hash from audit_event where chain = ${chain} and seq = ${seq - 1}`
  let hash: Buffer = before?.hash ?? Buffer.alloc(0)
  const lines = await tx<{ seq: number; text: string }[]>`
    select seq, policy.audit_text(audit_event) as text from audit_event where chain = ${chain} and seq >= ${seq} order by seq`
  for (const line of lines) {
    hash = createHash('sha256').update(hash).update(line.text).digest()
    await tx`update audit_event set hash = ${hash} where chain = ${chain} and seq = ${line.seq}`
  }
  await tx`update audit_chain set head = ${hash}, last_seq = ${lines.at(-1)?.seq ?? seq - 1} where chain = ${chain}`
}

/** Every way by name; each leaves the database in another state than it was. */
export const edits: Record<string, Edit> = {
  'change the account': column((tx) => tx`account_id = gen_random_uuid()`),
  'take the account away': column(
    (tx) => tx`account_id = case when account_id is null then gen_random_uuid() end`,
  ),
  'change the sign-in': column((tx) => tx`sign_in_id = gen_random_uuid()`),
  'change the action': column((tx) => tx`action = action || 'X'`),
  'change the club': column((tx) => tx`club_id = gen_random_uuid()`),
  'change the kind': column((tx) => tx`subject_kind = coalesce(subject_kind, '') || 'x'`),
  'change the person': column((tx) => tx`subject_id = gen_random_uuid()`),
  'change the fields': column((tx) => tx`fields = fields || '{note}'`),
  'empty the fields': column((tx) => tx`fields = case when fields = '{}' then '{x}'::text[] else '{}' end`),
  'no fields instead of none': column((tx) => tx`fields = null`),
  'change the reason': column((tx) => tx`reason = 'paperwork'`),
  'no reason instead of an empty one': column((tx) => tx`reason = case when reason is null then '' end`),
  'change the command': column((tx) => tx`command_id = gen_random_uuid()`),
  'change the province': column((tx) => tx`province = province || '0'`),
  'change the id': column((tx) => tx`id = gen_random_uuid()`),
  'one microsecond later': column((tx) => tx`at = at + interval '1 microsecond'`),
  'the same digits before our era': column((tx) => tx`at = (at::text || ' BC')::timestamptz`),
  'the end of time': column((tx) => tx`at = 'infinity'`),
  'change the hash': column((tx) => tx`hash = sha256(hash)`),
  'no hash': column((tx) => tx`hash = null`),

  'remove a line': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains)
    await tx`delete from audit_event where chain = ${at.chain} and seq = ${at.seq}`
    return at
  },
  'remove a line and close the gap': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 1, 1)
    await tx`delete from audit_event where chain = ${at.chain} and seq = ${at.seq}`
    await tx`update audit_event set seq = -seq where chain = ${at.chain} and seq > ${at.seq}`
    await tx`update audit_event set seq = -seq - 1 where chain = ${at.chain} and seq < 0`
    return at
  },
  'hide a line among those of before': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains)
    await tx`update audit_event set seq = null, hash = null where chain = ${at.chain} and seq = ${at.seq}`
    return at
  },
  'add a line behind the last': async (tx, choice, chains) => {
    const chain = choice.pick(chains)
    const seq = (await last(tx, chain)) + 1
    await tx`insert into audit_event (province, id, action, chain, seq, hash)
      values ('22', gen_random_uuid(), 'TASK_DONE', ${chain}, ${seq}, sha256('x'))`
    return { chain, seq }
  },
  'add a line and move the rest on': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains)
    await tx`update audit_event set seq = -seq where chain = ${at.chain} and seq >= ${at.seq}`
    await tx`update audit_event set seq = -seq + 1 where chain = ${at.chain} and seq < 0`
    await tx`insert into audit_event (province, id, action, chain, seq, hash)
      values ('22', gen_random_uuid(), 'TASK_DONE', ${at.chain}, ${at.seq}, sha256('x'))`
    return at
  },
  'the same line twice': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains)
    await tx`drop index audit_event__chain`
    await tx`insert into audit_event (province, id, at, account_id, action, club_id, subject_kind, subject_id, fields, reason,
        command_id, chain, seq, sign_in_id, hash)
      select province, gen_random_uuid(), at, account_id, action, club_id, subject_kind, subject_id, fields, reason,
        command_id, chain, seq, sign_in_id, hash from audit_event where chain = ${at.chain} and seq = ${at.seq}`
    return at
  },
  'swap two lines': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 1, 1)
    const other = choice.between(at.seq + 1, await last(tx, at.chain))
    await swap(tx, at.chain, at.seq, other)
    return at
  },
  'turn a stretch round': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 1, 3)
    for (const [a, b] of [
      [0, 3],
      [1, 2],
    ] as const)
      await swap(tx, at.chain, at.seq + a, at.seq + b)
    return at
  },
  'move a line to another chain': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains)
    const other = choice.pick(chains.filter((chain) => chain !== at.chain))
    await tx`update audit_event set chain = ${other}, seq = ${(await last(tx, other)) + 1}
      where chain = ${at.chain} and seq = ${at.seq}`
    return at
  },
  'cut the tail': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains)
    await tx`delete from audit_event where chain = ${at.chain} and seq >= ${at.seq}`
    return at
  },
  'cut the tail and mend the head': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 2)
    await tx`delete from audit_event where chain = ${at.chain} and seq >= ${at.seq}`
    await tx`update audit_chain set last_seq = ${at.seq - 1},
      head = (select hash from audit_event where chain = ${at.chain} and seq = ${at.seq - 1}) where chain = ${at.chain}`
    return at
  },
  'forget a whole chain': async (tx, choice, chains) => {
    const chain = choice.pick(chains)
    await tx`delete from audit_event where chain = ${chain} and seq is not null`
    await tx`delete from audit_chain where chain = ${chain}`
    return { chain, seq: 1 }
  },
  'write the chain anew from a line on': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 2)
    await tx`update audit_event set account_id = gen_random_uuid() where chain = ${at.chain} and seq = ${at.seq}`
    await rehash(tx, at.chain, at.seq)
    return at
  },
  'remove a line and write the rest anew': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 2, 1)
    await tx`delete from audit_event where chain = ${at.chain} and seq = ${at.seq}`
    await tx`update audit_event set seq = -seq where chain = ${at.chain} and seq > ${at.seq}`
    await tx`update audit_event set seq = -seq - 1 where chain = ${at.chain} and seq < 0`
    await rehash(tx, at.chain, at.seq)
    return at
  },
  'mend the hash of the changed line alone': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 2, 1)
    const [before] = await tx<{ hash: Buffer }[]>`
      select hash from audit_event where chain = ${at.chain} and seq = ${at.seq - 1}`
    await tx`update audit_event set account_id = gen_random_uuid() where chain = ${at.chain} and seq = ${at.seq}`
    await tx`update audit_event set hash = sha256(${before?.hash ?? Buffer.alloc(0)}::bytea || convert_to(policy.audit_text(audit_event), 'UTF8'))
      where chain = ${at.chain} and seq = ${at.seq}`
    return { ...at, orNext: true }
  },
  'change the head': async (tx, choice, chains) => {
    const chain = choice.pick(chains)
    await tx`update audit_chain set head = sha256(head) where chain = ${chain}`
    return { chain, seq: await last(tx, chain) }
  },
  'set the head back': async (tx, choice, chains) => {
    const at = await someLine(tx, choice, chains, 1, 1)
    await tx`update audit_chain set last_seq = ${at.seq} where chain = ${at.chain}`
    return { chain: at.chain, seq: at.seq + 1 }
  },
  'remove the head': async (tx, choice, chains) => {
    const chain = choice.pick(chains)
    const seq = await last(tx, chain)
    await tx`delete from audit_chain where chain = ${chain}`
    return { chain, seq }
  },
  'change a line of before the chain': async (tx) => {
    await tx`update audit_event set action = 'TASK_DONE'
      where id = (select id from audit_event where seq is null order by random() limit 1)`
    return { chain: houseChain, seq: 0 }
  },
  'remove a line of before the chain': async (tx) => {
    await tx`delete from audit_event where id = (select id from audit_event where seq is null order by random() limit 1)`
    return { chain: houseChain, seq: 0 }
  },
  'add a line of before the chain': async (tx) => {
    await tx`insert into audit_event (province, id, action) values ('22', gen_random_uuid(), 'TASK_DONE')`
    return { chain: houseChain, seq: 0 }
  },
}

async function swap(tx: Tx, chain: string, a: number, b: number): Promise<void> {
  await tx`update audit_event set seq = 0 where chain = ${chain} and seq = ${a}`
  await tx`update audit_event set seq = ${a} where chain = ${chain} and seq = ${b}`
  await tx`update audit_event set seq = ${b} where chain = ${chain} and seq = 0`
}
