// Sends all that nobody should: `node --import ./e2e/drill/hooks.ts e2e/drill/bad-input/main.ts <report>`.
import { writeFileSync } from 'node:fs';
import { sendBadInput } from './bad-input.ts';

const [, , report] = process.argv;
const number = (name: string, otherwise: number) => Number(process.env[name] ?? '') || otherwise;
const seed = number('DRILL_SEED', 1 + (Date.now() % 1_000_000));
const say = (line: string) => process.stdout.write(`${line}\n`);

const inputs = number('DRILL_INPUTS', 5_000);
say(`${inputs} bad inputs and some large and slow ones; the same again: DRILL_SEED=${seed}`);
const { figures, faults } = await sendBadInput({ seed, inputs, huge: 15, slow: 30, weighs: true });
for (const [name, figure] of Object.entries(figures)) say(`  ${name}: ${figure}`);
for (const fault of faults.slice(0, 20)) say(`  ✗ ${fault}`);
if (report !== undefined) writeFileSync(report, JSON.stringify({ figures, faults }));
process.exit(faults.length === 0 ? 0 : 1);
