// What a drill has come to, as a file that the one who started it reads.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface DrillReport {
  readonly figures: Readonly<Record<string, number>>;
  /** What went wrong; nothing: all is well. */
  readonly faults: readonly string[];
}

export function writeReport(file: string | undefined, report: DrillReport): void {
  if (file !== undefined) writeFileSync(file, JSON.stringify(report));
}

/** A drill that has left no report did not get to its end. */
export function readReport(file: string): DrillReport {
  if (!existsSync(file)) return { figures: {}, faults: ['It did not get to its end.'] };
  return JSON.parse(readFileSync(file, 'utf8')) as DrillReport;
}

/** One table of several drills, in Markdown. */
export function tableOf(reports: ReadonlyMap<string, DrillReport>): string {
  const names = [...new Set([...reports.values()].flatMap(({ figures }) => Object.keys(figures)))];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const figure = ({ figures }: DrillReport, name: string) => figures[name]?.toLocaleString('en-GB') ?? '';
  return [
    row(['', ...reports.keys()]),
    row(['---', ...[...reports.keys()].map(() => '--:')]),
    ...names.map((name) => row([name, ...[...reports.values()].map((report) => figure(report, name))])),
    row(['**Faults**', ...[...reports.values()].map(({ faults }) => `**${faults.length}**`)]),
  ].join('\n');
}
