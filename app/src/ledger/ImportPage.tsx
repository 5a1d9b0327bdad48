import type { ResultOf } from '@ke-vai/contract/command.ts'
import { importLedgerCommand, previewLedgerCommand } from '@ke-vai/contract/ledger/commands.ts'
import type { LedgerAnswers, LedgerPreview } from '@ke-vai/contract/ledger/ledger.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { LedgerCountsTable } from './LedgerCountsTable.tsx'
import { LedgerProblems } from './LedgerProblems.tsx'
import { LedgerQuestions } from './LedgerQuestions.tsx'

const words = {
  title: { vi: 'Nhập sổ giấy', en: 'Bring in the paper register' },
  lead: {
    vi: 'Chọn tệp Excel (.xlsx) của câu lạc bộ. Chúng tôi đọc thử trước; chưa có gì được ghi cho tới khi chị bấm «Nhập vào sổ».',
    en: 'Choose the club’s Excel file (.xlsx). It is read first; nothing is written until you press “Bring in”.',
  },
  choose: { vi: 'Chọn tệp Excel', en: 'Choose an Excel file' },
  reading: { vi: 'Đang đọc sổ… Chị đừng đóng trang.', en: 'Reading the book… please keep this page open.' },
  writing: { vi: 'Đang ghi vào sổ…', en: 'Writing…' },
  bringIn: { vi: 'Nhập vào sổ', en: 'Bring in' },
  other: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  nothingNew: {
    vi: 'Mọi dòng của tệp này đã có trong sổ. Không có gì để thêm.',
    en: 'Every row of this file is in the register already. Nothing to add.',
  },
  done: { vi: 'Đã nhập xong.', en: 'Done.' },
  open: { vi: 'Mở sổ theo dõi', en: 'Open the register' },
} as const

const noAnswers: LedgerAnswers = { sex: {}, samePerson: {}, eligibility: {} }
type Imported = ResultOf<typeof importLedgerCommand>

/** Choose a file, look at the dry run, answer what only a person knows, bring it in once. */
export function ImportPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const [file, setFile] = useState<{ fileName: string; file: string } | null>(null)
  const [preview, setPreview] = useState<LedgerPreview | null>(null)
  const [answers, setAnswers] = useState(noAnswers)
  const [imported, setImported] = useState<Imported | null>(null)
  const [busy, setBusy] = useState<'reading' | 'writing' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function trying(what: 'reading' | 'writing', work: () => Promise<void>) {
    setBusy(what)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(say(wordsOf(error).message))
    }
    setBusy(null)
  }

  const choose = (chosen: File) =>
    trying('reading', async () => {
      const sent = { fileName: chosen.name, file: await base64Of(chosen) }
      setAnswers(noAnswers)
      setPreview(await sendNow(previewLedgerCommand, { clubId, ...sent }))
      setFile(sent)
    })

  const bringIn = () =>
    trying('writing', async () => {
      if (!file) return
      setImported(
        await sendNow(importLedgerCommand, { clubId, importId: crypto.randomUUID(), ...file, answers }),
      )
      readAgain()
    })

  const startAgain = () => {
    setFile(null)
    setPreview(null)
  }

  const back = { href: paths.register(), text: say({ vi: 'Sổ theo dõi', en: 'Register' }) }
  if (imported)
    return (
      <Page title={say(words.title)} back={back}>
        <Notice kind="good">{say(words.done)}</Notice>
        <LedgerCountsTable counts={imported.added} />
        <Link href={paths.register()} className="button button-main wide">
          {say(words.open)}
        </Link>
      </Page>
    )
  const nothingNew = preview !== null && Object.values(preview.adds).every((n) => n === 0)
  return (
    <Page title={say(words.title)} back={back}>
      {!preview && <p>{say(words.lead)}</p>}
      {!preview && (
        <label className={`button button-main wide file${busy ? ' busy' : ''}`}>
          {busy === 'reading' ? say(words.reading) : say(words.choose)}
          <input
            type="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            disabled={busy !== null}
            onChange={(event) => {
              const chosen = event.target.files?.[0]
              event.target.value = ''
              if (chosen) void choose(chosen)
            }}
          />
        </label>
      )}
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      {preview && (
        <div className="stack">
          <LedgerCountsTable counts={preview.adds} alreadyHere={preview.alreadyHere} />
          {nothingNew && <Notice>{say(words.nothingNew)}</Notice>}
          <LedgerQuestions questions={preview.questions} answers={answers} onChange={setAnswers} />
          <LedgerProblems problems={preview.problems} />
          <Button look="quiet" wide disabled={busy !== null} onClick={startAgain}>
            {say(words.other)}
          </Button>
          {busy === 'writing' && <p role="status">{say(words.writing)}</p>}
          {!nothingNew && (
            <div className="stick">
              <Button wide busy={busy !== null} onClick={() => void bringIn()}>
                {say(words.bringIn)}
              </Button>
            </div>
          )}
        </div>
      )}
    </Page>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
