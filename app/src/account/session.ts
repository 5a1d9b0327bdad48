import type { Me, Standing } from '@ke-vai/contract/account/account.ts'
import { meRead } from '@ke-vai/contract/account/account.ts'
import type { Permission } from '@ke-vai/contract/permissions.ts'
import { useSyncExternalStore } from 'react'
import { fetchRead, NoAnswer, postSignIn, postSignOut, RefusedByServer } from '../api/api.ts'
import { forgetReads } from '../api/use-read.ts'
import { startOutbox, stopOutbox } from '../offline/offline.ts'
import { openOrMakeVault, openVaultOffline } from '../offline/vault.ts'

/**
 * Who is using the app now. `locked`: the server still knows her, but the page was opened anew and the device's vault
 * needs her password. `signed_in` may be without a network.
 */
export type Session =
  | { state: 'looking' }
  | { state: 'signed_out' }
  | { state: 'locked'; me: Me }
  | { state: 'signed_in'; me: Me }

let session: Session = { state: 'looking' }
const listeners = new Set<() => void>()

function become(next: Session): void {
  session = next
  for (const listener of listeners) listener()
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => session,
  )
}

/** The signed-in person; only screens behind the sign-in may ask. */
export function useMe(): Me {
  const now = useSession()
  if (now.state !== 'signed_in') throw new Error('nobody is signed in')
  return now.me
}

/** Whoever works in a club keeps a vault on the device; an officer at her desk does not. */
const keepsVault = (me: Me) => me.standings.some((standing) => standing.clubId !== null)

/** The first standing that carries the permission, or null: buttons ask this before they show. */
export function standingWith(me: Me, permission: Permission): Standing | null {
  return me.standings.find((standing) => standing.permissions.includes(permission)) ?? null
}

/** At the opening of the page: does the server still know her? */
export async function lookForSession(): Promise<void> {
  window.addEventListener('ke-vai-signed-out', () => {
    if (session.state === 'signed_in') lock({ state: 'signed_out' })
  })
  try {
    const me = await fetchRead(meRead, {}, {})
    become(keepsVault(me) ? { state: 'locked', me } : { state: 'signed_in', me })
  } catch {
    become({ state: 'signed_out' })
  }
}

/** Signs in at the server, or without a network opens the vault that she has on this device. */
export async function signIn(username: string, password: string): Promise<void> {
  try {
    const me = await postSignIn(username, password)
    if (keepsVault(me)) await startOutbox(await openOrMakeVault(username, password, me))
    become({ state: 'signed_in', me })
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const opened = await openVaultOffline(username, password)
    if (!opened) throw error
    await startOutbox(opened.vault)
    become({ state: 'signed_in', me: opened.me })
  }
}

/** Opens the device's vault again for the person whom the server still knows. */
export async function unlock(me: Me, password: string): Promise<void> {
  await startOutbox(await openOrMakeVault(me.username, password, me))
  become({ state: 'signed_in', me })
}

function lock(next: Session): void {
  stopOutbox()
  forgetReads()
  become(next)
}

/** Signs out. Work that was not sent stays sealed on the device and is sent after the next sign-in. */
export async function signOut(): Promise<void> {
  try {
    await postSignOut()
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof RefusedByServer)) throw error
  }
  lock({ state: 'signed_out' })
}
