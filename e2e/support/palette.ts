import type { Locator, Page } from '@playwright/test';

/** The palette on a page, by what a person calls its parts. */
export interface PaletteView {
  readonly dialog: Locator;
  readonly field: Locator;
  /** What it says by itself. */
  readonly said: Locator;
  readonly chosen: Locator;
  readonly button: Locator;
  readonly option: (name: string | RegExp) => Locator;
  /** What can be chosen under a heading. */
  readonly under: (heading: string) => Locator;
}

export function paletteOn(page: Page): PaletteView {
  const dialog = page.getByRole('dialog', { name: 'Search or jump to' });
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search or jump to' }),
    said: dialog.getByRole('status').first(),
    chosen: dialog.getByRole('option', { selected: true }),
    button: page.getByRole('button', { name: 'Search or jump to' }),
    option: (name) => dialog.getByRole('option', { name }),
    under: (heading) => dialog.getByRole('group', { name: heading }).getByRole('option'),
  };
}
