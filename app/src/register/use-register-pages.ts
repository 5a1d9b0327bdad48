import type { QueryOf, ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { type RegisterLine, registerList } from '@ke-vai/contract/register/person.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useEffect, useState } from 'react'
import { fetchRead, RefusedByServer } from '../api/api.ts'
import { type ReadState, useRead } from '../api/use-read.ts'

export type RegisterFilters = Omit<QueryOf<typeof registerList>, 'after' | 'limit'>
type RegisterPart = ResponseOf<typeof registerList>

/** The book as far as it was opened. */
export interface RegisterPages {
  /** The first page: whether the book opens at all. */
  first: ReadState<RegisterPart>
  lines: RegisterLine[]
  /** Persons who match, and of those the overdue ones, seen or not. */
  total: number
  overdue: number
  hasMore: boolean
  /** The next page is on its way. */
  asking: boolean
  /** Why the next page did not come. */
  problem: Words | null
  /** It could not go on from where it was, and stands at its first page again. */
  begunAnew: boolean
  more(): void
}

const noAnswer: Words = {
  vi: 'Chưa có mạng nên chưa mở thêm được. Xin bấm lại khi có sóng.',
  en: 'No network, so no more can be opened yet. Please try again later.',
}

/**
 * The register page by page, each asked with the sealed place where the one before it ended. When the first page is read
 * again (after something was sent), those behind it follow. For one question: other filters need another instance.
 */
export function useRegisterPages(clubId: string, filters: RegisterFilters): RegisterPages {
  const first = useRead(registerList, { clubId }, filters)
  const [pages, setPages] = useState<readonly RegisterPart[]>([])
  const [wanted, setWanted] = useState(1)
  const [problem, setProblem] = useState<Words | null>(null)
  const [begunAnew, setBegunAnew] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page, or one more wanted, is why to ask
  useEffect(() => {
    const root = first.data
    if (root === null) return
    let current = true
    follow(clubId, filters, pages[0] === root ? pages : [root], wanted)
      .then((found) => {
        if (!current) return
        setPages(found)
        setWanted(found.length)
      })
      .catch((error: unknown) => {
        if (!current) return
        const refused = error instanceof RefusedByServer ? error : null
        const expired = refused?.refusal.code === commonRefusals.cursorExpired.code
        if (expired) setPages([])
        setBegunAnew(expired)
        setProblem(expired ? null : (refused?.refusal.message ?? noAnswer))
        setWanted(expired ? 1 : Math.max(1, pages.length))
        // Signed out, the first page hears it too, and says so to the whole app.
        if (expired || refused?.status === 401) first.again()
      })
    return () => {
      current = false
    }
  }, [first.data, wanted])

  const shown = pages.length > 0 ? pages : first.data ? [first.data] : []
  // Somebody may move from one page to another between two askings: she is one person all the same.
  const lines = [...new Map(shown.flatMap((page) => page.lines).map((line) => [line.id, line])).values()]
  // A page without lines counted nobody.
  const counted = shown.findLast((page) => page.lines.length > 0)
  return {
    first,
    lines,
    total: counted?.total ?? 0,
    overdue: counted?.overdue ?? 0,
    hasMore: (shown.at(-1)?.next ?? null) !== null,
    asking: wanted > shown.length,
    problem,
    begunAnew,
    more: () => {
      setProblem(null)
      setBegunAnew(false)
      setWanted(shown.length + 1)
    },
  }
}

/** The pages that are known, and those behind them up to `wanted`. Throws RefusedByServer or NoAnswer. */
async function follow(
  clubId: string,
  filters: RegisterFilters,
  known: readonly RegisterPart[],
  wanted: number,
): Promise<RegisterPart[]> {
  const pages = [...known]
  while (pages.length < wanted) {
    const after = pages.at(-1)?.next
    if (!after) break
    pages.push(await fetchRead(registerList, { clubId }, { ...filters, after }))
  }
  return pages
}
