import type { ClubPage as Club } from '@ke-vai/contract/club/reads.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'

const anchors: { id: string; text: Words; shown: (club: Club) => boolean }[] = [
  { id: 'facts', text: { vi: 'Quyết định', en: 'Decision' }, shown: () => true },
  { id: 'statute', text: { vi: 'Quy chế', en: 'Statute' }, shown: () => true },
  { id: 'plan', text: { vi: 'Kế hoạch', en: 'Plan' }, shown: () => true },
  { id: 'targets', text: { vi: 'Chỉ tiêu', en: 'Targets' }, shown: () => true },
  { id: 'members', text: { vi: 'Thành viên', en: 'Members' }, shown: (club) => club.members !== null },
  { id: 'tasks', text: { vi: 'Việc', en: 'Tasks' }, shown: (club) => club.may.includes('club.run') },
]

/** Links to the parts of a club's page that its reader has. */
export function Anchors({ club }: { club: Club }) {
  const { say } = useLanguage()
  return (
    <nav className="anchors" aria-label={say({ vi: 'Trong trang này', en: 'On this page' })}>
      {anchors
        .filter((each) => each.shown(club))
        .map((each) => (
          <a key={each.id} href={`#${each.id}`} className="touch-link">
            {say(each.text)}
          </a>
        ))}
    </nav>
  )
}
