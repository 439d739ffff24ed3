import type { Locator, Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';

/** All boards on a page, by what a person calls its parts. */
export interface HomeView {
  section(name: string): Locator;
  /** The titles of a section’s boards, in order. */
  titles(section: string): Locator;
  link(title: string, section?: string): Locator;
  star(title: string, section?: string): Locator;
  readonly dialog: Locator;
}

export function homeOn(page: Page): HomeView {
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  return {
    section,
    titles: (name) => section(name).getByRole('heading', { level: 3 }),
    link: (title, name = 'All boards') => section(name).getByRole('link', { name: title, exact: true }),
    star: (title, name = 'All boards') => section(name).getByRole('button', { name: `Star ${title}`, exact: true }),
    dialog: page.getByRole('dialog', { name: 'New board' }),
  };
}

/** Makes boards of these titles, without a page. */
export async function makeBoards({ caller }: Person, titles: readonly string[]): Promise<readonly string[]> {
  const made: string[] = [];
  for (const title of titles) {
    const { boardId } = await caller.boards.create({
      changeId: `make-${title.length}-${made.length}`,
      title,
      template: 'kanban',
    });
    made.push(boardId);
  }
  return made;
}
