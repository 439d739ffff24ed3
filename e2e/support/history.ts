import type { Locator, Page } from '@playwright/test';

/** The board's story, by what a person calls its parts. */
export interface HistoryView {
  readonly panel: Locator;
  readonly entries: Locator;
  entry: (words: string | RegExp) => Locator;
  open: () => Promise<void>;
  /** Chooses from the menu of an entry. */
  choose: (entry: Locator, action: string) => Promise<void>;
}

export function historyOn(page: Page): HistoryView {
  const panel = page.getByRole('complementary', { name: 'History' });
  const entries = panel.getByRole('article');
  return {
    panel,
    entries,
    entry: (words) => entries.filter({ hasText: words }),
    open: async () => {
      await page.getByRole('button', { name: 'Board menu' }).click();
      await page.getByRole('menuitem', { name: 'History' }).click();
    },
    choose: async (entry, action) => {
      await entry.getByRole('button', { name: /^Actions for/ }).click();
      await page.getByRole('menuitem', { name: action }).click();
    },
  };
}
