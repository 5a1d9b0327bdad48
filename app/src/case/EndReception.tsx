import { receptionEnd, receptionEndRule } from '@ke-vai/contract/case/group.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'

const words = {
  end: { vi: 'Kết thúc đợt tiếp nhận', en: 'End this reception' },
  lead: {
    vi: 'Khi mọi người đã có mã. Hồ sơ vẫn còn nguyên; chỉ đợt tiếp nhận này đóng lại.',
    en: 'When everybody has a code. The cases stay as they are; this reception alone is closed.',
  },
} as const

interface Props {
  organisationId: string
  receptionId: string
  /** How many were announced and have not been met. */
  notYet: number
}

/** Ends a reception; that somebody who was announced did not come is said, not passed over. */
export function EndReception({ organisationId, receptionId, notYet }: Props) {
  const { say } = useLanguage()
  const [withoutThem, setWithoutThem] = useState(false)
  return (
    <Opening text={say(words.end)}>
      {(close) => (
        <CommandForm
          command={receptionEnd}
          args={() => ({ organisationId, receptionId, withoutThem })}
          rule={() => receptionEndRule({ endedAt: null }, notYet, withoutThem)}
          submit={say(words.end)}
          onDone={close}
        >
          <p>{say(words.lead)}</p>
          {notYet > 0 && (
            <label className="tick">
              <input
                type="checkbox"
                checked={withoutThem}
                onChange={(event) => setWithoutThem(event.target.checked)}
              />
              {say({
                vi: `${notYet} người được báo trước không tới, tôi đã hỏi nơi bàn giao`,
                en: `${notYet} who were announced did not come; I asked who hands over`,
              })}
            </label>
          )}
        </CommandForm>
      )}
    </Opening>
  )
}
