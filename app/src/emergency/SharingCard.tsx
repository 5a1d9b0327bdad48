import { emergencyGrounds, emergencyReasons, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { type PlainDate, showDate, showMoment, today } from '@ke-vai/contract/date/date.ts'
import type { EmergencyOfCase } from '@ke-vai/contract/emergency/emergency.ts'
import { emergencyTold } from '@ke-vai/contract/referral/emergency.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { emergencyWords } from './emergency-words.ts'

const words = {
  notTold: {
    vi: 'Chưa nói với người được hỗ trợ. Nói ngay khi an toàn cho người ấy.',
    en: 'She was not told yet. Tell her as soon as it is safe for her.',
  },
  told: { vi: 'Ghi đã nói với người được hỗ trợ', en: 'Record that she was told' },
  day: { vi: 'Đã nói ngày', en: 'Told on' },
  save: { vi: 'Lưu ngày', en: 'Save the day' },
} as const

interface Props {
  organisationId: string
  caseId: string
  sharing: EmergencyOfCase
  mayWrite: boolean
}

/** One sharing without consent, for the team: what went where and why, who saw it, and whether she knows. */
export function SharingCard({ organisationId, caseId, sharing, mayWrite }: Props) {
  const { say } = useLanguage()
  const [toldOn, setToldOn] = useState<PlainDate | null>(today())
  return (
    <article className="card stack">
      <p>
        <strong>→ {sharing.to}</strong>
      </p>
      <p className="quiet">
        {showMoment(sharing.sharedAt)} · {say(emergencyReasons[sharing.reason])} ·{' '}
        {say(emergencyGrounds[sharing.ground])}
      </p>
      <p className="hint">{sharing.fields.map((field) => say(sharedFields[field])).join(' · ')}</p>
      <p className="quiet">
        {say(sharing.seenAt ? emergencyWords.officerSaw : emergencyWords.officerTold)}
        {sharing.seenAt && ` ${showMoment(sharing.seenAt)}`}
      </p>
      {sharing.toldOn ? (
        <p className="good">
          {say(emergencyWords.toldOn)} {showDate(sharing.toldOn)}
        </p>
      ) : (
        <>
          <Notice kind="careful">{say(words.notTold)}</Notice>
          {mayWrite && (
            <Opening text={say(words.told)}>
              {(close) => (
                <CommandForm
                  command={emergencyTold}
                  submit={say(words.save)}
                  ready={toldOn !== null && toldOn <= today()}
                  args={() => ({ organisationId, caseId, sharingId: sharing.id, toldOn: toldOn ?? today() })}
                  onDone={close}
                >
                  <DateField label={say(words.day)} value={toldOn} onChange={setToldOn} />
                </CommandForm>
              )}
            </Opening>
          )}
        </>
      )}
    </article>
  )
}
