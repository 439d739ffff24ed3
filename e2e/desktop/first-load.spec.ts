import { gzipSync } from 'node:zlib';
import type { Request } from '@playwright/test';
import { boardOn } from '../support/board.js';
import { expect, signInAs, test } from '../support/fixtures.js';

test.use({ ahead: true });

const KIB = 1024;

test('the board page loads at most 150 KB of JavaScript, compressed, and nothing from elsewhere', async ({
  visit,
  person,
  home,
}) => {
  // A browser that was never here: what it keeps would be drawn, and the rest fetched, before the board has come.
  const page = await visit(null, { path: '/healthz' });
  await signInAs(page.context(), person, home.server.url);
  const scripts: { readonly url: string; readonly sent: number; readonly gzip: number }[] = [];
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${home.server.url}/`)) elsewhere.push(request.url());
  });
  const measured: Promise<void>[] = [];
  const measure = async (request: Request) => {
    const [response, sizes] = await Promise.all([request.response(), request.sizes()]);
    const body = (await response?.body()) ?? Buffer.alloc(0);
    scripts.push({ url: request.url(), sent: sizes.responseBodySize, gzip: gzipSync(body, { level: 9 }).length });
  };
  const first = new Set<Request>();
  let isBoardAsked = false;
  let files = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'script') files += 1;
    if (request.url().includes('/trpc/boards.get')) isBoardAsked = true;
    // What is only asked for once the board is on its way keeps nobody waiting.
    if (request.resourceType() === 'script' && !isBoardAsked) first.add(request);
  });
  const listen = (request: Request) => {
    if (first.has(request)) measured.push(measure(request));
  };
  page.on('requestfinished', listen);
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Assistant' })).toContainText('Talk to your board');
  // What is wanted at one time is one file: a browser asks for six at a time. Where the page is slow, what it fetches ahead is among them.
  expect(files).toBeLessThanOrEqual(40);
  // What comes later is no part of it, and must not be asked for when the page is gone.
  page.off('requestfinished', listen);
  await Promise.all(measured);
  expect(scripts.length).toBeGreaterThan(0);
  const total = (size: 'sent' | 'gzip') => scripts.reduce((sum, script) => sum + script[size], 0);
  expect(total('gzip')).toBeLessThanOrEqual(150 * KIB);
  // It is sent as small as that, too.
  expect(total('sent')).toBeLessThanOrEqual(total('gzip') * 1.02);
  expect(elsewhere).toEqual([]);
});

test('the board comes by itself, from bytes that are made and compressed once for everybody', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const asked = page.waitForResponse((response) => response.url().includes('boards.get'));
  await page.reload();
  const response = await asked;
  expect(response.url()).toContain('/trpc/boards.get?');
  expect(response.headers()['content-encoding']).toBe('br');
});

test('files of the page are kept by the browser for good, and the page itself is asked for anew', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  const urls = await page
    .locator('script[src], link[rel=stylesheet]')
    .evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
    );
  expect(urls.length).toBeGreaterThan(1);
  for (const url of urls) {
    const headers = (await page.request.get(url)).headers();
    expect(headers['cache-control']).toContain('immutable');
  }
  const index = (await page.request.get('/')).headers();
  expect(index['cache-control']).toMatch(/no-cache|no-store/);
});
