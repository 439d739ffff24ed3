import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import type { Card } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { boardOn, storedCard } from './board.js';

/** A card's fields and what chooses them, by what a person calls them. */
export const fieldsOn = (page: Page) => {
  const { sheet } = boardOn(page);
  const card = sheet.filter({ has: page.getByRole('button', { name: 'Close card' }) });
  return {
    card,
    field: (name: string | RegExp) => card.getByRole('button', { name }),
    picker: (name: string) => page.getByRole('dialog', { name, exact: true }),
  };
};

let changes = 0;
export const commit = ({ caller, boardId }: Person, ...operations: Operation[]) =>
  caller.boards.commit({ boardId, changeId: `fields-${++changes}-${Date.now()}`, operations });

/** The fields that a card has on the server, without those that are empty. */
export async function stored(person: Person, title = 'One'): Promise<Partial<Card>> {
  const { labelIds, assigneeIds, dueAt, startAt, priority, estimate } = await storedCard(person, title);
  return {
    ...(labelIds && { labelIds }),
    ...(assigneeIds && { assigneeIds }),
    ...(dueAt !== undefined && { dueAt }),
    ...(startAt !== undefined && { startAt }),
    ...(priority !== undefined && { priority }),
    ...(estimate !== undefined && { estimate }),
  };
}

/** What listens for keys comes once the board stands. */
export async function pressUntil(link: Locator, key: string, opened: Locator): Promise<void> {
  await expect(async () => {
    await link.press(key);
    await expect(opened).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
