// Takes the reference pictures anew: all of them and those in docs, or only those of some groups (`npm run pictures -- board card`).
import { rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.ts';
import { root, run, say } from './run.ts';

const groups = process.argv.slice(2);
const folder = path.join(root, 'e2e', 'pictures');
const chromium = findChromium();

if (chromium === null) {
  say(
    'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again.',
  );
  process.exitCode = 1;
} else {
  for (const group of groups.length > 0 ? groups : ['']) {
    rmSync(path.join(folder, 'reference', group), { recursive: true, force: true });
  }
  const specs = groups.length > 0 ? groups.map((group) => `/e2e/pictures/${group}.spec.ts`) : ['/e2e/pictures/'];
  const succeeded = run({
    command: path.join(root, 'e2e', 'node_modules', '.bin', 'playwright'),
    args: ['test', ...specs],
    cwd: path.join(root, 'e2e'),
    env: { CHROMIUM_PATH: chromium, PICTURES: 'update' },
  });
  process.exitCode = succeeded ? 0 : 1;
}
