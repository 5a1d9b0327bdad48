import { signInEnd, signInEndAll, signInsRead, waysRead } from '@ke-vai/contract/account/sign-ins.ts'
import { command } from '../platform/commands.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import type { Method } from './opened.ts'

interface SignInRow {
  id: string
  device: string | null
  method: Method
  created_at: Date
  last_used_at: Date
  expires_at: Date
}

export const showSignIns = read(signInsRead, async (_, { tx, actor }) => {
  const rows = await tx<SignInRow[]>`
    select id, device, method, created_at, last_used_at, expires_at from sign_in
    where account_id = ${actor.id} and ended_at is null and expires_at > now()
      and last_used_at > now() - policy.idle_limit()
    order by last_used_at desc limit 100`
  return {
    signIns: rows.map((row) => ({
      id: row.id,
      device: row.device ?? '',
      method: row.method,
      openedAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at.toISOString(),
      endsAt: row.expires_at.toISOString(),
      current: row.id === actor.signInId,
    })),
  }
})

interface PasskeyRow {
  id: string
  name: string
  backed_up: boolean
  created_at: Date
  last_used_at: Date | null
}

export const showWays = read(waysRead, async (_, { tx, actor }) => {
  const [password] = await tx<{ there: boolean }[]>`select there from policy.own_password()`
  const [authenticator] = await tx<{ confirmed_at: Date | null }[]>`
    select confirmed_at from authenticator where account_id = ${actor.id}`
  const passkeys = await tx<PasskeyRow[]>`
    select id, name, backed_up, created_at, last_used_at from passkey where account_id = ${actor.id}
    order by created_at`
  const confirmed = authenticator?.confirmed_at ? ('confirmed' as const) : ('unconfirmed' as const)
  return {
    hasPassword: password?.there ?? false,
    authenticator: authenticator ? confirmed : ('none' as const),
    passkeys: passkeys.map((row) => ({
      id: row.id,
      name: row.name,
      addedAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
      backedUp: row.backed_up,
    })),
  }
})

export const endSignIn = command(signInEnd, async (args, { tx, actor, audit }) => {
  const ended = await tx`
    update sign_in set ended_at = now() where id = ${args.signInId} and account_id = ${actor.id} and ended_at is null
    returning id`
  if (ended.length === 0) throw new Refused('notFound')
  await audit({ subjectKind: 'sign_in', subjectId: args.signInId })
  return { done: true as const }
})

export const endAllSignIns = command(signInEndAll, async (args, { tx, actor, audit }) => {
  const ended = await tx`
    update sign_in set ended_at = now() where account_id = ${actor.id} and ended_at is null
      and (${args.alsoThis} or id is distinct from ${actor.signInId}::uuid)
    returning id`
  await audit({ subjectKind: 'account', subjectId: actor.id, fields: ['sign_ins'] })
  return { ended: ended.length }
})
