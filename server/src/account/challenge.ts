import { createHash, randomBytes } from 'node:crypto'
import type { Sql, Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

/** What a challenge was handed out for: whoever it names must bring it back, for nothing else. */
export interface Errand {
  purpose: 'sign_in' | 'step_up' | 'add_passkey'
  accountId: string | null
  invitationId: string | null
}

const minutes = 5
// Anybody may ask for one to sign in without being known; more than this many at once is no crowd of people. Who is
// signed in or invited is not kept waiting by them.
const mostAtOnce = 20_000

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest()

/** Hands out a challenge (256 random bits, kept hashed) for five minutes. */
export async function makeChallenge(db: Sql, errand: Errand): Promise<Buffer> {
  const challenge = randomBytes(32)
  await db`delete from challenge where expires_at < now()`
  const made = await db`
    insert into challenge (hash, purpose, account_id, invitation_id, expires_at)
    select ${hashOf(challenge.toString('base64url'))}, ${errand.purpose}, ${errand.accountId}, ${errand.invitationId},
      now() + ${minutes} * interval '1 minute'
    where ${errand.purpose} <> 'sign_in'
      or (select count(*) from challenge where purpose = 'sign_in') < ${mostAtOnce} returning hash`
  if (made.length === 0) throw new Refused('busy')
  return challenge
}

/** Takes a challenge that came back, once, whatever comes of it. */
export async function takeChallenge(db: Sql | Tx, challenge: string, errand: Errand): Promise<boolean> {
  const taken = await db`
    delete from challenge where hash = ${hashOf(challenge)} and purpose = ${errand.purpose} and expires_at > now()
      and account_id is not distinct from ${errand.accountId}::uuid
      and invitation_id is not distinct from ${errand.invitationId}::uuid returning hash`
  return taken.length > 0
}
