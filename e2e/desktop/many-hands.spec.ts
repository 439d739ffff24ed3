import { writeFileSync } from 'node:fs';
import type { Person } from '@talkan/api/testing';
import { createDice, type Dice } from '../drill/dice.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { handsOn, type Hands } from '../support/hands.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ motion: true });

test.use({ ahead: true });

/** Some seconds among the other tests; `npm run drill` takes longer. */
const SECONDS = Number(process.env['DRILL_SECONDS'] ?? '') || 8;
const SEED = Number(process.env['DRILL_SEED'] ?? '') || 11;
const OFFLINE_MS = 2_000;
const PAUSE_MS = 250;
/** Whatever the machine is at beside it: so much each of the two has done, or has had this much more time for. */
const LEAST_DONE = 3;
const MORE_MS = 30_000;
/** Texts that were written over each other, and what was archived under somebody's hands. */
const REFUSED = /status of (?:403|404|409) .*\/trpc\/boards\./;
/** Every card of the fullest lane can be seen. */
const TALL = { viewport: { width: 1440, height: 2400 } };

test.setTimeout(60_000 + SECONDS * 3_000);

test('two browsers and a program change one board at once, one goes offline and one is reloaded: all end with the same', async ({
  launch,
  visit,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  troubles.expect(REFUSED);
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, { Left: ['One', 'Two', 'Three'], Middle: ['Four'], Right: ['Five', 'Six'] });
  const guest = await app.member(person.boardId, 'editor');
  const program = await app.member(person.boardId, 'editor');
  const first = handsOn(await visit(person, { server, context: TALL }), 'Ann', createDice(SEED));
  const second = handsOn(await visit(guest, { server, context: TALL }), 'Bob', createDice(SEED + 1));
  const both = [first, second];
  for (const { page } of both) await expect(boardOn(page).card('One')).toBeVisible();

  const until = Date.now() + SECONDS * 1_000;
  const byProgram = work(program, createDice(SEED + 2), until);
  await Promise.all([
    use(first, until, async ({ page }) => {
      await page.context().setOffline(true);
      const back = Date.now() + OFFLINE_MS;
      while (Date.now() < back) await first.act();
      await page.context().setOffline(false);
    }),
    use(second, until, async ({ page }) => void (await page.reload())),
    byProgram,
  ]);

  for (const { page } of both) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(boardOn(page).sign).toBeHidden({ timeout: 30_000 });
  }
  const layout = await storedLayout(person);
  for (const { page } of both) {
    for (const [lane, titles] of Object.entries(layout)) {
      await expect(boardOn(page).titles(lane)).toHaveText([...titles], { timeout: 15_000 });
    }
  }
  // Nobody has changed anything since: what was compared is how it ended.
  expect(await storedLayout(person)).toEqual(layout);

  const log = await app.services.db.read
    .selectFrom('changes')
    .select(['change_id', 'operations'])
    .where('board_id', '=', person.boardId)
    .execute();
  const ids = log.map((change) => change.change_id);
  const logged = new Set(ids);
  expect(logged.size).toBe(ids.length);
  for (const { acknowledged, refused, made } of both) {
    expect([...acknowledged].filter((id) => !logged.has(id))).toEqual([]);
    expect([...refused].filter((id) => logged.has(id))).toEqual([]);
    const times = (title: string) => log.filter(({ operations }) => createsCard(operations, title)).length;
    expect(made.filter((title) => times(title) !== 1)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(LEAST_DONE);
  }
  report({ first, second, changes: log.length, byProgram: await byProgram });
});

/** Acts until the time is over and something was done, with this in the middle of it. */
async function use(hands: Hands, until: number, interlude: (hands: Hands) => Promise<void>): Promise<void> {
  const middle = Date.now() + (until - Date.now()) / 2;
  while (Date.now() < middle) await hands.act();
  await interlude(hands);
  const isOver = () => Date.now() > until + (hands.acknowledged.size < LEAST_DONE ? MORE_MS : 0);
  while (!isOver()) await hands.act();
}

/** Somebody else's program, which is quicker than people. Returns how many changes it has made. */
async function work({ caller, boardId }: Person, dice: Dice, until: number): Promise<number> {
  let changes = 0;
  while (Date.now() < until) {
    const { cards, columns } = await caller.boards.get({ boardId });
    const cardId = dice.pick(cards)?.id ?? 'left-1';
    const columnId = dice.pick(columns)?.id ?? 'left';
    const move = { type: 'card.move' as const, cardId, columnId };
    const operation = dice.chance(0.1) ? { type: 'card.archive' as const, cardId } : move;
    const made = caller.boards.commit({ boardId, changeId: `program-${changes}`, operations: [operation] });
    // Archived by somebody since it was read.
    await made.then(
      () => (changes += 1),
      () => {},
    );
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return changes;
}

function createsCard(operations: string, title: string): boolean {
  const parsed = JSON.parse(operations) as { type: string; title?: unknown }[];
  return parsed.some((operation) => operation.type === 'card.create' && operation.title === title);
}

interface Figures {
  readonly first: Hands;
  readonly second: Hands;
  readonly changes: number;
  readonly byProgram: number;
}

function report({ first, second, changes, byProgram }: Figures): void {
  const file = process.env['DRILL_REPORT'];
  if (!file) return;
  const figures = {
    'Server processes': 1,
    Browsers: 2,
    'Changes committed': changes,
    'Changes by a program meanwhile': byProgram,
    'Cards made': first.made.length + second.made.length,
    'Refused, with a reason': first.refused.size + second.refused.size,
    'Offline spells': 1,
    'Pages reloaded': 1,
  };
  writeFileSync(file, JSON.stringify({ figures, faults: [] }));
}
