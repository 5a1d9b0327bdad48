import {
  authenticatorConfirm,
  authenticatorRefusals,
  authenticatorRemove,
  authenticatorSetup,
} from '@ke-vai/contract/account/authenticator.ts'
import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import { Secret, TOTP } from 'otpauth'
import { command } from '../platform/commands.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Vault } from '../platform/vault.ts'

const period = 30

const codesOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Kề Vai',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  })

const key = { purpose: 'authenticator' } as const
const boundTo = (accountId: string) => ({
  table: 'authenticator',
  row: accountId,
  field: 'secret',
  version: 1,
})

async function openSecret(vault: Vault, accountId: string, sealed: Buffer): Promise<string> {
  const [secret] = await vault.open(key, [{ bound: boundTo(accountId), sealed }])
  if (typeof secret !== 'string') throw new Error('the secret of an authenticator is no text')
  return secret
}

/** The step of a code that is right now or one step before or after; null when it is none of them. */
function stepOf(secret: string, code: string): number | null {
  const now = Date.now()
  const delta = codesOf(secret).validate({ token: code, window: 1, timestamp: now })
  return delta === null ? null : Math.floor(now / 1_000 / period) + delta
}

interface Kept {
  sealed: Buffer
  confirmed_at: Date | null
}

export const setUpAuthenticator = command(authenticatorSetup, async (_, { tx, actor, vault, audit }) => {
  const [there] =
    await tx`select from authenticator where account_id = ${actor.id} and confirmed_at is not null`
  if (there) throw new Refused(authenticatorRefusals.alreadyThere)
  await audit({ subjectKind: 'account', subjectId: actor.id, fields: ['authenticator'] })
  const secret = new Secret({ size: 20 }).base32
  const [sealed] = await vault.seal(key, [{ bound: boundTo(actor.id), value: secret }])
  if (!sealed) throw new Error('the vault sealed nothing')
  await tx`delete from authenticator where account_id = ${actor.id}`
  await tx`insert into authenticator (account_id, sealed) values (${actor.id}, ${sealed})`
  const [own] = await tx<{ username: string }[]>`select username from account where id = ${actor.id}`
  return { secret, uri: codesOf(secret, own?.username).toString() }
})

export const confirmAuthenticator = command(authenticatorConfirm, async (args, context) => {
  const { tx, actor, vault, audit } = context
  const [kept] = await tx<Kept[]>`
    select sealed, confirmed_at from authenticator where account_id = ${actor.id} for update`
  if (!kept) throw new Refused('notFound')
  // One that counts already takes codes where wrong ones are counted: here they could be tried out on an open phone.
  if (kept.confirmed_at) throw new Refused(authenticatorRefusals.alreadyThere)
  const step = stepOf(await openSecret(vault, actor.id, kept.sealed), args.code)
  if (step === null) throw new Refused(signInRefusals.wrongCode)
  const taken = await tx`
    update authenticator set confirmed_at = coalesce(confirmed_at, now()), last_step = ${step}
    where account_id = ${actor.id} and last_step < ${step} returning account_id`
  if (taken.length === 0) throw new Refused(signInRefusals.wrongCode)
  await audit({ subjectKind: 'account', subjectId: actor.id, fields: ['authenticator'] })
  return { done: true as const }
})

export const removeAuthenticator = command(authenticatorRemove, async (_, { tx, actor, audit }) => {
  const [password] = await tx<{ needs_code: boolean }[]>`select needs_code from policy.own_password()`
  if (password?.needs_code) throw new Refused(authenticatorRefusals.passwordTooShortAlone)
  const gone = await tx`delete from authenticator where account_id = ${actor.id} returning account_id`
  if (gone.length === 0) throw new Refused('notFound')
  await audit({ subjectKind: 'account', subjectId: actor.id, fields: ['authenticator'] })
  return { done: true as const }
})

/** Her authenticator when it counts (a code of it was confirmed), sealed as it lies; else null. */
export async function findAuthenticator(db: Sql | Tx, accountId: string): Promise<Buffer | null> {
  const [kept] = await db<{ sealed: Buffer }[]>`
    select sealed from authenticator where account_id = ${accountId} and confirmed_at is not null`
  return kept?.sealed ?? null
}

/** Takes a code of hers. Each step of thirty seconds counts once, also for two that come together. */
export async function takeCode(
  db: Sql | Tx,
  vault: Vault,
  accountId: string,
  sealed: Buffer,
  code: string,
): Promise<boolean> {
  const step = stepOf(await openSecret(vault, accountId, sealed), code)
  if (step === null) return false
  const taken = await db`
    update authenticator set last_step = ${step} where account_id = ${accountId} and last_step < ${step} returning account_id`
  return taken.length > 0
}
