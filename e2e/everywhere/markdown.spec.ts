import type { Person } from '@talkan/api/testing';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedCard } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Right: [] }));

const PATH = '/card/RM-9';

async function write({ caller, boardId }: Person, details: string): Promise<void> {
  await caller.boards.commit({
    boardId,
    changeId: `write-${details.length}`,
    operations: [{ type: 'card.edit', cardId: 'left-1', details }],
  });
}

const EVERYTHING = `# Fares

Fares live in \`fares.ts\` today, so **every** price change _waits_ for ~~a day~~ a deploy: see RM-10, RM-4711 and https://a.example/b.

- Old bookings keep the rule they were sold under
- A rule never applies before its start date

1. First
2. Second

- [x] List every rule in use
- [ ] Migration with a dry run
  - [ ] Migration with a dry run

> Ops sent the child fares.

| Zone | Price |
|:-----|------:|
| A    |  2.40 |

\`\`\`ts
const fare = rules.find((rule) => rule.zone === zone) ?? raise(new Error('There is no rule for this zone.'));
\`\`\`

![A cat](https://a.example/cat.png)
`;

test('details are shown as they are meant, in both looks @desktop', async ({ visit, person }) => {
  await write(person, `${EVERYTHING}\nAsk @${person.username}, not @nobody.`);
  const page = await visit(person, { path: PATH });
  const { sheet } = boardOn(page);
  await expect(sheet.getByRole('heading', { level: 3, name: 'Fares' })).toBeVisible();
  await expect(sheet.getByRole('link', { name: 'RM-10' })).toHaveAttribute('title', 'Two');
  await expect(sheet.getByRole('link', { name: 'RM-4711' })).toBeHidden();
  await expect(sheet.getByRole('link', { name: 'A cat' })).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(sheet.locator('img')).toHaveCount(0);
  await expect(sheet.getByRole('cell', { name: '2.40' })).toBeVisible();
  await expect(sheet.getByText(`@${person.username}`, { exact: true })).toBeVisible();
  await expectAccessible(page, 'details in Markdown');
  await sheet.getByRole('link', { name: 'RM-10' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Two');
});

test('a box ticks in place, that one alone, and stays ticked @phone', async ({ visit, person }) => {
  await write(person, EVERYTHING);
  const page = await visit(person, { path: PATH });
  const { sheet } = boardOn(page);
  const inner = sheet.getByRole('checkbox', { name: 'Migration with a dry run' }).last();
  await inner.check();
  const ticked = EVERYTHING.replace('  - [ ] Migration', '  - [x] Migration');
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe(ticked);
  await page.reload();
  await expect(inner).toBeChecked();
  await expect(sheet.getByRole('checkbox', { name: 'Migration with a dry run' }).first()).not.toBeChecked();
  await inner.focus();
  await page.keyboard.press('Space');
  await expect(inner).not.toBeChecked();
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe(EVERYTHING);
});

test('whoever may only read sees the same and ticks nothing @desktop', async ({ visit, person, home }) => {
  await write(person, EVERYTHING);
  const viewer = await home.app.member(person.boardId, 'viewer');
  const page = await visit(viewer, { path: `/b/${person.boardId}/RM-9` });
  const { sheet } = boardOn(page);
  await expect(sheet.getByRole('heading', { name: 'Fares' })).toBeVisible();
  await expect(sheet.getByRole('checkbox', { name: 'List every rule in use' })).toBeDisabled();
  await expect(sheet.getByRole('button', { name: 'Edit details' })).toBeHidden();
  await sheet.getByText('Old bookings').click();
  await expect(sheet.getByRole('textbox', { name: 'Details' })).toBeHidden();
  await expectAccessible(page, 'details of a viewer');
});

test('details are written by keys alone', { tag: '@desktop' }, async ({ visit, person }) => {
  await write(person, 'Begin');
  const page = await visit(person, { path: PATH });
  const { sheet } = boardOn(page);
  const details = sheet.getByRole('textbox', { name: 'Details' });
  await sheet.getByRole('button', { name: 'Edit details' }).focus();
  await page.keyboard.press('Enter');
  await expect(details).toBeFocused();
  await page.keyboard.type(' at ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('once');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('\n- [ ] one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(details).toHaveValue('Begin at **once**\n\n- [ ] one\n- [ ] two\n');
  await page.keyboard.type('see RM-1');
  const cards = sheet.getByRole('listbox', { name: 'Cards' });
  await expect(cards.getByRole('option', { name: 'RM-10 Two' })).toBeVisible();
  await expectAccessible(page, 'suggestions in the details');
  await page.keyboard.press('Escape');
  await expect(cards).toBeHidden();
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await page.keyboard.type(`and @${person.username.slice(0, 3)}`);
  await expect(sheet.getByRole('listbox', { name: 'People' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(sheet.getByRole('button', { name: 'Edit details' })).toBeFocused();
  await expect(sheet.getByRole('link', { name: 'RM-10' })).toBeVisible();
  await expect
    .poll(async () => (await storedCard(person, 'One')).details)
    .toBe(`Begin at **once**\n\n- [ ] one\n- [ ] two\nsee RM-10 and @${person.username} `);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('a press on the text opens its source there @desktop', async ({ visit, person }) => {
  await write(person, 'First\n\nSecond **part** here');
  const page = await visit(person, { path: PATH });
  const { sheet } = boardOn(page);
  await sheet.getByText('part', { exact: true }).click();
  const details = sheet.getByRole('textbox', { name: 'Details' });
  await expect(details).toBeFocused();
  const place = await details.evaluate((field) => (field instanceof HTMLTextAreaElement ? field.selectionStart : -1));
  expect(place).toBeGreaterThan('First\n\nSecond **'.length - 1);
  expect(place).toBeLessThan('First\n\nSecond **part** '.length);
  await sheet.getByRole('button', { name: 'Bold' }).click();
  await expect(details).toBeFocused();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(details).toBeHidden();
});

const HOSTILE = [
  ['tags', '<img src=x onerror="document.title=1"><script>document.title=2</script>\n\n<iframe src="/"></iframe>'],
  ['long words', `${'W'.repeat(3000)}\n\n# ${'H'.repeat(300)}\n\n\`${'c'.repeat(300)}\``],
  ['other scripts', '# שלום עולם\n\nمرحبا **بالعالم** \u202Eabc 👩‍👩‍👧‍👦🏳️‍🌈'],
  ['quotes and lists in each other', `${'> '.repeat(5000)}end\n\n${'- '.repeat(5000)}end`],
  ['many lines', '- [ ] a\n'.repeat(8000)],
  ['wide tables', `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n|${'b|'.repeat(500)}`],
  ['open marks', '*a **a _b '.repeat(6000)],
] as const;

for (const [what, details] of HOSTILE) {
  test(
    `${what} in the details neither break the page out of its frame nor hold it up`,
    { tag: '@phone' },
    async ({ visit, person }) => {
      await write(person, details);
      const page = await visit(person, { path: PATH });
      const { sheet } = boardOn(page);
      await sheet.locator('[data-at]').first().waitFor();
      const all = sheet.getByRole('button', { name: 'Show all' });
      if (await all.isVisible()) await all.click();
      await expect(all).toBeHidden();
      expect(await page.title()).not.toMatch(/^\d$/);
      // Only code and tables are scrolled sideways, each within itself.
      const wide = await sheet
        .locator('div')
        .evaluateAll(
          (parts) =>
            parts.filter(
              (part) => getComputedStyle(part).overflowY === 'auto' && part.scrollWidth > part.clientWidth + 1,
            ).length,
        );
      expect(wide).toBe(0);
    },
  );
}
