import { caseLanguages } from '@ke-vai/contract/case/codes.ts'
import {
  type DirectoryKind,
  directoryFees,
  directoryForWhom,
  directoryHours,
  directoryKinds,
  hiddenKinds,
} from '@ke-vai/contract/directory/codes.ts'
import { directoryAdd, directoryChange } from '@ke-vai/contract/directory/directory.ts'
import { type DirectoryFacts, directoryFacts, directoryRule } from '@ke-vai/contract/directory/entry.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { TextField } from './TextField.tsx'

const words = {
  kind: { vi: 'Loại dịch vụ', en: 'Kind of service' },
  name: { vi: 'Tên', en: 'Name' },
  provider: { vi: 'Đơn vị', en: 'Run by' },
  area: { vi: 'Khu vực (phường, xã, tỉnh)', en: 'Area (ward, province)' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  fee: { vi: 'Chi phí', en: 'Cost' },
  feeNote: { vi: 'Ghi chú về phí', en: 'About the cost' },
  hours: { vi: 'Giờ làm việc', en: 'Hours' },
  hoursNote: { vi: 'Ghi chú về giờ', en: 'About the hours' },
  languages: { vi: 'Ngôn ngữ', en: 'Languages' },
  forWhom: { vi: 'Dành cho', en: 'For whom' },
  description: { vi: 'Giúp được gì', en: 'What it helps with' },
  source: { vi: 'Biết từ đâu', en: 'Where this is known from' },
  hidden: {
    vi: 'Nơi an toàn: chỉ ghi khu vực và số điện thoại. Số nhà, tên đường niêm phong ở trang của mục này, sau khi lưu.',
    en: 'A safe place: area and phone only. The street is sealed on its own page, after saving.',
  },
  save: { vi: 'Lưu vào danh mục', en: 'Save' },
} as const

const empty: DirectoryFacts = {
  kind: 'counselling',
  name: '',
  provider: '',
  providerOrganisationId: null,
  area: '',
  description: '',
  phone: null,
  fee: 'unknown',
  feeNote: '',
  hours: 'unknown',
  hoursNote: '',
  languages: [],
  forWhom: [],
  capacity: null,
  source: '',
}

interface Props {
  organisationId: string
  /** The entry to change; left out, a new one is made. */
  entry?: DirectoryFacts & { id: string }
}

/** What is written of a service. */
export function EntryForm({ organisationId, entry }: Props) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [entryId] = useState(() => entry?.id ?? crypto.randomUUID())
  const [facts, setFacts] = useState<DirectoryFacts>(() => ({ ...empty, ...(entry && factsOf(entry)) }))
  const set = (changed: Partial<DirectoryFacts>) => setFacts({ ...facts, ...changed })
  const ready = [facts.name, facts.provider, facts.area, facts.source].every((each) => each.trim() !== '')
  return (
    <CommandForm
      command={entry ? directoryChange : directoryAdd}
      args={() => ({ organisationId, entryId, facts })}
      rule={() => directoryRule(facts)}
      submit={say(words.save)}
      ready={ready}
      onDone={() => go(paths.directoryEntry(entryId))}
    >
      <CodeSelect<DirectoryKind>
        label={say(words.kind)}
        codes={directoryKinds}
        value={facts.kind}
        onChange={(kind) => kind && set({ kind })}
      />
      {hiddenKinds.includes(facts.kind) && <Notice kind="careful">{say(words.hidden)}</Notice>}
      <TextField label={say(words.name)} value={facts.name} most={200} onChange={(name) => set({ name })} />
      <TextField
        label={say(words.provider)}
        value={facts.provider}
        most={200}
        onChange={(provider) => set({ provider })}
      />
      <TextField label={say(words.area)} value={facts.area} most={200} onChange={(area) => set({ area })} />
      <TextField
        label={say(words.phone)}
        value={facts.phone ?? ''}
        most={20}
        phone
        onChange={(phone) => set({ phone: phone || null })}
      />
      <Choice
        label={say(words.fee)}
        options={optionsOf(directoryFees, say)}
        chosen={[facts.fee]}
        onChange={([fee]) => fee && set({ fee })}
      />
      <TextField
        label={say(words.feeNote)}
        value={facts.feeNote}
        most={300}
        onChange={(feeNote) => set({ feeNote })}
      />
      <Choice
        label={say(words.hours)}
        options={optionsOf(directoryHours, say)}
        chosen={[facts.hours]}
        onChange={([hours]) => hours && set({ hours })}
      />
      <TextField
        label={say(words.hoursNote)}
        value={facts.hoursNote}
        most={300}
        onChange={(hoursNote) => set({ hoursNote })}
      />
      <Choice
        several
        label={say(words.languages)}
        options={optionsOf(caseLanguages, say)}
        chosen={facts.languages}
        onChange={(languages) => set({ languages })}
      />
      <Choice
        several
        label={say(words.forWhom)}
        options={optionsOf(directoryForWhom, say)}
        chosen={facts.forWhom}
        onChange={(forWhom) => set({ forWhom })}
      />
      <TextField
        label={say(words.description)}
        value={facts.description}
        most={1000}
        onChange={(description) => set({ description })}
      />
      <TextField
        label={say(words.source)}
        value={facts.source}
        most={300}
        onChange={(source) => set({ source })}
      />
    </CommandForm>
  )
}

/** What may be written of an entry, without what belongs to its reading. */
const factsOf = (entry: DirectoryFacts): DirectoryFacts => directoryFacts.parse(entry)
