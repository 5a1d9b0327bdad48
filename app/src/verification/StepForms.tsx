import {
  type Conclusion,
  conclusions,
  type VerificationRoute,
  type VerificationState,
  verificationRoutes,
} from '@ke-vai/contract/verification/codes.ts'
import { concludes, instantRule } from '@ke-vai/contract/verification/state.ts'
import {
  type BodyShown,
  verificationMove,
  verificationSetBodies,
  verificationStart,
} from '@ke-vai/contract/verification/verification.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { MomentField, useMoment } from './MomentField.tsx'

const words = {
  route: { vi: 'Theo đường nào', en: 'By which way' },
  joint: { vi: 'Cơ quan phối hợp', en: 'Bodies that join' },
  lead: { vi: 'Cơ quan chủ trì', en: 'Body that leads' },
  setBodies: { vi: 'Lưu cơ quan xác minh', en: 'Save the verifying bodies' },
  bodiesHint: {
    vi: 'Được nêu tên là phối hợp chưa phải là được xem hồ sơ: mỗi cơ quan chỉ thấy yêu cầu gửi cho mình.',
    en: 'A body that joins does not see the case by that: each sees the requests addressed to it alone.',
  },
  start: { vi: 'Bắt đầu', en: 'Begin' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  note: { vi: 'Ghi thêm (được cất riêng)', en: 'Note (sealed)' },
  save: { vi: 'Ghi bước này', en: 'Record this step' },
} as const

interface FormProps {
  organisationId: string
  caseId: string
  onDone: () => void
}

/** Begins a verification under the lead of the provincial health body. */
export function StartForm({ organisationId, caseId, bodies, onDone }: FormProps & { bodies: BodyShown[] }) {
  const { say } = useLanguage()
  const moment = useMoment()
  const [route, setRoute] = useState<VerificationRoute | null>(null)
  const [joint, setJoint] = useState<string[]>([])
  const lead = bodies.find(({ kind }) => kind === 'health_department')
  const others = bodies.filter(({ kind }) => kind === 'police' || kind === 'border_guard')
  return (
    <CommandForm
      command={verificationStart}
      submit={say(words.start)}
      ready={route !== null && moment.at !== null && lead !== undefined}
      rule={() => instantRule(moment.at ?? '', null, new Date())}
      args={() => ({
        organisationId,
        caseId,
        verificationId: crypto.randomUUID(),
        route: route ?? 'reported',
        at: moment.at ?? '',
        leadOrganisationId: lead?.id ?? '',
        jointOrganisationIds: joint,
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.route)}
        options={optionsOf(verificationRoutes, say)}
        chosen={route === null ? [] : [route]}
        onChange={([code]) => setRoute(code ?? null)}
      />
      <Choice
        label={say(words.joint)}
        several
        options={others.map(({ id, name }) => ({ code: id, text: name }))}
        chosen={joint}
        onChange={setJoint}
      />
      <MomentField moment={moment} />
    </CommandForm>
  )
}

interface BodiesProps extends FormProps {
  bodies: BodyShown[]
  now: { leadOrganisationId: string; jointOrganisationIds: readonly string[] }
}

/** Which body leads and which join; it begins with those that do now. */
export function BodiesForm({ organisationId, caseId, bodies, now, onDone }: BodiesProps) {
  const { say } = useLanguage()
  const [lead, setLead] = useState(now.leadOrganisationId)
  const [joint, setJoint] = useState<string[]>([...now.jointOrganisationIds])
  const options = (those: BodyShown[]) => those.map(({ id, name }) => ({ code: id, text: name }))
  const leads = bodies.filter(({ kind }) => kind === 'health_department')
  const others = bodies.filter(({ id, kind }) => kind !== 'health_department' || joint.includes(id))
  return (
    <CommandForm
      command={verificationSetBodies}
      submit={say(words.setBodies)}
      ready={leads.some(({ id }) => id === lead)}
      args={() => ({ organisationId, caseId, leadOrganisationId: lead, jointOrganisationIds: joint })}
      onDone={onDone}
    >
      <Choice
        label={say(words.lead)}
        options={options(leads)}
        chosen={[lead]}
        onChange={([id]) => setLead(id ?? '')}
      />
      <Choice label={say(words.joint)} several options={options(others)} chosen={joint} onChange={setJoint} />
      <p className="hint">{say(words.bodiesHint)}</p>
    </CommandForm>
  )
}

/** Records the next step, with its conclusion where it is one. */
export function NextStepForm({ organisationId, caseId, to, onDone }: FormProps & { to: VerificationState }) {
  const { say } = useLanguage()
  const moment = useMoment()
  const [conclusion, setConclusion] = useState<Conclusion | null>(null)
  const [note, setNote] = useState('')
  return (
    <CommandForm
      command={verificationMove}
      submit={say(words.save)}
      ready={moment.at !== null && (!concludes(to) || conclusion !== null)}
      args={() => ({ organisationId, caseId, to, at: moment.at ?? '', conclusion, words: note })}
      onDone={onDone}
    >
      {concludes(to) && (
        <Choice
          label={say(words.conclusion)}
          options={optionsOf(conclusions, say)}
          chosen={conclusion === null ? [] : [conclusion]}
          onChange={([code]) => setConclusion(code ?? null)}
        />
      )}
      <MomentField moment={moment} />
      <Field label={say(words.note)}>
        <textarea
          rows={3}
          maxLength={4000}
          value={note}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </CommandForm>
  )
}
