import {
  type GrantLine,
  type GrantsHere,
  grantListOfClub,
  grantListOfOrganisation,
} from '@ke-vai/contract/grant/grant.ts'
import { roles } from '@ke-vai/contract/permissions.ts'
import { Link } from 'wouter'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { EndForm } from './EndForm.tsx'
import { GiveForm } from './GiveForm.tsx'
import { daysWords } from './grant-words.ts'
import './grant.css'

const words = {
  title: { vi: 'Người và vai trò', en: 'People and roles' },
  lead: {
    vi: 'Mỗi người chỉ nên có đúng vai trò mình cần, từ một ngày đến một ngày.',
    en: 'Each person holds just the role she needs, from a day to a day.',
  },
  alone: {
    vi: 'Mới có mình chị ở đây. Bước tiếp theo: mời một người cùng làm.',
    en: 'You are alone here so far. Next: invite somebody to work with you.',
  },
  give: { vi: 'Phân vai trò', en: 'Give a role' },
  invite: { vi: 'Mời người mới', en: 'Invite somebody new' },
  end: { vi: 'Thôi vai trò', en: 'End the role' },
  later: { vi: 'chưa tới ngày, hoặc đã hết hạn', en: 'not yet, or run out' },
  me: { vi: 'là tôi', en: 'this is me' },
  atPlace: {
    vi: 'Vai trò của chị ở cả địa bàn. Danh sách người thì xem theo từng câu lạc bộ.',
    en: 'You hold your role over a whole place. The people are listed club by club.',
  },
  place: { vi: 'Địa bàn', en: 'Place' },
  past: { vi: 'Đã thôi trong một năm qua', en: 'Ended within a year' },
  waiting: { vi: 'Chờ người thứ hai', en: 'Waiting for a second person' },
} as const

/** Who holds which role at her place and below it; she gives and ends what is hers to give. */
export function PeoplePage() {
  const { say } = useLanguage()
  const me = useMe()
  // The widest place that she answers for: an organisation, else her club.
  const standings = me.standings.filter((each) => each.permissions.includes('grant.read'))
  const standing = standings.find((each) => each.organisationId !== null) ?? standingWith(me, 'grant.read')
  return (
    <Page title={say(words.title)}>
      <p className="quiet">{standing?.name}</p>
      {standing?.organisationId ? (
        <OfOrganisation organisationId={standing.organisationId} />
      ) : (
        standing?.clubId && <OfClub clubId={standing.clubId} />
      )}
      {standing && !standing.organisationId && !standing.clubId && (
        <p className="empty">{say(words.atPlace)}</p>
      )}
    </Page>
  )
}

function OfClub({ clubId }: { clubId: string }) {
  const here = useRead(grantListOfClub, { clubId }, {})
  return <Reading of={here}>{(data) => <People here={data} organisationId={null} />}</Reading>
}

function OfOrganisation({ organisationId }: { organisationId: string }) {
  const here = useRead(grantListOfOrganisation, { organisationId }, {})
  return <Reading of={here}>{(data) => <People here={data} organisationId={organisationId} />}</Reading>
}

function People({ here, organisationId }: { here: GrantsHere; organisationId: string | null }) {
  const { say } = useLanguage()
  const mayGive = here.places.some((place) => place.mayGive.length > 0)
  const present = here.grants.filter((each) => each.endedOn === null)
  const past = here.grants.filter((each) => each.endedOn !== null)
  return (
    <div className="stack">
      <p>{say(words.lead)}</p>
      {mayGive && (
        <div className="actions">
          <Opening text={say(words.give)} look="main">
            {(close) => <GiveForm here={here} organisationId={organisationId} onDone={close} />}
          </Opening>
          <Link href={paths.invitePeople()} className="button button-quiet">
            {say(words.invite)}
          </Link>
        </div>
      )}
      {present.every((each) => each.mine) && <p className="empty">{say(words.alone)}</p>}
      <ul className="cards">
        {present.map((grant) => (
          <Grant key={grant.id} grant={grant} organisationId={organisationId} />
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary>
            {say(words.past)} ({past.length})
          </summary>
          <ul className="cards">
            {past.map((grant) => (
              <Grant key={grant.id} grant={grant} organisationId={organisationId} />
            ))}
          </ul>
        </details>
      )}
      <Link href={paths.approvals()} className="button button-quiet wide">
        {say(words.waiting)}
      </Link>
    </div>
  )
}

function Grant({ grant, organisationId }: { grant: GrantLine; organisationId: string | null }) {
  const { say } = useLanguage()
  return (
    <li className="card">
      <p>
        <strong>{grant.displayName}</strong>
        {grant.mine && ` (${say(words.me)})`} · {say(roles[grant.role])}
      </p>
      <p>
        {grant.place && `${say(words.place)}: `}
        {grant.placeName}
      </p>
      <p className="quiet">
        {say(daysWords(grant))}
        {!grant.holds && grant.endedOn === null && ` (${say(words.later)})`}
      </p>
      {grant.mayEnd && (
        <Opening
          text={say(words.end)}
          label={`${say(words.end)}: ${grant.displayName}, ${say(roles[grant.role])}`}
          look="link"
        >
          {(close) => <EndForm grant={grant} organisationId={organisationId} onDone={close} />}
        </Opening>
      )}
    </li>
  )
}
