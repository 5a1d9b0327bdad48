import { useMe } from './session.ts'

/** The club in which the person works. Screens of a club ask this; an officer picks her club by address instead. */
export function useOwnClubId(): string {
  const clubId = useMe().standings.find((standing) => standing.clubId !== null)?.clubId
  if (!clubId) throw new Error('this person works in no club')
  return clubId
}

/** What she may do in her own club. */
export function useOwnPermissions(): readonly string[] {
  return useMe()
    .standings.filter((standing) => standing.clubId !== null)
    .flatMap((standing) => standing.permissions)
}
