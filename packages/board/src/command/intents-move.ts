import type { Id } from '../model.js';
import { intent, type Act, type Intent } from './intent.js';
import { askWhere, columnOf, finish, moveAlong, moveInto, moveToEnd, moveToTop, placeCards, start } from './moves.js';
import type { Scene } from './scene.js';

export const MOVE =
  '(move|put|send|drag|shift|transfer|bring|take|mv|push|pull|drop|place|get|bump|relocate|reorder|slide|pop|stick|pass|reopen)';
const TO = '(to|into|in|onto|on|on to|over to|across to|along to|back to|back into|back in|under|2|->|over into)';
/** How it is said of cards themselves where they go. */
export const GOES =
  'now? (goes|go|should go|should be|must be|needs to be|need to be|has to be|can go|can now go|must go|needs to go|need to go|has to go|have to go|should come|comes|come|belongs|belong)';
const TAKEN = '(take|grab|pick|get|pick up) {cards:cards} and (place|put|move|drop|drag|stick|bring) (it|them)';
const OF_ITS_COLUMN = '((of|in) (its|the|their|that|this) (column|list|lane)|)';
const SEVERAL = 'Those cards are in several columns. Say to the top of which.';

/** “All done” is said of many things, and hardly asks for the whole board to be moved. */
function isWhole(cards: readonly Id[], { board }: Scene): boolean {
  return cards.length > 1 && cards.length === board.cardCount;
}

function lastColumn(cardId: Id, { context, board }: Scene): Id | undefined {
  const moves = context.log.flatMap(({ moves }) => moves);
  const move = moves.find((one) => one.cardId === cardId && one.from !== null && one.from !== one.to);
  return move?.from !== null && move !== undefined && board.column(move.from) ? move.from : undefined;
}

function toTop(cards: readonly Id[], column: Id | undefined, scene: Scene): Act {
  const columnId = column ?? columnOf(cards, scene);
  return columnId === undefined ? SEVERAL : moveToTop(cards, columnId, scene);
}

function toBottom(cards: readonly Id[], column: Id | undefined, scene: Scene): Act {
  const columnId = column ?? columnOf(cards, scene);
  return columnId === undefined ? SEVERAL.replace('top', 'bottom') : moveToEnd(cards, columnId);
}

export const MOVE_INTENTS: readonly Intent[] = [
  intent({
    name: 'move',
    say: [
      `${MOVE} only? {cards:cards} ${TO} {column:column}`,
      `${MOVE} {cards:cards} {column:column}`,
      '(empty|clear out|clear) {cards:cards} (to|into) {column:column}',
      '(id like|i would like|i want|we want|id love) {cards:cards} (to go to|to go into|to be in|to move to|moved to|moved into|in) {column:column}',
      `${TAKEN} ${TO} {column:column}`,
      'change the? (column|status|state|stage|list) (of|for) {cards:cards} to {column:column}',
      '(set|change|switch) {cards:cards} (to|->) {column:column}',
      "(set|change) {cards:cards} 's (column|status|state|stage) to {column:column}",
      '(set|change|update) the? (status|state) (of|for) {cards:cards} (to|as) {column:column}',
    ],
    slots: { cards: 'cards', column: 'column' },
    act: ({ cards = [], column }, scene) => (column === undefined ? [] : moveInto(cards, column, scene)),
  }),
  intent({
    name: 'move all but some',
    say: [`${MOVE} {all:set} ${TO} {column:column} ,? (except|except for|apart from|but not|excluding) {others:cards}`],
    // A set, and no cards: of everything but some nobody has to ask whether it is the whole board.
    slots: { all: 'set', others: 'cards', column: 'column' },
    act({ all, others = [], column }, scene) {
      const rest = all?.ids.filter((id) => !others.includes(id)) ?? [];
      // What is not among them would be left where it is anyway: something else is meant.
      if (column === undefined || rest.length === 0 || rest.length + others.length !== all?.ids.length) return null;
      return moveInto(rest, column, scene);
    },
  }),
  intent({
    name: 'move everything',
    say: [
      '(move|send|shift|transfer|take|empty|clear|clear out) the? {from:column} (to|into|->) {column:column}',
      '(move|send) the contents of {from:column} (to|into) {column:column}',
    ],
    slots: { from: 'column', column: 'column' },
    act({ from, column }, scene, place) {
      if (from === undefined || column === undefined) return [];
      const cards = scene.board.cardsIn(from).map(({ id }) => id);
      const [verb] = scene.said.words.slice(place.clause.from).map(({ norm }) => norm);
      if (cards.length === 0) return `There are no cards in “${scene.board.column(from)?.title ?? ''}”.`;
      if (verb === 'empty' || verb?.startsWith('clear')) return placeCards(cards, column, {});
      const title = scene.board.column(from)?.title ?? '';
      const target = scene.board.column(column)?.title ?? '';
      const words = `move all cards in "${title}" to "${target}"`;
      return {
        question: `“${title}” is a column. Do you mean the cards in it?`,
        choices: [{ label: `All cards in ${title}`, words }],
        span: place.clause,
      };
    },
  }),
  intent({
    name: 'move',
    say: [`${MOVE} {cards:cards} (to|at) the? very? (end|bottom) (of|in) {column:column}`],
    slots: { cards: 'cards', column: 'column' },
    act: ({ cards = [], column }) => (column === undefined ? [] : moveToEnd(cards, column)),
  }),
  intent({
    name: 'move',
    say: [
      '{cards:cards} (is|are|is in|are in|is now|is now in|are now in) {column:column}',
      `{cards:cards} (${GOES}|) (to|->|into|back to|back in|back into) {column:column}`,
      `{cards:cards} ${GOES} (in|on) {column:column}`,
      // “Can go on the stand”, where the column is called “On the stand”.
      '{cards:cards} now? (goes|go|should go|can go|can now go|must go|needs to go|need to go|has to go|have to go) {column:column}',
      '{cards:cards} {column:column}',
    ],
    slots: { cards: 'cards', column: 'column' },
    verbless: true,
    careful: true,
    act: ({ cards = [], column }, scene) =>
      column === undefined || isWhole(cards, scene) ? null : moveInto(cards, column, scene),
  }),
  intent({
    name: 'move to the top',
    say: [
      `${MOVE} {cards:cards} (to|at|on|in) the? very? (top|start|beginning|front|head) (of|in) {column:column}`,
      `${MOVE} {cards:cards} ${TO} {column:column} ,? (at|on|to) the? very? (top|start|beginning)`,
      `${MOVE} {cards:cards} first (in|of) {column:column}`,
      `${TAKEN} (to|at|on|in) the? very? (top|start|beginning|front) (of|in) {column:column}`,
      `${MOVE} {cards:cards} (up|) (to|at|on) the? very? (top|start|beginning|front) ${OF_ITS_COLUMN}`,
      `${MOVE} {cards:cards} (all the way|right) (up|to the top)`,
      `${MOVE} {cards:cards} top`,
      `${MOVE} {cards:cards} first`,
    ],
    slots: { cards: 'cards', column: 'column' },
    act: ({ cards = [], column }, scene) => toTop(cards, column, scene),
  }),
  intent({
    name: 'move to the top',
    say: [
      `{cards:cards} (${GOES}|) (to|at|on) the? very? top ${OF_ITS_COLUMN}`,
      `{cards:cards} (${GOES}|) (to|at|on) the? very? top (of|in) {column:column}`,
      `{cards:cards} ${GOES} (the|) first (one|card|) ((in|of|on) {column:column}|)`,
    ],
    slots: { cards: 'cards', column: 'column' },
    verbless: true,
    careful: true,
    act: ({ cards = [], column }, scene) => toTop(cards, column, scene),
  }),
  intent({
    name: 'move to the bottom',
    say: [
      `${MOVE} {cards:cards} (down|) (to|at|on) the? very? (bottom|end) ${OF_ITS_COLUMN}`,
      `${MOVE} {cards:cards} (all the way|right) (down|to the bottom)`,
      `${MOVE} {cards:cards} ${TO} {column:column} ,? (at|on|to) the? very? (bottom|end)`,
      `${MOVE} {cards:cards} last`,
      `${MOVE} {cards:cards} last (in|of) {column:column}`,
    ],
    slots: { cards: 'cards', column: 'column' },
    act: ({ cards = [], column }, scene) => toBottom(cards, column, scene),
  }),
  intent({
    name: 'move to the bottom',
    say: [
      `{cards:cards} (${GOES}|) (to|at|on) the? very? (bottom|end) ${OF_ITS_COLUMN}`,
      `{cards:cards} (${GOES}|) (to|at|on) the? very? (bottom|end) (of|in) {column:column}`,
      `{cards:cards} ${GOES} (the|) last (one|card|) ((in|of|on) {column:column}|)`,
    ],
    slots: { cards: 'cards', column: 'column' },
    verbless: true,
    careful: true,
    act: ({ cards = [], column }, scene) => toBottom(cards, column, scene),
  }),
  intent({
    name: 'move on',
    say: [
      `${MOVE} {cards:cards} (to|into) the? (next|following) (column|list|lane|stage|step|phase)`,
      `${MOVE} {cards:cards} (one|a) (column|list|lane|stage|step) (on|forward|further|ahead|over|right|to the right|along)`,
      `${MOVE} {cards:cards} (forward|right|to the right) (by? (one|a) (column|list|lane|stage)|)`,
      'advance {cards:cards} (one|a|by one|by a|) (column|list|lane|stage|step|)',
      `${MOVE} {cards:cards} (on|along)`,
    ],
    slots: { cards: 'cards' },
    act: ({ cards = [] }, scene) => moveAlong(cards, 1, scene),
  }),
  intent({
    name: 'move back a column',
    say: [
      `${MOVE} {cards:cards} (back|) (to|into) the? (previous|preceding) (column|list|lane|stage|step|phase)`,
      `${MOVE} {cards:cards} back (by|) (one|a) (column|list|lane|stage|step)`,
      `${MOVE} {cards:cards} (one|a) (column|list|lane|stage|step) (back|backwards|left|to the left)`,
      `${MOVE} {cards:cards} (left|to the left) (by? (one|a) (column|list|lane|stage)|)`,
    ],
    slots: { cards: 'cards' },
    act: ({ cards = [] }, scene) => moveAlong(cards, -1, scene),
  }),
  intent({
    name: 'move back',
    say: [
      `${MOVE} {card:card} back`,
      `${MOVE} back {card:card}`,
      `${MOVE} {card:card} back (to where it was|where it was)`,
      '(reopen|re-open) {card:card}',
    ],
    slots: { card: 'card' },
    act({ card }, scene, place): Act {
      if (card === undefined) return [];
      const columns = scene.board.columns();
      const index = columns.findIndex(({ id }) => id === scene.board.card(card)?.columnId);
      const before = lastColumn(card, scene);
      const previous = columns[index - 1];
      // Back is where it came from, and the column before: only where both are one, or it was moved just now, it is clear.
      const [last] = scene.context.log;
      const isJustMoved = last?.actorId === scene.context.actorId && last.moves.some(({ cardId }) => cardId === card);
      if (before !== undefined && (before === previous?.id || isJustMoved)) return placeCards([card], before, {});
      const offered = columns.filter(({ id }) => id === before || id === previous?.id);
      const asked = offered.length > 0 ? offered : columns;
      return askWhere(asked, { scene, place, question: 'To which column is it to go back?' });
    },
  }),
  intent({
    name: 'move to done',
    say: [
      '(finish|complete|resolve|finalize|wrap up|close off|finish off|finish up) {cards:cards}',
      '(mark|set|flag) {cards:cards} (as|to|) (done|complete|completed|finished|resolved)',
      '(mark|set) {cards:cards} as (being|) (done|complete|completed|finished)',
      '(i|we|ive|weve) (have|just|) (finished|completed|done|did|wrapped|wrapped up) (with|) {cards:cards}',
      '(i am|im|we are|were) (done|finished) with {cards:cards}',
      '(done|finished) with {cards:cards}',
    ],
    slots: { cards: 'cards' },
    act: ({ cards = [] }, scene, place) => finish(cards, scene, place),
  }),
  intent({
    name: 'move one to done',
    say: [
      '(finished|completed) (the|my|our) {card:card}',
      "{person:person} (has|'s|) (finished|completed|wrapped up) (with|) {card:card}",
    ],
    slots: { card: 'card', person: 'person' },
    verbless: true,
    careful: true,
    act: ({ card }, scene, place) => (card === undefined ? null : finish([card], scene, place)),
  }),
  intent({
    name: 'move to done',
    say: [
      '{cards:cards} (is|are) (now|all|already|) (done|complete|completed|finished|resolved|wrapped up|dealt with|taken care of)',
      '{cards:cards} (done|completed|finished|complete)',
      '(done|finished|completed) : {cards:cards}',
    ],
    slots: { cards: 'cards' },
    verbless: true,
    careful: true,
    act: ({ cards = [] }, scene, place) => (isWhole(cards, scene) ? null : finish(cards, scene, place)),
  }),
  intent({
    name: 'move to where work is',
    say: [
      '(start|begin|commence) (on|with|working on|work on|) {cards:cards}',
      '(i|we|ive|weve) (have|just|) (started|begun) (on|with|working on|work on|) {cards:cards}',
      '(i am|im|we are) (now|) (starting|working on|starting on|starting with) {cards:cards}',
      '(mark|set) {cards:cards} (as|to) (started|in progress|in work)',
    ],
    slots: { cards: 'cards' },
    act: ({ cards = [] }, scene, place) => start(cards, scene, place),
  }),
];
