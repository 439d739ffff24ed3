import type { Locator, Page } from '@playwright/test';
import { quantile } from '../../measure/statistics.ts';
import { rest, typeSlowly } from '../hand.ts';
import type { KeyTimes } from '../recorder.ts';
import type { Row } from '../rows.ts';
import type { Stage } from '../stage.ts';

const TEXT = 'move search to review and label it';

interface Field {
  readonly name: string;
  readonly what: string;
  /** Brings the field onto the page and gives it the focus. */
  readonly open: (page: Page) => Promise<Locator>;
  readonly leave: (page: Page) => Promise<void>;
}

const escape = (page: Page) => page.keyboard.press('Escape');

async function openCard(page: Page): Promise<Locator> {
  await page.locator('[data-lane="lane-2"] [data-card-link]').first().click();
  const sheet = page.getByRole('dialog').first();
  await sheet.getByRole('textbox', { name: 'Title' }).waitFor();
  await rest(page, 600);
  return sheet;
}

async function closeCard(page: Page): Promise<void> {
  await escape(page);
  await rest(page, 200);
  if (await page.getByRole('dialog').first().isVisible()) await escape(page);
  await rest(page, 2500);
}

const FIELDS: readonly Field[] = [
  {
    name: 'title',
    what: 'Key in a card’s title',
    open: async (page) => (await openCard(page)).getByRole('textbox', { name: 'Title' }),
    leave: closeCard,
  },
  {
    name: 'details',
    what: 'Key in a card’s details',
    async open(page) {
      const sheet = await openCard(page);
      const edit = sheet.getByRole('button', { name: 'Edit details' });
      const details = sheet.getByRole('textbox', { name: 'Details' });
      await details.or(edit).first().waitFor();
      if ((await edit.count()) > 0) await edit.press('Enter');
      return details;
    },
    leave: closeCard,
  },
  {
    name: 'ask',
    what: 'Key of a command to the assistant',
    open: (page) => Promise.resolve(page.getByLabel('Message the assistant')),
    leave: async (page) => page.getByLabel('Message the assistant').fill(''),
  },
  {
    name: 'palette',
    what: 'Key in the palette',
    async open(page) {
      await page.keyboard.press('Control+k');
      return page.getByRole('dialog').getByRole('combobox');
    },
    leave: escape,
  },
  {
    name: 'filter',
    what: 'Key in the filter’s words',
    async open(page) {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      return page.getByRole('dialog', { name: 'Filter cards' }).getByLabel('Text');
    },
    async leave(page) {
      await page.getByRole('dialog', { name: 'Filter cards' }).getByLabel('Text').fill('');
      await escape(page);
    },
  },
];

/** What is typed shows: from the key to the frame with it, in all fields that a board of so many cards could hold up. */
export async function measureKeys(stage: Stage): Promise<readonly Row[]> {
  const rounds = stage.options.quick ? 1 : 3;
  const talkan = await stage.openBoard();
  const reference = await stage.openReference({
    columns: 5,
    cards: stage.options.cards,
    drawn: 20,
    width: 1040,
    height: 760,
  });
  const rows: Row[] = [];
  const plain: KeyTimes[] = [];
  for (const field of FIELDS) {
    const own: KeyTimes[] = [];
    for (let round = 0; round < rounds; round += 1) {
      own.push(await timesIn(stage, talkan, field));
      plain.push(await plainTimes(reference));
    }
    rows.push(...rowsOf(field, own, plain.slice(-rounds)));
  }
  await talkan.context().close();
  await reference.context().close();
  return rows;
}

async function timesIn(stage: Stage, page: Page, field: Field): Promise<KeyTimes> {
  await page.bringToFront();
  const input = await field.open(page);
  await input.click();
  await page.keyboard.press('End');
  // The first letters fetch what understands them.
  await typeSlowly(page, 'ad ');
  await rest(page, 800);
  await page.evaluate(() => window.benchRecorder.startKeys());
  await stage.profiled(page, `keys-${field.name}`, () => typeSlowly(page, TEXT));
  await rest(page, 300);
  const times = await page.evaluate(() => window.benchRecorder.stopKeys());
  await field.leave(page);
  await rest(page, 300);
  return times;
}

async function plainTimes(page: Page): Promise<KeyTimes> {
  await page.bringToFront();
  await page.locator('textarea').click();
  await page.evaluate(() => window.benchRecorder.startKeys());
  await typeSlowly(page, TEXT);
  await rest(page, 300);
  return page.evaluate(() => window.benchRecorder.stopKeys());
}

function rowsOf({ what }: Field, own: readonly KeyTimes[], plain: readonly KeyTimes[]): readonly Row[] {
  const toFrame = (times: readonly KeyTimes[], share: number) =>
    quantile(
      times.flatMap((round) => round.toFrame),
      share,
    );
  const slow = (times: readonly KeyTimes[]) =>
    (times.flatMap((round) => round.byEventTiming.filter((duration) => duration > 24)).length /
      times.flatMap((round) => round.toFrame).length) *
    100;
  return [
    {
      what: `${what}: to its frame, p50`,
      talkan: toFrame(own, 0.5),
      reference: toFrame(plain, 0.5),
      unit: 'ms',
      atMost: 16,
    },
    { what: '… p95', talkan: toFrame(own, 0.95), reference: toFrame(plain, 0.95), unit: 'ms', atMost: null },
    {
      what: '… keys that took more than 24 ms to the screen by Event Timing',
      talkan: slow(own),
      reference: slow(plain),
      unit: '%',
      atMost: null,
    },
  ];
}
