import type { Id } from '../model.js';
import type { Operation } from '../operations.js';
import { formOf, readForm } from './card-index.js';
import { choicesOf, quoted } from './choices.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import { SURE, type Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { isQuote, textOf, type Span } from './words.js';

const ARCHIVE =
  '(archive|delete|remove|bin|trash|toss|drop|discard|erase|kill|scrap|dump|get rid of|throw away|throw out|chuck|chuck out|ditch|clear out|clear|clean up|put away|tidy away|clear away)';

function archive(cards: readonly Id[]): readonly Operation[] {
  return cards.map((cardId) => ({ type: 'card.archive', cardId }));
}

/** What was said for the cards, to be said again. */
function said({ said }: Scene, span: Span | undefined): string {
  if (!span) return '';
  return isQuote(said, span) ? quoted(textOf(said, span)) : textOf(said, span);
}

const EVERYTHING =
  'That would be every card of the board. Say which: “archive everything in Done”, or archive the board in its settings.';

/** What is done can go; of what is still to be done nobody may have meant that. */
function empty(columnId: Id, { board }: Scene, { clause }: Place): Act {
  const cards = board.cardsIn(columnId).map(({ id }) => id);
  const column = board.column(columnId);
  const title = column?.title ?? '';
  if (cards.length === 0) return `“${title}” is empty already.`;
  if (column?.done === true) return archive(cards);
  const count = cards.length === 1 ? 'its card' : `its ${cards.length} cards`;
  const others = board.columns().filter(({ id }) => id !== columnId);
  const moves = others.slice(0, MOST_MOVES).map((other) => ({
    label: `Move ${count} to ${other.title}`,
    words: `move all cards in ${quoted(title)} to ${quoted(other.title)}`,
  }));
  const choices = [{ label: `Archive ${count}`, words: `archive all cards in ${quoted(title)}` }, ...moves];
  return { question: `What is to become of the cards in “${title}”?`, choices, span: clause };
}

const MOST_MOVES = 4;

export const ARCHIVE_INTENTS: readonly Intent[] = [
  intent({
    name: 'archive',
    say: [
      `${ARCHIVE} {cards:cards}`,
      `${ARCHIVE} {cards:cards} (from the board|from this board)`,
      '(move|send|put|shift|drop|throw) {cards:cards} (to|into|in) the? (archive|bin|trash)',
    ],
    slots: { cards: 'cards' },
    careful: true,
    act({ cards = [] }, scene, { slots }) {
      // Nobody means the whole board by a word.
      if (cards.length > 1 && cards.length === scene.board.cardCount) return EVERYTHING;
      return doubtShort(scene, slots['cards']) ?? archive(cards);
    },
  }),
  intent({
    name: 'take out of a column',
    say: ['(remove|take|pull|drop|delete) {cards:cards} (from|out of) {column:column}'],
    slots: { cards: 'cards', column: 'column' },
    act({ cards = [], column }, scene, place): Act | null {
      const { board } = scene;
      // “All cards from Review” leave nothing to ask: they are archived, or moved to where it is said.
      if (column === undefined || cards.length !== 1 || cards.some((id) => board.card(id)?.columnId !== column))
        return null;
      return askOut(scene, place, column);
    },
  }),
  intent({
    name: 'close',
    say: ['close {cards:cards}'],
    slots: { cards: 'cards' },
    act({ cards = [] }, scene, { clause, slots }) {
      const [closed, ...others] = scene.board.columns().filter(({ title }) => /^closed?$/iu.test(title));
      if (closed && others.length === 0) {
        return cards.map((cardId) => ({ type: 'card.move', cardId, columnId: closed.id }));
      }
      const words = said(scene, slots['cards']);
      const done = scene.board.columns().filter(({ done }) => done);
      const choices = done.map(({ title }) => ({
        label: `Move to ${title}`,
        words: `move ${words} to ${quoted(title)}`,
      }));
      return {
        question: 'What is to become of it?',
        choices: [...choices.slice(0, 4), { label: 'Archive', words: `archive ${words}` }],
        span: clause,
      };
    },
  }),
  intent({
    name: 'empty',
    say: [
      '(empty|clear|clear out|empty out|clean out) {column:column}',
      '(archive|clear) the contents of {column:column}',
    ],
    slots: { column: 'column' },
    act: ({ column }, scene, place) => (column === undefined ? [] : empty(column, scene, place)),
  }),
  intent({
    name: 'restore',
    say: [
      '(restore|recover|undelete|reinstate|revive|unarchive) {what:archived}',
      '(bring|get|put|take) back {what:archived}',
      '(bring|get|put|take) {what:archived} back (from the archive|out of the archive|on the board|onto the board|to the board|)',
      '(bring|get|take|move|pull) {what:archived} (out of|from) the? (archive|bin|trash)',
      '(restore|recover|undelete|unarchive) {what:archived} (from the archive|from archive)',
    ],
    slots: { what: 'archived' },
    act: ({ what }) => (what ? [what] : []),
  }),
  intent({
    name: 'restore to a column',
    say: [
      '(restore|recover|undelete|unarchive) {what:archived} (to|into|in) {column:column}',
      '(bring|get|put|take) back {what:archived} (to|into|in) {column:column}',
      '(bring|get|put|take) {what:archived} back (to|into|in) {column:column}',
      '(restore|recover|undelete|unarchive) {what:archived} and (put|move|place) it (back|) (to|into|in) {column:column}',
    ],
    slots: { what: 'archived', column: 'column' },
    act({ what, column }) {
      if (!what || column === undefined || what.type === 'column.restore') return null;
      return [what, { type: 'card.move', cardId: what.cardId, columnId: column }];
    },
  }),
];

/** Less than half of a title may well be said of another card, which is gone or still to come. */
function doubtShort(scene: Scene, span: Span | undefined): Doubt | null {
  const named = span && scene.reader.slot('card', span);
  const card = named?.kind === 'clear' && named.sure === SURE.phrase ? scene.board.card(named.value) : undefined;
  if (!span || !card) return null;
  const { stems } = formOf(card);
  const shared = readForm(textOf(scene.said, span)).stems.filter((word) => stems.includes(word));
  if (shared.length === 0 || shared.length * 2 >= stems.length) return null;
  return { question: 'Is that the card that you mean?', choices: choicesOf(scene.board, [card.id]), span };
}

function askOut(scene: Scene, { clause, slots }: Place, columnId: Id): Act {
  const words = said(scene, slots['cards']);
  const others = scene.board.columns().filter(({ id }) => id !== columnId);
  const moves = others.map(({ title }) => ({ label: `Move to ${title}`, words: `move ${words} to ${quoted(title)}` }));
  return {
    question: 'Archive it, or move it to another column?',
    choices: [{ label: 'Archive', words: `archive ${words}` }, ...moves.slice(0, 5)],
    span: clause,
  };
}
