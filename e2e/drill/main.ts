// Many clients on one board, over bad lines: `node --import ./e2e/drill/hooks.ts e2e/drill/main.ts <processes> <report>`.
import { writeFileSync } from 'node:fs';
import { drill } from './drill.ts';

const [, , processes, report] = process.argv;
const number = (name: string, otherwise: number) => Number(process.env[name] ?? '') || otherwise;
const seed = number('DRILL_SEED', 1 + (Date.now() % 1_000_000));
const options = {
  seed,
  clients: number('DRILL_CLIENTS', 32),
  watchers: 8,
  processes: processes === '2' ? 2 : 1,
  restarts: 6,
  seconds: number('DRILL_SECONDS', 60),
  actions: Number.POSITIVE_INFINITY,
  pause: 700,
} as const;
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`${options.clients} clients for ${options.seconds} s; the same again: DRILL_SEED=${seed}`);
const { summary } = await drill(options);
for (const [name, figure] of Object.entries(summary.figures)) say(`  ${name}: ${figure}`);
for (const fault of summary.faults.slice(0, 20)) say(`  ✗ ${fault}`);
if (report !== undefined) writeFileSync(report, JSON.stringify(summary));
process.exit(summary.faults.length === 0 ? 0 : 1);
