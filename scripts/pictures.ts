// Takes the reference pictures anew: all of them and those in docs, or only those of some groups (`npm run pictures -- board card`).
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.ts';
import { root, run, say } from './run.ts';

const groups = process.argv.slice(2);
const reference = path.join(root, 'e2e', 'pictures', 'reference');
const folder = mkdtempSync(path.join(tmpdir(), 'talkan-pictures-'));
const taken = path.join(folder, 'taken.txt');

function take(chromium: string): boolean {
  const specs = groups.length > 0 ? groups.map((group) => `/e2e/pictures/${group}.spec.ts`) : ['/e2e/pictures/'];
  writeFileSync(taken, '');
  return run({
    command: path.join(root, 'e2e', 'node_modules', '.bin', 'playwright'),
    args: ['test', ...specs],
    cwd: path.join(root, 'e2e'),
    env: { CHROMIUM_PATH: chromium, PICTURES: 'update', PICTURES_TAKEN: taken },
  });
}

/** Of states that there are no more. */
function removeOthers(): void {
  const names = new Set(readFileSync(taken, 'utf8').split('\n'));
  const files = (groups.length > 0 ? groups : ['*']).flatMap((group) =>
    globSync(`${group}/*.webp`, { cwd: reference }),
  );
  for (const file of files) {
    if (!names.has(file.replaceAll(path.sep, '/').replace(/\.webp$/, ''))) rmSync(path.join(reference, file));
  }
}

const chromium = findChromium();
if (chromium === null) {
  say(
    'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again.',
  );
  process.exitCode = 1;
} else if (take(chromium)) {
  removeOthers();
} else {
  process.exitCode = 1;
}
rmSync(folder, { recursive: true, force: true });
