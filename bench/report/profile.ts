import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableOf } from './table.ts';

/** As Node writes it with `--cpu-prof`. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** Microseconds between a sample and the one before. */
  readonly timeDeltas: readonly number[];
}

interface SelfTime {
  readonly name: string;
  readonly place: string;
  readonly ms: number;
}

const SHOWN = 25;
const root = path.join(import.meta.dirname, '..', '..');

/** The time that each function has taken itself, without what it has called; the longest first. */
export function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): readonly SelfTime[] {
  const spent = new Map<number, number>();
  for (const [index, id] of samples.entries()) spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  const functions = new Map<string, SelfTime>();
  for (const { id, callFrame } of nodes) {
    const { functionName, url, lineNumber } = callFrame;
    if (functionName === '(idle)') continue;
    const name = functionName === '' ? '(anonymous)' : functionName;
    const place = url === '' ? '' : `${placeOf(url)}:${lineNumber + 1}`;
    const ms = (functions.get(`${name} ${place}`)?.ms ?? 0) + (spent.get(id) ?? 0) / 1_000;
    functions.set(`${name} ${place}`, { name, place, ms });
  }
  return [...functions.values()].toSorted((a, b) => b.ms - a.ms);
}

/** Where the CPU time of the server in this folder went, start and warm-up included; null where no profile was written. */
export function profileTable(name: string, folder: string): string | null {
  const file = readdirSync(folder).find((entry) => entry.endsWith('.cpuprofile'));
  if (file === undefined) return null;
  const all = selfTimes(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CpuProfile);
  const total = all.reduce((sum, { ms }) => sum + ms, 0);
  const rows = all
    .slice(0, SHOWN)
    .map((each) => [`${((each.ms / total) * 100).toFixed(1)} %`, each.ms.toFixed(0), each.name, each.place]);
  return `#### ${name}: CPU time of its own, by function\n\n${tableOf(['share', 'ms', 'function', 'where'], rows)}\n`;
}

function placeOf(url: string): string {
  if (!url.startsWith('file:')) return url;
  const file = path.relative(root, fileURLToPath(url));
  // Only the package’s own part of where a package manager keeps it.
  return file.replace(/^.*node_modules\//, '');
}
