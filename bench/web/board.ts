import type { Operation } from '@talkan/board/operations';
import { PRIORITIES } from '@talkan/board/model';
import { testApp, TEST_PASSWORD, type Person } from '@talkan/api/testing';

/** A board as people have them, only large: five columns, and cards that differ in all that takes room on the screen. */
export interface SeededBoard {
  readonly boardId: string;
  readonly username: string;
  readonly password: string;
  /** A session of its owner's, and one of another editor's. */
  readonly token: string;
  readonly otherToken: string;
}

interface Seeding {
  readonly databaseUrl: string;
  readonly cards: number;
}

const COLUMNS = ['Backlog', 'Discovery', 'In Progress', 'Review', 'Done'];
const LABELS = ['Bug', 'Design', 'Customer request', 'Security', 'Performance', 'Docs', 'Nice to have', 'Mobile'];
const WORDS =
  'sign-in search export board card column the of for with slow broken page keyboard phone label date people invite comment archive undo import mail calendar limit colour menu dialog tests release notes draft price report'.split(
    ' ',
  );
const PEOPLE = 4;
const DAY_MS = 86_400_000;

/** Puts the board into a new database, through the code that the server itself writes with. */
export async function seedBoard({ databaseUrl, cards }: Seeding): Promise<SeededBoard> {
  const app = await testApp({ databaseUrl });
  try {
    const owner = await app.user('owner');
    const { boardId } = owner;
    await owner.caller.boards.save({ boardId, board: { columns: [], cards: {} } });
    const people: Person[] = [];
    while (people.length < PEOPLE) people.push(await app.member(boardId, 'editor'));
    const operations = [...headOperations(), ...cardOperations(cards, [owner, ...people])];
    await owner.caller.boards.commit({ boardId, changeId: 'fill', operations });
    const other = people[0]?.token ?? '';
    return { boardId, username: owner.username, password: TEST_PASSWORD, token: owner.token, otherToken: other };
  } finally {
    await app.close();
  }
}

function headOperations(): Operation[] {
  return [
    ...COLUMNS.map((title, at): Operation => ({ type: 'column.create', columnId: `lane-${at + 1}`, title })),
    ...LABELS.map((name, at): Operation => ({ type: 'label.create', labelId: `label-${at + 1}`, name, hue: at * 45 })),
  ];
}

function cardOperations(count: number, people: readonly Person[]): Operation[] {
  const dice = createDice();
  const at = (share: number) => dice() < share;
  const one = <Item>(items: readonly Item[]) => items[Math.floor(dice() * items.length)];
  const words = (most: number) =>
    Array.from({ length: 2 + Math.floor(dice() * (most - 1)) }, () => one(WORDS)).join(' ');
  return Array.from({ length: count }, (_, index): Operation[] => {
    const cardId = `many-${index + 1}`;
    const columnId = `lane-${(index % COLUMNS.length) + 1}`;
    const day = new Date(Date.now() + Math.floor(dice() * 60 - 20) * DAY_MS).toISOString().slice(0, 10);
    const all: (Operation | false)[] = [
      {
        type: 'card.create',
        cardId,
        columnId,
        title: `${words(14)} ${index + 1}`,
        details: at(0.6) ? `${words(30)}.\n\n- ${words(8)}\n- ${words(8)}` : '',
      },
      at(0.5) && { type: 'card.label', cardId, add: [`label-${1 + Math.floor(dice() * LABELS.length)}`] },
      at(0.4) && { type: 'card.assign', cardId, add: [one(people)?.id ?? ''] },
      at(0.3) && { type: 'card.schedule', cardId, dueAt: day },
      at(0.2) && { type: 'card.prioritize', cardId, priority: one(PRIORITIES) ?? null },
    ];
    if (at(0.15)) {
      const checklistId = 'list';
      all.push({ type: 'checklist.create', cardId, checklistId, title: 'Steps' });
      for (const itemId of ['a', 'b', 'c']) {
        all.push({ type: 'item.create', cardId, checklistId, itemId, text: words(6) });
      }
    }
    return all.filter((operation) => operation !== false);
  }).flat();
}

/** The same numbers between 0 and 1 in each run. */
function createDice(): () => number {
  let state = 20_261_129;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
