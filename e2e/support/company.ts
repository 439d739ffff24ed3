import type { Locator, Page } from '@playwright/test';
import type { Role } from '@talkan/board/roles';
import type { Person } from '@talkan/api/testing';

/** The people of a board on a page, by what a person calls its parts. */
export interface PeopleView {
  readonly sheet: Locator;
  readonly rows: Locator;
  row(name: string): Locator;
  roleOf(name: string): Locator;
  /** By the menu of the board. */
  open(): Promise<void>;
  /** Makes an invitation and closes it again; returns what stands behind the host in its link. */
  invite(role: Role): Promise<string>;
}

export function peopleOn(page: Page): PeopleView {
  const sheet = page.getByRole('dialog', { name: 'People on this board' });
  const rows = sheet.getByRole('list', { name: 'People' }).getByRole('listitem');
  return {
    sheet,
    rows,
    row: (name) => rows.filter({ has: page.getByText(name, { exact: true }) }),
    roleOf: (name) => sheet.getByRole('combobox', { name: `Role of ${name}` }),
    async open() {
      await page.getByRole('button', { name: 'Board menu' }).click();
      await page.getByRole('menuitem', { name: 'People' }).click();
    },
    async invite(role) {
      await sheet.getByRole('button', { name: 'Invite', exact: true }).click();
      const asking = page.getByRole('dialog', { name: 'Invite somebody' });
      await asking.getByRole('combobox', { name: 'They join as' }).selectOption(role);
      await asking.getByRole('button', { name: 'Make the link' }).click();
      const made = page.getByRole('dialog', { name: 'Send them this link' });
      const { pathname, hash } = new URL(await made.getByRole('textbox', { name: 'Link' }).inputValue());
      await made.getByRole('button', { name: 'Done' }).click();
      return pathname + hash;
    },
  };
}

/** The same without the page. */
export async function invitationOf({ caller, boardId }: Person, role: Role): Promise<{ id: string; path: string }> {
  const { id, token } = await caller.invitations.create({ boardId, role });
  return { id, path: `/join#${token}` };
}
