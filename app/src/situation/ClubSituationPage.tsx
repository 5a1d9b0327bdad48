import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { SituationNotes } from './SituationNotes.tsx'

const words = {
  title: { vi: 'Tình hình địa bàn', en: 'The situation' },
  club: { vi: 'Câu lạc bộ', en: 'The club' },
} as const

/** The ward officer reads the notes of one of her clubs. */
export function ClubSituationPage({ clubId }: { clubId: string }) {
  const { say } = useLanguage()
  return (
    <Page title={say(words.title)} back={{ href: paths.club(clubId), text: say(words.club) }}>
      <SituationNotes clubId={clubId} />
    </Page>
  )
}
