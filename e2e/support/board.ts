import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';

/** A board on a page, by what a person calls its parts. */
export interface BoardView {
  lane(name: string): Locator;
  /** The titles of a lane's cards that are drawn, from top to bottom. */
  titles(name: string): Locator;
  card(title: string): Locator;
  /** The link that a card is. */
  link(title: string): Locator;
  /** What is said to people who cannot see it. */
  readonly announced: Locator;
  /** Where notes stand, with what can be done about them. */
  readonly toasts: Locator;
  /** The open card. */
  readonly sheet: Locator;
  /** What waits for the server, in words. */
  readonly sign: Locator;
}

export function boardOn(page: Page): BoardView {
  const lane = (name: string) => page.getByRole('region', { name, exact: true });
  const card = (title: string) =>
    page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { level: 3 }).getByText(title, { exact: true }) });
  return {
    lane,
    titles: (name) => lane(name).getByRole('heading', { level: 3 }),
    card,
    link: (title) => card(title).getByRole('link').first(),
    announced: page.locator('[aria-live="polite"]'),
    toasts: page.locator('[data-over] output'),
    sheet: page.getByRole('dialog'),
    sign: page.getByRole('status').filter({ hasText: /Offline|does not answer|does not save|cannot save|Saving/ }),
  };
}

/** The field of the open card's details: behind a text that is there already it is opened first. */
export async function openDetails({ sheet }: BoardView): Promise<Locator> {
  const details = sheet.getByRole('textbox', { name: 'Details' });
  const edit = sheet.getByRole('button', { name: 'Edit details' });
  await details.or(edit).waitFor({ state: 'attached' });
  if (await edit.count()) await edit.press('Enter');
  return details;
}

/** Waits for the part of the open card that is drawn last: nothing moves down any more. */
export async function expectDrawn({ sheet }: BoardView): Promise<void> {
  await sheet.getByRole('region', { name: 'Activity' }).getByRole('listitem').first().waitFor();
}

/** Waits until a page has all of its parts: a server that goes away takes with it what was not asked for yet. */
export async function expectWhole(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Assistant' }).waitFor();
}

/** Waits until a page hears what others do: the stream that tells it is there, however long ago it came. */
export async function expectHearing(page: Page): Promise<void> {
  const hears = async () => {
    const asked = await page.requests();
    return asked.some((request) => request.url().includes('/boards.watch') && request.existingResponse()?.ok());
  };
  await expect.poll(hears, { intervals: [20] }).toBe(true);
}

/** Column titles with their cards' titles, from left to right and top to bottom. */
export type Layout = Readonly<Record<string, readonly string[]>>;

/** Makes the person's board this one and no other. Column `Left` gets the id `left`, its second card `left-2`. */
export async function layOut({ caller, boardId }: Person, layout: Layout): Promise<void> {
  const columns = Object.entries(layout).map(([title, cards]) => {
    const id = idOf(title);
    return { id, title, cardIds: cards.map((_, index) => `${id}-${index + 1}`) };
  });
  const cards = columns.flatMap(({ title, cardIds }) =>
    cardIds.map((id, index) => ({ id, title: layout[title]?.[index] ?? '', details: '' })),
  );
  await caller.boards.save({
    boardId,
    board: { columns, cards: Object.fromEntries(cards.map((card) => [card.id, card])) },
  });
}

function idOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}

/** The board as the server keeps it. */
export async function storedLayout({ caller, boardId }: Person): Promise<Layout> {
  const { columns, cards } = await caller.boards.get({ boardId });
  const titlesIn = (columnId: string) =>
    cards
      .filter((card) => card.columnId === columnId)
      .toSorted(byRank)
      .map((card) => card.title);
  return Object.fromEntries(columns.toSorted(byRank).map(({ id, title }) => [title, titlesIn(id)]));
}

export async function storedCard({ caller, boardId }: Person, title: string) {
  const { cards } = await caller.boards.get({ boardId });
  const card = cards.find((candidate) => candidate.title === title);
  if (!card) throw new Error(`There is no card “${title}”.`);
  return card;
}

function byRank(one: { readonly rank: string }, other: { readonly rank: string }): number {
  return one.rank < other.rank ? -1 : 1;
}
