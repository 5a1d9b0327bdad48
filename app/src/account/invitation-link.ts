import { invitationToken } from '@ke-vai/contract/account/invitation.ts'
import { useSyncExternalStore } from 'react'
import { paths } from '../paths.ts'

let token: string | null = null
const listeners = new Set<() => void>()

/** Takes the token out of the address at once: it must not stand in the history, nor on a screen that is shared. */
function take(): void {
  if (location.pathname !== paths.invitation() || location.hash === '') return
  const read = invitationToken.safeParse(location.hash.slice(1))
  token = read.success ? read.data : null
  history.replaceState(null, '', paths.invitation())
  for (const listener of listeners) listener()
}

// Before anything is drawn, and when the next link is opened in the same tab.
take()
window.addEventListener('hashchange', take)

/** The token of the link that was opened; null when there was none, or the page was loaded anew. */
export function useInvitationToken(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => token,
  )
}
