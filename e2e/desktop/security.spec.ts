import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

test('the page carries the headers that keep strangers out', async ({ visit, person }) => {
  const page = await visit(person);
  const response = await page.reload();
  const headers = response?.headers() ?? {};
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});

test('a script within the page is not run, and this suite would hear of it', async ({ visit, person, troubles }) => {
  const page = await visit(person);
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    document.body.append(script);
  });
  await expect(page).toHaveTitle('Product roadmap · Talkan');
  await expect.poll(() => troubles.unexpected().join()).toContain('policy was violated: script-src');
  troubles.expect(/Content Security Policy|policy was violated/);
});

test('no other page can frame it, nor act with its cookie', async ({ visit, person, home, troubles }) => {
  troubles.expect(/./);
  const page = await visit(person);
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  // The same machine under another name is another site.
  const stranger = await page.context().newPage();
  await stranger.route('http://stranger.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${home.server.url}/"></iframe>` }),
  );
  await stranger.goto('http://stranger.test/');
  const frame = stranger.frames()[1];
  await expect.poll(() => frame?.url()).toContain('chrome-error');
  const sent = await stranger.evaluate(async (url) => {
    const body = JSON.stringify({ current: 'a', next: 'b' });
    const options = { method: 'POST', mode: 'no-cors', credentials: 'include', body } as const;
    return fetch(`${url}/trpc/auth.logout`, options).then(
      () => 'answered',
      () => 'failed',
    );
  }, home.server.url);
  expect(['answered', 'failed']).toContain(sent);
  await page.reload();
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
});
