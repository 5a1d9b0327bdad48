import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import { useSyncExternalStore } from 'react'
import type { z } from 'zod'
import { NoAnswer, postCommand, RefusedByServer, sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { dropWaiting, keepCommand, listWaiting, markRefused, type Waiting } from './outbox.ts'
import type { OpenVault } from './vault.ts'

/** What the one calm line on every screen says. */
export interface OutboxView {
  waiting: readonly Waiting[]
  sending: boolean
  /** The last try found no network. */
  offline: boolean
  /** False when no vault is open: each work is sent at once, and nothing waits here. */
  keeps: boolean
}

const nothing: OutboxView = { waiting: [], sending: false, offline: false, keeps: true }
let view: OutboxView = nothing
let vault: OpenVault | null = null
let timer: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()
const retryEvery = 15_000

function show(next: Partial<OutboxView>): void {
  view = { ...view, ...next }
  for (const listener of listeners) listener()
}

export function useOutbox(): OutboxView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => view,
  )
}

// Set by every wish to send; one that comes while another sending is failing must not wait for the next turn.
let wished = false
const wake = () => {
  wished = true
  void send()
}

/** From unlock to lock: sends what waits, now, when the network is back, and every quarter of a minute. */
export async function startOutbox(opened: OpenVault): Promise<void> {
  vault = opened
  window.addEventListener('online', wake)
  timer ??= setInterval(wake, retryEvery)
  show({ waiting: await listWaiting(opened), keeps: true })
  wake()
}

/** For whoever came without a key to this device's vault: what she records is sent at once, or she is told that not. */
export function startWithoutVault(): void {
  stopOutbox()
  show({ keeps: false })
}

export function stopOutbox(): void {
  vault = null
  window.removeEventListener('online', wake)
  if (timer) clearInterval(timer)
  timer = null
  show(nothing)
}

/**
 * Keeps a command on the device and lets it be sent; resolves as soon as it is safe on the disk. Where nothing is kept
 * it is sent at once: then throws RefusedByServer or NoAnswer, and it is nowhere but on the screen.
 */
export async function record<C extends CommandDefinition>(
  command: C,
  args: z.input<C['args']>,
): Promise<void> {
  if (!view.keeps) {
    await sendNow(command, args)
    readAgain()
    return
  }
  if (!vault) throw new Error('the vault is locked')
  await keepCommand(vault, command, args)
  show({ waiting: await listWaiting(vault) })
  wake()
}

/** Takes back a command that was refused: the person has looked at it. */
export async function discard(waiting: Waiting): Promise<void> {
  await dropWaiting(waiting.seq)
  if (vault) show({ waiting: await listWaiting(vault) })
}

/** Sends in order. Only one tab sends at a time; a second copy would be harmless, but would hide the order. */
async function send(): Promise<void> {
  await navigator.locks.request('ke-vai-outbox', { ifAvailable: true }, async (lock) => {
    if (!lock || !vault) return
    const mine = vault
    let sentSome = false
    do {
      wished = false
      if (await sendAll(mine)) sentSome = true
    } while (wished)
    if (vault !== mine) return
    show({ waiting: await listWaiting(mine), sending: false })
    if (sentSome) readAgain()
  })
}

/** Sends what waits, oldest first, until one gets no answer. True when some went. */
async function sendAll(mine: OpenVault): Promise<boolean> {
  let sentSome = false
  // Asked anew each time: what is recorded while another is on its way goes in the same turn.
  for (;;) {
    const next = (await listWaiting(mine)).find((each) => each.state === 'waiting')
    if (!next || vault !== mine) return sentSome
    show({ sending: true })
    if (!(await sendOne(mine, next))) return sentSome
    sentSome = true
  }
}

async function sendOne(mine: OpenVault, each: Waiting): Promise<boolean> {
  try {
    await postCommand(each.sent)
    await dropWaiting(each.seq)
    show({ offline: false })
    return true
  } catch (error) {
    if (error instanceof NoAnswer) {
      show({ offline: true, sending: false })
      return false
    }
    if (!(error instanceof RefusedByServer)) throw error
    if (error.status === 401) {
      window.dispatchEvent(new CustomEvent('ke-vai-signed-out'))
      return false
    }
    await markRefused(mine, each, error.refusal)
    return true
  }
}
