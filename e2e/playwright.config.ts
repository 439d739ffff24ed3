import { defineConfig } from '@playwright/test';
import { findChromium } from '../scripts/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  // Twice the cores of a small machine: tests wait a good deal, for each other's pages and for servers that start again.
  workers: 4,
  // Who works on it finds out at once. Where nobody can look, a second try tells a fault from a machine that held its breath; the tests end
  // with the names of those that needed it.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  // Six times what an idle machine takes, and more: another may be a third as fast, and have others at work on it.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    locale: 'en-GB',
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // A page lives for seconds: compiling it once more, to be quicker for an hour, would take a twentieth of all the time.
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      args: ['--font-render-hinting=none', '--js-flags=--no-opt --no-maglev'],
    },
  },
  // A test with a tag would only show on the other screen once more what it has shown on one.
  projects: [
    {
      name: 'desktop',
      testMatch: ['desktop/*.spec.ts', 'everywhere/*.spec.ts', 'pictures/*.spec.ts'],
      grepInvert: /@phone/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: ['phone/*.spec.ts', 'everywhere/*.spec.ts', 'pictures/*.spec.ts'],
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
