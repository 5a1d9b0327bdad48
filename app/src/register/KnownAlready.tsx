import { type FoundPerson, identitySearch, searchRule } from '@ke-vai/contract/register/identity.ts'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { FoundPersons } from './FoundPersons.tsx'
import { useSending } from './use-sending.ts'

const words = {
  look: { vi: 'Xem chị ấy đã có trong sổ chưa', en: 'See whether she is in the register already' },
  hint: {
    vi: 'Tìm theo tên và số điện thoại vừa ghi; lần tìm được ghi vào nhật ký.',
    en: 'Looks for the name and phone just written; the search is recorded.',
  },
  maybe: { vi: 'Có thể chị ấy đã có trong sổ', en: 'She may be in the register already' },
  compare: {
    vi: 'Chị mở từng mã để xem. Nếu là người khác, chị cứ ghi tiếp ở đây.',
    en: 'Open each code to see. If it is somebody else, go on here.',
  },
  none: { vi: 'Chưa thấy ai trùng. Chị ghi tiếp nhé.', en: 'Nobody alike was found. Please go on.' },
} as const

/** Before somebody is entered a second time: whether she is there already, for whoever may search. */
export function KnownAlready({ clubId, name, phone }: { clubId: string; name: string; phone: string }) {
  const { say } = useLanguage()
  const opened = useOpened<FoundPerson[]>()
  const sending = useSending()
  const asked = [
    { kind: 'name', text: name },
    { kind: 'phone', text: phone },
  ] as const
  const possible = asked.filter((each) => searchRule(each) === null)
  if (possible.length === 0) return null

  const look = () =>
    void sending.run(async () => {
      const found = new Map<string, FoundPerson>()
      for (const each of possible)
        for (const person of (await sendNow(identitySearch, { clubId, ...each })).found)
          found.set(person.id, person)
      opened.show([...found.values()])
      sending.rest()
    })

  if (opened.value === null)
    return (
      <div className="stack">
        {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
        <Button look="quiet" wide busy={sending.busy} onClick={look}>
          {say(words.look)}
        </Button>
        <p className="hint">{say(words.hint)}</p>
      </div>
    )
  if (opened.value.length === 0) return <Notice kind="good">{say(words.none)}</Notice>
  return (
    <Notice kind="careful">
      <div className="stack">
        <h2>{say(words.maybe)}</h2>
        <FoundPersons found={opened.value} />
        <p>{say(words.compare)}</p>
      </div>
    </Notice>
  )
}
