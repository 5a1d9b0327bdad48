import { standingWith, useMe } from '../account/session.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { EntryForm } from './EntryForm.tsx'
import { useDirectory } from './kept-directory.ts'

const words = {
  add: { vi: 'Thêm một dịch vụ', en: 'Add a service' },
  change: { vi: 'Sửa một dịch vụ', en: 'Change a service' },
  back: { vi: 'Đường dây nóng, dịch vụ', en: 'Hotlines and services' },
  notHers: {
    vi: 'Mục này do đơn vị khác giữ. Chị có thể báo thông tin không đúng ở trang của mục.',
    en: 'Another organisation keeps this. You can report it on its page.',
  },
} as const

/** A new entry, kept by the organisation at which she may. */
export function NewEntryPage() {
  const { say } = useLanguage()
  const organisationId = standingWith(useMe(), 'directory.write')?.organisationId ?? null
  return (
    <Page title={say(words.add)} back={{ href: paths.directory(), text: say(words.back) }}>
      {organisationId && <EntryForm organisationId={organisationId} />}
    </Page>
  )
}

/** Her own entry, to change. */
export function ChangeEntryPage({ entryId }: { entryId: string }) {
  const { say } = useLanguage()
  const directory = useDirectory()
  return (
    <Page title={say(words.change)} back={{ href: paths.directoryEntry(entryId), text: say(words.back) }}>
      <Reading of={directory}>
        {({ entries }) => {
          const entry = entries.find(({ id, mine }) => id === entryId && mine)
          if (!entry) return <p className="empty">{say(words.notHers)}</p>
          return <EntryForm organisationId={entry.ownerOrganisationId} entry={entry} />
        }}
      </Reading>
    </Page>
  )
}
