import type { Page } from '@playwright/test';
import { german } from '@talkan/words/de';
import { layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand } from '../support/gestures.js';

/** What is only said in English: the same words are other ones in German. */
const ENGLISH = new Set(
  Object.entries(german).flatMap(([key, entry]) =>
    typeof entry === 'string' && entry !== key && /^\p{Lu}/u.test(key) && !key.includes('{') ? [key] : [],
  ),
);

/** A column of the first board, by the name that people gave it. */
const ARCHIVED = 'Done';

/** The texts and names on the page that are said in English. */
async function englishOn(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    return [...texts, document.title].map((text) => text.trim());
  });
  return [...new Set(said)].filter((text) => ENGLISH.has(text) && text !== ARCHIVED);
}

test('says nothing in English to whoever reads German @desktop', async ({ visit, person }) => {
  await layOut(person, { Planung: ['Fahrplan', 'Preise'], Fertig: [] });
  const page = await visit(person, { context: { locale: 'de-DE' } });
  const look = async (name: string) => {
    expect(await englishOn(page), name).toEqual([]);
  };
  await expect(page.getByRole('button', { name: 'Karte hinzufügen' }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await look('board');
  await page.getByRole('button', { name: 'Aktionen für die Spalte Planung' }).click();
  await look('menu of a column');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Konto' }).click();
  await look('menu of the account');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /Fahrplan/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('button', { name: 'Priorität hinzufügen' }).click();
  await page.getByRole('menuitemradio', { name: 'Hoch' }).click();
  await page.getByRole('button', { name: 'Fälligkeit hinzufügen' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await look('card and calendar');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeVisible();
  await look('palette');
  await page.keyboard.press('Escape');
  for (const path of ['/history', '/archive', '/members', '/settings']) {
    await page.goto(new URL(page.url()).pathname.replace(/(\/b(?:oards)?\/[^/]+).*/, '$1') + path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await look(path);
  }
  await page.goto('/boards');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look('home');
});

test('tells what was done, and why not, in German, and leaves English to whoever reads that @desktop', async ({
  visit,
  person,
  request,
}) => {
  await layOut(person, { Planung: ['Fahrplan'], Fertig: [] });
  const page = await visit(person, { context: { locale: 'de-AT' } });
  const card = page.getByRole('link', { name: /Fahrplan/ });
  await expectHand(page);
  await card.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+z');
  await expect(
    page.getByText(/^Rückgängig gemacht: .*„Fahrplan“ von „Planung“ nach „Fertig“ verschoben\./),
  ).toBeVisible();
  const wrong = { username: person.username, password: 'nothing at all' };
  for (const [language, message] of [
    ['de', 'Benutzername oder Passwort stimmt nicht.'],
    ['fr, en;q=0.5', 'The user name or the password is not right.'],
  ] as const) {
    const answer = await request.post('/api/auth/login', { data: wrong, headers: { 'accept-language': language } });
    expect(await answer.json()).toMatchObject({ error: { message } });
  }
});
