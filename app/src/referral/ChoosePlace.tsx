import { caseLanguages } from '@ke-vai/contract/case/codes.ts'
import { serviceCosts } from '@ke-vai/contract/referral/codes.ts'
import type { ReferralPlace } from '@ke-vai/contract/referral/of-person.ts'
import { useId, useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'

const words = {
  title: { vi: 'Người được hỗ trợ chọn nơi nào?', en: 'Which place does she choose?' },
  hint: {
    vi: 'Đọc cho chị ấy nghe hai, ba nơi; chị ấy là người chọn.',
    en: 'Read two or three of them to her; the choice is hers.',
  },
  none: {
    vi: 'Danh mục chưa có nơi nào cho dịch vụ này. Xin báo cán bộ Hội để thêm vào danh mục.',
    en: 'The directory has no place for this service yet. Please tell the Union officer.',
  },
  outside: {
    vi: 'Nơi này chưa dùng hệ thống: câu lạc bộ tự gọi hoặc đến gặp, rồi ghi lại trả lời.',
    en: 'Not on this system: the club calls or goes there and records the answer.',
  },
  noArea: { vi: 'Chưa ghi địa bàn', en: 'Area not known' },
  speaks: { vi: 'Nói được', en: 'Speaks' },
  more: { vi: 'Xem thêm nơi khác', en: 'More places' },
} as const

export const placeId = ({ toOrganisationId, directoryEntryId }: ReferralPlace): string =>
  toOrganisationId ?? directoryEntryId ?? ''

/** As many as one can read aloud at once. */
const atOnce = 3

interface Props {
  places: readonly ReferralPlace[]
  chosen: string | null
  onChange: (place: ReferralPlace) => void
}

/** Two or three places with where they are, what they cost and which languages they speak; one of them is her choice. */
export function ChoosePlace({ places, chosen, onChange }: Props) {
  const { say } = useLanguage()
  const name = useId()
  const [all, setAll] = useState(false)
  if (places.length === 0) return <p className="empty">{say(words.none)}</p>
  const shown = places.filter((each, i) => all || i < atOnce || placeId(each) === chosen)
  return (
    <fieldset className="choice">
      <legend>{say(words.title)}</legend>
      <p className="hint">{say(words.hint)}</p>
      <div className="stack">
        {shown.map((each) => (
          <label key={placeId(each)} className="card place">
            <input
              type="radio"
              name={name}
              checked={placeId(each) === chosen}
              onChange={() => onChange(each)}
            />
            <span>
              <strong>{each.name}</strong>
              <span className="below">{each.area ?? say(words.noArea)}</span>
              <span className="below">
                {say(serviceCosts[each.cost])}
                {each.feeNote && `, ${each.feeNote}`}
              </span>
              {each.languages.length > 0 && (
                <span className="below">
                  {say(words.speaks)}: {each.languages.map((code) => say(caseLanguages[code])).join(', ')}
                </span>
              )}
              {each.toOrganisationId === null && <span className="below quiet">{say(words.outside)}</span>}
            </span>
          </label>
        ))}
      </div>
      {shown.length < places.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {say(words.more)}
        </Button>
      )}
    </fieldset>
  )
}
