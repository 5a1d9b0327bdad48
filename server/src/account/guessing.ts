import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

const byName = 5
const byAddress = 20
const longestWait = 5_000
// An office of several people behind one address forgets passwords too: fewer names are no guessing along a list.
const namesOfGuessing = 3
const wrongCodesADay = 30
const waits = { name: 3, address: 10, all: 100 }

/** What is counted of a name: a hash, so that a password typed into the wrong box is not kept. */
export function hashName(username: string): Buffer {
  return createHash('sha256').update(foldText(username).replaceAll(' ', '')).digest()
}

/** Tries that are waiting at this moment, by what they wait for. */
const waiting = new Map<string, number>()
let allWaiting = 0

/**
 * Waits before a guess: from the sixth failure of a name, or the twentieth of an address along several names, within a
 * quarter of an hour, up to 5 s. Refuses with `too_many_tries` while too many wait already, so that trying at once
 * gains nothing and a flood holds no more than a few timers. A known device and a passkey never come here.
 */
export async function slowDown(db: Sql, nameHash: Buffer, addressHash: Buffer): Promise<void> {
  const [recent] = await db<{ of_name: number; of_address: number; names: number }[]>`
    select count(*) filter (where username_hash = ${nameHash})::int as of_name,
      count(*) filter (where address_hash = ${addressHash})::int as of_address,
      count(distinct username_hash) filter (where address_hash = ${addressHash})::int as names
    from sign_in_failure
    where at > now() - interval '15 minutes' and (username_hash = ${nameHash} or address_hash = ${addressHash})`
  if (!recent) return
  const excess = Math.max(
    recent.of_name - byName,
    recent.names >= namesOfGuessing ? Math.floor((recent.of_address - byAddress) / 5) : -1,
  )
  if (excess < 0) return
  await waitInTurn(nameHash, addressHash, Math.min(longestWait, 500 * 2 ** excess))
}

async function waitInTurn(nameHash: Buffer, addressHash: Buffer, milliseconds: number): Promise<void> {
  const name = `name ${nameHash.toString('hex')}`
  const address = `address ${addressHash.toString('hex')}`
  const of = (key: string) => waiting.get(key) ?? 0
  if (of(name) >= waits.name || of(address) >= waits.address || allWaiting >= waits.all)
    throw new Refused(signInRefusals.tooManyTries)
  const count = (by: 1 | -1) => {
    allWaiting += by
    for (const key of [name, address]) {
      const left = of(key) + by
      if (left === 0) waiting.delete(key)
      else waiting.set(key, left)
    }
  }
  count(1)
  await wait(milliseconds).finally(() => count(-1))
}

/** Remembers a failure for the next quarter of an hour; of a wrong code for a day. */
export async function rememberFailure(
  db: Sql,
  nameHash: Buffer,
  addressHash: Buffer,
  wrongCode: boolean,
): Promise<void> {
  await db`delete from sign_in_failure where at < now() - interval '1 day'`
  await db`insert into sign_in_failure (username_hash, address_hash, wrong_code)
    values (${nameHash}, ${addressHash}, ${wrongCode})`
}

/**
 * After she came in, what was guessed of her password slows nobody. Wrong codes stay for their day: whoever knows her
 * password could else try thirty more after each of her sign-ins.
 */
export async function forgetFailures(db: Sql, nameHash: Buffer): Promise<void> {
  await db`delete from sign_in_failure where username_hash = ${nameHash} and not wrong_code`
}

/**
 * Six digits can be tried out by whoever has the password: after thirty wrong ones in a day no more are taken from a
 * device that is not known. Refuses with `too_many_tries`.
 */
export async function requireCodesLeft(db: Sql, nameHash: Buffer): Promise<void> {
  const [today] = await db<{ wrong: number }[]>`
    select count(*)::int as wrong from sign_in_failure
    where username_hash = ${nameHash} and wrong_code and at > now() - interval '1 day'`
  if ((today?.wrong ?? 0) >= wrongCodesADay) throw new Refused(signInRefusals.tooManyTries)
}
