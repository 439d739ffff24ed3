import { readdirSync, readFileSync } from 'node:fs';

/** What a server and all that it has started use. Only Linux tells; elsewhere it is NaN. */
export interface Usage {
  /** Milliseconds of CPU time so far, in user and system mode. */
  readonly cpuMs: number;
  /** Resident memory, in MB. */
  readonly rssMb: number;
}

const TICK_MS = 10;

export function usageOf(pid: number): Usage {
  try {
    const used = treeOf(pid).map((member) => ({ cpuMs: cpuOf(member), rssMb: rssOf(member) }));
    return {
      cpuMs: used.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      rssMb: used.reduce((sum, { rssMb }) => sum + rssMb, 0),
    };
  } catch {
    return { cpuMs: Number.NaN, rssMb: Number.NaN };
  }
}

function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = Number(fieldsOf(entry)[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [root];
  for (const member of tree) tree.push(...(children.get(member) ?? []));
  return tree;
}

/** The fields of /proc/<pid>/stat after the name, which may hold spaces; none where the process has just ended. */
function fieldsOf(pid: number | string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

/** Its own time and that of the children that it has waited for. */
function cpuOf(pid: number): number {
  const ticks = fieldsOf(pid).slice(11, 15).map(Number);
  return ticks.reduce((sum, count) => sum + count, 0) * TICK_MS;
}

function rssOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  return (Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024) / 1e6;
}
