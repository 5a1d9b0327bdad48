import { stepUp, stepUpPasskeyOptions } from '@ke-vai/contract/account/sign-in.ts'
import { startAuthentication } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'
import { askOutside, onStepUpNeeded } from '../api/api.ts'

/** The command that waits until she has confirmed that it is she; null while none does. */
interface Waiting {
  promise: Promise<boolean>
  answer(confirmed: boolean): void
}

let waiting: Waiting | null = null
const listeners = new Set<() => void>()

function become(next: Waiting | null): void {
  waiting = next
  for (const listener of listeners) listener()
}

// Several commands at once wait for one dialog.
onStepUpNeeded(() => {
  if (waiting) return waiting.promise
  let answer: Waiting['answer'] = () => {}
  const promise = new Promise<boolean>((resolve) => {
    answer = (confirmed) => {
      become(null)
      resolve(confirmed)
    }
  })
  become({ promise, answer })
  return promise
})

/** The dialog asks this: is something waiting for her, and how to answer it. */
export function useStepUpWaiting(): Waiting | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
}

/** Confirms with the password, and the six digits where she has an authenticator. Throws RefusedByServer or NoAnswer. */
export async function confirmWithPassword(password: string, code: string): Promise<void> {
  await askOutside(stepUp, { password, ...(code === '' ? {} : { code }) })
}

/** Confirms with the passkey of this device. Throws RefusedByServer, NoAnswer, or what the browser throws. */
export async function confirmWithPasskey(): Promise<void> {
  const optionsJSON = await askOutside(stepUpPasskeyOptions, {})
  const passkey = await startAuthentication({ optionsJSON })
  // The browser's own shape names more than is sent.
  await askOutside(stepUp, { passkey: { ...passkey, type: 'public-key', clientExtensionResults: {} } })
}
