// Everything that could lose somebody's work, done on purpose and for longer than a test may take. Each drill checks that nothing was lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.ts';
import { readReport, tableOf, type DrillReport } from './drill-report.ts';
import { root, run, say, type Command } from './run.ts';

const seed = process.env['DRILL_SEED'] || String(1 + (Date.now() % 1_000_000));
const reports = new Map<string, DrillReport>();
const folder = mkdtempSync(path.join(tmpdir(), 'talkan-drills-'));
const { execPath } = process;

/** Runs one drill, which writes its report to the file that it is given. */
function step(name: string, command: (report: string) => Command): void {
  say(`\n── ${name}`);
  const file = path.join(folder, `${reports.size}.json`);
  const { env, ...rest } = command(file);
  const succeeded = run({ ...rest, env: { ...env, DRILL_SEED: seed } });
  const report = readReport(file);
  const isSilent = !succeeded && report.faults.length === 0;
  reports.set(name, isSilent ? { ...report, faults: ['It ended badly.'] } : report);
}

const drill = (file: string) => (report: string) => ({
  command: execPath,
  args: ['--import', './e2e/drill/hooks.ts', file, report],
});
const clients = (processes: number) => (report: string) => ({
  command: execPath,
  args: ['--import', './e2e/drill/hooks.ts', 'e2e/drill/main.ts', String(processes), report],
});

say(`The same again: DRILL_SEED=${seed} npm run drill`);
step('Reloads under pm2', (report) => ({ command: execPath, args: ['scripts/drill-reload.ts', report] }));
step('One process', clients(1));
step('Two processes, one file', clients(2));
step('Kills', drill('e2e/drill/kill/main.ts'));
step('Syncs', drill('e2e/drill/sync/main.ts'));
step('Bad input', drill('e2e/drill/bad-input/main.ts'));
step('Full and read-only disk', (report) => ({
  command: execPath,
  args: ['--import', './e2e/drill/hooks.ts', 'e2e/drill/disk.ts', '3', report],
}));
const chromium = findChromium();
step('Two browsers', (report) => ({
  command: path.join(root, 'e2e', 'node_modules', '.bin', 'playwright'),
  args: ['test', 'desktop/many-hands.spec.ts', '--project=desktop', '--reporter=line'],
  cwd: path.join(root, 'e2e'),
  env: { DRILL_REPORT: report, DRILL_SECONDS: '20', ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }) },
}));

say(`\n${tableOf(reports)}\n`);
for (const [name, { faults }] of reports) for (const fault of faults.slice(0, 20)) say(`✗ ${name}: ${fault}`);
// For whoever wants the numbers alone.
const resultFile = process.env['TALKAN_RESULTS'];
if (resultFile) writeFileSync(resultFile, JSON.stringify(Object.fromEntries(reports)));
rmSync(folder, { recursive: true, force: true });
const faults = [...reports.values()].flatMap((report) => report.faults);
say(faults.length === 0 ? 'Nothing was lost.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
