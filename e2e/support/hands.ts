import type { Page, Response } from '@playwright/test';
import type { Dice } from '../drill/dice.js';
import { boardOn } from './board.js';
import { dragOnto } from './gestures.js';

/** Beyond this a lane is emptied, so that all of it can be seen. */
const MOST_IN_A_LANE = 7;
const STEP_MS = 1_500;

/** Somebody at a page, with ideas of their own. */
export interface Hands {
  readonly page: Page;
  /** The changes that the server acknowledged to this page, and those that it refused. */
  readonly acknowledged: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  /** The titles of the cards that were made here. */
  readonly made: readonly string[];
  /** Does one thing, as far as others do not take it out of these hands. */
  act(): Promise<void>;
}

export function handsOn(page: Page, name: string, dice: Dice): Hands {
  const board = boardOn(page);
  const acknowledged = new Set<string>();
  const refused = new Set<string>();
  const made: string[] = [];
  let texts = 0;
  page.setDefaultTimeout(STEP_MS);
  page.on('response', (response) => {
    const changeId = changeIdOf(response);
    if (changeId !== null) (response.ok() ? acknowledged : refused).add(changeId);
  });

  const heading = { level: 3 };
  const titles = () => page.getByRole('article').getByRole('heading', heading).allTextContents();

  async function choose(title: string, item: string): Promise<void> {
    await board.card(title).hover();
    await page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async function add(): Promise<void> {
    const lanes = await page.getByRole('button', { name: /^Add card to / }).all();
    const lane = dice.pick(lanes);
    const title = `${name} ${(texts += 1)}`;
    await lane?.click();
    await page.getByRole('textbox', { name: /^Title of a new card in / }).fill(title);
    await page.keyboard.press('Enter');
    // What stands on the screen is the page's word for it.
    await board.card(title).waitFor();
    made.push(title);
    await page.keyboard.press('Escape');
  }

  async function rename(title: string): Promise<void> {
    await board.link(title).click();
    await board.sheet.getByRole('textbox', { name: 'Title', exact: true }).fill(`${name} ${(texts += 1)}`);
    await page.keyboard.press('Enter');
    await board.sheet.getByRole('button', { name: 'Close card' }).click();
  }

  async function doOne(): Promise<void> {
    const all = await titles();
    const [one, other] = [dice.pick(all), dice.pick(all)];
    const lane = dice.pick(['Left', 'Middle', 'Right']) ?? 'Left';
    const full = await board.titles(lane).allTextContents();
    const first = full[0];
    if (first !== undefined && full.length > MOST_IN_A_LANE) return choose(first, 'Archive');
    const roll = dice.below(100);
    if (roll < 35 || one === undefined || other === undefined) return add();
    if (roll < 50) return dragOnto(page, board.card(one), board.card(other));
    if (roll < 70) return choose(one, dice.pick(['Move to the top', 'Move to the bottom']) ?? 'Open');
    if (roll < 85) return rename(one);
    if (roll < 92) return choose(one, 'Archive');
    await page.keyboard.press(roll < 97 ? 'Control+z' : 'Control+Shift+Z');
  }

  return {
    page,
    acknowledged,
    refused,
    made,
    async act() {
      try {
        await doOne();
      } catch {
        // What these hands reached for, others have moved, renamed or archived meanwhile.
        await page.mouse.up().catch(() => {});
        await page.keyboard.press('Escape').catch(() => {});
        await page.keyboard.press('Escape').catch(() => {});
      }
    },
  };
}

function changeIdOf(response: Response): string | null {
  if (!/\/trpc\/boards\.(?:commit|undo)$/.test(response.url())) return null;
  const { changeId } = response.request().postDataJSON() as { changeId: string };
  return changeId;
}
