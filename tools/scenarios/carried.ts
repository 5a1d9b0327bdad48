/** A test of vitest's report whose name says which scenarios it carries. */
export interface CarryingTest {
  file: string
  name: string
  passed: boolean
}

/** What a run said of one test. */
export interface ReportedTest {
  fullName: string
  status: string
}

/** The part of vitest's JSON report that is read here. */
export interface Report {
  testResults: { name: string; status: string; message?: string; assertionResults: ReportedTest[] }[]
}

/**
 * The numbers after the word in a test's name: `scenario 8: …`, `scenario 8, 9: …` or `scenarios 8 and 9: …`.
 * None for a name that carries no scenario.
 */
export function scenariosOf(name: string): number[] {
  const found = [...name.matchAll(/\bscenarios? ((?:\d+(?:, | and )?)+):/gi)]
  return found.flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? []).map(Number)
}

/** Adds the tests of a report to the scenarios that they carry; skipped tests count as not passed. */
export function addCarried(report: Report, root: string, into: Map<number, CarryingTest[]>): void {
  for (const { name: path, assertionResults } of report.testResults)
    for (const { fullName, status } of assertionResults)
      for (const scenario of scenariosOf(fullName)) {
        const test = {
          file: path.replace(root, ''),
          name: fullName.trim(),
          passed: status === 'passed',
        }
        into.set(scenario, [...(into.get(scenario) ?? []), test])
      }
}
