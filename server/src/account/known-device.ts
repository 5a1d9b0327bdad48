import { randomBytes } from 'node:crypto'
import type { Sql, Tx } from '../platform/database.ts'
import { hashToken } from './opened.ts'

const failuresOfOne = 5

/** Has she signed in on this browser before? Then others' guessing does not slow her; her own five failures end that. */
export async function isKnownDevice(db: Sql, accountId: string, token: string | undefined): Promise<boolean> {
  if (!token) return false
  const found = await db`
    select from known_device where token_hash = ${hashToken(token)} and account_id = ${accountId}
      and failures < ${failuresOfOne} and last_used_at > now() - interval '180 days'`
  return found.length > 0
}

export async function countDeviceFailure(
  db: Sql,
  accountId: string,
  token: string | undefined,
): Promise<void> {
  if (!token) return
  await db`update known_device set failures = failures + 1
    where token_hash = ${hashToken(token)} and account_id = ${accountId} and failures < ${failuresOfOne}`
}

/** Knows this browser from now on. @returns the token that it keeps */
export async function knowDevice(tx: Tx, accountId: string, token: string | undefined): Promise<string> {
  const [kept] = token
    ? await tx`update known_device set failures = 0, last_used_at = now()
        where token_hash = ${hashToken(token)} and account_id = ${accountId} returning account_id`
    : []
  if (kept && token) return token
  const fresh = randomBytes(32).toString('base64url')
  await tx`delete from known_device where account_id = ${accountId} and last_used_at < now() - interval '180 days'`
  await tx`insert into known_device (token_hash, account_id) values (${hashToken(fresh)}, ${accountId})`
  return fresh
}
