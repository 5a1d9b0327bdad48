import type { ReadState } from '../api/use-read.ts'

/** A read inside a page that says already that there is no network: what is here is shown without saying it again. */
export function withoutWarning<T>(read: ReadState<T>): ReadState<T> {
  return { ...read, offline: read.offline && read.data === null }
}
