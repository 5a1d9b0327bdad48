import {
  memberBackgroundOpen,
  memberBackgroundSet,
  type OwnPage,
  ownExperiences,
} from '@ke-vai/contract/club/own-page.ts'
import { useState } from 'react'
import { useOwnClubId } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { CommandForm } from './CommandForm.tsx'

const words = {
  title: { vi: 'Riêng của tôi', en: 'Mine alone' },
  back: { vi: 'Câu lạc bộ của tôi', en: 'My club' },
  private: {
    vi: 'Trang này chỉ mở được bằng tài khoản của chị. Chủ nhiệm, thành viên khác, cán bộ Hội, công an đều không thấy; không báo cáo nào đếm trang này.',
    en: 'This page opens with your account alone. The chair, other members, officers and police do not see it, and no report counts it.',
  },
  free: {
    vi: 'Chị không cần ghi gì cả. Ai cũng có trang này, và không ai biết trang của chị trống hay có chữ.',
    en: 'You do not have to write anything. Everybody has this page, and nobody knows whether yours is empty.',
  },
  open: { vi: 'Mở trang của tôi', en: 'Open my page' },
  hide: { vi: 'Đóng lại', en: 'Close' },
  experiences: { vi: 'Nếu chị muốn ghi', en: 'If you wish' },
  note: { vi: 'Vài dòng cho riêng mình', en: 'A few lines for yourself' },
  save: { vi: 'Lưu cho riêng tôi', en: 'Save for me alone' },
  saved: { vi: 'Đã lưu và đóng lại.', en: 'Saved and closed.' },
} as const

type Experience = keyof typeof ownExperiences

/** What a member keeps for herself. It opens only when she asks, and closes when she saves or leaves. */
export function OwnNotesPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const [page, setPage] = useState<OwnPage | null>(null)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function open() {
    setBusy(true)
    setProblem(null)
    setSaved(false)
    try {
      setPage(await sendNow(memberBackgroundOpen, { clubId }))
    } catch (error) {
      setProblem(say(wordsOf(error).message))
    }
    setBusy(false)
  }

  return (
    <Page title={say(words.title)} back={{ href: paths.ownClub(), text: say(words.back) }}>
      <p>{say(words.private)}</p>
      <p>{say(words.free)}</p>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      {saved && <Notice kind="good">{say(words.saved)}</Notice>}
      {page === null ? (
        <Button wide busy={busy} onClick={() => void open()}>
          {say(words.open)}
        </Button>
      ) : (
        <>
          <OwnNotes
            clubId={clubId}
            page={page}
            onSaved={() => {
              setPage(null)
              setSaved(true)
            }}
          />
          <Button look="quiet" wide onClick={() => setPage(null)}>
            {say(words.hide)}
          </Button>
        </>
      )}
    </Page>
  )
}

function OwnNotes({ clubId, page, onSaved }: { clubId: string; page: OwnPage; onSaved: () => void }) {
  const { say } = useLanguage()
  const [experiences, setExperiences] = useState<readonly Experience[]>(page.experiences)
  const [note, setNote] = useState(page.note)
  return (
    <CommandForm
      command={memberBackgroundSet}
      submit={say(words.save)}
      args={() => ({ clubId, page: { experiences: [...experiences], note }, blind: crypto.randomUUID() })}
      onDone={onSaved}
    >
      <Choice
        label={say(words.experiences)}
        several
        options={optionsOf(ownExperiences, say)}
        chosen={experiences}
        onChange={setExperiences}
      />
      <Field label={say(words.note)}>
        <textarea
          rows={6}
          maxLength={1000}
          autoComplete="off"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </CommandForm>
  )
}
