import { type Refusal, refuse } from '@ke-vai/contract/refusal.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useMe } from '../account/session.ts'
import { NoAnswer } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'

/** Where a text stands that saves itself: `quiet` is as it came, `kept` is in this page only, because sending failed. */
export type Standing = 'quiet' | 'unsent' | 'sending' | 'saved' | 'kept'

interface Keeper {
  id: string
  value: unknown
  standing: Standing
  refusal: Refusal | null
  /** Mounted fields. Nothing is sent later on for a person who is no longer on the screen. */
  open: number
  send: (value: unknown) => Promise<void>
  timer: ReturnType<typeof setTimeout> | undefined
  running: Promise<void> | null
}

/** Why a draft cannot be sent yet, found on the device. */
export class NotYet extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

// In memory alone, by person: what is on disk must be sealed, and on a shared phone nobody meets another's text.
const keepers = new Map<string, Keeper>()
const listeners = new Set<() => void>()
const pause = 1200
const retryAfter = 15_000

function tell(): void {
  for (const listener of listeners) listener()
}
function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const isUnsent = ({ standing }: Keeper) => standing !== 'quiet' && standing !== 'saved'

window.addEventListener('online', () => {
  for (const keeper of keepers.values()) if (keeper.standing === 'kept' && keeper.open > 0) void save(keeper)
})
window.addEventListener('beforeunload', (event) => {
  if ([...keepers.values()].some(isUnsent)) event.preventDefault()
})

/** Sends what is unsent, one sending at a time, so that an older text never lands on a newer one. */
async function save(keeper: Keeper): Promise<void> {
  clearTimeout(keeper.timer)
  while (keeper.running) await keeper.running
  if (!isUnsent(keeper)) return
  keeper.running = sendOnce(keeper).finally(() => {
    keeper.running = null
  })
  await keeper.running
  if (keeper.standing === 'unsent') await save(keeper)
}

async function sendOnce(keeper: Keeper): Promise<void> {
  const sent = keeper.value
  keeper.standing = 'sending'
  tell()
  try {
    await keeper.send(sent)
    keeper.standing = keeper.value === sent ? 'saved' : 'unsent'
    keeper.refusal = null
  } catch (error) {
    keeper.standing = 'kept'
    keeper.refusal = error instanceof NotYet ? error.refusal : wordsOf(error)
    if (error instanceof NoAnswer)
      keeper.timer = setTimeout(() => {
        if (keeper.open > 0) void save(keeper)
      }, retryAfter)
  }
  tell()
}

/** A text that saves itself after a pause, when the field is left, and when the network is back. */
export interface Draft<T> {
  value: T
  change(value: T): void
  /** The field was left: no need to wait for the pause. */
  leave(): void
}

/**
 * Holds a value that is sent by itself. `start` is what the server has; an unsent value of the same person and key
 * stands before it, also after she has been on another screen. `key` must not change while the field is mounted.
 */
export function useDraft<T>(key: string, start: T, send: (value: T) => Promise<void>): Draft<T> {
  const id = `${useMe().id}/${key}`
  const [keeper] = useState(() => keeperOf(id, start))
  keeper.send = (value) => send(value as T)
  useSyncExternalStore(listen, () => keeper.value)
  useEffect(() => {
    keeper.open += 1
    if (isUnsent(keeper)) void save(keeper)
    return () => {
      keeper.open -= 1
      void save(keeper)
    }
  }, [keeper])
  return {
    value: keeper.value as T,
    change: (value) => {
      keeper.value = value
      if (keeper.standing !== 'sending') keeper.standing = 'unsent'
      clearTimeout(keeper.timer)
      keeper.timer = setTimeout(() => void save(keeper), pause)
      tell()
    },
    leave: () => void save(keeper),
  }
}

function keeperOf(id: string, start: unknown): Keeper {
  const known = keepers.get(id)
  if (known) {
    if (!isUnsent(known) && known.open === 0) Object.assign(known, { value: start, standing: 'quiet' })
    return known
  }
  const fresh: Keeper = {
    id,
    value: start,
    standing: 'quiet',
    refusal: null,
    open: 0,
    send: async () => {},
    timer: undefined,
    running: null,
  }
  keepers.set(id, fresh)
  return fresh
}

const below = (id: string) => [...keepers.values()].filter((each) => each.id.startsWith(id))
const weight: Standing[] = ['quiet', 'saved', 'unsent', 'sending', 'kept']

/** How the drafts below a key stand together, and why the first kept one could not be sent. */
export function useStanding(key: string): { standing: Standing; refusal: Refusal | null } {
  const id = `${useMe().id}/${key}`
  const standing = useSyncExternalStore(listen, () =>
    below(id).reduce<Standing>(
      (worst, each) => (weight.indexOf(each.standing) > weight.indexOf(worst) ? each.standing : worst),
      'quiet',
    ),
  )
  const refusal = useSyncExternalStore(
    listen,
    () => below(id).find((each) => each.standing === 'kept')?.refusal ?? null,
  )
  return { standing, refusal }
}

/** Sends every unsent draft below the key. Throws NotYet with the words of the first that could not be sent. */
export async function saveAll(personId: string, key: string): Promise<void> {
  const mine = below(`${personId}/${key}`)
  await Promise.all(mine.map(save))
  const kept = mine.find(isUnsent)
  if (kept) throw new NotYet(kept.refusal ?? notSaved)
}

const notSaved = refuse('not_saved', {
  vi: 'Có phần chưa lưu được. Chữ vẫn còn trên màn hình; xin thử lại.',
  en: 'Something is not saved yet. It is still on this screen; please try again.',
})
