import type { Orders, ShareProblem } from './asking.ts'
import type { Core } from './core.ts'
import { insertMark, isInShares, keepOldPurposes, selectMarks, setInShares } from './custody.ts'
import { readMasterKeys, removeMasterKey } from './master-key-file.ts'
import { markOf } from './master-ring.ts'
import {
  finishMaster,
  finishOrganisations,
  type Rotating,
  rotateMaster,
  rotateOrganisations,
} from './rotate.ts'
import { joinShares, readShare, splitKey } from './shares.ts'

/** Orders, and what a vault does by itself when it opens. */
export interface TakenOrders extends Orders {
  /** What earlier versions, or a rotation that was killed, have left. */
  catchUp(): Promise<void>
}

/** Carries operators' orders out, one after the other. */
export function takeOrders(core: Core, rotating: Rotating): TakenOrders {
  const { sql, ring, dataDir } = rotating
  let waiting: Buffer | null = null
  // Orders come one after the other: two rotations at once would only be in each other's way.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }

  const join = async (one: string, other: string): Promise<Buffer | ShareProblem> => {
    const [a, b] = [readShare(one), readShare(other)]
    if (!a || !b) return 'mistyped'
    return ofThisDatabase(a, b)
  }
  const ofThisDatabase = async (a: Buffer, b: Buffer) => {
    const key = await joinShares(a, b)
    if (!Buffer.isBuffer(key)) return key
    const marks = await selectMarks(sql)
    return marks.get(Math.max(...marks.keys())) === markOf(key) ? key : 'not_this_key'
  }

  const catchUp = async () => {
    await core.catchUp()
    await finishOrganisations(rotating)
    await finishMaster(rotating)
  }

  return {
    catchUp: () => inTurn(catchUp),
    split: () =>
      inTurn(async () => {
        if (!ring.isOpen() || (await isInShares(sql))) return null
        await finishMaster(rotating)
        return splitKey(ring.key(ring.newest()))
      }),
    confirmSplit: (one, other) =>
      inTurn(async () => {
        const key = await join(one, other)
        if (!Buffer.isBuffer(key)) return key
        await setInShares(sql, true)
        for (const epoch of (await readMasterKeys(dataDir)).keys()) removeMasterKey(dataDir, epoch)
        return 'done'
      }),
    unlock: (share) =>
      inTurn(async () => {
        if (ring.isOpen()) return 'open'
        const bytes = readShare(share)
        if (!bytes) return 'mistyped'
        if (!waiting) {
          waiting = bytes
          return 'one_more'
        }
        const key = await ofThisDatabase(waiting, bytes)
        if (!Buffer.isBuffer(key)) {
          // Which of the two was wrong nobody can tell: both are brought again.
          if (key === 'not_this_key') waiting = null
          return key
        }
        waiting = null
        const epoch = Math.max(...(await selectMarks(sql)).keys())
        ring.add(epoch, key)
        await insertMark(sql, epoch, key)
        await keepOldPurposes(sql, ring)
        await catchUp()
        return 'open'
      }),
    rotate: (master) =>
      inTurn(async () => {
        const rotated = await rotateOrganisations(rotating)
        if (master) await rotateMaster(rotating)
        return rotated
      }),
  }
}
