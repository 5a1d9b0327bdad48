import { hiddenKinds } from '@ke-vai/contract/directory/codes.ts'
import {
  directoryCheck,
  directoryStreetSet,
  directoryWithdraw,
} from '@ke-vai/contract/directory/directory.ts'
import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'

const words = {
  title: { vi: 'Giữ cho đúng', en: 'Keep it true' },
  check: { vi: 'Đã kiểm tra, thông tin đúng', en: 'Checked, it is so' },
  change: { vi: 'Sửa', en: 'Change' },
  withdraw: { vi: 'Rút khỏi danh mục', en: 'Withdraw' },
  sure: {
    vi: 'Mọi người sẽ không thấy dịch vụ này nữa. Dùng khi nơi này đã đóng hoặc số không còn.',
    en: 'Nobody will see it any more. For when the place is closed or the number is gone.',
  },
  withdrawNow: { vi: 'Rút khỏi danh mục', en: 'Withdraw it' },
  street: { vi: 'Niêm phong địa chỉ', en: 'Seal the street' },
  streetField: { vi: 'Số nhà, đường', en: 'House and street' },
  streetHint: {
    vi: 'Được niêm phong ngay; chỉ nhóm tạm lánh của đơn vị mở được, chị không xem lại được.',
    en: 'Sealed at once; only the shelter team opens it, and you cannot read it again.',
  },
} as const

/** What the owner of an entry does with it: check, change, withdraw, and seal a street. */
export function KeepEntry({ entry }: { entry: DirectoryEntry }) {
  const { say } = useLanguage()
  const [street, setStreet] = useState('')
  const own = { organisationId: entry.ownerOrganisationId, entryId: entry.id }
  return (
    <section className="stack" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {entry.reports > 0 && (
        <Notice kind="careful">
          {say({
            vi: `${entry.reports} lần báo không đúng kể từ lần kiểm tra trước.`,
            en: `Reported ${entry.reports} times since the last check.`,
          })}
        </Notice>
      )}
      <CommandForm command={directoryCheck} args={() => own} submit={say(words.check)} onDone={() => {}} />
      <div className="actions">
        <Link href={paths.changeDirectoryEntry(entry.id)} className="button button-quiet">
          {say(words.change)}
        </Link>
        {hiddenKinds.includes(entry.kind) && (
          <Opening text={say(words.street)}>
            {(close) => (
              <CommandForm
                command={directoryStreetSet}
                args={() => ({ ...own, shelterOrganisationId: entry.ownerOrganisationId, street })}
                submit={say(words.street)}
                ready={street.trim() !== ''}
                onDone={() => {
                  setStreet('')
                  close()
                }}
              >
                <Field label={say(words.streetField)} hint={say(words.streetHint)}>
                  <input
                    autoComplete="off"
                    maxLength={300}
                    value={street}
                    onChange={(event) => setStreet(event.target.value)}
                  />
                </Field>
              </CommandForm>
            )}
          </Opening>
        )}
        <Opening text={say(words.withdraw)}>
          {(close) => (
            <CommandForm
              command={directoryWithdraw}
              args={() => own}
              submit={say(words.withdrawNow)}
              onDone={close}
            >
              <p>{say(words.sure)}</p>
            </CommandForm>
          )}
        </Opening>
      </div>
    </section>
  )
}
