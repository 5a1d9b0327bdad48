import { type Sex, sexes, type TargetGroup, targetGroups } from '@ke-vai/contract/register/codes.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { KnownAlready } from './KnownAlready.tsx'

const words = {
  title: { vi: 'Ghi một người vào sổ', en: 'Enter a person' },
  lead: {
    vi: 'Chỉ ghi điều cần cho lần gặp tới. Chị ấy không cần kể lại câu chuyện của mình.',
    en: 'Write only what the next meeting needs. She does not have to tell her story.',
  },
  name: { vi: 'Tên gọi chị ấy muốn dùng', en: 'The name she wants to use' },
  groups: { vi: 'Nhóm (có thể chọn nhiều)', en: 'Groups (several may apply)' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birth: { vi: 'Ngày hoặc năm sinh', en: 'Day or year of birth' },
  birthHint: { vi: 'Ví dụ: 02/03/1985, 1985, khoảng 1990', en: 'For example 02/03/1985, 1985, about 1990' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  address: { vi: 'Nơi ở (tổ, khu)', en: 'Where she lives' },
  save: { vi: 'Ghi vào sổ', en: 'Enter' },
} as const

/** The first form: six fields, the name and group alone are needed. */
export function NewPersonPage() {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const surveyRoundId = new URLSearchParams(useSearch()).get('round')
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const [name, setName] = useState('')
  const [groups, setGroups] = useState<TargetGroup[]>([])
  const [sex, setSex] = useState<Sex | null>(null)
  const [birth, setBirth] = useState('')
  const [phone, setPhone] = useState('')
  const [address, setAddress] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    const personId = crypto.randomUUID()
    try {
      await sendNow(personRegister, {
        clubId,
        personId,
        name,
        groups,
        sex,
        birth: birth || null,
        phone: phone || null,
        address: address || null,
        surveyRoundId,
      })
      readAgain()
      go(paths.person(personId))
    } catch (error) {
      setProblem(say(wordsOf(error).message))
      setBusy(false)
    }
  }

  return (
    <Page
      title={say(words.title)}
      back={{ href: paths.register(), text: say({ vi: 'Sổ theo dõi', en: 'Register' }) }}
    >
      <p>{say(words.lead)}</p>
      <form className="stack" onSubmit={submit}>
        <Field label={say(words.name)}>
          <input
            required
            maxLength={200}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Choice
          label={say(words.groups)}
          several
          options={(Object.keys(targetGroups) as TargetGroup[]).map((code) => ({
            code,
            text: say(targetGroups[code]),
          }))}
          chosen={groups}
          onChange={setGroups}
        />
        <Choice
          label={say(words.sex)}
          options={(Object.keys(sexes) as Sex[]).map((code) => ({ code, text: say(sexes[code]) }))}
          chosen={sex === null ? [] : [sex]}
          onChange={([code]) => setSex(code ?? null)}
        />
        <Field label={say(words.birth)} hint={say(words.birthHint)}>
          <input
            maxLength={40}
            autoComplete="off"
            value={birth}
            onChange={(event) => setBirth(event.target.value)}
          />
        </Field>
        <Field label={say(words.phone)}>
          <input
            inputMode="tel"
            maxLength={40}
            autoComplete="off"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        </Field>
        <Field label={say(words.address)}>
          <input
            maxLength={300}
            autoComplete="off"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field>
        {may.includes('identity.search') && (
          <KnownAlready key={`${name}|${phone}`} clubId={clubId} name={name} phone={phone} />
        )}
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        <Button type="submit" wide busy={busy} disabled={groups.length === 0 || name.trim() === ''}>
          {say(words.save)}
        </Button>
      </form>
    </Page>
  )
}
