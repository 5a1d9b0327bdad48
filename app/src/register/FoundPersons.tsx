import { personStatuses } from '@ke-vai/contract/register/codes.ts'
import type { FoundPerson } from '@ke-vai/contract/register/identity.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'

/** Persons whom a search found, as codes: who stands behind one is seen on her page, for a reason. */
export function FoundPersons({ found }: { found: readonly FoundPerson[] }) {
  const { say } = useLanguage()
  return (
    <ul className="links">
      {found.map((person) => (
        <li key={person.id}>
          <Link href={paths.person(person.id)}>
            <span>
              <span className="code">{person.code}</span>{' '}
              <span className="quiet">{say(personStatuses[person.status])}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
