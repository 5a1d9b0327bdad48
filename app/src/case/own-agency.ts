import type { Permission } from '@ke-vai/contract/permissions.ts'
import { useMe } from '../account/session.ts'

/** The agency at which the person may do this; by default whose cases she works with. Only screens behind it may ask. */
export function useOwnAgency(permission: Permission = 'case.read'): { organisationId: string; name: string } {
  const found = useMe().standings.find(
    (each) => each.organisationId !== null && each.permissions.includes(permission),
  )
  if (!found?.organisationId) throw new Error(`this person has no ${permission} at an agency`)
  return { organisationId: found.organisationId, name: found.name }
}

/** May she do this at the agency of her cases? Buttons ask before they show. */
export function useMayAtAgency(): (permission: Permission) => boolean {
  const { organisationId } = useOwnAgency()
  const held = useMe().standings.filter((each) => each.organisationId === organisationId)
  return (permission) => held.some(({ permissions }) => permissions.includes(permission))
}
