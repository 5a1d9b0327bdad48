import { type CaseLanguage, caseLanguages } from '@ke-vai/contract/case/codes.ts'
import {
  type DirectoryFee,
  type DirectoryForWhom,
  type DirectoryHours,
  type DirectoryKind,
  directoryFees,
  directoryForWhom,
  directoryHours,
  directoryKinds,
} from '@ke-vai/contract/directory/codes.ts'
import type { DirectoryFilter } from '@ke-vai/contract/directory/entry.ts'
import { useLanguage } from '../language/language.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'

const words = {
  search: { vi: 'Tìm dịch vụ, số điện thoại, nơi chốn', en: 'Search for a service, number or place' },
  hint: { vi: 'Gõ không dấu cũng được', en: 'With or without accents' },
  more: { vi: 'Lọc thêm', en: 'More filters' },
  kind: { vi: 'Loại dịch vụ', en: 'Kind of service' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  fee: { vi: 'Chi phí', en: 'Cost' },
  hours: { vi: 'Giờ làm việc', en: 'Hours' },
  forWhom: { vi: 'Dành cho', en: 'For whom' },
  any: { vi: 'Tất cả', en: 'Any' },
} as const

interface Props {
  filter: DirectoryFilter
  onChange: (filter: DirectoryFilter) => void
}

/** What is looked for; all of it works without a network. */
export function Filters({ filter, onChange }: Props) {
  const { say } = useLanguage()
  const set = (changed: DirectoryFilter) => onChange({ ...filter, ...changed })
  const any = say(words.any)
  return (
    <search className="stack">
      <Field label={say(words.search)} hint={say(words.hint)}>
        <input
          type="search"
          autoComplete="off"
          value={filter.typed ?? ''}
          onChange={(event) => set({ typed: event.target.value })}
        />
      </Field>
      <details>
        <summary className="row-link">{say(words.more)}</summary>
        <div className="stack">
          <CodeSelect<DirectoryKind>
            label={say(words.kind)}
            codes={directoryKinds}
            none={any}
            value={filter.kind ?? ''}
            onChange={(kind) => set({ kind: kind || undefined })}
          />
          <CodeSelect<DirectoryForWhom>
            label={say(words.forWhom)}
            codes={directoryForWhom}
            none={any}
            value={filter.forWhom ?? ''}
            onChange={(forWhom) => set({ forWhom: forWhom || undefined })}
          />
          <CodeSelect<DirectoryFee>
            label={say(words.fee)}
            codes={directoryFees}
            none={any}
            value={filter.fee ?? ''}
            onChange={(fee) => set({ fee: fee || undefined })}
          />
          <CodeSelect<DirectoryHours>
            label={say(words.hours)}
            codes={directoryHours}
            none={any}
            value={filter.hours ?? ''}
            onChange={(hours) => set({ hours: hours || undefined })}
          />
          <CodeSelect<CaseLanguage>
            label={say(words.language)}
            codes={caseLanguages}
            none={any}
            value={filter.language ?? ''}
            onChange={(language) => set({ language: language || undefined })}
          />
        </div>
      </details>
    </search>
  )
}
