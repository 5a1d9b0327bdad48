import { standingWith, useMe } from '../account/session.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { AccusedNotes } from './AccusedNotes.tsx'
import { SituationNotes } from './SituationNotes.tsx'
import { WriteSituation } from './WriteSituation.tsx'

const words = {
  title: { vi: 'Tình hình địa bàn', en: 'The situation' },
  register: { vi: 'Sổ theo dõi', en: 'Register' },
  accused: { vi: 'Ghi chép gửi đầu mối công an', en: 'Notes for the police liaison' },
} as const

/** What the club hears; for the police liaison instead the notes in which somebody is named. */
export function SituationPage() {
  const { say } = useLanguage()
  const me = useMe()
  if (standingWith(me, 'situation.accused.read'))
    return (
      <Page title={say(words.accused)}>
        <AccusedNotes />
      </Page>
    )
  const writesIn = standingWith(me, 'situation.write')?.clubId ?? null
  const readsIn = standingWith(me, 'situation.read')?.clubId ?? null
  return (
    <Page title={say(words.title)} back={{ href: paths.register(), text: say(words.register) }}>
      {writesIn && <WriteSituation clubId={writesIn} />}
      {readsIn && <SituationNotes clubId={readsIn} />}
    </Page>
  )
}
