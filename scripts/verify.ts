// All that must hold before a change goes in: static checks, tests, build, the server as it is shipped, a real browser.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.ts';
import { addTallies, describeTally, tallyCheck, tallyPlaywright, tallyVitest, type Tally } from './results.ts';
import { root, run, say, type Command } from './run.ts';

interface Step {
  readonly name: string;
  readonly tally: Tally;
}

const TROUBLE_LINES = 25;

const reports = mkdtempSync(path.join(tmpdir(), 'talkan-verify-'));
const steps: Step[] = [];

function step(name: string, work: () => Tally): boolean {
  say(`\n── ${name}`);
  const tally = work();
  steps.push({ name, tally });
  return tally.failed === 0;
}

function check(name: string, command: Command): boolean {
  return step(name, () => tallyCheck(run(command)));
}

function vitest(name: string, paths: readonly string[]): boolean {
  return step(name, () => {
    const report = path.join(reports, `${name}.json`);
    const args = ['run', ...paths, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    return tallyVitest({ succeeded: run({ command: 'vitest', args }), report });
  });
}

function endToEnd(): void {
  if (!existsSync(path.join(root, 'e2e', 'playwright.config.ts'))) return;
  step('browser', () => {
    const chromium = findChromium();
    if (chromium === null) {
      say(
        'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again.',
      );
      return tallyCheck(false);
    }
    say(`Testing with ${chromium}`);
    const report = path.join(reports, 'browser.json');
    const succeeded = run({
      command: path.join(root, 'e2e', 'node_modules', '.bin', 'playwright'),
      args: ['test', '--reporter=list,json'],
      cwd: path.join(root, 'e2e'),
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    return tallyPlaywright({ succeeded, report });
  });
}

function shorten(trouble: string): string {
  const lines = trouble.split('\n').filter((line) => !line.includes('/node_modules/'));
  return lines.slice(0, TROUBLE_LINES).join('\n');
}

check('format', { command: 'oxfmt', args: ['--check'] });
// First: the lint knows other packages by the types that are built here.
check('types', { command: 'pnpm', args: ['run', 'types'] });
check('lint', { command: 'oxlint', args: ['--type-aware', '--deny-warnings'] });
check('unused code', { command: 'knip', args: [] });
// The server's tests and those in a browser test what was built; without it there would be nothing to learn from them.
const isBuilt = check('build', { command: 'pnpm', args: ['run', 'build'] });
// In one run: while the server's wait for their processes, the others have work to do.
vitest('unit', ['packages', 'bench', isBuilt ? 'apps' : 'apps/web']);
if (isBuilt) endToEnd();

const total = addTallies(steps.map(({ tally }) => tally));
// Once more, for whoever reads only the end.
for (const trouble of total.troubles) say(`\n✗ ${shorten(trouble)}`);
say('');
for (const { name, tally } of steps) say(`${tally.failed === 0 ? '✓' : '✗'} ${name}: ${describeTally(tally)}`);
say(describeTally(total));

// For whoever wants the numbers alone.
const resultFile = process.env['TALKAN_RESULTS'];
if (resultFile) writeFileSync(resultFile, `${describeTally(total)}\n`);
rmSync(reports, { recursive: true, force: true });
process.exitCode = total.failed === 0 ? 0 : 1;
