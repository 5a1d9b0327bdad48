import { consentList } from '@ke-vai/contract/consent/consent.ts'
import { requestRule, requestSend, type SharedWords } from '@ke-vai/contract/verification/request.ts'
import {
  consentFieldsFor,
  type RequestPurpose,
  requestPurposes,
  type SharedField,
  sharedFields,
} from '@ke-vai/contract/verification/request-codes.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { coveringConsent, PoliceConsent } from './PoliceConsent.tsx'
import { nameOf, type PartProps } from './panel-data.ts'

const words = {
  to: { vi: 'Gửi cho', en: 'To' },
  purpose: { vi: 'Để làm gì', en: 'What for' },
  fields: { vi: 'Gửi những mục nào', en: 'Which fields' },
  preview: { vi: 'Bên nhận sẽ thấy', en: 'The body will see' },
  never: {
    vi: 'Không gửi: câu chuyện, nơi ở, nhóm hỗ trợ và mọi mục khác của hồ sơ.',
    en: 'Not sent: her story, where she stays, the team, and everything else in the case.',
  },
  send: { vi: 'Gửi yêu cầu', en: 'Send the request' },
} as const

/** A request to one liaison: exactly the chosen fields, shown once more before they go. */
export function SendRequestForm({
  organisationId,
  caseId,
  data,
  onDone,
}: PartProps & { onDone: () => void }) {
  const { say } = useLanguage()
  const [to, setTo] = useState('')
  const [purpose, setPurpose] = useState<RequestPurpose | null>(null)
  const [fields, setFields] = useState<SharedField[]>(['question'])
  const [typed, setTyped] = useState<SharedWords>({})
  const consents = useRead(consentList, { organisationId, caseId }, {})
  const liaisons = data.bodies.filter(({ kind }) => kind === 'police' || kind === 'border_guard')
  const chosen = (Object.keys(sharedFields) as SharedField[]).filter((each) => fields.includes(each))
  const full = chosen.length > 0 && chosen.every((each) => (typed[each] ?? '').trim() !== '')
  const needed = consentFieldsFor(chosen)
  const list = consents.data ?? null
  const ground = {
    willingness: data.willingness,
    consented: needed !== null && list !== null && coveringConsent(list.consents, to, needed) !== null,
    toKind: liaisons.find(({ id }) => id === to)?.kind ?? null,
    open: 0,
    openAllowed: null,
  }
  return (
    <CommandForm
      command={requestSend}
      submit={say(words.send)}
      ready={to !== '' && purpose !== null && full}
      rule={() => requestRule(chosen, ground)}
      args={() => ({
        organisationId,
        caseId,
        requestId: crypto.randomUUID(),
        toOrganisationId: to,
        purpose: purpose ?? 'information',
        shared: Object.fromEntries(chosen.map((each) => [each, typed[each] ?? ''])),
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.to)}
        options={liaisons.map(({ id, name }) => ({ code: id, text: name }))}
        chosen={to === '' ? [] : [to]}
        onChange={([id]) => setTo(id ?? '')}
      />
      <Choice
        label={say(words.purpose)}
        options={optionsOf(requestPurposes, say)}
        chosen={purpose === null ? [] : [purpose]}
        onChange={([code]) => setPurpose(code ?? null)}
      />
      <Choice
        label={say(words.fields)}
        several
        options={optionsOf(sharedFields, say)}
        chosen={fields}
        onChange={setFields}
      />
      {chosen.map((each) => (
        <Field key={each} label={say(sharedFields[each])}>
          <textarea
            rows={2}
            maxLength={4000}
            autoComplete="off"
            value={typed[each] ?? ''}
            onChange={(event) => setTyped({ ...typed, [each]: event.target.value })}
          />
        </Field>
      ))}
      {needed !== null && to !== '' && list !== null && (
        <PoliceConsent
          organisationId={organisationId}
          caseId={caseId}
          to={{ id: to, name: nameOf(data.bodies, to) }}
          needed={needed}
          list={list}
        />
      )}
      <Notice>
        <p>
          {say(words.preview)} ({to === '' ? '…' : nameOf(data.bodies, to)}):{' '}
          {chosen.map((each) => say(sharedFields[each])).join(', ')}.
        </p>
        <p>{say(words.never)}</p>
      </Notice>
    </CommandForm>
  )
}
