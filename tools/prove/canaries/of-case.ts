/** A case and the agency that carries it, as commands name them. */
export interface OfCase {
  organisationId: string
  caseId: string
}
