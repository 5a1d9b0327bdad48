import { type CaseHeader, caseList } from '@ke-vai/contract/case/case.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { useEffect, useState } from 'react'
import { fetchRead } from '../api/api.ts'
import { type ReadState, useRead } from '../api/use-read.ts'

type Part = ResponseOf<typeof caseList>

/** As many as one question brings; whoever carries more cases waits for a second one. */
const limit = 200

export interface Cases {
  first: ReadState<Part>
  /** Null until the first answer is there. */
  cases: readonly CaseHeader[] | null
}

/**
 * All cases of one's own teams, or all that wait: a person carries tens, and finds one by its code at once. What stands
 * behind the first page is asked for after it; if that fails, the first page stays and the list says that there is more.
 */
export function useCases(organisationId: string, which: 'own' | 'waiting'): Cases & { hasMore: boolean } {
  const first = useRead(caseList, { organisationId }, { which, limit })
  const [rest, setRest] = useState<{ of: Part; cases: readonly CaseHeader[]; hasMore: boolean } | null>(null)
  const root = first.data

  useEffect(() => {
    if (root === null || root.next === null) return
    let current = true
    const follow = async () => {
      const cases: CaseHeader[] = []
      let after = root.next
      while (after !== null && current) {
        const part: Part = await fetchRead(caseList, { organisationId }, { which, limit, after })
        cases.push(...part.cases)
        after = part.next
      }
      if (current) setRest({ of: root, cases, hasMore: false })
    }
    follow().catch(() => {
      if (current) setRest({ of: root, cases: [], hasMore: true })
    })
    return () => {
      current = false
    }
  }, [root, organisationId, which])

  const behind = rest !== null && rest.of === root ? rest : null
  return {
    first,
    cases: root === null ? null : [...root.cases, ...(behind?.cases ?? [])],
    hasMore: root?.next != null && (behind?.hasMore ?? true),
  }
}
