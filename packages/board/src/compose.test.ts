import { german } from '@talkan/words/de';
import { ENGLISH, speak } from '@talkan/words/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardAsMarkdown } from './card-markdown.js';
import { duplicateCard } from './compose-card.js';
import { addItems, itemTexts, itemToCard } from './compose-checklists.js';
import type { Composing } from './compose-context.js';
import { decideChange } from './decide.js';
import { loadedKey, type DecideContext } from './decide-context.js';
import { LIMITS } from './limits.js';
import type { Board, Card, Id } from './model.js';
import type { Operation } from './operations.js';
import { operations as operationsSchema } from './operations.js';
import { isRefusal } from './refusal.js';
import { boardOf, context, lanesOf } from './testing/boards.js';
import { attempts } from './testing/operations.js';
import { LogServer, play } from './testing/server.js';

const file = { id: 'f1', name: 'plan.pdf', size: 3, type: 'application/pdf', width: null, height: null };
const people = new Set(['ada', 'bob']);
const inContext: DecideContext = { ...context, people, loaded: new Map([[loadedKey('file', 'f1'), file]]) };

function composing(among?: ReadonlySet<Id>): Composing {
  let last = 0;
  return { newId: () => `new-${(last += 1)}`, people: among };
}

function after(board: Board, operations: readonly Operation[]): Board {
  const decision = decideChange(board, operationsSchema.parse(operations), inContext);
  if (isRefusal(decision)) throw new Error(decision.message);
  return decision.board;
}

function cardIn(board: Board, id: Id): Card {
  const card = board.card(id);
  if (!card) throw new Error(`There is no card ${id}.`);
  return card;
}

const FULL: readonly Operation[] = [
  { type: 'label.create', labelId: 'bug', name: 'Bug', hue: 20 },
  { type: 'label.create', labelId: 'old', name: 'Old', hue: 40 },
  { type: 'card.edit', cardId: 'a', details: 'First\n\n- [ ] box' },
  { type: 'card.label', cardId: 'a', add: ['bug', 'old'] },
  { type: 'label.merge', labelId: 'old', into: 'bug' },
  { type: 'card.assign', cardId: 'a', add: ['bob', 'ada'] },
  { type: 'card.schedule', cardId: 'a', startAt: '2026-01-05', dueAt: '2026-02-01T10:00:00.000Z' },
  { type: 'card.prioritize', cardId: 'a', priority: 'urgent' },
  { type: 'card.estimate', cardId: 'a', estimate: 2.5 },
  { type: 'checklist.create', cardId: 'a', checklistId: 'x1', title: 'Steps' },
  { type: 'item.create', cardId: 'a', checklistId: 'x1', itemId: 'i1', text: 'One' },
  { type: 'item.create', cardId: 'a', checklistId: 'x1', itemId: 'i2', text: 'Two' },
  { type: 'item.edit', cardId: 'a', itemId: 'i2', done: true, assigneeId: 'bob' },
  { type: 'checklist.create', cardId: 'a', checklistId: 'x2', title: 'Empty' },
  { type: 'attachment.add', cardId: 'a', attachmentId: 'f1' },
  { type: 'card.link', cardId: 'b', kind: 'blocks', otherId: 'a' },
  { type: 'comment.create', cardId: 'a', commentId: 'm1', text: 'Said' },
];
const full = after(boardOf({ todo: ['a', 'b'], done: ['c'] }), FULL);

describe('items from a text', () => {
  it('are one a line, without the marks of a list', () => {
    expect(itemTexts('- One\r\n* [x] Two\n  3. Three\n\n[ ] Four\n\t• Five\u2028Six')).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'Six',
    ]);
  });

  it('are always such that a checklist takes them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1500 }), (text) => {
        const texts = itemTexts(text.replaceAll('\0', ''));
        expect(texts.every((one) => one.length > 0 && one.length <= LIMITS.title && one.isWellFormed())).toBe(true);
      }),
    );
  });

  it('come to the end of the checklist, in order', () => {
    const card = cardIn(full, 'a');
    const [checklist] = card.checklists;
    if (!checklist) throw new Error('There is no checklist.');
    const board = after(full, addItems({ cardId: 'a', checklist }, ['Three', 'Four'], composing()));
    expect(cardIn(board, 'a').checklists[0]?.items.map(({ text }) => text)).toEqual(['One', 'Two', 'Three', 'Four']);
  });
});

describe('an item that becomes a card', () => {
  it('is a card right below, for the one who had the item, and no item any more', () => {
    const board = after(full, itemToCard(full, { cardId: 'a', itemId: 'i2' }, composing(people)));
    expect(lanesOf(board)['todo']).toEqual(['a', 'new-1', 'b']);
    expect(cardIn(board, 'new-1')).toMatchObject({ title: 'Two', assigneeIds: ['bob'] });
    expect(cardIn(board, 'a').checklists[0]?.items.map(({ id }) => id)).toEqual(['i1']);
  });

  it('assigns nobody who has left the board', () => {
    const board = after(full, itemToCard(full, { cardId: 'a', itemId: 'i2' }, composing(new Set(['ada']))));
    expect(cardIn(board, 'new-1').assigneeIds).toEqual([]);
  });

  it('keeps the longest text that an item can have', () => {
    const text = 'x'.repeat(LIMITS.title);
    const long = after(full, [{ type: 'item.edit', cardId: 'a', itemId: 'i1', text }]);
    const board = after(long, itemToCard(long, { cardId: 'a', itemId: 'i1' }, composing()));
    expect(cardIn(board, 'new-1').title).toBe(text);
  });

  it('is nothing where the item is gone', () => {
    expect(itemToCard(full, { cardId: 'a', itemId: 'gone' }, composing())).toEqual([]);
    expect(itemToCard(full, { cardId: 'gone', itemId: 'i1' }, composing())).toEqual([]);
  });
});

/** What two cards have in common that are the same but for who and where they are. */
function contentOf(board: Board, card: Card) {
  const { title, details, assigneeIds, startAt, dueAt, priority, estimate } = card;
  return {
    title,
    details,
    assigneeIds,
    startAt,
    dueAt,
    priority,
    estimate,
    labels: board.labelsOf(card),
    files: card.attachments.map(({ id }) => id),
    checklists: card.checklists.map((list) => ({
      title: list.title,
      items: list.items.map(({ text, done, assigneeId }) => ({ text, done, assigneeId })),
    })),
  };
}

describe('a duplicate', () => {
  it('is the same card right below, with ids, a number and a story of its own', () => {
    const board = after(full, duplicateCard(full, cardIn(full, 'a'), composing(people)));
    const copy = cardIn(board, 'new-1');
    expect(lanesOf(board)['todo']).toEqual(['a', 'new-1', 'b']);
    expect(contentOf(board, copy)).toEqual(contentOf(full, cardIn(full, 'a')));
    expect(copy).toMatchObject({ links: [], commentCount: 0, number: full.lastNumber + 1 });
    expect(copy.checklists.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])).not.toContain('i1');
    expect(cardIn(board, 'a')).toBe(cardIn(full, 'a'));
  });

  it('has what the card has, whatever was done to it', () => {
    fc.assert(
      fc.property(fc.array(attempts, { maxLength: 60 }), fc.nat(), (tries, at) => {
        const server = new LogServer(boardOf({ todo: ['a', 'b'], doing: ['c'], done: [] }));
        play(server, tries);
        const cards = server.board.columns().flatMap(({ id }) => server.board.cardsIn(id));
        const card = cards[at % Math.max(1, cards.length)];
        if (!card) return;
        const answer = server.commit('copy', duplicateCard(server.board, card, composing()));
        if (isRefusal(answer)) return expect(answer.code).toBe('limit');
        expect(contentOf(server.board, cardIn(server.board, 'new-1'))).toEqual(contentOf(server.board, card));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a card as Markdown', () => {
  const nameOf = (id: Id) => ({ ada: 'Ada', bob: 'Bob [x](y)' })[id];

  it('says it in the language of whoever copies it', () => {
    speak(() => ({ code: 'de', locale: 'de-DE', catalogue: german }));
    const text = cardAsMarkdown(full, cardIn(full, 'a'), nameOf);
    speak(() => ENGLISH);
    expect(text).toContain('- **Priorität:** dringend\n- **Schätzung:** 2,5\n- **Blockiert von:** RM-2 B');
  });

  it('says what is on it', () => {
    expect(cardAsMarkdown(full, cardIn(full, 'a'), nameOf)).toBe(
      [
        '# RM-1 A',
        '',
        '- **Column:** TODO',
        '- **Labels:** Bug',
        '- **People:** Bob \\[x\\](y), Ada',
        '- **Start:** 5 Jan 2026',
        '- **Due:** 1 Feb 2026, 10:00 UTC',
        '- **Priority:** urgent',
        '- **Estimate:** 2.5',
        '- **Blocked by:** RM-2 B',
        '- **Files:** plan.pdf',
        '',
        'First',
        '',
        '- [ ] box',
        '',
        '## Steps',
        '',
        '- [ ] One',
        '- [x] Two (Bob \\[x\\](y))',
        '',
        '## Empty',
        '',
      ].join('\n'),
    );
  });

  it('leaves what there is not out', () => {
    expect(cardAsMarkdown(full, cardIn(full, 'c'), nameOf)).toBe('# RM-3 C\n\n- **Column:** DONE\n');
  });

  it.each([
    ['![x](https://evil.example/a.png)', '!\\[x\\](https\\://evil.example/a.png)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['# Not a heading', '\\# Not a heading'],
    ['**bold** _and_ `code` ~~gone~~', '\\*\\*bold\\*\\* \\_and\\_ \\`code\\` \\~\\~gone\\~\\~'],
    ['a | b &amp; @everyone', 'a \\| b \\&amp; \\@everyone'],
    ['back\\slash', 'back\\\\slash'],
  ])('takes the meaning out of a title such as %j', (title, shown) => {
    const board = after(full, [{ type: 'card.edit', cardId: 'c', title }]);
    expect(cardAsMarkdown(board, cardIn(board, 'c'), nameOf).split('\n')[0]).toBe(`# RM-3 ${shown}`);
  });

  it('stays one line for each title and each item, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const title = text.replaceAll('\0', '').trim();
        if (title === '' || !title.isWellFormed()) return;
        const board = after(full, [
          { type: 'card.edit', cardId: 'a', title },
          { type: 'item.edit', cardId: 'a', itemId: 'i1', text: title },
        ]);
        const usual = cardAsMarkdown(full, cardIn(full, 'a'), nameOf).split('\n');
        const lines = cardAsMarkdown(board, cardIn(board, 'a'), nameOf).split('\n');
        expect(lines.length).toBe(usual.length);
        expect(lines[0]).not.toMatch(/(^|[^\\])[<[`]/);
      }),
    );
  });

  it.each([
    ['```js\nopen', '```'],
    ['~~~~\n```\nopen', '~~~~'],
    ['before <!-- open', '-->'],
  ])('closes what details such as %j leave open, so that the checklists are seen', (details, end) => {
    const board = after(full, [{ type: 'card.edit', cardId: 'a', details }]);
    expect(cardAsMarkdown(board, cardIn(board, 'a'), nameOf)).toContain(`${details}\n${end}\n\n## Steps`);
  });
});
