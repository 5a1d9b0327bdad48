import type { Role } from '@ke-vai/contract/permissions.ts'
import type { Sql, Tx } from './database.ts'
import { Refused } from './refused.ts'

/** Who acts in a transaction, and the roles held over the club or organisation that was asked for. */
export interface Actor {
  id: string
  province: string
  roles: readonly Role[]
  /** The province of the club or organisation that was asked for; null when none was, or it does not exist. */
  clubProvince: string | null
  /** The organisation of the club or the one that was asked for: whose audit chain and whose keys these are. */
  organisationId: string | null
  /** Her sign-in; null for the command line. */
  signInId: string | null
  /** True when she proved within minutes that it is she. The command line, which has a shell, counts as such. */
  steppedUp: boolean
}

/** The place in the tree over which a permission is looked for. */
export interface Target {
  clubId?: string
  organisationId?: string
}

/** How the actor is known: by a sign-in; by account id only on the pool of the command line (`ke_vai_operator`). */
export type Credential = { tokenHash: Buffer } | { accountId: string }

interface EnteredRow {
  account_id: string
  province: string
  roles: Role[]
  club_province: string | null
  organisation_id: string | null
  sign_in_id: string | null
  stepped_up: boolean
}

/**
 * Runs `work` in one transaction as one person; row-level security decides each row by who she is. This is the only
 * way to the app's pool. Refuses with `signed_out` when the credential names nobody.
 */
export async function asActor<T>(
  app: Sql,
  credential: Credential,
  target: Target,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  const club = target.clubId ?? null
  const organisation = target.organisationId ?? null
  const result = await app.begin(async (tx) => {
    const [row] =
      'tokenHash' in credential
        ? await tx<
            EnteredRow[]
          >`select * from policy.enter(${credential.tokenHash}, ${club}, ${organisation})`
        : await tx<
            EnteredRow[]
          >`select * from policy.enter_as(${credential.accountId}, ${club}, ${organisation})`
    if (!row) throw new Refused('signedOut')
    const actor = {
      id: row.account_id,
      province: row.province,
      roles: row.roles,
      clubProvince: row.club_province,
      organisationId: row.organisation_id,
      signInId: row.sign_in_id,
      steppedUp: row.stepped_up,
    }
    return { value: await work(tx, actor) }
  })
  return result.value as T
}

/**
 * The same for work that only reads: answers as soon as `work` has its rows, and the commit goes on behind. Nothing was
 * written by it, so nothing is lost if that commit fails; whatever `work` or the entering refuses is still thrown.
 */
export function asReader<T>(
  app: Sql,
  credential: Credential,
  target: Target,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  return new Promise((answer, refuse) => {
    // After the answer a refusal is nobody's: the promise is settled and takes no other end.
    asActor(app, credential, target, async (tx, actor) => answer(await work(tx, actor))).catch(refuse)
  })
}
