import { type CompanionField, companionFields } from '@ke-vai/contract/companion/codes.ts'
import { companionAsk } from '@ke-vai/contract/companion/companion.ts'
import { companionClubs } from '@ke-vai/contract/companion/reads.ts'
import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import type { ConsentShown, consentList } from '@ke-vai/contract/consent/consent.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { ConsentSheet } from '../consent/ConsentSheet.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  find: { vi: 'Tìm câu lạc bộ', en: 'Find a club' },
  findHint: { vi: 'Tên xã, phường hoặc tên câu lạc bộ', en: 'Commune or name of the club' },
  none: { vi: 'Chưa thấy câu lạc bộ nào tên như vậy.', en: 'No club of that name was found.' },
  club: { vi: 'Người được hỗ trợ chọn câu lạc bộ nào?', en: 'Which club does she choose?' },
  notYet: {
    vi: 'Chưa có sự đồng ý cho câu lạc bộ này. Mở phiếu đồng ý cùng người được hỗ trợ trước.',
    en: 'There is no consent for this club yet. Open the consent sheet with her first.',
  },
  sheet: { vi: 'Hỏi ý người được hỗ trợ', en: 'Ask her' },
  sees: {
    vi: 'Câu lạc bộ sẽ chỉ thấy những mục này, và những việc được nhờ. Không thấy mã hồ sơ, lời kể, tình trạng pháp lý.',
    en: 'The club sees these alone, and the tasks it is given. No code, no story, no legal status.',
  },
  ask: { vi: 'Gửi lời nhờ', en: 'Ask the club' },
} as const

interface Props {
  organisationId: string
  caseId: string
  her: ResponseOf<typeof consentList>['her']
  consents: readonly ConsentShown[]
  onDone: () => void
}

/** Chooses a club; without her yes the only way on is the consent sheet. */
export function AskClub({ organisationId, caseId, her, consents, onDone }: Props) {
  const { say } = useLanguage()
  const [name, setName] = useState('')
  const [clubId, setClub] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const clubs = useRead(companionClubs, { organisationId }, name === '' ? {} : { name })
  return (
    <div className="stack">
      <Field label={say(words.find)} hint={say(words.findHint)}>
        <input
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Reading of={clubs}>
        {({ clubs: found }) => {
          const chosen = found.find(({ id }) => id === clubId)
          const consent = consents.find(
            ({ purpose, state, toOrganisationId }) =>
              purpose === 'companion' && state === 'in_force' && toOrganisationId === chosen?.organisationId,
          )
          const fields = companionFields.filter((field): field is CompanionField =>
            (consent?.fields ?? []).includes(field),
          )
          return (
            <>
              {found.length === 0 && <p className="empty">{say(words.none)}</p>}
              {found.length > 0 && (
                <Choice
                  label={say(words.club)}
                  options={found.slice(0, 8).map((each) => ({ code: each.id, text: each.name }))}
                  chosen={clubId === null ? [] : [clubId]}
                  onChange={([code]) => setClub(code ?? null)}
                />
              )}
              {chosen && !consent && !asking && (
                <>
                  <Notice kind="careful">{say(words.notYet)}</Notice>
                  <Button onClick={() => setAsking(true)}>{say(words.sheet)}</Button>
                </>
              )}
              {chosen && !consent && asking && (
                <ConsentSheet
                  organisationId={organisationId}
                  caseId={caseId}
                  her={her}
                  purpose="companion"
                  to={{
                    organisationId: chosen.organisationId,
                    directoryEntryId: null,
                    name: `${chosen.name} (${chosen.managedBy})`,
                  }}
                  offered={companionFields}
                  onEnd={() => setAsking(false)}
                />
              )}
              {chosen && consent && (
                <CommandForm
                  command={companionAsk}
                  submit={say(words.ask)}
                  ready={fields.length > 0}
                  args={() => ({
                    organisationId,
                    caseId,
                    companionId: crypto.randomUUID(),
                    clubId: chosen.id,
                    fields,
                  })}
                  onDone={onDone}
                >
                  <p>{say(words.sees)}</p>
                  <p className="hint">{fields.map((field) => say(sharedFields[field])).join(' · ')}</p>
                </CommandForm>
              )}
            </>
          )
        }}
      </Reading>
    </div>
  )
}
