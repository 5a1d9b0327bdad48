import type { OwnWish, WaitingLine } from '@ke-vai/contract/approval/approval.ts'
import { roles } from '@ke-vai/contract/permissions.ts'
import { useLanguage } from '../language/language.ts'
import { countsWords, daysWords } from './approval-words.ts'
import { SharingFacts } from './SharingFacts.tsx'

/** What a wish is about, in words and codes: never a name of anybody helped. */
export function WishFacts({ wish }: { wish: WaitingLine | OwnWish }) {
  const { say } = useLanguage()
  const counts = say(countsWords(wish.counts))
  return (
    <>
      <p>
        <strong>{say(wish.what)}</strong>
      </p>
      {(wish.about !== null || wish.role !== null) && (
        <p>{[wish.about, wish.role && say(roles[wish.role])].filter(Boolean).join(' · ')}</p>
      )}
      <p>{wish.placeName}</p>
      {wish.since !== null && <p>{say(daysWords(wish.since, wish.until))}</p>}
      {wish.sharing && <SharingFacts sharing={wish.sharing} />}
      {wish.codes.length > 0 && <p className="code">{wish.codes.join(', ')}</p>}
      {counts !== '' && <p className="quiet">{counts}</p>}
    </>
  )
}
