import {
  type FoundPerson,
  identitySearch,
  type SearchKind,
  searchKinds,
  searchRule,
} from '@ke-vai/contract/register/identity.ts'
import { type FormEvent, useEffect, useState } from 'react'
import { useOwnClubId } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { FoundPersons } from './FoundPersons.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Tìm trong sổ', en: 'Find in the register' },
  back: { vi: 'Sổ theo dõi', en: 'Register' },
  lead: {
    vi: 'Tìm theo tên, số điện thoại hoặc số giấy tờ. Kết quả là mã, không hiện tên. Mỗi lần tìm đều được ghi vào nhật ký.',
    en: 'Find by name, phone or paper number. The answer is a code, never a name. Every search is recorded.',
  },
  by: { vi: 'Tìm theo', en: 'Find by' },
  nameHint: {
    vi: 'Cả họ và tên, hoặc tên và năm sinh; có dấu hay không dấu, thứ tự nào cũng được.',
    en: 'Family and given name, or given name and year of birth; with or without accents, in any order.',
  },
  numberHint: { vi: 'Cả số, có khoảng trắng cũng được.', en: 'The whole number; spaces do not matter.' },
  find: { vi: 'Tìm', en: 'Find' },
  none: {
    vi: 'Chưa thấy ai trong sổ khớp với điều chị tìm. Chị xem lại cách viết giúp.',
    en: 'Nobody in the register matches. Please check how it is written.',
  },
} as const

/** For the board: from what one knows of a person to her code. Nothing of it stands in the address. */
export function FindPersonPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const [kind, setKind] = useState<SearchKind>('name')
  const [text, setText] = useState('')
  const opened = useOpened<FoundPerson[]>()
  const sending = useSending()
  const { value: found } = opened
  const wasOpen = found !== null

  // Beside a code, what was typed tells who she is: it goes when the answer closes.
  useEffect(() => {
    if (!wasOpen) return
    return () => setText('')
  }, [wasOpen])

  const change = (next: () => void) => {
    sending.setProblem(null)
    next()
  }
  const find = (event: FormEvent) => {
    event.preventDefault()
    const refusal = searchRule({ kind, text })
    if (refusal) return sending.setProblem(refusal)
    void sending.run(async () => {
      opened.show((await sendNow(identitySearch, { clubId, kind, text })).found)
      sending.rest()
    })
  }

  return (
    <Page title={say(words.title)} back={{ href: paths.register(), text: say(words.back) }}>
      <p>{say(words.lead)}</p>
      <form className="stack" onSubmit={find}>
        <Choice
          label={say(words.by)}
          options={optionsOf(searchKinds, say)}
          chosen={[kind]}
          onChange={([code]) =>
            change(() => {
              setKind(code ?? 'name')
              setText('')
            })
          }
        />
        <Field
          label={say(searchKinds[kind])}
          hint={say(kind === 'name' ? words.nameHint : words.numberHint)}
          problem={sending.problem?.field === 'text' ? say(sending.problem.message) : null}
        >
          <input
            required
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode={kind === 'phone' ? 'tel' : 'text'}
            value={text}
            onChange={(event) => change(() => setText(event.target.value))}
          />
        </Field>
        {sending.problem && sending.problem.field !== 'text' && (
          <Notice kind="problem">{say(sending.problem.message)}</Notice>
        )}
        <Button type="submit" wide busy={sending.busy} disabled={text.trim() === ''}>
          {say(words.find)}
        </Button>
      </form>
      {found !== null && (
        <section className="card stack" aria-live="polite">
          {found.length === 0 ? (
            <p>{say(words.none)}</p>
          ) : (
            <h2>{say({ vi: `Thấy ${found.length} người`, en: `${found.length} found` })}</h2>
          )}
          <FoundPersons found={found} />
          <ClosesIn opened={opened} />
        </section>
      )}
    </Page>
  )
}
