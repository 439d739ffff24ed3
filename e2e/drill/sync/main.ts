// Traces what the server asks of the kernel: `node --import ./e2e/drill/hooks.ts e2e/drill/sync/main.ts <report>`.
import { writeFileSync } from 'node:fs';
import type { Summary } from '../summary.ts';
import { hasStrace, traceSyncs } from './sync.ts';

const MISSING =
  'Not done: strace is not there. Install it (Debian and Ubuntu: apt-get install strace; it runs on Linux only) and run the drill again.';
const [, , report] = process.argv;
const say = (line: string) => process.stdout.write(`${line}\n`);

const { figures, faults }: Summary = hasStrace()
  ? (await traceSyncs({ single: 20, crowds: 10 })).summary
  : { figures: {}, faults: [MISSING] };
for (const [name, figure] of Object.entries(figures)) say(`  ${name}: ${figure}`);
for (const fault of faults.slice(0, 20)) say(`  ✗ ${fault}`);
if (report !== undefined) writeFileSync(report, JSON.stringify({ figures, faults }));
process.exit(faults.length === 0 ? 0 : 1);
