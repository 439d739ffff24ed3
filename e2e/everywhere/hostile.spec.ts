import { says } from '@talkan/api/chat/testing/replies';
import { boardOn, layOut } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';

const HTML = '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script>';
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(11);
const RTL = 'שלום עולם \u202Eevil\u202C مرحبا';
const EMOJI = '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(12);
const TITLES = [HTML, LONG, RTL, EMOJI, '${alert(1)} {{7*7}} %s %n', 'javascript:alert(1)', '__proto__'];

test('titles are shown as they are and do nothing, on the board, in the card and in the chat', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  await layOut(person, { [HTML.slice(0, 60)]: TITLES, [LONG.slice(0, 120)]: [] });
  const page = await visit(person);
  const board = boardOn(page);
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(TITLES);
  await expect(page).toHaveTitle('Product roadmap · Talkan');
  await expect(page.locator('main img, main script')).toHaveCount(0);
  // No title pushes the page, its lane or its card apart.
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, body, article, section[data-lane] > div, nav, header')]
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'auto',
      )
      .filter((element) => getComputedStyle(element).overflowX !== 'hidden' || element.matches('html, body'))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(overflow).toEqual([]);

  await page.getByRole('link', { name: LONG }).click();
  await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(LONG);
  const sheet = await board.sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(sheet).toBeLessThanOrEqual(1);
  await page.keyboard.press('Escape');

  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [{ name: 'card_edit', arguments: { cardId: 'RM-9', details: HTML } }], HTML);
  await chat.ask(`Let the details of RM-9 be: ${HTML}`);
  await expect(chat.receipt).toContainText('Changed the details of RM-9');
  await expect(chat.log.locator('img, script')).toHaveCount(0);
  expect(await chat.panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  await expect(page).toHaveTitle('Product roadmap · Talkan');
});

test('an answer stays within the panel, whatever its words, and each part of it is read from its own side', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(says(`${LONG}\n\n${RTL}\n\n- ${RTL}\n\n\`\`\`\n${LONG}\n\`\`\``));
  await chat.ask(`What of ${LONG}?`);
  await expect(chat.log.getByRole('button', { name: 'Copy as Markdown' })).toBeInViewport({ ratio: 1 });
  expect(await chat.log.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  for (const part of [chat.log.getByRole('list'), chat.log.getByText(RTL).first()]) {
    await expect(part).toHaveCSS('direction', 'rtl');
  }
  await expect(chat.log.getByText(LONG).first()).toHaveCSS('direction', 'ltr');
});

test('what is typed comes back letter for letter, whatever it is @desktop', async ({ visit, person }) => {
  await layOut(person, { Left: [], Right: [] });
  const page = await visit(person);
  const board = boardOn(page);
  await board.lane('Left').getByRole('button', { name: 'Add card' }).last().click();
  for (const title of TITLES) {
    await page.getByRole('textbox', { name: 'Title of a new card in Left' }).fill(title);
    await page.keyboard.press('Enter');
  }
  await expect(board.titles('Left')).toHaveCount(TITLES.length);
  await expect
    .poll(async () =>
      (await person.caller.boards.get({ boardId: person.boardId })).cards.map((card) => card.title).toSorted(),
    )
    .toEqual(TITLES.toSorted());
});

test('several lines that are pasted as a title become one @desktop', async ({ visit, person }) => {
  await layOut(person, { Left: ['One'], Right: [] });
  const page = await visit(person);
  await page.getByRole('button', { name: 'Add card to Left' }).click();
  await page.evaluate(() => document.execCommand('insertText', false, 'first\nsecond\r\nthird'));
  await page.keyboard.press('Enter');
  await expect(boardOn(page).titles('Left').last()).toHaveText('first second third');
});
