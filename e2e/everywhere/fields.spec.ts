import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { commit, fieldsOn, pressUntil, stored } from '../support/fields.js';
import { expect, test } from '../support/fixtures.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Done: [] }));

test(
  'all fields are chosen by keys, stand on the front, and are undone one by one',
  { tag: '@desktop' },
  async ({ visit, person }) => {
    const { caller, boardId } = person;
    const page = await visit(person);
    const board = boardOn(page);
    const { card, field, picker } = fieldsOn(page);
    await board.link('One').press('Enter');

    await field('Add labels').press('Enter');
    await expectAccessible(page, 'the picker of labels without any');
    await picker('Labels').getByRole('textbox', { name: 'Find labels' }).focus();
    await page.keyboard.type('Bug');
    await page.keyboard.press('Enter');
    await expect(picker('Labels').getByRole('textbox', { name: 'Name' })).toHaveValue('Bug');
    await expectAccessible(page, 'a new label');
    await page.keyboard.press('Enter');
    await expect(picker('Labels').getByRole('checkbox', { name: 'Bug' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(picker('Labels')).toBeHidden();
    await expect(field(/^Change labels: Bug/)).toBeFocused();

    await field('Assign somebody').press('Enter');
    await picker('Assignees').getByRole('checkbox', { name: person.username }).press('Space');
    await expectAccessible(page, 'the picker of people');
    await page.keyboard.press('Escape');
    await expect(field(`Change assignee: ${person.username}`)).toBeFocused();

    await field('Add due date').press('Enter');
    await picker('Due date').getByRole('textbox', { name: 'Date in words' }).focus();
    await page.keyboard.type('someday');
    await page.keyboard.press('Enter');
    await expect(picker('Due date')).toContainText('Not understood.');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('tomorrow');
    await expectAccessible(page, 'the picker of a date');
    await page.keyboard.press('Enter');
    await expect(field(/^Change due: /)).toBeFocused();

    await field('Add priority').press('Enter');
    await picker('Priority').getByRole('menuitemradio', { name: 'High' }).focus();
    await page.keyboard.press('ArrowUp');
    await expectAccessible(page, 'the priorities');
    await page.keyboard.press('Enter');
    await expect(field('Change priority: Urgent')).toBeFocused();

    await field('Add estimate').press('Enter');
    await picker('Estimate').getByRole('textbox', { name: 'Estimate' }).focus();
    await page.keyboard.type('2,5');
    await page.keyboard.press('Enter');
    await expect(field('Change estimate: 2.5')).toBeFocused();
    await expectAccessible(page, 'a card with all fields');

    const labelId = (await caller.boards.get({ boardId })).labels?.[0]?.id;
    const all = { labelIds: [labelId], assigneeIds: [person.id], dueAt: dayIn(1), priority: 'urgent', estimate: 2.5 };
    await expect.poll(() => stored(person)).toEqual(all);
    await card.getByRole('button', { name: 'Close card' }).click();
    await expect(board.card('One')).toContainText('Bug');
    await expect(board.card('One')).toContainText('2.5');
    await expect(board.link('One')).toHaveAccessibleDescription(
      new RegExp(`^Labels Bug Due \\d+ \\p{L}+ Assigned to ${person.username} `, 'u'),
    );
    await expectAccessible(page, 'a board with fields');

    const undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
    for (const name of ['estimate', 'priority', 'dueAt', 'assigneeIds'] as const) {
      await undo.click();
      await expect.poll(async () => Object.keys(await stored(person))).not.toContain(name);
    }
    await undo.click();
    await expect(board.card('One')).not.toContainText('Bug');
    await expect.poll(() => stored(person)).toEqual({});
    await expect(board.link('One')).toHaveAccessibleDescription(/^(?:Press Space|$)/);
  },
);

test('a calendar is walked by keys, and a time is that of the clock here @desktop', async ({ visit, person }) => {
  await commit(person, { type: 'card.schedule', cardId: 'left-1', dueAt: '2026-12-31' });
  const page = await visit(person, { context: { timezoneId: 'America/New_York' } });
  const board = boardOn(page);
  const { field, picker } = fieldsOn(page);
  await board.link('One').press('Enter');
  await field(/^Change due/).press('Enter');
  const day = (name: string) => picker('Due date').getByRole('gridcell').getByRole('button', { name, exact: true });
  await day('Thursday 31 December 2026').focus();
  for (const [key, name] of [
    ['ArrowRight', 'Friday 1 January 2027'],
    ['ArrowDown', 'Friday 8 January 2027'],
    ['Home', 'Monday 4 January 2027'],
    ['End', 'Sunday 10 January 2027'],
    ['PageDown', 'Wednesday 10 February 2027'],
    ['Shift+PageUp', 'Tuesday 10 February 2026'],
    ['PageUp', 'Saturday 10 January 2026'],
    ['ArrowLeft', 'Friday 9 January 2026'],
    ['Shift+PageDown', 'Saturday 9 January 2027'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(day(name)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(picker('Due date')).toBeHidden();
  await expect.poll(() => stored(person)).toEqual({ dueAt: '2027-01-09' });

  await field(/^Change due/).press('Enter');
  await picker('Due date').getByLabel('Time').fill('14:00');
  await page.keyboard.press('Enter');
  await expect.poll(() => stored(person)).toEqual({ dueAt: '2027-01-09T19:00:00.000Z' });
  await page.keyboard.press('Escape');
  await expect(field('Change due: 9 Jan 2027 14:00')).toBeVisible();

  await field(/^Change due/).press('Enter');
  await picker('Due date').getByRole('button', { name: 'All day' }).click();
  await expect.poll(() => stored(person)).toEqual({ dueAt: '2027-01-09' });
  await picker('Due date').getByRole('button', { name: 'Remove due date' }).click();
  await expect.poll(() => stored(person)).toEqual({});
  await expect(field('Add due date')).toBeFocused();
});

test('what is due becomes late while one looks, and not where it is done @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.clock.install({ time: new Date('2026-06-10T23:58:30') });
  await commit(
    person,
    { type: 'card.schedule', cardId: 'left-1', dueAt: '2026-06-10' },
    { type: 'card.schedule', cardId: 'left-2', dueAt: '2026-06-11' },
    { type: 'column.edit', columnId: 'done', done: true },
  );
  await page.reload();
  await page.clock.runFor(3_000);
  await expect(board.card('One')).toContainText('Today');
  await page.clock.runFor(120_000);
  await expect(board.card('One')).toContainText('Overdue, 10 Jun');
  await expect(board.card('Two')).toContainText('Today');
  await commit(person, { type: 'card.move', cardId: 'left-1', columnId: 'done' });
  await page.clock.runFor(3_000);
  await expect(board.card('One')).toContainText(/^RM-9One(?:Due )?10 Jun/);
});

test(
  'single keys choose over the board, and are letters in a field',
  { tag: '@desktop' },
  async ({ visit, person }) => {
    const page = await visit(person);
    const board = boardOn(page);
    const { picker } = fieldsOn(page);
    for (const [key, name] of [
      ['p', 'Assignees'],
      ['d', 'Due date'],
    ] as const) {
      await pressUntil(board.link('Two'), key, picker(name));
      await page.keyboard.press('Escape');
      await expect(board.link('Two')).toBeFocused();
    }
    await page.keyboard.press('Control+d');
    await expect(picker('Due date')).toBeHidden();
    await page.getByRole('button', { name: 'Add card to Left' }).click();
    await page.keyboard.type('plod');
    await expect(page.getByRole('textbox', { name: 'Title of a new card in Left' })).toHaveValue('plod');
  },
);

test('another window sees fields live, with the name of who came since @desktop', async ({ visit, person, home }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  const bob = await home.app.member(person.boardId, 'editor');
  const other = await visit(bob);
  const { field, picker } = fieldsOn(other);
  await boardOn(other).link('One').press('Enter');
  await field('Assign somebody').press('Enter');
  await picker('Assignees').getByRole('checkbox', { name: bob.username }).press('Space');
  await expect(board.card('One').getByTitle(bob.username)).toBeVisible();
  await other.keyboard.press('Escape');
  await field('Add start date').press('Enter');
  await picker('Start date').getByRole('button', { name: 'In a week' }).press('Enter');
  await board.link('One').press('Enter');
  await expect(fieldsOn(page).field(/^Change start: \d+ /)).toBeVisible();

  // A start after the due date is refused, and the card says so.
  await field('Add due date').press('Enter');
  await picker('Due date').getByRole('button', { name: 'Tomorrow' }).press('Enter');
  await expect(fieldsOn(other).card.getByRole('alert')).toContainText('would start after it is due');
  await expect(field('Add due date')).toBeVisible();
});

test('the past shows the fields of its time, to be read @phone', async ({ visit, person }) => {
  const { seq } = await commit(
    person,
    { type: 'label.create', labelId: 'bug', name: 'Bug', hue: 28 },
    { type: 'card.label', cardId: 'left-1', add: ['bug'] },
    { type: 'card.assign', cardId: 'left-1', add: [person.id] },
    { type: 'card.schedule', cardId: 'left-1', dueAt: '2031-03-02' },
  );
  await commit(
    person,
    { type: 'label.delete', labelId: 'bug' },
    { type: 'card.schedule', cardId: 'left-1', dueAt: null },
  );
  const page = await visit(person, { path: `/b/${person.boardId}/history/${seq}` });
  const board = boardOn(page);
  await expect(board.card('One')).toContainText('Bug');
  await expect(board.card('One')).toContainText('2 Mar 2031');
  await expect(board.card('One').getByTitle(person.username)).toBeVisible();
  await board.link('One').click();
  const { card } = fieldsOn(page);
  for (const text of ['Bug', '2 Mar 2031', person.username]) await expect(card).toContainText(text);
  await expect(card.getByRole('button', { name: /Change|Add|Assign/ })).toHaveCount(0);
  await card.getByRole('button', { name: 'Close card' }).click();
  await page
    .getByRole('button', { name: 'Restore…' })
    .or(page.getByRole('button', { name: /^Restore/ }))
    .first()
    .click();
  const question = page.getByRole('dialog', { name: /^Restore the board/ });
  await expect(question).toContainText('1 label comes back');
  await expect(question).toContainText('1 card gets its old dates');
});

test('who may only look sees values and no buttons @desktop', async ({ visit, person, home }) => {
  await commit(
    person,
    { type: 'card.assign', cardId: 'left-1', add: [person.id] },
    { type: 'card.prioritize', cardId: 'left-1', priority: 'low' },
  );
  const eve = await home.app.member(person.boardId, 'commenter');
  const page = await visit(eve);
  const board = boardOn(page);
  await board.link('One').press('d');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await board.link('One').press('Enter');
  const { card } = fieldsOn(page);
  await expect(card).toContainText('Low');
  await expect(card).toContainText(person.username);
  await expect(card.getByText('Due', { exact: true })).toHaveCount(0);
  await expect(card.getByRole('button', { name: /Change|Add|Assign/ })).toHaveCount(0);
});

/** The field's day from now on, as the browser has it. */
function dayIn(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
