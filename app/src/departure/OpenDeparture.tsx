import type { ResultOf } from '@ke-vai/contract/command.ts'
import { type PlainDate, showDate } from '@ke-vai/contract/date/date.ts'
import { checkInWays } from '@ke-vai/contract/departure/codes.ts'
import { departureOpen } from '@ke-vai/contract/departure/departure.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { AskReason } from '../register/AskReason.tsx'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { useOpened } from '../ui/opened.ts'

const words = {
  open: { vi: 'Mở lời đã hẹn', en: 'Open what was agreed' },
  contact: { vi: 'Hỏi ai', en: 'Whom to ask' },
  way: { vi: 'Hỏi bằng cách nào', en: 'In which way' },
  codeWord: { vi: 'Từ đã hẹn, nghe là biết cần giúp', en: 'The word that means “help”' },
  place: { vi: 'Nơi đến', en: 'Where' },
} as const

interface Props {
  of: { clubId: string; personId: string; planId: string }
  checkIns: readonly { id: string; onDay: PlainDate }[]
}

/** The sealed words, behind a reason, for two minutes, in memory alone. */
export function OpenDeparture({ of, checkIns }: Props) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const opened = useOpened<ResultOf<typeof departureOpen>>()
  const sending = useSending()
  if (opened.value) {
    const { contact, way, codeWord, place } = opened.value.words
    return (
      <div className="card stack sealed">
        <dl className="facts">
          <Fact term={say(words.contact)}>{contact}</Fact>
          <Fact term={say(words.way)}>{say(checkInWays[way])}</Fact>
          <Fact term={say(words.codeWord)}>{codeWord}</Fact>
          {place && <Fact term={say(words.place)}>{place}</Fact>}
          {opened.value.checkIns.map((each) => {
            const day = checkIns.find(({ id }) => id === each.id)?.onDay
            return (
              <Fact key={each.id} term={day ? showDate(day) : ''}>
                {each.words}
              </Fact>
            )
          })}
        </dl>
        <ClosesIn opened={opened} />
      </div>
    )
  }
  if (asking)
    return (
      <AskReason
        text={say(words.open)}
        sending={sending}
        onOpen={(reason) =>
          void sending.run(async () => {
            opened.show(await sendNow(departureOpen, { ...of, reason }))
            setAsking(false)
            sending.rest()
            readAgain()
          })
        }
        onLeave={() => {
          setAsking(false)
          sending.setProblem(null)
        }}
      />
    )
  return (
    <Button look="quiet" wide onClick={() => setAsking(true)}>
      {say(words.open)}
    </Button>
  )
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="as-written">{children}</dd>
    </div>
  )
}
