import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import { useEffect } from 'react'
import { useRead } from '../api/use-read.ts'

const kept = 'ke-vai-directory'

/** The directory as this device holds it, and the day on which it was read. */
export interface ShownDirectory {
  entries: readonly DirectoryEntry[]
  readOn: string
  /** There was no network: this is what the device kept. */
  old: boolean
}

/**
 * What the device kept. The directory is public (T0) and the one thing that lies on the disk unsealed: it must open for
 * somebody in danger without a network and without a password. Null: nothing was kept, or it is of another version.
 */
export function readKeptDirectory(): ShownDirectory | null {
  try {
    const read = directoryList.response.safeParse(JSON.parse(localStorage.getItem(kept) ?? ''))
    return read.success ? { ...read.data, old: true } : null
  } catch {
    return null
  }
}

/** Nothing that depends on who read it is kept: whose task an entry is, what was told of it, whether a street opens. */
function keep(entries: readonly DirectoryEntry[], readOn: string): void {
  const told = entries.map((entry) => ({ ...entry, mine: false, reports: 0, street: false }))
  try {
    localStorage.setItem(kept, JSON.stringify({ entries: told, readOn }))
  } catch {
    // A full or forbidden store: the directory then needs a network, as everything else does.
  }
}

/** The directory of the own province and the whole country, from the network or else from the device. */
export function useDirectory() {
  const read = useRead(directoryList, {}, {})
  const { data, offline } = read
  useEffect(() => {
    if (data) keep(data.entries, data.readOn)
  }, [data])
  const shown: ShownDirectory | null = data ? { ...data, old: offline } : offline ? readKeptDirectory() : null
  return { ...read, data: shown, offline: offline && shown === null }
}
