import {
  invitationAccept,
  invitationLook,
  invitationPasskeyOptions,
} from '@ke-vai/contract/account/invitation.ts'
import { passkeyAdd, passkeyAddOptions } from '@ke-vai/contract/account/passkey.ts'
import { passwordSet } from '@ke-vai/contract/account/password.ts'
import {
  signIn,
  signInPasskey,
  signInPasskeyOptions,
  signOut,
  stepUp,
  stepUpPasskeyOptions,
} from '@ke-vai/contract/account/sign-in.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { asActor, type Credential } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import { type Outside, outside } from '../platform/outside.ts'
import { Refused } from '../platform/refused.ts'
import type { Vault } from '../platform/vault.ts'
import { acceptInvitation, askInvitedForPasskey, lookAtInvitation } from './accept-invitation.ts'
import { describeActor } from './account.ts'
import { type Cookies, makeCookies } from './cookies.ts'
import { auditSignIn, findSignedIn, hashToken, type Opened } from './opened.ts'
import { askForNew, askForUse, keepPasskey, readNew } from './passkey.ts'
import { setPassword } from './password.ts'
import { signOut as endSignIn, signInByPasskey, signInByPassword } from './sign-in.ts'
import { siteOf } from './site.ts'
import { stepUp as proveAgain } from './step-up.ts'
import { addressOf, deviceWords, hashAddress, type Visit } from './visit.ts'

/** What the routes outside the commands stand on. */
interface AccountWiring {
  database: Database
  /** Asked by nobody yet: opens the secrets of authenticators, and nothing of any person. */
  vault: Vault
  /** The address at which people reach the product; undefined on loopback. */
  origin: string | undefined
}

/** Who asks, by her cookie; refuses with `signed_out`. And the routes before anyone is known. */
interface AccountRoutes {
  credentialOf(request: FastifyRequest): Credential
  routes: Outside[]
}

/** Signing in and what stands beside it, at this origin. */
export function makeAccountRoutes(wiring: AccountWiring): AccountRoutes {
  const cookies = makeCookies(wiring.origin)
  return {
    routes: accountRoutes(wiring, cookies),
    credentialOf: (request) => {
      const token = cookies.token(request)
      if (!token) throw new Refused('signedOut')
      return { tokenHash: hashToken(token) }
    },
  }
}

/** The routes before anyone is known, and those whose body must not stand in the log of commands. */
function accountRoutes({ database, vault, origin }: AccountWiring, cookies: Cookies): Outside[] {
  const db = database.signIn
  const site = (request: FastifyRequest) => siteOf(request, origin)
  const visit = (request: FastifyRequest): Visit => ({
    addressHash: hashAddress(addressOf(request, origin !== undefined)),
    device: deviceWords(request.headers['user-agent']),
    deviceToken: cookies.deviceToken(request),
  })
  const signedIn = (request: FastifyRequest) => findSignedIn(db, cookies.token(request))
  const welcome = async (reply: FastifyReply, { token, deviceToken }: Opened) => {
    cookies.give(reply, token)
    cookies.giveDevice(reply, deviceToken)
    return asActor(database.app, { tokenHash: hashToken(token) }, {}, describeActor)
  }
  const stepped = async (request: FastifyRequest) => {
    const who = await signedIn(request)
    if (!who.steppedUp) throw new Refused('stepUpNeeded')
    return who
  }

  return [
    outside(signIn, async (body, request, reply) =>
      welcome(reply, await signInByPassword(db, vault, body, visit(request))),
    ),
    outside(signInPasskeyOptions, (_, request) =>
      askForUse(db, site(request), { purpose: 'sign_in', accountId: null, invitationId: null }),
    ),
    outside(signInPasskey, async ({ passkey }, request, reply) =>
      welcome(reply, await signInByPasskey(db, site(request), passkey, visit(request))),
    ),
    outside(signOut, async (body, request, reply) => {
      const token = cookies.token(request)
      if (!token) throw new Refused('signedOut')
      await endSignIn(db, token)
      cookies.take(reply)
      // "storage" would throw away the device's sealed store with the work that was not sent yet: only when she says so.
      reply.header('clear-site-data', body?.wipe ? '"cache", "cookies", "storage"' : '"cache"')
      return { done: true as const }
    }),
    outside(stepUpPasskeyOptions, async (_, request) => {
      const { accountId } = await signedIn(request)
      return askForUse(db, site(request), { purpose: 'step_up', accountId, invitationId: null })
    }),
    outside(stepUp, async (body, request) =>
      proveAgain(db, vault, await signedIn(request), body, visit(request), () => site(request)),
    ),
    outside(passwordSet, async ({ password }, request, reply) => {
      const who = await stepped(request)
      const deviceToken = await setPassword(db, who, password)
      cookies.giveDevice(reply, deviceToken)
      return { done: true as const }
    }),
    outside(passkeyAddOptions, async (_, request) => {
      const who = await stepped(request)
      const errand = { purpose: 'add_passkey', accountId: who.accountId, invitationId: null } as const
      return askForNew(db, site(request), who, errand)
    }),
    outside(passkeyAdd, async ({ passkey, name }, request) => {
      const who = await stepped(request)
      const errand = { purpose: 'add_passkey', accountId: who.accountId, invitationId: null } as const
      const proved = await readNew(db, site(request), passkey, errand)
      return db.begin(async (tx) => {
        const id = await keepPasskey(tx, who.accountId, name, proved)
        await auditSignIn(tx, who, 'PASSKEY_ADDED', who.signInId)
        return { id }
      })
    }),
    outside(invitationLook, ({ token }) => lookAtInvitation(db, token)),
    outside(invitationPasskeyOptions, (body, request) => askInvitedForPasskey(db, site(request), body)),
    outside(invitationAccept, async (body, request, reply) => {
      const here = await signedIn(request).catch(() => null)
      const opened = await acceptInvitation(db, body, visit(request), here?.accountId ?? null, () =>
        site(request),
      )
      return welcome(reply, opened)
    }),
  ]
}
