import { type AgeBand, ageBands, type CaseLanguage, caseLanguages } from '@ke-vai/contract/case/codes.ts'
import {
  type ConsentAnswer,
  type ConsentAudio,
  type ConsentForm,
  type ConsentGiver,
  type ConsentInterpreter,
  type ConsentPurpose,
  consentAudios,
  consentForms,
  consentGivers,
  consentInterpreters,
  consentPurposes,
  type Representative,
  representatives,
  type SharedField,
  sharedFields,
} from '@ke-vai/contract/consent/codes.ts'
import { consentAsk, consentGive, type consentList } from '@ke-vai/contract/consent/consent.ts'
import { consentAskForPerson, consentGiveForPerson } from '@ke-vai/contract/consent/of-person.ts'
import { emptySheet } from '@ke-vai/contract/consent/state.ts'
import { consentText, consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { addDays, type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { sheetWords as words } from './sheet-words.ts'

interface SheetProps {
  purpose: ConsentPurpose
  /** Who would receive it, with the name that is read to her; null for what stays here. */
  to: { organisationId: string | null; directoryEntryId: string | null; name: string } | null
  /** The fields that are asked about; she ticks those she agrees to. */
  offered: readonly SharedField[]
  replacesId?: string
  onEnd: () => void
}

/** What is known of her: a child's sheet also asks who stands beside. */
type Her = ResponseOf<typeof consentList>['her']
type Said = Omit<z.input<typeof consentGive.args>, 'organisationId' | 'caseId'>

/** Of a case: what is known of her stands there. */
export function ConsentSheet(props: SheetProps & { organisationId: string; caseId: string; her: Her }) {
  const { organisationId, caseId, her, ...sheet } = props
  const ofCase = { organisationId, caseId }
  return (
    <Sheet
      {...sheet}
      her={her}
      give={(said) => sendNow(consentGive, { ...ofCase, ...said })}
      note={(answer) => sendNow(consentAsk, { ...ofCase, purpose: sheet.purpose, answer })}
    />
  )
}

const children: readonly AgeBand[] = ['under_7', '7_to_15', '16_to_17']

/** Of a person in a club's register, which knows no age: it is asked first, and a child has somebody beside her. */
export function PersonConsentSheet(
  props: Omit<SheetProps, 'purpose'> & { clubId: string; personId: string },
) {
  const { clubId, personId, ...sheet } = props
  const { say } = useLanguage()
  const [ageBand, setAgeBand] = useState<AgeBand | null>(null)
  const ofPerson = { clubId, personId }
  const child = ageBand !== null && children.includes(ageBand)
  return (
    <Sheet
      {...sheet}
      purpose="share_referral"
      her={{
        track: child ? 'child' : 'adult',
        language: null,
        needsInterpreter: false,
        representative: null,
      }}
      ready={ageBand !== null}
      before={
        <Choice
          label={say(words.age)}
          options={optionsOf(ageBands, say)}
          chosen={ageBand === null ? [] : [ageBand]}
          onChange={([code]) => setAgeBand(code ?? null)}
        />
      }
      give={async ({ purpose: _, ...said }) =>
        ageBand === null ? undefined : sendNow(consentGiveForPerson, { ...ofPerson, ...said, ageBand })
      }
      note={(answer) => sendNow(consentAskForPerson, { ...ofPerson, answer })}
    />
  )
}

interface Inside extends SheetProps {
  her: Her
  give: (said: Said) => Promise<unknown>
  note: (answer: ConsentAnswer) => Promise<unknown>
  /** What else is asked before, and whether it was answered. */
  before?: ReactNode
  ready?: boolean
}

/** One column, big words, read together with her. Nothing is ticked; three answers of equal size. */
function Sheet({ her, purpose, to, offered, replacesId, onEnd, give, note, before, ready = true }: Inside) {
  const { say } = useLanguage()
  const sending = useSending()
  const [fields, setFields] = useState<SharedField[]>(emptySheet().fields)
  const [givenBy, setGivenBy] = useState<ConsentGiver | null>(emptySheet().givenBy)
  const [form, setForm] = useState<ConsentForm | null>(emptySheet().form)
  const [representative, setRepresentative] = useState<Representative | null>(null)
  const [language, setLanguage] = useState<CaseLanguage | null>(null)
  const [languageStated, setStated] = useState(false)
  const [interpreter, setInterpreter] = useState<ConsentInterpreter | null>(null)
  const [audio, setAudio] = useState<ConsentAudio>('none')
  const [validTo, setValidTo] = useState<PlainDate | null>(addDays(today(), 90))

  const agree = () => {
    if (givenBy === null || form === null || language === null || interpreter === null || validTo === null)
      return
    void sending.run(async () => {
      await give({
        consentId: crypto.randomUUID(),
        purpose,
        toOrganisationId: to?.organisationId ?? null,
        directoryEntryId: to?.directoryEntryId ?? null,
        fields,
        givenBy,
        representative: representative ?? 'none',
        form,
        language,
        languageStated,
        textVersion: consentTextVersion,
        audio,
        interpreter,
        validFrom: today(),
        validTo,
        replacesId: replacesId ?? null,
      })
      readAgain()
      onEnd()
    })
  }
  const notYes = (answer: ConsentAnswer) =>
    void sending.run(async () => {
      await note(answer)
      readAgain()
      onEnd()
    })

  const chosen = <Code extends string>(code: Code | null) => (code === null ? [] : [code])
  const whole =
    ready &&
    givenBy !== null &&
    form !== null &&
    language !== null &&
    interpreter !== null &&
    (to === null || fields.length > 0)

  return (
    <section className="card stack consent-sheet" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <ul className="said">
        {consentText.map((each) => (
          <li key={each.vi}>{say(each)}</li>
        ))}
      </ul>
      <p>
        <strong>{say(consentPurposes[purpose])}</strong>
        {to && ` → ${to.name}`}
      </p>
      {to && (
        <Choice
          label={say(words.fields)}
          hint={say(words.fieldsHint)}
          several
          options={offered.map((code) => ({ code, text: say(sharedFields[code]) }))}
          chosen={fields}
          onChange={setFields}
        />
      )}
      {before}
      <Choice
        label={say(words.givenBy)}
        options={optionsOf(consentGivers, say)}
        chosen={chosen(givenBy)}
        onChange={([code]) => setGivenBy(code ?? null)}
      />
      {(her.track === 'child' || (givenBy !== null && givenBy !== 'herself')) && (
        <>
          <Choice
            label={say(words.representative)}
            options={optionsOf(representatives, say)}
            chosen={chosen(representative)}
            onChange={([code]) => setRepresentative(code ?? null)}
          />
          {her.track === 'child' && her.representative?.suspected !== false && (
            <Notice kind="careful">{say(words.officer)}</Notice>
          )}
        </>
      )}
      <Choice
        label={say(words.language)}
        options={optionsOf(caseLanguages, say)}
        chosen={chosen(language)}
        onChange={([code]) => setLanguage(code ?? null)}
      />
      {language !== null && language !== her.language && (
        <label className="tick">
          <input type="checkbox" checked={languageStated} onChange={() => setStated(!languageStated)} />
          <span>{say(words.stated)}</span>
        </label>
      )}
      <Choice
        label={say(words.interpreter)}
        options={optionsOf(consentInterpreters, say)}
        chosen={chosen(interpreter)}
        onChange={([code]) => setInterpreter(code ?? null)}
      />
      <Choice
        label={say(words.form)}
        options={optionsOf(consentForms, say)}
        chosen={chosen(form)}
        onChange={([code]) => setForm(code ?? null)}
      />
      <Choice
        label={say(words.audio)}
        options={optionsOf(consentAudios, say)}
        chosen={[audio]}
        onChange={([code]) => setAudio(code ?? 'none')}
      />
      <DateField label={say(words.validTo)} value={validTo} onChange={setValidTo} />
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      {!whole && <p className="hint">{say(words.notWhole)}</p>}
      <div className="consent-answers">
        <Button look="quiet" busy={sending.busy} disabled={!whole || validTo === null} onClick={agree}>
          {say(words.agree)}
        </Button>
        <Button look="quiet" busy={sending.busy} onClick={() => notYes('not_now')}>
          {say(words.notNow)}
        </Button>
        <Button look="quiet" busy={sending.busy} onClick={() => notYes('later')}>
          {say(words.later)}
        </Button>
      </div>
    </section>
  )
}
