import { describe, expect, test } from 'vitest';
import { createBoard } from '../board.js';
import type { CardFilter } from '../filter.js';
import type { PlainCard } from '../model.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';
import { understand } from './understand.js';

const FACTS: Readonly<Record<number, Partial<PlainCard>>> = {
  1: { dueAt: '2026-11-20', labelIds: ['bug'], assigneeIds: ['ben'] },
  2: { priority: 'urgent', assigneeIds: ['ana'] },
};
const plain = contextOf({ Backlog: ['Login page', 'Login API', 'Dark mode'], Done: ['Invoice PDF'] });
const { board } = plain;
const cards = board
  .columns()
  .flatMap(({ id }) => board.cardsIn(id))
  .map((card) => ({ ...card, ...FACTS[card.number] }));
const context = {
  ...plain,
  board: createBoard({ ...board, columns: board.columns(), cards, labels: board.labels() }),
};

describe('a filter', () => {
  test.each<[string, CardFilter, readonly string[]]>([
    ['show overdue bugs of Ben', { due: ['overdue'], labels: ['bug'], people: ['ben'] }, ['c1']],
    ['only show urgent cards', { priorities: ['urgent'] }, ['c2']],
    ['just show my cards', { people: ['ana'] }, ['c2']],
    ['show unassigned cards', { people: ['none'] }, ['c3', 'c4']],
    ['show everything labelled bug', { labels: ['bug'] }, ['c1']],
    ['filter by label bug', { labels: ['bug'] }, ['c1']],
    ['filter by Ben', { people: ['ben'] }, ['c1']],
    ['filter by overdue', { due: ['overdue'] }, ['c1']],
    ['find login', { text: 'login' }, ['c1', 'c2']],
  ])('“%s” shows those cards', (text, filter, cardIds) => {
    expect(understand(text, context)).toMatchObject({ kind: 'filter', filter, cardIds });
  });

  test.each(['show everything', 'show all cards', 'clear the filter', 'reset filters', 'remove all filters'])(
    '“%s” shows all of them',
    (text) => {
      expect(understand(text, context)).toMatchObject({
        kind: 'filter',
        filter: {},
        cardIds: ['c1', 'c2', 'c3', 'c4'],
      });
    },
  );

  test.each([
    ['show cards in Done', 'There is one: TK-4 “Invoice PDF”.'],
    ['show cards due last week', 'There is one: TK-1 “Login page”.'],
    ['show the first card in Backlog', 'That is TK-1 “Login page”.'],
    ['find unicorns', 'There are no cards with “unicorns”.'],
    ['find dark modes', 'TK-3 “Dark mode” is in “Backlog”, number 3 of 3.'],
  ])('“%s” is answered where no filter says it', (text, answer) => {
    expect(told(text, context)).toBe(answer);
  });

  test.each(['search for', 'show me the money', 'look for invoices', "list Ben's bugs and design cards"])(
    '“%s” is refused',
    (text) => {
      expect(understand(text, context).kind).toBe('refused');
    },
  );
});
