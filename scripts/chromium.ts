import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, run, say } from './run.ts';

/** Chromium without windows: it takes two thirds of the time, and does all that nearly all tests need. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium.exe',
  'chrome.exe',
];
const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const DOWNLOAD_MS = 5 * 60_000;

/**
 * The path of a Chromium to test with: CHROMIUM_PATH, an installed one, Playwright's own (fetched if need be), or, as root on Debian,
 * the distribution's package. Null where none can be had.
 */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : null;
  return inPath(SHELLS) ?? findWholeChromium();
}

/** The same, for what Chromium does only where it has windows. */
export function findWholeChromium(): string | null {
  return installed() ?? playwrights() ?? download() ?? debians();
}

function installed(): string | null {
  const named = process.env['CHROMIUM_PATH'] ?? '';
  if (existsSync(named) && !SHELLS.includes(path.basename(named))) return named;
  return inPath(BROWSERS) ?? PLACES.find((place) => existsSync(place)) ?? null;
}

function inPath(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

function playwrights(): string | null {
  const require = createRequire(import.meta.url);
  try {
    const { chromium } = require(path.join(root, 'e2e', 'node_modules', '@playwright', 'test')) as {
      chromium: { executablePath(): string };
    };
    const file = chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

function download(): string | null {
  say('No Chromium or Chrome is installed: fetching Playwright’s own.');
  const command = path.join(root, 'e2e', 'node_modules', '.bin', 'playwright');
  run({ command, args: ['install', 'chromium'], timeoutMs: DOWNLOAD_MS });
  return playwrights();
}

function debians(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('Installing the package “chromium” with apt-get.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run({ command: 'apt-get', args: ['update', '-q'], env });
  run({ command: 'apt-get', args: ['install', '-q', '-y', '--no-install-recommends', 'chromium'], env });
  return installed();
}
