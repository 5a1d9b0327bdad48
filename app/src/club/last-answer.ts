import { useState } from 'react'
import type { ReadState } from '../api/use-read.ts'

/** A read that keeps showing its last answer while the next question is asked: typing in a search does not flicker. */
export function useLastAnswer<T>(state: ReadState<T>): ReadState<T> {
  const [last, setLast] = useState(state.data)
  if (state.data !== null && state.data !== last) setLast(state.data)
  return { ...state, data: state.data ?? last }
}
