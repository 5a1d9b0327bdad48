import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { type SafeContact, safeContact } from '@ke-vai/contract/register/safe-contact.ts'
import { Refused } from '../platform/refused.ts'
import { type Bound, type FreshKey, type Vault, vaultShut } from '../platform/vault.ts'

/** What she says in her own words of how to reach her; it may name her family, so it lies under her key. */
const shape = safeContact.pick({ sayFrom: true, whoMayAnswer: true, visitRule: true })
type SafeContactWords = Pick<SafeContact, 'sayFrom' | 'whoMayAnswer' | 'visitRule'>

const boundTo = (personId: string): Bound => ({
  table: 'safe_contact',
  row: personId,
  field: 'rule',
  version: 1,
})

interface Ruled {
  personId: string
  rule: SafeContactWords
  /** Of a person who is made in this very transaction. */
  fresh?: FreshKey | undefined
}

/** Seals the words of these rules, at once; who said none is not in the answer. */
export async function sealWords(vault: Vault, ruled: readonly Ruled[]): Promise<Map<string, Buffer>> {
  const said = ruled.filter(({ rule }) => Object.values(shape.parse(rule)).some((words) => words !== null))
  if (said.length === 0) return new Map()
  const sealed = await vault.sealAll(
    said.map(({ personId, rule, fresh }) => ({
      key: { person: personId, fresh },
      bound: boundTo(personId),
      value: shape.parse(rule),
    })),
  )
  return new Map(
    said.flatMap(({ personId }, i) => {
      const bytes = sealed[i]
      return bytes ? [[personId, bytes] as const] : []
    }),
  )
}

const unsaid = { sayFrom: null, whoMayAnswer: null, visitRule: null }

// Without its words the rest of her rule is worth more than no page. Any other failure is told.
const leavesRest: readonly string[] = [vaultShut.code, commonRefusals.busy.code, commonRefusals.notFound.code]

/**
 * Opens the words for whoever goes to her, without a fresh proof: they are shown before every contact. `wordsShut`
 * when there are some that cannot be opened now.
 */
export async function openWords(
  vault: Vault,
  personId: string,
  sealed: Buffer | null,
): Promise<SafeContactWords & { wordsShut?: true }> {
  if (sealed === null) return unsaid
  try {
    const [words] = await vault.open({ person: personId }, [{ bound: boundTo(personId), sealed }])
    return shape.parse(words)
  } catch (error) {
    if (error instanceof Refused && leavesRest.includes(error.refusal.code))
      return { ...unsaid, wordsShut: true }
    throw error
  }
}
