import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { createBoardWithin } from '@talkan/api/boards/create-board';
import { startSession } from '@talkan/api/auth/sessions';
import { writeTransaction } from '@talkan/api/db/open';
import type { Person, TestApp } from '@talkan/api/testing';
import type { ModelServer } from '@talkan/api/chat/testing/model-server';
import type { Operation } from '@talkan/board/operations';
import type { Role } from '@talkan/board/roles';
import { expect, test as base } from '../support/fixtures.js';
import type { TalkanServer } from '../support/server.js';
import { compare, publish, update } from './compare.js';

/** A Wednesday morning: what all pictures show is dated by it. */
const NOW = new Date('2026-03-11T09:30:00.000Z');
/** A server lives by its own time, which hardly goes on. */
const STILL = {
  NODE_OPTIONS: `--import=${fileURLToPath(new URL('../../bench/assistant/model/clock.ts', import.meta.url))}`,
  BENCH_NOW: String(NOW.getTime()),
};

const WIDE = { width: 1440, height: 900 };
const MIDDLE = { width: 1024, height: 768 };
const SMALL = { width: 390, height: 844 };
const THEMES = ['light', 'dark'] as const;

interface VisitOptions {
  readonly path?: string;
  readonly context?: BrowserContextOptions;
  /** `false`: no change arrives by itself. */
  readonly live?: boolean;
}

interface Media {
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
}

interface TakeOptions extends Media {
  /** Brings about again what a page loses when its size changes. */
  readonly again?: () => Promise<void>;
  /** Where the pointer stays over what it shows. */
  readonly hover?: boolean;
}

interface NewBoard {
  readonly key: string;
  readonly title: string;
  readonly operations: readonly Operation[];
}

/** A server with people whose names, colours and times are always the same, and a camera. */
export interface Studio {
  readonly server: TalkanServer;
  readonly app: TestApp;
  readonly model: ModelServer;
  /** Somebody without a board. The first one looks after this Talkan. */
  person(name: string): Promise<Person>;
  board(owner: Person, board: NewBoard): Promise<Person>;
  /** Lets somebody in to a board. */
  join(board: Person, person: Person, role?: Role): Promise<Person>;
  /** From now on what is done is done so many minutes before now. */
  ago(minutes: number): void;
  visit(person: Person | null, options?: VisitOptions): Promise<Page>;
  /** Takes a page in all sizes of this screen, in both themes. */
  take(page: Page, name: string, options?: TakeOptions): Promise<void>;
  /** Takes it in both themes where it must not change its size, nor the pointer move. */
  takeAsIs(page: Page, name: string): Promise<void>;
  /** Takes it in both themes for the README, as it is. */
  publish(page: Page, name: string): Promise<void>;
}

export const test = base.extend<{ studio: Studio }>({
  studio: async ({ home, launch, visit, isMobile }, use, info) => {
    // Dozens of pictures each.
    info.setTimeout(180_000);
    const { model } = home;
    model.clear();
    const variables = { AI_API_KEY: 'sk-test', AI_BASE_URL: model.baseUrl, AI_MODEL: 'test/model' };
    const { server, app } = await launch({ ...STILL, ...variables });
    let isFirst = true;
    let behind = 0;
    const ago = (minutes: number) => {
      const wanted = NOW.getTime() - minutes * 60_000 - Date.now();
      app.clock.advance(wanted - behind);
      behind = wanted;
    };
    ago(0);
    const sizes = isMobile ? { phone: SMALL } : { wide: WIDE, middle: MIDDLE };
    await use({
      server,
      app,
      model,
      ago,
      person: (name) => {
        const owns = isFirst;
        isFirst = false;
        return signUp(app, name, owns);
      },
      board: async (owner, { key, title, operations }) => {
        const board = await writeTransaction(app.services.db, (trx) =>
          createBoardWithin(trx, app.services, { ownerId: owner.id, key, title, operations }),
        );
        app.services.boards.publish(board);
        return { ...owner, boardId: board.id };
      },
      join: async ({ boardId }, person, role = 'editor') => {
        const member = { board_id: boardId, user_id: person.id, role, created_at: NOW.toISOString() };
        await app.services.db.write.insertInto('members').values(member).execute();
        return { ...person, boardId };
      },
      visit: (person, { path = '/', context = {}, live = true } = {}) =>
        visit(person, {
          server,
          path: person && path === '/' && person.boardId !== '' ? `/b/${person.boardId}` : path,
          now: NOW,
          live,
          context: { timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', deviceScaleFactor: 1, ...context },
        }),
      take: async (page, name, { again, hover = false, ...media } = {}) => {
        for (const [size, viewport] of Object.entries(sizes)) {
          await page.setViewportSize(viewport);
          if (!hover) await page.mouse.move(0, 0);
          await again?.();
          await takeBoth(page, `${name}.${size}`, media);
        }
        const [first] = Object.values(sizes);
        if (first) await page.setViewportSize(first);
      },
      publish: async (page, name) => {
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme });
          await settle(page);
          await publish(`${name}-${theme}`, () => page.screenshot({ animations: 'disabled' }));
        }
      },
      takeAsIs: (page, name) => takeBoth(page, `${name}.${isMobile ? 'phone' : 'wide'}`, {}),
    });
  },
});

export { expect } from '../support/fixtures.js';

async function takeBoth(page: Page, name: string, { contrast, forcedColors }: Media): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, contrast: contrast ?? null, forcedColors: forcedColors ?? null });
    await settle(page);
    await expectPicture(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: null, forcedColors: null });
}

async function expectPicture(page: Page, name: string): Promise<void> {
  const shoot = () => page.screenshot({ animations: 'disabled' });
  if (process.env['PICTURES'] === 'update') {
    await waitForParts(page);
    return update(name, shoot);
  }
  expect.soft(await compare(name, shoot), name).toBeNull();
}

/** Waits until nothing has come for a second: a reference must not be of a page that lacks a part. */
async function waitForParts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const count = () => performance.getEntriesByType('resource').length;
    for (let before = -1; before !== count();) {
      before = count();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  });
}

/** Waits until all letters are there, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let still = 0; still < 2; still += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const moving = document.getAnimations().some(({ playState, effect }) => {
        return playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
      });
      if (moving) still = -1;
    }
  });
}

/** As nobody else could: with a name for an id, for colours follow from ids. */
async function signUp(app: TestApp, name: string, owns: boolean): Promise<Person> {
  const { services } = app;
  const token = await writeTransaction(services.db, async (trx) => {
    await trx
      .insertInto('users')
      .values({
        id: name,
        username: name,
        password_hash: '',
        demo_password: 0,
        instance_owner: owns ? 1 : 0,
        created_at: NOW.toISOString(),
      })
      .execute();
    return startSession(trx, name, services.clock);
  });
  return { id: name, username: name, token, caller: app.callerFor({ bearer: token }), boardId: '' };
}
