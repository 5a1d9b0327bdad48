import { clubKinds, clubStates } from '@ke-vai/contract/club/codes.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { useLanguage } from '../language/language.ts'
import { FactsForm, MonthStartForm, RenameForm } from './FactsForms.tsx'
import { Opening } from './Opening.tsx'
import { Fact, Section } from './Section.tsx'

const words = {
  title: { vi: 'Quyết định và thông tin', en: 'Decision and facts' },
  kind: { vi: 'Loại', en: 'Kind' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  otherNames: { vi: 'còn gọi', en: 'also' },
  placeThen: { vi: 'Địa bàn khi lập', en: 'Place when founded' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  launched: { vi: 'Ra mắt', en: 'Launched' },
  started: { vi: 'Hoạt động từ', en: 'Working since' },
  pilot: { vi: 'Thí điểm', en: 'Pilot' },
  monthStart: { vi: 'Tháng bắt đầu ngày', en: 'The month begins on day' },
  names: { vi: 'Các tên', en: 'Names' },
  history: { vi: 'Các bước đã qua', en: 'History' },
  none: { vi: 'chưa ghi', en: 'not entered' },
  facts: { vi: 'Sửa quyết định, ngày', en: 'Change decision and days' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  month: { vi: 'Đổi ngày bắt đầu tháng', en: 'Change the first day of the month' },
} as const

/** What papers say of the club, its names and its life. */
export function FactsSection({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  const day = (value: string | null) => (value === null ? say(words.none) : showDate(value))
  const manages = club.may.includes('club.manage')
  return (
    <Section id="facts" title={say(words.title)}>
      <dl className="facts">
        <Fact term={say(words.kind)}>{say(clubKinds[club.kind])}</Fact>
        <Fact term={say(words.decision)}>
          {club.decisionNo ?? say(words.none)}
          {club.decisionOn && ` · ${showDate(club.decisionOn)}`}
        </Fact>
        <Fact term={say(words.launched)}>{day(club.launchedOn)}</Fact>
        <Fact term={say(words.started)}>{day(club.startedOn)}</Fact>
        <Fact term={say(words.pilot)}>
          {club.pilot ? say({ vi: 'có', en: 'yes' }) : say({ vi: 'không', en: 'no' })}
        </Fact>
        <Fact term={say(words.programme)}>
          {club.programme ? club.programme.name : say(words.none)}
          {club.programme && club.programme.otherNames.length > 0 && (
            <span className="quiet below">
              {say(words.otherNames)}: {club.programme.otherNames.join('; ')}
            </span>
          )}
        </Fact>
        {club.place && <Fact term={say(words.placeThen)}>{club.place.path}</Fact>}
        <Fact term={say(words.monthStart)}>{club.monthStartDay}</Fact>
      </dl>
      {club.names.length > 1 && <Names club={club} />}
      <details>
        <summary>{say(words.history)}</summary>
        <ul className="dots">
          {club.stateChanges.map((each) => (
            <li key={`${each.onDay}/${each.state}`}>
              {showDate(each.onDay)}: {say(clubStates[each.state])}
              {each.reason && ` · ${each.reason}`}
            </li>
          ))}
        </ul>
      </details>
      <div className="actions">
        {manages && (
          <Opening text={say(words.facts)}>{(close) => <FactsForm club={club} onDone={close} />}</Opening>
        )}
        {manages && (
          <Opening text={say(words.rename)}>{(close) => <RenameForm club={club} onDone={close} />}</Opening>
        )}
        {club.may.includes('club.run') && (
          <Opening text={say(words.month)}>
            {(close) => <MonthStartForm club={club} onDone={close} />}
          </Opening>
        )}
      </div>
    </Section>
  )
}

function Names({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  return (
    <div>
      <h3>{say(words.names)}</h3>
      <ul className="dots">
        {club.names.map((each) => (
          <li key={each.validFrom}>
            {each.name}{' '}
            <span className="quiet">
              ({showDate(each.validFrom)} –{' '}
              {each.validTo ? showDate(each.validTo) : say({ vi: 'nay', en: 'now' })})
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
