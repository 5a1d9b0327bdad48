import { caseRead } from '@ke-vai/contract/case/case.ts'
import { quietName, quietParts, quietPurposes } from '@ke-vai/contract/companion/her-sheet.ts'
import { companionListOfCase } from '@ke-vai/contract/companion/reads.ts'
import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { consentList } from '@ke-vai/contract/consent/consent.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useOwnAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import './companion.css'

const words = {
  page: { vi: 'Tờ cho chị', en: 'Her sheet' },
  back: { vi: 'Đồng hành', en: 'Companions' },
  print: { vi: 'In (A4)', en: 'Print (A4)' },
  safe: {
    vi: 'Tờ giấy này có an toàn khi chị mang về không?',
    en: 'Is this sheet of paper safe for her to take home?',
  },
  safeLead: {
    vi: 'Hỏi người được hỗ trợ. Chưa chắc thì không in: cùng đọc trên màn hình, hoặc cơ quan giữ giúp. Dòng nào không nên in thì bỏ dấu.',
    en: 'Ask her. When in doubt do not print it: read it on the screen together, or keep it at the agency. Untick any line that should not be printed.',
  },
  saidSafe: { vi: 'Chị ấy nói mang về được', en: 'She says that she may take it home' },
  prints: { vi: 'In dòng này', en: 'Print this line' },
  who: { vi: 'Ai đang đồng hành với tôi', en: 'Who walks with me' },
  agreed: { vi: 'Tôi đã đồng ý điều gì', en: 'What I agreed to' },
  nothing: {
    vi: 'Tôi chưa đồng ý điều gì. Không ai được chia sẻ gì khi chưa hỏi tôi.',
    en: 'I have agreed to nothing. Nothing is shared before I have been asked.',
  },
  to: { vi: 'Cho', en: 'To' },
  things: { vi: 'Những gì', en: 'Which things' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  stop: { vi: 'Tôi có thể dừng bất cứ lúc nào', en: 'I may stop at any time' },
  call: { vi: 'Khi tôi cần gọi ngay', en: 'When I need to call at once' },
  clubNear: { vi: 'Câu lạc bộ gần nhà', en: 'A club near home' },
  office: { vi: 'Cơ quan đang giúp tôi', en: 'An office that helps me' },
  line: { vi: 'Đường dây hỗ trợ', en: 'A help line' },
} as const
const stopWords: readonly Words[] = [
  {
    vi: 'Tôi nói «tôi muốn dừng» với bất kỳ ai có tên ở trên. Không cần nêu lý do.',
    en: 'I say “I want to stop” to anybody named above. I need give no reason.',
  },
  {
    vi: 'Nơi nhận không xem được nữa ngay lúc đó.',
    en: 'From that moment they can no longer see it.',
  },
  {
    vi: 'Tôi vẫn được giúp những việc khác như trước.',
    en: 'In everything else I am helped as before.',
  },
]

/** One sheet of paper that is hers: who helps, what she agreed to, how she stops it. Nobody is named who is helped. */
export function HerSheetPage({ caseId }: { caseId: string }) {
  const { say } = useLanguage()
  const { organisationId, name: agency } = useOwnAgency()
  const of = { organisationId, caseId }
  const page = useRead(caseRead, of, {})
  const companions = useRead(companionListOfCase, of, {})
  const consents = useRead(consentList, of, {})
  const hotlines = useRead(directoryList, {}, { kind: 'hotline' })
  const [safe, setSafe] = useState(false)
  const [left, setLeft] = useState<readonly string[]>([])
  // What a printer or a saved file calls it.
  useEffect(() => {
    const before = document.title
    document.title = 'To giay'
    return () => {
      document.title = before
    }
  }, [])
  const line = (id: string, children: ReactNode) => (
    <li key={id} className={left.includes(id) ? 'left-out' : undefined}>
      <label className="tick no-print">
        <input
          type="checkbox"
          checked={!left.includes(id)}
          onChange={() => setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id])}
        />
        <span>{say(words.prints)}</span>
      </label>
      <div>{children}</div>
    </li>
  )
  return (
    <Page
      title={say(words.page)}
      back={{ href: paths.caseTab(caseId, 'companions'), text: say(words.back) }}
      actions={
        <Button disabled={!safe} onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      }
    >
      <section className="notice notice-careful no-print stack">
        <p>
          <strong>{say(words.safe)}</strong>
        </p>
        <p>{say(words.safeLead)}</p>
        <label className="tick">
          <input type="checkbox" checked={safe} onChange={() => setSafe(!safe)} />
          <span>{say(words.saidSafe)}</span>
        </label>
      </section>
      <article className="her-sheet">
        <h2>{say(words.who)}</h2>
        <ul>
          <Reading of={page}>
            {({ team }) => (
              <>
                {team.map(({ id, part, displayName }) => {
                  const quiet = quietParts[part]
                  return (
                    quiet &&
                    line(
                      id,
                      <>
                        <strong>{displayName}</strong>, {say(quiet)}
                        <br />
                        {quietName(agency, say(words.office))}
                      </>,
                    )
                  )
                })}
              </>
            )}
          </Reading>
          <Reading of={companions}>
            {({ companions: all }) => (
              <>
                {all
                  .filter(({ state, consented }) => state === 'accepted' && consented)
                  .map(({ id, member, club }) =>
                    line(
                      id,
                      <>
                        {member && <strong>{member}, </strong>}
                        {quietName(club, say(words.clubNear))}
                      </>,
                    ),
                  )}
              </>
            )}
          </Reading>
        </ul>
        <h2>{say(words.agreed)}</h2>
        <Reading of={consents}>
          {({ consents: all }) => {
            const standing = all.filter(({ state }) => state === 'in_force')
            if (standing.length === 0) return <p>{say(words.nothing)}</p>
            return (
              <ul>
                {standing.map((each) =>
                  line(
                    each.id,
                    <>
                      <strong>{say(quietPurposes[each.purpose])}</strong>
                      {each.recipient && (
                        <>
                          <br />
                          {say(words.to)}: {quietName(each.recipient, say(words.office))}
                        </>
                      )}
                      {each.fields.length > 0 && (
                        <>
                          <br />
                          {say(words.things)}:{' '}
                          {each.fields.map((field) => say(sharedFields[field])).join(', ')}
                        </>
                      )}
                      <br />
                      {say(words.until)} {showDate(each.validTo)}
                    </>,
                  ),
                )}
              </ul>
            )
          }}
        </Reading>
        <h2>{say(words.stop)}</h2>
        <ul>
          {stopWords.map((each) => (
            <li key={each.vi}>{say(each)}</li>
          ))}
        </ul>
        <Reading of={hotlines}>
          {({ entries }) => (
            <>
              <h2>{say(words.call)}</h2>
              <ul>
                {entries
                  .filter(({ kind, phone }) => kind === 'hotline' && phone !== null)
                  .slice(0, 4)
                  .map(({ id, phone, name, feeNote }) =>
                    line(
                      id,
                      <>
                        <strong className="her-number">{phone}</strong> {quietName(name, say(words.line))}
                        {feeNote && `, ${feeNote}`}
                      </>,
                    ),
                  )}
              </ul>
            </>
          )}
        </Reading>
      </article>
    </Page>
  )
}
