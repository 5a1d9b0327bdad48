import { showDate } from '@ke-vai/contract/date/date.ts'
import {
  type ExclusionGround,
  type ExclusionLine,
  exclusionGrounds,
  exclusionLift,
  exclusionList,
  exclusionSet,
} from '@ke-vai/contract/grant/exclusion.ts'
import { personRead } from '@ke-vai/contract/register/person.ts'
import { useState } from 'react'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import './grant.css'

const words = {
  title: { vi: 'Ai không nên xem trang này', en: 'Who should not see this page' },
  back: { vi: 'Người này', en: 'This person' },
  lead: {
    vi: 'Khi một người là họ hàng, có liên quan, hoặc chị ấy không muốn người đó biết: từ lúc ghi ở đây, trang này như không có đối với người đó. Số liệu báo cáo vẫn tính đủ.',
    en: 'When somebody is a relative, is involved, or she does not want that person to know: from then on this page is not there for that person. Reports still count everybody.',
  },
  empty: {
    vi: 'Chưa ghi ai. Nếu chị ấy nhắc tới một người trong câu lạc bộ hoặc ở phường, xin hỏi chị ấy có muốn người đó biết không.',
    en: 'Nobody yet. When she mentions somebody of the club or the ward, ask whether that person may know.',
  },
  who: { vi: 'Ai?', en: 'Who?' },
  why: { vi: 'Vì sao?', en: 'Why?' },
  set: { vi: 'Từ nay người này không xem được', en: 'From now on not seen by this person' },
  lift: { vi: 'Cho xem lại', en: 'Let see again' },
} as const

/** For one person: whom she is hidden from, because of a conflict of interest. */
export function ExclusionsPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  const list = useRead(exclusionList, { clubId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>
        {({ code }) => (
          <Reading of={list}>
            {({ exclusions, accounts }) => {
              const hers = exclusions.filter((each) => each.personId === personId)
              const free = accounts.filter(({ id }) => !hers.some((each) => each.accountId === id))
              return (
                <div className="stack">
                  <p className="code big">{code}</p>
                  <p>{say(words.lead)}</p>
                  {hers.length === 0 && <p className="empty">{say(words.empty)}</p>}
                  <ul className="cards">
                    {hers.map((each) => (
                      <Exclusion key={each.id} clubId={clubId} exclusion={each} />
                    ))}
                  </ul>
                  <SetForm key={hers.length} clubId={clubId} personId={personId} accounts={free} />
                </div>
              )
            }}
          </Reading>
        )}
      </Reading>
    </Page>
  )
}

function Exclusion({ clubId, exclusion }: { clubId: string; exclusion: ExclusionLine }) {
  const { say } = useLanguage()
  return (
    <li className="card">
      <p>
        <strong>{exclusion.displayName}</strong> · {say(exclusionGrounds[exclusion.ground])}
      </p>
      <p className="quiet">{showDate(exclusion.setOn)}</p>
      <Opening text={say(words.lift)} label={`${say(words.lift)}: ${exclusion.displayName}`} look="link">
        {(close) => (
          <CommandForm
            command={exclusionLift}
            submit={say(words.lift)}
            args={() => ({ clubId, exclusionId: exclusion.id })}
            onDone={close}
          />
        )}
      </Opening>
    </li>
  )
}

interface SetProps {
  clubId: string
  personId: string
  accounts: readonly { id: string; displayName: string }[]
}

function SetForm({ clubId, personId, accounts }: SetProps) {
  const { say } = useLanguage()
  const [accountId, setAccountId] = useState('')
  const [ground, setGround] = useState<ExclusionGround | null>(null)
  return (
    <CommandForm
      command={exclusionSet}
      submit={say(words.set)}
      ready={accountId !== '' && ground !== null}
      args={() => ({
        clubId,
        personId,
        accountId,
        exclusionId: crypto.randomUUID(),
        ground: ground ?? 'other',
      })}
      onDone={() => setAccountId('')}
    >
      <Choice
        label={say(words.who)}
        options={accounts.map((each) => ({ code: each.id, text: each.displayName }))}
        chosen={accountId ? [accountId] : []}
        onChange={([id]) => setAccountId(id ?? '')}
      />
      <Choice
        label={say(words.why)}
        options={optionsOf(exclusionGrounds, say)}
        chosen={ground ? [ground] : []}
        onChange={([code]) => setGround(code ?? null)}
      />
    </CommandForm>
  )
}
