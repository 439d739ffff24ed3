import { createBoard, snapshotOf } from '../../board.js';
import type { Card, Id } from '../../model.js';
import type { CommandContext } from '../command.js';
import { understand } from '../understand.js';
import { contextOf } from './context.js';

const NAMES = { ana: 'Ana Silva', ben: 'Ben Stone' };

/** A board with something in each field. */
const FIELDS: Readonly<Record<Id, Partial<Card>>> = {
  // Login page
  c1: { labelIds: ['bug'], dueAt: '2026-11-27', assigneeIds: ['ana'], priority: 'medium', estimate: 3 },
  // Login API
  c2: { dueAt: '2026-11-30T08:00:00.000Z', priority: 'urgent' },
  // Search results
  c4: {
    labelIds: ['bug', 'design'],
    assigneeIds: ['ana', 'ben'],
    checklists: [
      {
        id: 'steps',
        title: 'Steps',
        items: [
          { id: 'sketch', text: 'Sketch it', done: true, assigneeId: null },
          { id: 'tests', text: 'Write tests', done: false, assigneeId: null },
          { id: 'ask', text: 'Ask Eve', done: false, assigneeId: null },
        ],
      },
    ],
    links: [{ kind: 'blocked_by', cardId: 'c5' }],
  },
  // Rate limiting
  c5: {
    links: [{ kind: 'blocks', cardId: 'c4' }],
    checklists: ['Before', 'After'].map((title) => ({ id: title.toLowerCase(), title, items: [] })),
  },
};

export function fieldContext(more: Partial<CommandContext> = {}): CommandContext {
  const context = contextOf({
    Backlog: ['Login page', 'Login API', 'Dark mode'],
    'In Progress': ['Search results', 'Rate limiting'],
    Review: [],
    Done: ['Set up CI'],
  });
  const snapshot = snapshotOf(context.board);
  const cards = snapshot.cards.map((card) => ({ ...card, ...FIELDS[card.id] }));
  const people = Object.entries(NAMES).map(([id, name]) => ({ id, name }));
  return { ...context, board: createBoard({ ...snapshot, cards }), people, ...more };
}

/** What comes of a phrase, in words: what would be done, what is asked with which choices, or that it is refused. */
export function outcomeOf(text: string, context: CommandContext): string {
  const understood = understand(text, context);
  switch (understood.kind) {
    case 'change':
      return understood.sentences.join(' ');
    case 'ask':
      return `Asks: ${understood.asked.choices.map(({ label }) => label).join(' / ')}`;
    case 'refused':
      return `Refuses: ${understood.reason}`;
    case 'answer':
      return `Answers: ${understood.text}`;
    case 'filter':
    case 'undo':
    case 'redo':
      return understood.sentence;
  }
}
