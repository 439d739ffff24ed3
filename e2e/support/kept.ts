import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';

/** Until the browser could open this page without the server: with its worker, and the board kept. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await untilNamed(page);
}

/** Until the board is among what the browser keeps, as it is once that has rested; and what else is named. */
export async function untilNamed(page: Page, ...others: readonly string[]): Promise<void> {
  const isKept = async () => {
    const names = await keptNames(page);
    return names.some((name) => name.startsWith('boards.get')) && others.every((name) => names.includes(name));
  };
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
}

/** What of the server's answers the browser keeps. */
export async function keptNames(page: Page): Promise<string[]> {
  return (await entriesOf(page, 'answers')).map(({ name }) => String(name));
}

export function entriesOf(page: Page, store: 'answers' | 'changes'): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (name) => {
    const open = indexedDB.open('talkan');
    const database = await new Promise<IDBDatabase>((resolve) =>
      open.addEventListener('success', () => resolve(open.result)),
    );
    const all = database.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    database.close();
    return all.result as Record<string, unknown>[];
  }, store);
}
