// Kills the server in the middle of its work: `node --import ./e2e/drill/hooks.ts e2e/drill/kill/main.ts <report>`.
import { writeFileSync } from 'node:fs';
import { killBackingUp } from './backups.ts';
import { killWriting } from './kill.ts';
import { killMigrating } from './migrations.ts';

const [, , report] = process.argv;
const number = (name: string, otherwise: number) => Number(process.env[name] ?? '') || otherwise;
const seed = number('DRILL_SEED', 1 + (Date.now() % 1_000_000));
const say = (line: string) => process.stdout.write(`${line}\n`);

const kills = number('DRILL_KILLS', 50);
say(`8 writers, ${kills} kills, and more in the middle of migrations and backups; the same again: DRILL_SEED=${seed}`);
const summaries = [
  await killWriting({ seed, writers: 8, kills, pause: 60 }),
  await killMigrating({ seed, rounds: Math.ceil(kills / 4), changes: 150_000 }),
  await killBackingUp({ seed, kills: Math.ceil(kills / 4), changes: 150_000 }),
];
const figures = Object.assign({}, ...summaries.map((summary) => summary.figures)) as Record<string, number>;
const faults = summaries.flatMap((summary) => summary.faults);
for (const [name, figure] of Object.entries(figures)) say(`  ${name}: ${figure}`);
for (const fault of faults.slice(0, 20)) say(`  ✗ ${fault}`);
if (report !== undefined) writeFileSync(report, JSON.stringify({ figures, faults }));
process.exit(faults.length === 0 ? 0 : 1);
