import { Refused } from '../platform/refused.ts'
import type { FreshKey, KeyName, KeyOwner } from '../platform/vault.ts'
import type { OwnKey, OwnKeys } from './person-keys.ts'

/** The name of a key that belongs to somebody: a person or a case. */
export type OwnKeyName = Exclude<KeyName, { purpose: string }>

/** Whose key it is, and the id. */
export const ownerOf = (key: OwnKeyName): { owner: KeyOwner; id: string; fresh: FreshKey | undefined } =>
  'person' in key
    ? { owner: 'person', id: key.person, fresh: key.fresh }
    : { owner: 'case', id: key.case, fresh: key.fresh }

export const hasOwner = (key: KeyName): key is OwnKeyName => !('purpose' in key)

/**
 * Loads what is named, each once: the keys that are stored with one question for persons and one for cases, those just
 * made from their own bytes. Answers with a lookup that refuses `not_found` for what is not there.
 * @param allowed what must be known before any of them is unwrapped
 */
export async function loadNamed(
  keys: Record<KeyOwner, OwnKeys>,
  named: readonly { key: KeyName }[],
  allowed?: Promise<unknown>,
): Promise<(key: OwnKeyName) => OwnKey> {
  const owned = named.flatMap(({ key }) => (hasOwner(key) ? [ownerOf(key)] : []))
  const loaded = new Map<string, OwnKey>()
  for (const owner of ['person', 'case'] as const) {
    const stored = owned.filter((each) => each.owner === owner && !each.fresh).map(({ id }) => id)
    if (stored.length === 0) continue
    for (const [id, key] of await keys[owner].load([...new Set(stored)], allowed))
      loaded.set(`${owner}/${id}`, key)
  }
  const made = new Map<FreshKey, OwnKey>()
  for (const { owner, fresh } of owned)
    if (fresh && !made.has(fresh)) made.set(fresh, await keys[owner].unwrapFresh(fresh))
  return (key) => {
    const { owner, id, fresh } = ownerOf(key)
    if (fresh && fresh.ownerId !== id) throw new Error('a key of another')
    const found = fresh ? made.get(fresh) : loaded.get(`${owner}/${id}`)
    if (!found) throw new Refused('notFound')
    return found
  }
}
