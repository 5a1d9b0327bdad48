import { clubCreate } from '@ke-vai/contract/club/club.ts'
import { type ClubKind, clubKinds } from '@ke-vai/contract/club/codes.ts'
import { type ClubLine, clubList } from '@ke-vai/contract/club/reads.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import type { Place } from '@ke-vai/contract/place/place.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { CommandForm } from './CommandForm.tsx'
import { codeFor } from './club-code.ts'
import { PlaceChoice } from './PlaceChoice.tsx'
import { ProgrammeSelect } from './ProgrammeSelect.tsx'

const words = {
  title: { vi: 'Lập câu lạc bộ', en: 'Create a club' },
  back: { vi: 'Câu lạc bộ', en: 'Clubs' },
  lead: {
    vi: 'Có số và ngày quyết định thì câu lạc bộ vào bước chuẩn bị; chưa có thì ghi là đề xuất, bổ sung sau.',
    en: 'With a decision the club begins to prepare; without one it is kept as a proposal.',
  },
  name: { vi: 'Tên câu lạc bộ', en: 'Name of the club' },
  kind: { vi: 'Loại', en: 'Kind' },
  code: { vi: 'Mã ngắn', en: 'Short code' },
  codeHint: {
    vi: 'Chữ thường không dấu, nối bằng gạch ngang; dùng để đặt tên tệp báo cáo.',
    en: 'Lower-case letters without accents, joined by hyphens; used for file names.',
  },
  decisionNo: { vi: 'Số quyết định', en: 'Number of the decision' },
  decisionOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  launchedOn: { vi: 'Ngày ra mắt', en: 'Day of the launch' },
  pilot: { vi: 'Câu lạc bộ thí điểm', en: 'Pilot club' },
  submit: { vi: 'Lập câu lạc bộ', en: 'Create the club' },
} as const

/** A new club, from the decision of the ward. */
export function NewClubPage() {
  const { say } = useLanguage()
  const organisationId = standingWith(useMe(), 'club.create')?.organisationId ?? null
  const clubs = useRead(clubList, {}, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.clubs(), text: say(words.back) }}>
      <p>{say(words.lead)}</p>
      <Reading of={clubs}>
        {(data) => organisationId !== null && <NewClub organisationId={organisationId} clubs={data.clubs} />}
      </Reading>
    </Page>
  )
}

/** A day on which the place bore its code: that of the launch when it fits, else its last day or today. */
function dayOf(place: Place, launchedOn: PlainDate | null): PlainDate {
  const last = place.validTo ?? today()
  return launchedOn !== null && launchedOn >= place.validFrom && launchedOn <= last ? launchedOn : last
}

function NewClub({ organisationId, clubs }: { organisationId: string; clubs: readonly ClubLine[] }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [clubId] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [kind, setKind] = useState<ClubKind>('prevention_and_support')
  const [place, setPlace] = useState<Place | null>(null)
  const [code, setCode] = useState('')
  const [decisionNo, setDecisionNo] = useState('')
  const [decisionOn, setDecisionOn] = useState<PlainDate | null>(null)
  const [launchedOn, setLaunchedOn] = useState<PlainDate | null>(null)
  const [programmeId, setProgrammeId] = useState('')
  const [pilot, setPilot] = useState(false)
  return (
    <CommandForm
      command={clubCreate}
      submit={say(words.submit)}
      ready={name.trim() !== '' && place !== null && code !== ''}
      args={() => ({
        organisationId,
        clubId,
        code,
        name,
        kind,
        placeCode: place?.code ?? '',
        placeAsOf: place ? dayOf(place, launchedOn) : today(),
        decisionNo: decisionNo.trim() || null,
        decisionOn,
        launchedOn,
        pilot,
        programmeId: programmeId || null,
      })}
      onDone={() => go(paths.club(clubId))}
    >
      <Field label={say(words.name)}>
        <input
          required
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <CodeSelect
        label={say(words.kind)}
        codes={clubKinds}
        value={kind}
        onChange={(chosen) => chosen !== '' && setKind(chosen)}
      />
      <PlaceChoice
        chosen={place}
        onChange={(chosen) => {
          setPlace(chosen)
          setCode(
            codeFor(
              chosen.name,
              clubs.map((club) => club.code),
            ),
          )
        }}
      />
      {place && (
        <Field label={say(words.code)} hint={say(words.codeHint)}>
          <input
            maxLength={60}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            autoComplete="off"
            autoCapitalize="none"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
      )}
      <Field label={say(words.decisionNo)}>
        <input
          maxLength={80}
          autoComplete="off"
          value={decisionNo}
          onChange={(event) => setDecisionNo(event.target.value)}
        />
      </Field>
      <DateField label={say(words.decisionOn)} value={decisionOn} onChange={setDecisionOn} />
      <DateField label={say(words.launchedOn)} value={launchedOn} onChange={setLaunchedOn} />
      <ProgrammeSelect value={programmeId} onChange={setProgrammeId} />
      <label className="tick">
        <input type="checkbox" checked={pilot} onChange={(event) => setPilot(event.target.checked)} />
        {say(words.pilot)}
      </label>
    </CommandForm>
  )
}
