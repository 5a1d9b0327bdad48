import { caseRead } from '@ke-vai/contract/case/case.ts'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { CaseHead } from './CaseHead.tsx'
import { useMayAtAgency, useOwnAgency } from './own-agency.ts'
import { caseTabs, headParts } from './tabs.ts'

const words = {
  title: { vi: 'Hồ sơ', en: 'Case' },
  back: { vi: 'Hồ sơ của tôi', en: 'My cases' },
  parts: { vi: 'Các phần của hồ sơ', en: 'Parts of the case' },
} as const

/** On a phone the strip of parts is wider than the screen: the open one is brought into it, and the page stays where it is. */
function bringIntoStrip(link: HTMLAnchorElement | null) {
  const strip = link?.parentElement
  if (link && strip) strip.scrollLeft = link.offsetLeft - strip.offsetLeft - strip.clientWidth / 3
}

/** One case for its team: its head on every tab, and one part below. */
export function CasePage({ caseId, tab }: { caseId: string; tab: string | undefined }) {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency()
  const may = useMayAtAgency()
  const page = useRead(caseRead, { organisationId, caseId }, {})
  return (
    <Page title={say(words.title)} wide back={{ href: paths.cases(), text: say(words.back) }}>
      <Reading of={page}>
        {(data) => {
          const given = { organisationId, caseId, page: data }
          const tabs = caseTabs.filter(
            ({ permission, of }) =>
              (permission === undefined || may(permission)) && (of === undefined || of(data)),
          )
          const shown = tabs.find(({ id }) => id === tab) ?? tabs[0]
          return (
            <>
              <CaseHead {...given}>
                {headParts.map(({ id, Part }) => (
                  <Part key={id} {...given} />
                ))}
              </CaseHead>
              <nav className="case-tabs" aria-label={say(words.parts)}>
                {tabs.map((each) => (
                  <Link
                    key={each.id}
                    href={paths.caseTab(caseId, each.id)}
                    className="case-tab"
                    aria-current={each === shown ? 'page' : undefined}
                    ref={each === shown ? bringIntoStrip : undefined}
                  >
                    {say(each.words)}
                  </Link>
                ))}
              </nav>
              {shown && (
                <section key={shown.id} className="stack" aria-label={say(shown.words)}>
                  <shown.Panel {...given} />
                </section>
              )}
            </>
          )
        }}
      </Reading>
    </Page>
  )
}
