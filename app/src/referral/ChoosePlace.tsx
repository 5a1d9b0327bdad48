import { type CaseLanguage, caseLanguages } from '@ke-vai/contract/case/codes.ts'
import { type DirectoryForWhom, directoryForWhom } from '@ke-vai/contract/directory/codes.ts'
import { serviceCosts } from '@ke-vai/contract/referral/codes.ts'
import type { ReferralPlace } from '@ke-vai/contract/referral/place.ts'
import { useId, useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'

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
    vi: 'Nơi này chưa dùng hệ thống: mình tự gọi hoặc đến gặp, rồi ghi lại trả lời.',
    en: 'Not on this system: one calls or goes there and records the answer.',
  },
  noArea: { vi: 'Chưa ghi địa bàn', en: 'Area not known' },
  speaks: { vi: 'Nói được', en: 'Speaks' },
  takes: { vi: 'Nhận', en: 'For' },
  more: { vi: 'Xem thêm nơi khác', en: 'More places' },
  filter: { vi: 'Lọc theo chi phí, tiếng nói, nhận ai', en: 'Filter by cost, language, for whom' },
  cost: { vi: 'Chi phí', en: 'Cost' },
  free: { vi: 'Chỉ nơi miễn phí', en: 'Free of charge only' },
  language: { vi: 'Nói được tiếng', en: 'Speaks' },
  forWhom: { vi: 'Nhận', en: 'Takes' },
  any: { vi: 'Không chọn', en: 'Any' },
  filtered: {
    vi: 'Không có nơi nào hợp với lựa chọn này. Bỏ bớt điều kiện lọc để xem nơi khác.',
    en: 'No place fits this filter. Take a condition away to see others.',
  },
} as const

export const placeId = ({ toOrganisationId, directoryEntryId }: ReferralPlace): string =>
  toOrganisationId ?? directoryEntryId ?? ''

/** What she needs of a place. Whom it takes, where the directory does not say it, is asked there. */
function fitsFilter(place: ReferralPlace, { free, language, forWhom }: Filter): boolean {
  if (free && place.cost !== 'free') return false
  if (language !== '' && !place.languages.includes(language)) return false
  if (forWhom === '' || place.forWhom.length === 0) return true
  return place.forWhom.includes('everybody') || place.forWhom.includes(forWhom)
}
interface Filter {
  free: boolean
  language: CaseLanguage | ''
  forWhom: DirectoryForWhom | ''
}

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
  const [filter, setFilter] = useState<Filter>({ free: false, language: '', forWhom: '' })
  if (places.length === 0) return <p className="empty">{say(words.none)}</p>
  const fitting = places.filter((each) => fitsFilter(each, filter) || placeId(each) === chosen)
  const shown = fitting.filter((each, i) => all || i < atOnce || placeId(each) === chosen)
  return (
    <fieldset className="choice">
      <legend>{say(words.title)}</legend>
      <p className="hint">{say(words.hint)}</p>
      <details>
        <summary>{say(words.filter)}</summary>
        <Choice
          label={say(words.cost)}
          several
          options={[{ code: 'free', text: say(words.free) }]}
          chosen={filter.free ? ['free'] : []}
          onChange={(codes) => setFilter({ ...filter, free: codes.length > 0 })}
        />
        <CodeSelect
          label={say(words.language)}
          codes={caseLanguages}
          none={say(words.any)}
          value={filter.language}
          onChange={(language) => setFilter({ ...filter, language })}
        />
        <CodeSelect
          label={say(words.forWhom)}
          codes={directoryForWhom}
          none={say(words.any)}
          value={filter.forWhom}
          onChange={(forWhom) => setFilter({ ...filter, forWhom })}
        />
      </details>
      {shown.length === 0 && <p className="empty">{say(words.filtered)}</p>}
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
              {each.forWhom.length > 0 && (
                <span className="below">
                  {say(words.takes)}: {each.forWhom.map((code) => say(directoryForWhom[code])).join(', ')}
                </span>
              )}
              {each.toOrganisationId === null && <span className="below quiet">{say(words.outside)}</span>}
            </span>
          </label>
        ))}
      </div>
      {shown.length < fitting.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {say(words.more)}
        </Button>
      )}
    </fieldset>
  )
}
