import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import { needDomains } from '@ke-vai/contract/need/codes.ts'
import { foldNeeds } from '@ke-vai/contract/need/state.ts'
import {
  type Funder,
  funders,
  type ServiceType,
  type ServiceUnit,
  serviceTypes,
  serviceUnits,
} from '@ke-vai/contract/service/codes.ts'
import { foldServices, serviceRecord, serviceRule } from '@ke-vai/contract/service/service.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { OpenWords } from '../case/OpenWords.tsx'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  free: {
    vi: 'Hỗ trợ thiết yếu không chờ giấy tờ, tình trạng pháp lý hay việc gặp công an.',
    en: 'Essential support waits neither for papers, nor for a legal status, nor for a talk with the police.',
  },
  empty: {
    vi: 'Chưa ghi lần hỗ trợ nào. Mỗi bữa ăn, chuyến xe, buổi khám đều ghi được ở đây trong vài giây.',
    en: 'Nothing is recorded yet. Each meal, trip or visit to a doctor is recorded here in seconds.',
  },
  add: { vi: 'Ghi một lần hỗ trợ', en: 'Record a service' },
  type: { vi: 'Đã hỗ trợ', en: 'What was given' },
  day: { vi: 'Ngày', en: 'Day' },
  quantity: { vi: 'Số lượng', en: 'How many' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  cost: { vi: 'Chi phí, đồng (để trống nếu chưa rõ)', en: 'Cost in đồng (empty if not known)' },
  funder: { vi: 'Nguồn chi', en: 'Who paid' },
  provider: { vi: 'Nơi hỗ trợ (theo danh mục)', en: 'Who gave it (from the directory)' },
  ownAgency: { vi: 'Đơn vị mình, hoặc nơi ngoài danh mục', en: 'This agency, or none of the directory' },
  need: { vi: 'Cho nhu cầu', en: 'For the need' },
  none: { vi: 'Không gắn', en: 'None of them' },
  note: { vi: 'Ghi chú kín (không bắt buộc)', en: 'A sealed note (may stay empty)' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

/** What was given to her, newest first, and the form for one more. */
export function ServicePanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const writes = useMayAtAgency()('case.write')
  const services = foldServices(page.entries)
  const providers = useProviders()
  return (
    <div className="stack">
      <p className="quiet">{say(words.free)}</p>
      {writes && (
        <Opening text={say(words.add)} look="main">
          {(close) => (
            <ServiceForm organisationId={organisationId} caseId={caseId} page={page} onDone={close} />
          )}
        </Opening>
      )}
      {services.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ul className="cards">
        {services.map((each) => {
          const entry = page.entries.find(({ id }) => id === each.id)
          return (
            <li key={each.id} className="card stack">
              <span>
                <strong>{say(serviceTypes[each.type])}</strong> {each.quantity} {say(serviceUnits[each.unit])}
              </span>
              <span className="quiet">
                {showDate(each.onDay)} · {say(funders[each.funder])}
                {each.cost !== null && ` · ${each.cost.toLocaleString('vi-VN')} đ`}
                {each.providerId !== null && providers[each.providerId] && (
                  <> · {say(providers[each.providerId] ?? words.none)}</>
                )}
              </span>
              {entry?.hasWords && <OpenWords organisationId={organisationId} caseId={caseId} entry={entry} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The places of the directory by id, each with its name; none without a network. */
function useProviders(): Record<string, Words> {
  const entries = useRead(directoryList, {}, {}).data?.entries ?? []
  return Object.fromEntries(entries.map(({ id, name }) => [id, { vi: name, en: name }]))
}

function ServiceForm({ organisationId, caseId, page, onDone }: CasePanelProps & { onDone: () => void }) {
  const { say } = useLanguage()
  const [entryId] = useState(() => crypto.randomUUID())
  const [type, setType] = useState<ServiceType | null>(null)
  const [onDay, setOnDay] = useState<string | null>(today())
  const [quantity, setQuantity] = useState('1')
  const [unit, setUnit] = useState<ServiceUnit>('time')
  const [cost, setCost] = useState('')
  const [funder, setFunder] = useState<Funder>('unknown')
  const [needId, setNeedId] = useState('')
  const [providerId, setProviderId] = useState('')
  const providers = useProviders()
  const [note, setNote] = useState('')
  const needs = foldNeeds(page.entries)
  const typedCost = cost.replace(/[.\s]/gu, '')
  return (
    <CommandForm
      command={serviceRecord}
      submit={say(words.save)}
      ready={type !== null && onDay !== null && Number(quantity) > 0 && /^\d*$/u.test(typedCost)}
      rule={() =>
        serviceRule(
          { onDay: onDay ?? '', needId: needId || null },
          needs.map(({ id }) => id),
          today(),
        )
      }
      args={() => ({
        organisationId,
        caseId,
        entryId,
        onDay: onDay ?? '',
        type: type ?? 'other',
        quantity: Number(quantity),
        unit,
        cost: typedCost === '' ? null : Number(typedCost),
        funder,
        needId: needId || null,
        providerId: providerId || null,
        note,
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.type)}
        options={optionsOf(serviceTypes, say)}
        chosen={type === null ? [] : [type]}
        onChange={([code]) => setType(code ?? null)}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <Field label={say(words.quantity)}>
        <input inputMode="decimal" value={quantity} onChange={(event) => setQuantity(event.target.value)} />
      </Field>
      <CodeSelect
        label={say(words.unit)}
        codes={serviceUnits}
        value={unit}
        onChange={(code) => code && setUnit(code)}
      />
      <Field label={say(words.cost)}>
        <input inputMode="numeric" value={cost} onChange={(event) => setCost(event.target.value)} />
      </Field>
      <CodeSelect
        label={say(words.funder)}
        codes={funders}
        value={funder}
        onChange={(code) => code && setFunder(code)}
      />
      {Object.keys(providers).length > 0 && (
        <CodeSelect
          label={say(words.provider)}
          codes={providers}
          none={say(words.ownAgency)}
          value={providerId}
          onChange={setProviderId}
        />
      )}
      {needs.length > 0 && (
        <CodeSelect
          label={say(words.need)}
          codes={Object.fromEntries(needs.map(({ id, domain }) => [id, needDomains[domain]]))}
          none={say(words.none)}
          value={needId}
          onChange={setNeedId}
        />
      )}
      <Field label={say(words.note)}>
        <input maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </CommandForm>
  )
}
