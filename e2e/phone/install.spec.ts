import { boardOn, layOut } from '../support/board.js';
import { chatOn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';

test('the browser finds an app that it can install, and its shortcuts lead to the field that they promise', async ({
  visit,
  person,
  isMobile,
}) => {
  await layOut(person, { Left: ['One'], Right: [] });
  const page = await visit(person, { path: '/?do=new-card', worker: true });
  await expect(boardOn(page).lane('Left').getByRole('textbox', { name: /card/ })).toBeFocused();
  const session = await page.context().newCDPSession(page);
  const { errors, data, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The pages of a test are all private ones.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const manifest = JSON.parse(data ?? '') as Record<'icons' | 'screenshots', { src: string; type: string }[]>;
  const pictures = [
    ...manifest.icons,
    ...manifest.screenshots,
    { src: '/icons/apple-touch-icon.png', type: 'image/png' },
  ];
  for (const { src, type } of pictures) {
    const picture = await page.request.get(new URL(src, url).href);
    expect(picture.headers()['content-type'], src).toContain(type);
  }
  const account = page.getByRole('button', { name: 'Account' });
  await account.tap();
  await expect(page.getByRole('menuitem', { name: 'Change password' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Install Talkan' })).toBeHidden();
  await page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => Reflect.set(globalThis, 'talkanPrompted', true),
    });
    dispatchEvent(event);
  });
  await page.getByRole('menuitem', { name: 'Install Talkan' }).tap();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'talkanPrompted'))).toBe(true);
  await page.goto('/?do=ask');
  await expect(chatOn(page, { isMobile }).field).toBeFocused();
  await page.reload();
  await expect(boardOn(page).card('One')).toBeVisible();
  await expect(chatOn(page, { isMobile }).panel).toBeHidden();
});
