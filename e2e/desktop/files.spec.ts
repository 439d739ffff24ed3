import type { Page } from '@playwright/test';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

const RUNS =
  '<script>document.title = "run"; fetch("/trpc/boards.list").then(() => { document.title = "read" })</script>';
const PIXEL = 'R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

/** From within the page, as the app would; the address of what was kept. */
function upload(page: Page, boardId: string, { name, base64 }: { name: string; base64: string }): Promise<string> {
  return page.evaluate(
    async ([boardId, name, base64]) => {
      const body = Uint8Array.from(atob(base64 ?? ''), (sign) => sign.charCodeAt(0));
      const path = `/files/${boardId ?? ''}`;
      const answer = await fetch(`${path}?name=${encodeURIComponent(name ?? '')}`, { method: 'POST', body });
      const { id } = (await answer.json()) as { id: string };
      return `${path}/${id}/${encodeURIComponent(name ?? '')}`;
    },
    [boardId, name, base64],
  );
}
const encode = (text: string) => Buffer.from(text).toString('base64');

for (const [name, text] of [
  ['page.html', `<!doctype html><title>still</title>${RUNS}`],
  ['drawing.svg', `<svg xmlns="http://www.w3.org/2000/svg"><title>still</title>${RUNS}</svg>`],
  ['fun.gif', `GIF89a/*${RUNS}`],
  ['bill.pdf', `%PDF-1.7\n${RUNS}`],
] as const) {
  test(`opening ${name} from a card downloads it, and nothing in it runs`, async ({ visit, person, troubles }) => {
    troubles.expect(/net::ERR_ABORTED/);
    const page = await visit(person);
    await expect(boardOn(page).lane('Backlog')).toBeVisible();
    const address = await upload(page, person.boardId, { name, base64: encode(text) });
    const download = page.waitForEvent('download');
    // A navigation that becomes a download ends as none.
    await page.evaluate((to) => location.assign(to), address);
    expect((await download).suggestedFilename()).toBe(name);
    await expect(page).toHaveTitle(/Talkan$/);
  });
}

test('a picture can be looked at, in the page and by itself, and what hides in it does not run', async ({
  visit,
  person,
  troubles,
}) => {
  // What this suite itself runs in each page, to hear of its troubles, does not run there either.
  troubles.expect(/Blocked script execution/);
  const page = await visit(person);
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  const base64 = Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.from(RUNS)]).toString('base64');
  const address = await upload(page, person.boardId, { name: 'dot.gif', base64 });
  const width = await page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return image.naturalWidth;
  }, address);
  expect(width).toBe(1);
  await page.goto(address);
  await expect(page.locator('img')).toHaveCount(1);
  expect(await page.title()).not.toMatch(/^(run|read)$/);
  expect(await page.evaluate(() => origin)).toBe('null');
});

test('no other site can show it', async ({ visit, person, home, troubles }) => {
  troubles.expect(/./);
  const page = await visit(person);
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  const address = await upload(page, person.boardId, { name: 'dot.gif', base64: PIXEL });
  const stranger = await page.context().newPage();
  await stranger.route('http://stranger.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<img src="${home.server.url}${address}">` }),
  );
  await stranger.goto('http://stranger.test/');
  expect(await stranger.evaluate(() => document.images[0]?.naturalWidth)).toBe(0);
});
