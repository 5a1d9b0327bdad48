import { showCount } from '@ke-vai/contract/count/count.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { stayStates } from '@ke-vai/contract/stay/codes.ts'
import { type StayLine, stayList } from '@ke-vai/contract/stay/stay.ts'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { Clock } from '../case/Clock.tsx'
import { useOwnAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useWideScreen } from '../ui/wide-screen.ts'
import { standingWords } from './standing-words.ts'
import './stay.css'

const words = {
  title: { vi: 'Nhà tạm lánh', en: 'The shelter' },
  none: {
    vi: 'Chưa có ai đang ở hay chờ chỗ trong những hồ sơ chị cùng hỗ trợ. Khi quản lý trường hợp mời chị vào nhóm của một người và đề nghị chỗ ở, người ấy hiện ở đây theo mã.',
    en: 'Nobody stays or waits for a bed in the cases you are on. When a case manager puts you on a team and asks for a bed, the case stands here by its code.',
  },
  bed: { vi: 'Giường', en: 'Bed' },
  code: { vi: 'Mã', en: 'Code' },
  state: { vi: 'Bước', en: 'Step' },
  days: { vi: 'Đã ở', en: 'Days' },
  due: { vi: 'Hạn gần nhất', en: 'Next clock' },
  scope: {
    vi: 'Tính trong các hồ sơ chị cùng hỗ trợ. Một người ở nhiều lần là một người, nhiều lượt.',
    en: 'Of the cases you are on. Who stayed several times is one person and several stays.',
  },
} as const

/** Who sleeps in the shelter and who waits for a bed: beds, codes, days and clocks; nobody's name and no address. */
export function ShelterPage() {
  const { say, language } = useLanguage()
  const { organisationId } = useOwnAgency('stay.read')
  const list = useRead(stayList, { organisationId }, {})
  const wide = useWideScreen()
  return (
    <Page title={say(words.title)} wide>
      <Reading of={list}>
        {({ stays, sheltered }) => (
          <>
            <p className="quiet" role="status">
              {say({
                vi: `Đã đón: ${showCount(sheltered.persons, 'vi')}, trong đó ${showCount(sheltered.childrenAlong, 'vi')} là trẻ đi cùng; ${showCount(sheltered.stays, 'vi')} lưu trú.`,
                en: `Sheltered so far: ${showCount(sheltered.persons, 'en')}, of whom ${showCount(sheltered.childrenAlong, 'en')} were children who came along; stays: ${sheltered.stays.value}.`,
              })}{' '}
              {say(words.scope)}
            </p>
            {stays.length === 0 && <p className="empty">{say(words.none)}</p>}
            {stays.length > 0 && wide && (
              <div className="table-scroll">
                <table>
                  <thead>
                    <tr>
                      {[words.bed, words.code, words.state, words.days, words.due].map((column) => (
                        <th key={column.en} scope="col">
                          {column[language]}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {stays.map((line) => (
                      <tr key={line.stayId}>
                        <td>{line.bed ?? '–'}</td>
                        <th scope="row">
                          <CodeLink line={line} />
                        </th>
                        <td>
                          {say(stayStates[line.state])}
                          <Alerts line={line} />
                        </td>
                        <td>
                          <Days line={line} />
                        </td>
                        <td>
                          <Clock due={line.nextDue} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            {stays.length > 0 && !wide && (
              <ul className="cards">
                {stays.map((line) => (
                  <li key={line.stayId} className="card stack">
                    <div className="stay-head">
                      <CodeLink line={line} />
                      {line.bed !== null && (
                        <span>
                          {say(words.bed)} {line.bed}
                        </span>
                      )}
                      <Days line={line} />
                    </div>
                    <span className="quiet">{say(stayStates[line.state])}</span>
                    <Alerts line={line} />
                    <Clock due={line.nextDue} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

const CodeLink = ({ line }: { line: StayLine }) => (
  <Link href={paths.caseTab(line.caseId, 'stay')} className="stay-code">
    {line.code}
  </Link>
)

function Days({ line: { days } }: { line: StayLine }) {
  const { say } = useLanguage()
  return days === null ? (
    <span className="quiet">{say({ vi: 'chưa vào ở', en: 'not here yet' })}</span>
  ) : (
    <span className="stay-days">
      {say({ vi: `${days} ngày`, en: days === 1 ? '1 day' : `${days} days` })}
    </span>
  )
}

/** What asks for something, in words: the length of the stay, and that she rests. */
function Alerts({ line: { standing, restUntil } }: { line: StayLine }) {
  const { say } = useLanguage()
  return (
    <>
      {standing !== 'calm' && <span className="stay-alert below">{say(standingWords[standing])}</span>}
      {restUntil !== null && Date.parse(restUntil) > Date.now() && (
        <span className="quiet below">
          {say({ vi: `Nghỉ ngơi đến ${showMoment(restUntil)}`, en: `Rests until ${showMoment(restUntil)}` })}
        </span>
      )}
    </>
  )
}
