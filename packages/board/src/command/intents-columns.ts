import type { Column, Id } from '../model.js';
import type { Operation, Place as Where } from '../operations.js';
import { partsOf } from './find-list.js';
import { readForm } from './card-index.js';
import { quoted } from './choices.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import { readText } from './read-text.js';
import type { Scene } from './scene.js';
import { isQuote, normsOf, textOf, type Span } from './words.js';

const COLUMN = '(column|list|lane|swimlane)';
const COLUMNS = '(columns|lists|lanes|swimlanes)';
const NEW_COLUMNS = `(add|create|make|new) (the|some|new|two|three|four|five)? (following|)? ${COLUMNS} (called|named|for|:|)`;
const NEW_COLUMN = `(add|create|make|new|insert) (a|an|the|new|another)? new? ${COLUMN}`;
/** “We need a list …” is said of much else: there the name is said to be one. */
const WANT = '(i want|we want|i need|we need|id like)';
const WANTED = `${WANT} (a|another) (new column|new? ${COLUMN} (called|named|titled))`;
const NEW = `(${NEW_COLUMN} (called|named|titled|for|:|)|${WANTED})`;
/** Before its name: “a list” is at the end of what many cards are called. */
const NEW_CALLED = '(add|create|make|insert) (a|an|another) new?';
const AFTER = '(after|behind|right of|to the right of|right after|following|next to)';
const BEFORE = '(before|ahead of|in front of|left of|to the left of|right before)';
const START = '(at|to) the (start|beginning|front|far left|left|very start)';
const END = '(at|to) the (end|far right|right|very end)';

function create(
  title: string | undefined,
  where: Where,
  { scene, span }: { scene: Scene; span: Span | undefined },
): Act | null {
  if (title === undefined) return null;
  if (NO_NAMES.has(title.toLowerCase()) && !(span && isQuote(scene.said, span))) return NAMELESS;
  const namesake = namesakeOf(title, scene);
  if (namesake) return `There is a column “${namesake.title}” already.`;
  const unsure = span && !isQuote(scene.said, span) ? doubtPlace(scene, span) : null;
  return unsure ?? [{ type: 'column.create', columnId: scene.context.newId(), title, ...where }];
}

/** “A new column” says nothing of what it is called. */
const NO_NAMES = new Set(['new', 'empty', 'other', 'another', 'extra', 'different', 'separate', 'second']);
const NAMELESS = 'Say what the column is to be called: “add a column called Blocked”.';

function namesakeOf(title: string, { board }: Scene): Column | undefined {
  const { plain } = readForm(title);
  return plain === '' ? undefined : board.columns().find((column) => readForm(column.title).plain === plain);
}

function rename(columnId: Id | undefined, title: string | undefined, scene: Scene): Act {
  if (columnId === undefined || title === undefined) return [];
  const namesake = namesakeOf(title, scene);
  return namesake && namesake.id !== columnId
    ? `There is a column “${namesake.title}” already.`
    : [{ type: 'column.rename', columnId, title }];
}

const PLACES = new Set([
  'after',
  'before',
  'left',
  'right',
  'behind',
  'between',
  'with',
  'limit',
  'in',
  'to',
  'at',
  'if',
  'when',
  'unless',
]);

/** A title that may go on to say where the column is to be. */
function doubtPlace({ said }: Scene, span: Span): Act | null {
  if (!normsOf(said, span).some((norm, index) => index > 0 && PLACES.has(norm))) return null;
  const text = textOf(said, span);
  return {
    question: 'Is all of that the name of the column?',
    choices: [{ label: `A column called “${text}”`, words: quoted(text) }],
    span,
  };
}

/** The neighbours at a place beside a column. */
function beside(columnId: Id | undefined, side: 'before' | 'after'): Where {
  return columnId === undefined ? {} : side === 'before' ? { before: columnId } : { after: columnId };
}

function first({ board }: Scene, except?: Id): Where {
  return { before: board.columns().find(({ id }) => id !== except)?.id ?? null };
}

function isOperations(act: Act): act is readonly Operation[] {
  return Array.isArray(act);
}

function step(columnId: Id, steps: number, { board }: Scene): Act {
  const columns = board.columns();
  const index = columns.findIndex(({ id }) => id === columnId);
  const other = columns[index + steps];
  if (!other) return `It has no ${Math.abs(steps) === 1 ? 'column' : `${Math.abs(steps)} columns`} on that side.`;
  return [{ type: 'column.move', columnId, ...beside(other.id, steps < 0 ? 'before' : 'after') }];
}

/** Archives a column; one that holds cards only where it was said what becomes of them. */
function archive(columnId: Id, { board }: Scene, place: Place): Act {
  const cards = board.cardsIn(columnId);
  if (cards.length === 0) return [{ type: 'column.archive', columnId }];
  const title = board.column(columnId)?.title ?? '';
  const other = board.columns().find(({ id }) => id !== columnId);
  const count = cards.length === 1 ? '1 card' : `${cards.length} cards`;
  const choices = [
    { label: `Archive it with its ${count}`, words: `archive the column ${quoted(title)} with all its cards` },
    ...(other
      ? [
          {
            label: `Move its ${count} to ${other.title} first`,
            words: `move all cards in ${quoted(title)} to ${quoted(other.title)} and archive the column ${quoted(title)}`,
          },
        ]
      : []),
  ];
  return { question: `“${title}” still holds ${count}. What is to become of them?`, choices, span: place.clause };
}

function archiveAll(columnId: Id, { board }: Scene): readonly Operation[] {
  const cards = board.cardsIn(columnId).map(({ id }): Operation => ({ type: 'card.archive', cardId: id }));
  return [...cards, { type: 'column.archive', columnId }];
}

const ARCHIVE = '(archive|delete|remove|drop|discard|get rid of|bin|trash)';
const MOVE = '(move|put|drag|shift|place|reorder|bring)';

export const COLUMN_INTENTS: readonly Intent[] = [
  intent({
    name: 'add a column',
    say: [
      `${NEW} {title:text}`,
      `${WANT} (a|another) new? ${COLUMN} {title:quote} (${END}|)`,
      `${NEW} {title:text} ${END}`,
      `${NEW_CALLED} {title:text} column`,
    ],
    slots: { title: 'text' },
    act: ({ title }, scene, { slots }) => create(title, {}, { scene, span: slots['title'] }),
  }),
  intent({
    name: 'add a column, but of what name?',
    say: [NEW_COLUMN],
    slots: {},
    act: () => NAMELESS,
  }),
  intent({
    name: 'add a column after another',
    say: [
      `${NEW} {title:text} ${AFTER} {other:column}`,
      `${NEW_CALLED} {title:text} column ${AFTER} {other:column}`,
      `(add|create|insert) (a|another)? new? ${COLUMN} ${AFTER} {other:column} (called|named|titled|:) {title:text}`,
      `${AFTER} {other:column} ,? add (a|the) ${COLUMN} (called|named|) {title:text}`,
    ],
    slots: { title: 'text', other: 'column' },
    act: ({ title, other }, scene, { slots }) => create(title, beside(other, 'after'), { scene, span: slots['title'] }),
  }),
  intent({
    name: 'add a column before another',
    say: [
      `${NEW} {title:text} ${BEFORE} {other:column}`,
      `${NEW_CALLED} {title:text} column ${BEFORE} {other:column}`,
      `(add|create|insert) (a|another)? new? ${COLUMN} ${BEFORE} {other:column} (called|named|titled|:) {title:text}`,
    ],
    slots: { title: 'text', other: 'column' },
    act: ({ title, other }, scene, { slots }) =>
      create(title, beside(other, 'before'), { scene, span: slots['title'] }),
  }),
  intent({
    name: 'add a column between two others',
    say: [
      `${NEW} {title:text} between {one:column} and {other:column}`,
      `${NEW_CALLED} {title:text} column between {one:column} and {other:column}`,
    ],
    slots: { title: 'text', one: 'column', other: 'column' },
    act({ title, one, other }, scene, { slots }) {
      const indexes = [one, other].map((id) => scene.board.columns().findIndex((column) => column.id === id));
      const [from = 0, to = 0] = indexes.toSorted((a, b) => a - b);
      const left: Column | undefined = scene.board.columns()[from];
      if (to - from !== 1) return 'There are other columns between those two. Say after which it is to be.';
      return create(title, beside(left?.id, 'after'), { scene, span: slots['title'] });
    },
  }),
  intent({
    name: 'add a column at the start',
    say: [`${NEW} {title:text} ${START}`],
    slots: { title: 'text' },
    act: ({ title }, scene, { slots }) => create(title, first(scene), { scene, span: slots['title'] }),
  }),
  intent({
    name: 'add columns',
    say: [`${NEW_COLUMNS} {titles:text}`, `${NEW_COLUMNS} {titles:text} ${AFTER} {after:column}`],
    slots: { titles: 'text', after: 'column' },
    act({ after }, scene, { slots }) {
      const parts = slots['titles'] ? partsOf(scene, slots['titles']) : [];
      const names = parts.map((part) => readForm(textOf(scene.said, part)).plain);
      if (new Set(names).size < names.length) return null;
      const made: Operation[] = [];
      let left = after;
      for (const span of parts) {
        const title = readText(scene, span);
        const act = title?.kind === 'clear' ? create(title.value, beside(left, 'after'), { scene, span }) : null;
        if (act === null || !isOperations(act)) return act;
        made.push(...act);
        const [column] = act;
        if (left !== undefined && column?.type === 'column.create') left = column.columnId;
      }
      return made;
    },
  }),
  intent({
    name: 'rename a column',
    say: [
      `(rename|retitle) the? ${COLUMN} {column:column} (to|as|->|into) {title:text}`,
      `(rename|retitle) {column:column} ${COLUMN}? (to|as|->|into) {title:text}`,
      `(change|set) the? (name|title) of the? ${COLUMN}? {column:column} ${COLUMN}? (to|into) {title:text}`,
      `call the? ${COLUMN} {column:column} {title:text}`,
      `call the? {column:column} ${COLUMN} {title:text}`,
    ],
    slots: { column: 'column', title: 'text' },
    act: ({ column, title }, scene) => rename(column, title, scene),
  }),
  intent({
    name: 'call a column',
    // Without a word for it or quotation marks, “call Sales tomorrow” is something to do.
    say: ['call {column:column} {title:quote}', '(change|rename|retitle) {column:column} (to|) {title:quote}'],
    slots: { column: 'column', title: 'quote' },
    act: ({ column, title }, scene) => rename(column, title, scene),
  }),
  intent({
    name: 'move a column',
    say: [
      `${MOVE} the? ${COLUMN}? {column:column} ${COLUMN}? ${BEFORE} {before:column}`,
      `${MOVE} the? ${COLUMN}? {column:column} ${COLUMN}? ${AFTER} {after:column}`,
    ],
    slots: { column: 'column', before: 'column', after: 'column' },
    act({ column, before, after }) {
      if (column === undefined) return [];
      if (column === before || column === after) return 'A column cannot be put beside itself. Name another column.';
      const where = before === undefined ? beside(after, 'after') : beside(before, 'before');
      return [{ type: 'column.move', columnId: column, ...where }];
    },
  }),
  intent({
    name: 'move a column to the start',
    say: [
      `${MOVE} the? ${COLUMN} {column:column} (first|to the (start|beginning|front|far left|very left|first position|first place))`,
      `${MOVE} {column:column} ${COLUMN}? (first|to the (start|beginning|front|far left|very left|first position|first place))`,
      `make {column:column} the first ${COLUMN}`,
    ],
    slots: { column: 'column' },
    act: ({ column }, scene) =>
      column === undefined ? [] : [{ type: 'column.move', columnId: column, ...first(scene, column) }],
  }),
  intent({
    name: 'move a column to the end',
    say: [
      `${MOVE} the? ${COLUMN} {column:column} (last|to the (end|far right|very right|last position|last place))`,
      `${MOVE} {column:column} ${COLUMN}? (last|to the (end|far right|very right|last position|last place))`,
      `make {column:column} the last ${COLUMN}`,
    ],
    slots: { column: 'column' },
    act: ({ column }) => (column === undefined ? [] : [{ type: 'column.move', columnId: column }]),
  }),
  intent({
    name: 'move a column left',
    say: [
      `${MOVE} the? ${COLUMN}? {column:column} ${COLUMN}? (one|a|) (place|position|step|) (to the|) left (by? {steps:number} (places|positions|)|)`,
    ],
    slots: { column: 'column', steps: 'number' },
    act: ({ column, steps = 1 }, scene) => (column === undefined ? [] : step(column, -steps, scene)),
  }),
  intent({
    name: 'move a column right',
    say: [
      `${MOVE} the? ${COLUMN}? {column:column} ${COLUMN}? (one|a|) (place|position|step|) (to the|) right (by? {steps:number} (places|positions|)|)`,
    ],
    slots: { column: 'column', steps: 'number' },
    act: ({ column, steps = 1 }, scene) => (column === undefined ? [] : step(column, steps, scene)),
  }),
  intent({
    name: 'swap columns',
    say: [
      `(swap|exchange|switch) the? ${COLUMNS}? {one:column} ${COLUMN}? (and|with) the? ${COLUMN}? {other:column} ${COLUMNS}?`,
    ],
    slots: { one: 'column', other: 'column' },
    act({ one, other }, { board }) {
      const ids = board.columns().map(({ id }) => id);
      const [from = 0, to = 0] = [one, other].map((id) => ids.findIndex((own) => own === id)).toSorted((a, b) => a - b);
      const [left, right, next] = [ids[from], ids[to], ids[from + 1]];
      if (left === undefined || right === undefined || next === undefined || left === right) return null;
      const back: Operation = { type: 'column.move', columnId: right, before: left };
      return next === right
        ? [back]
        : [
            { type: 'column.move', columnId: left, after: right },
            { ...back, before: next },
          ];
    },
  }),
  intent({
    name: 'archive a column',
    say: [`${ARCHIVE} the? ${COLUMN} {column:column}`, `${ARCHIVE} {column:column} ${COLUMN}`],
    slots: { column: 'column' },
    act: ({ column }, scene, place) => (column === undefined ? [] : archive(column, scene, place)),
  }),
  intent({
    name: 'archive a column or its cards',
    say: [`${ARCHIVE} {column:column}`],
    slots: { column: 'column' },
    act({ column }, { board }, { clause }) {
      const title = column === undefined ? undefined : board.column(column)?.title;
      if (title === undefined || normsTell(title)) return null;
      const choices = [
        { label: 'The cards in it', words: `archive all cards in ${quoted(title)}` },
        { label: 'The column', words: `archive the column ${quoted(title)}` },
      ];
      return { question: `“${title}” is a column. What is to be archived?`, choices, span: clause };
    },
  }),
  intent({
    name: 'archive a column with its cards',
    say: [
      `${ARCHIVE} the? ${COLUMN} {column:column} (and|with|including|along with|together with) (all|everything|) (of|) (its|the|) (cards|card|tasks|contents|content|in it|on it)`,
      `${ARCHIVE} {column:column} ${COLUMN}? (and|with|including|along with|together with) (all|everything|) (of|) (its|the|) (cards|card|tasks|contents|content|in it|on it)`,
    ],
    slots: { column: 'column' },
    act: ({ column }, scene) => (column === undefined ? [] : archiveAll(column, scene)),
  }),
];

/** Whether a column is called as its cards are: “archive cards” is not for it. */
function normsTell(title: string): boolean {
  return ['cards', 'tasks', 'issues', 'tickets', 'everything', 'all'].includes(title.toLowerCase());
}
