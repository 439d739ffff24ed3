// Talkan beside what Node and SQLite can do at most: servers side by side, in alternating order, and the goals.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startGenerator } from './load/load.ts';
import { runHeat, type Heat, type Result } from './measure/heat.ts';
import { heatsOf } from './measure/heats.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { heatTable, losses } from './report/heat-table.ts';
import { machineLine } from './report/machine.ts';
import { allServers } from './servers/all.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const options = parse();
const folder = mkdtempSync(path.join(tmpdir(), 'talkan-bench-'));
const machine = machineLine(folder);
try {
  await bench(options);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function parse(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

async function bench({ pace, sizes, connections, only, servers, out }: Options): Promise<void> {
  const wanted = (heat: Heat) => only.length === 0 || only.some((name) => heat.id.split('-')[0] === name);
  const heats = heatsOf({ servers: allServers(), sizes, connections }).filter(wanted);
  const generator = startGenerator();
  const results: Result[] = [];
  for (const heat of heats) {
    const entrants = heat.entrants.filter(({ kind }) => servers.length === 0 || servers.includes(kind.name));
    if (entrants.length === 0) continue;
    results.push(...(await runHeat({ ...heat, entrants }, { generator, folder, pace, nodeArgsOf: () => [] })));
    say(heatTable({ ...heat, entrants }, results));
  }
  generator.stop();
  for (const loss of losses(results)) say(loss);
  say(machine);
  if (out !== null) writeFileSync(out, JSON.stringify({ machine, results }, null, 2));
}
