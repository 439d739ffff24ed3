import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findWholeChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { root, say } from './run.ts';

// The pictures by which a system shows Talkan as an app: `node scripts/app-pictures.ts`, after a build. What they show is made from
// favicon.svg and from the board of a first start; they are kept in the repository beside the manifest that names them.

const out = path.join(root, 'apps', 'web', 'public', 'icons');
const TEAL = '#005c5b';
const PAPER = '#fafdfc';

interface Page {
  goto(url: string): Promise<unknown>;
  setContent(html: string): Promise<void>;
  screenshot(options: { path: string; omitBackground?: boolean }): Promise<unknown>;
  getByLabel(name: string, options?: { exact: boolean }): { fill(text: string): Promise<void> };
  getByRole(role: string, options: { name: string | RegExp }): { click(): Promise<void>; waitFor(): Promise<void> };
  waitForTimeout(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}
interface Browser {
  newPage(options: object): Promise<Page>;
  close(): Promise<void>;
}
interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}

interface Icon {
  readonly name: string;
  readonly size: number;
  /** How much of its side the sign takes. */
  readonly part: number;
  /** Of its corners, in parts of its side; `null`: there is no ground under the sign. */
  readonly radius: number | null;
}

const ICONS: readonly Icon[] = [
  { name: 'icon-192', size: 192, part: 0.68, radius: 0.22 },
  { name: 'icon-512', size: 512, part: 0.68, radius: 0.22 },
  // Cut to a circle or whatever a system likes: the sign stays within the inner four fifths.
  { name: 'maskable-512', size: 512, part: 0.56, radius: 0 },
  { name: 'apple-touch-icon', size: 180, part: 0.64, radius: 0 },
  // Only where it is opaque counts.
  { name: 'monochrome-512', size: 512, part: 0.72, radius: null },
];

async function drawIcons(browser: Browser): Promise<void> {
  const favicon = readFileSync(path.join(root, 'apps', 'web', 'public', 'favicon.svg'), 'utf8');
  const [bubble = '', lanes = ''] = [...favicon.matchAll(/ d="([^"]+)"/g)].map(([, shape]) => shape);
  for (const { name, size, part, radius } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const side = size * part;
    const ground = radius === null ? '' : `background:${TEAL};border-radius:${size * radius}px`;
    // Optically in the middle: the tail of the bubble weighs little.
    await page.setContent(`<body style="margin:0"><div style="display:grid;place-items:center;height:${size}px;${ground}">
      <svg width="${side}" height="${side}" viewBox="0 0 28 28" style="translate:0 ${side * 0.02}px">
        <mask id="cut"><rect width="28" height="28" fill="#fff"/>
          <path d="${lanes}" stroke="#000" stroke-width="2.4" stroke-linecap="round" fill="none"/></mask>
        <path d="${bubble}" fill="${PAPER}" mask="url(#cut)"/>
      </svg></div></body>`);
    await page.screenshot({ path: path.join(out, `${name}.png`), omitBackground: true });
    await page.close();
  }
}

const SCREENS = [
  { name: 'wide', options: { viewport: { width: 1280, height: 800 } } },
  {
    name: 'narrow',
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
];

async function drawScreens(browser: Browser, url: string): Promise<void> {
  for (const { name, options } of SCREENS) {
    const page = await browser.newPage({ ...options, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB' });
    await page.goto(url);
    await page.getByLabel('Username').fill('user');
    await page.getByLabel('Password', { exact: true }).fill('password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Dismiss until the next visit' }).click();
    await page.waitForTimeout(3000);
    await page.screenshot({ path: path.join(out, `screen-${name}.png`) });
    await page.close();
  }
}

/** A server as a first start finds it, for as long as `use` takes. */
async function withServer(use: (url: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'talkan-pictures-'));
  const port = await freePort();
  const server = spawn(process.execPath, [path.join(root, 'apps', 'server', 'dist', 'main.js')], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: `file:${path.join(folder, 'talkan.db')}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (text: Buffer) => text.includes('Talkan is ready') && resolve());
      server.once('exit', () => reject(new Error('The server did not start. Has it been built?')));
    });
    await use(`http://127.0.0.1:${port}`);
  } finally {
    server.removeAllListeners('exit').kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const require = createRequire(import.meta.url);
const { chromium } = require(path.join(root, 'e2e', 'node_modules', '@playwright', 'test')) as Playwright;
const executablePath = findWholeChromium();
if (executablePath === null) throw new Error('There is no Chromium to draw with.');
const browser = await chromium.launch({ executablePath });
mkdirSync(out, { recursive: true });
await drawIcons(browser);
await withServer((url) => drawScreens(browser, url));
await browser.close();
say(`Drawn: ${out}`);
