import type { Locator, Page } from '@playwright/test';
import type { Person, TestApp } from '@talkan/api/testing';

/** Who set up a server of one's own. */
export const OWNER = { TALKAN_USER: 'mira', TALKAN_PASSWORD: 'long enough for all' } as const;

/** Whoever came first to a server that was launched with `OWNER`. */
export async function ownerOf(app: TestApp): Promise<Person> {
  const credentials = { username: OWNER.TALKAN_USER, password: OWNER.TALKAN_PASSWORD };
  const token = (await app.anonymous.auth.login(credentials)).token ?? '';
  const caller = app.callerFor({ bearer: token });
  const { id, username } = (await caller.auth.me()).user;
  const [board] = await caller.boards.list();
  return { id, username, token, caller, boardId: board?.id ?? '' };
}

/** The page on which the assistant is set up, by what a person calls its parts. */
export interface SettingsView {
  readonly title: Locator;
  readonly endpoint: Locator;
  readonly model: Locator;
  readonly window: Locator;
  readonly key: Locator;
  readonly save: Locator;
  /** The same one says “Stop” as long as the model is asked. */
  readonly test: Locator;
  readonly stop: Locator;
  readonly language: Locator;
  readonly limits: Locator;
}

export function settingsOn(page: Page): SettingsView {
  const main = page.getByRole('main');
  const language = main.getByRole('region', { name: 'Language model' });
  return {
    title: main.getByRole('heading', { name: 'Assistant settings' }),
    endpoint: language.getByRole('textbox', { name: 'Endpoint' }),
    model: language.getByRole('textbox', { name: 'Model', exact: true }),
    window: language.getByRole('textbox', { name: 'Context window' }),
    key: language.getByLabel('Key', { exact: true }),
    save: language.getByRole('button', { name: 'Save' }),
    test: language.getByRole('button', { name: 'Test' }),
    stop: language.getByRole('button', { name: 'Stop' }),
    language,
    limits: main.getByRole('region', { name: 'Limits' }),
  };
}
