import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '../server/src/platform/config.ts'
import type { Measure } from './measure.ts'

const short = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2)

/** The measures as a table of Markdown. */
export function tableOf(measures: readonly Measure[]): string {
  const lines = measures.map((each) => {
    const unit = each.unit === 'ms' ? 'ms' : '/s'
    const size = each.size.toLocaleString('en-US')
    const p95 = each.oursP95 === undefined ? '–' : `${short(each.oursP95)} / ${short(each.bareP95)}`
    const ratio = each.ratio === null ? '–' : `${each.ratio.toFixed(2)}×`
    const http = each.bareHttp === null ? '–' : `${short(each.bareHttp)} ${unit}`
    const ratioHttp = each.ratioHttp === null ? '–' : `${each.ratioHttp.toFixed(2)}×`
    return `| ${each.name} | ${size} | ${short(each.ours)} ${unit} | ${short(each.bare)} ${unit} | ${p95} | ${ratio} | ${http} | ${ratioHttp} |`
  })
  return [
    '| what | persons | ours (median) | bare driver | p95 ours / bare, ms | ours / bare | bare behind HTTP | ours / bare behind HTTP |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...lines,
  ].join('\n')
}

const path = join(root, 'docs', 'performance.md')
const [begin, end] = ['<!-- measured: written by `npm run bench` -->', '<!-- end of measured -->']

/** Puts the table of a full run between the marks of `docs/performance.md`; the words around it stay. */
export async function writeDocument(measures: readonly Measure[]): Promise<void> {
  const text = await readFile(path, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error('docs/performance.md has lost the marks of its table')
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.versions.node}`
  const day = new Date().toISOString().slice(0, 10)
  const table = `${begin}\n\nMeasured ${day} on ${machine}.\n\n${tableOf(measures)}\n\n`
  await writeFile(path, text.slice(0, from) + table + text.slice(to))
}
