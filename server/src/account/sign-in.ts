import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import { hash, verify } from '@node-rs/argon2'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

const hours = 12
const guessesAtFullSpeed = 5

// Argon2id with 64 MiB, three passes: OWASP's advice of 2024 and more (algorithm 2 is Argon2id).
const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

// Verified when the name is unknown, so that both answers take the same time.
const nobody = hashPassword(randomBytes(16).toString('hex'))

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const wrong = refuse('wrong_password', {
  vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  en: 'The user name or the password is not right.',
})

/**
 * Opens a sign-in and returns its token (256 random bits, kept hashed). Guessing is slowed from the sixth failure in
 * a quarter of an hour, up to 5 s a try; the owner is never locked out.
 */
export async function signIn(
  db: Sql,
  username: string,
  password: string,
): Promise<{ token: string; accountId: string }> {
  const name = foldText(username).replaceAll(' ', '')
  const nameHash = createHash('sha256').update(name).digest()
  const [failures] = await db<{ recent: number }[]>`
    select count(*)::int as recent from sign_in_failure where username_hash = ${nameHash} and at > now() - interval '15 minutes'`
  const excess = (failures?.recent ?? 0) - guessesAtFullSpeed
  if (excess >= 0) await wait(Math.min(5_000, 500 * 2 ** excess))
  const [account] = await db<{ id: string; province: string; password_hash: string | null }[]>`
    select id, province, password_hash from account
    where username = ${username.trim().toLowerCase()} and disabled_at is null`
  const right = await verify(account?.password_hash ?? (await nobody), password.normalize('NFC'))
  if (!account?.password_hash || !right) {
    await db`insert into sign_in_failure (username_hash) values (${nameHash})`
    if (account) await audit(db, account, 'SIGN_IN_REFUSED')
    throw new Refused(wrong)
  }
  const token = randomBytes(32).toString('base64url')
  await db`delete from sign_in_failure where username_hash = ${nameHash}`
  await db`insert into sign_in (token_hash, account_id, expires_at)
    values (${hashToken(token)}, ${account.id}, now() + ${hours} * interval '1 hour')`
  await audit(db, account, 'SIGNED_IN')
  return { token, accountId: account.id }
}

export async function signOut(db: Sql, token: string): Promise<void> {
  const [ended] = await db<{ id: string; province: string }[]>`
    with ended as (update sign_in set ended_at = now() where token_hash = ${hashToken(token)} and ended_at is null returning account_id)
    select account.id, account.province from account join ended on ended.account_id = account.id`
  if (ended) await audit(db, ended, 'SIGNED_OUT')
}

async function audit(db: Sql, account: { id: string; province: string }, action: string): Promise<void> {
  await db`select policy.append_sign_in_audit(${account.province}, ${account.id}, ${action}, ${null})`
}
