import type { Me, Standing } from '@ke-vai/contract/account/account.ts'
import { meRead } from '@ke-vai/contract/account/account.ts'
import {
  signInPasskey,
  signInPasskeyOptions,
  signIn as signInShape,
  signOut as signOutShape,
  stepUp,
  stepUpPasskeyOptions,
} from '@ke-vai/contract/account/sign-in.ts'
import type { Permission } from '@ke-vai/contract/permissions.ts'
import { useSyncExternalStore } from 'react'
import { askOutside, fetchRead, NoAnswer, RefusedByServer } from '../api/api.ts'
import { forgetReads } from '../api/use-read.ts'
import { startOutbox, startWithoutVault, stopOutbox } from '../offline/offline.ts'
import {
  addWay,
  findShut,
  forgetPasskeys,
  hasVault,
  type OpenVault,
  openOrMakeVault,
  openVault,
  openVaultByPasskey,
  openVaultOffline,
  type ShutVault,
  throwAwayVault,
  VaultShut,
  type Way,
  wipeDevice,
} from '../offline/vault.ts'
import { provePasskey, provePasskeyOffline } from './passkey.ts'

/**
 * Who is using the app now. `locked`: the server still knows her, but the page was opened anew and the device's vault
 * needs her. `shut`: she signed in, but unsent work lies in a vault that opens in another way. `signed_in` may be
 * without a network.
 */
export type Session =
  | { state: 'looking' }
  | { state: 'signed_out' }
  | { state: 'locked'; me: Me }
  | { state: 'shut'; me: Me; shut: ShutVault; way: Way | null }
  | { state: 'signed_in'; me: Me }

let session: Session = { state: 'looking' }
let vault: OpenVault | null = null
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
    if (keepsVault(me) && (await hasVault(me))) become({ state: 'locked', me })
    else await enter(me, null)
  } catch {
    become({ state: 'signed_out' })
  }
}

/** Signs in at the server, or without a network opens the vault that she has on this device. */
export async function signIn(username: string, password: string, code: string): Promise<void> {
  try {
    const me = await askOutside(signInShape, { username, password, ...(code === '' ? {} : { code }) })
    await enter(me, { password })
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const opened = await openVaultOffline(username, password)
    if (!opened) throw error
    await begin(opened.me, opened.vault)
  }
}

/** The same with a passkey; it says itself who she is. Throws NoAnswer, RefusedByServer, or what the browser throws. */
export async function signInWithPasskey(): Promise<void> {
  try {
    const { passkey, secret } = await provePasskey(await askOutside(signInPasskeyOptions, {}))
    await enter(await askOutside(signInPasskey, { passkey }), secret && { passkey: secret })
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const secret = await provePasskeyOffline()
    const opened = secret && (await openVaultByPasskey(secret))
    if (!opened) throw error
    await begin(opened.me, opened.vault)
  }
}

/** Opens the device's vault again for the person whom the server still knows. Throws WrongPassword. */
export async function unlock(me: Me, password: string): Promise<void> {
  await begin(me, await openVault(me, { password }))
}

/** The same with a passkey, of which the server hears where there is a network. */
export async function unlockWithPasskey(me: Me): Promise<void> {
  try {
    const { passkey, secret } = await provePasskey(await askOutside(stepUpPasskeyOptions, {}))
    await askOutside(stepUp, { passkey })
    await enter(me, secret && { passkey: secret })
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const secret = await provePasskeyOffline()
    if (!secret) throw error
    await begin(me, await openVault(me, { passkey: secret }))
  }
}

/** After the server said who she is. Without a way that opens a vault, nothing is kept on the device. */
export async function enter(me: Me, way: Way | null): Promise<void> {
  rest()
  if (!keepsVault(me)) return begin(me, null)
  if (way === null) {
    const shut = await findShut(me)
    if (shut) become({ state: 'shut', me, shut, way })
    else await begin(me, null)
    return
  }
  try {
    await begin(me, await openOrMakeVault(me, way))
  } catch (error) {
    if (!(error instanceof VaultShut)) throw error
    become({ state: 'shut', me, shut: error.shut, way })
  }
}

async function begin(me: Me, opened: OpenVault | null): Promise<void> {
  vault = opened
  if (opened) await startOutbox(opened)
  else if (keepsVault(me)) startWithoutVault()
  become({ state: 'signed_in', me })
}

/** Opens what lies on this device with the password that it had then; from now on it opens as she came in today. */
export async function openShut(me: Me, old: Way, way: Way | null): Promise<void> {
  const opened = await openVault(me, old)
  if (way) await addWay(opened, way)
  await begin(me, opened)
}

/** The same with the passkey that opened it before. */
export async function openShutWithPasskey(me: Me, way: Way | null): Promise<void> {
  const secret = await provePasskeyOffline()
  if (!secret) throw new NoAnswer()
  await openShut(me, { passkey: secret }, way)
}

/** Throws away what was not sent; she decided so. */
export async function giveUpUnsent(me: Me, way: Way | null): Promise<void> {
  await throwAwayVault(me)
  await enter(me, way)
}

/** Leaves what lies here as it is, and works with the network alone for now. */
export async function leaveShut(me: Me): Promise<void> {
  await begin(me, null)
}

/** Her vault on this device opens in this way too from now on, where it is open. */
export async function openFromNowOn(way: Way): Promise<void> {
  if (vault) await addWay(vault, way)
}

/** A passkey was taken out of her account. */
export async function passkeyRemoved(): Promise<void> {
  if (vault) await forgetPasskeys(vault)
}

function rest(): void {
  vault = null
  stopOutbox()
  forgetReads()
}

function lock(next: Session): void {
  rest()
  become(next)
}

/**
 * Signs out. Work that was not sent stays sealed on the device and is sent after the next sign-in, unless she wipes
 * the device.
 */
export async function signOut(wipe = false): Promise<void> {
  // The outbox rests first: what it would still be sending must not be written behind the wiping.
  if (wipe) {
    stopOutbox()
    await wipeDevice()
  }
  try {
    await askOutside(signOutShape, { wipe })
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof RefusedByServer)) throw error
  }
  lock({ state: 'signed_out' })
}
