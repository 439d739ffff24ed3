import { sortColumn } from '../compose-column.js';
import type { Id } from '../model.js';
import { intent, type Act, type Intent } from './intent.js';
import { GOES, MOVE } from './intents-move.js';
import { columnOf, moveBeside, moveBy, moveToPosition, placeCards, swap } from './moves.js';
import type { Scene } from './scene.js';
import { textOf } from './words.js';

const RIGHT = '(right|just|directly|straight|immediately|)';
const ABOVE = `${RIGHT} (above|before|over|on top of|ahead of|in front of)`;
const BELOW = `${RIGHT} (below|after|beneath|underneath|under|behind)`;
const SEVERAL = 'Those cards are in several columns. Say in which column they are to be.';

interface Beside {
  readonly other: Id | undefined;
  readonly column: Id | undefined;
  readonly side: 'above' | 'below';
}

function beside(cards: readonly Id[], { other, column, side }: Beside, scene: Scene): Act {
  if (other === undefined) return [];
  return column === undefined || scene.board.card(other)?.columnId === column
    ? moveBeside(cards, other, { side, scene })
    : 'The card that it is to be beside is in another column.';
}

export const ORDER_INTENTS: readonly Intent[] = [
  intent({
    name: 'move above',
    say: [
      `${MOVE} {cards:cards} ${ABOVE} {other:card}`,
      `${MOVE} {cards:cards} (to|in|into) {column:column} ,? ${ABOVE} {other:card}`,
    ],
    slots: { cards: 'cards', other: 'card', column: 'column' },
    act: ({ cards = [], other, column }, scene) => beside(cards, { other, column, side: 'above' }, scene),
  }),
  intent({
    name: 'move above',
    say: [`{cards:cards} (${GOES}|) ${RIGHT} (above|ahead of|in front of) {other:card}`],
    slots: { cards: 'cards', other: 'card' },
    verbless: true,
    careful: true,
    act: ({ cards = [], other }, scene) => beside(cards, { other, column: undefined, side: 'above' }, scene),
  }),
  intent({
    name: 'move below',
    say: [
      `${MOVE} {cards:cards} ${BELOW} {other:card}`,
      `${MOVE} {cards:cards} (to|in|into) {column:column} ,? ${BELOW} {other:card}`,
    ],
    slots: { cards: 'cards', other: 'card', column: 'column' },
    act: ({ cards = [], other, column }, scene) => beside(cards, { other, column, side: 'below' }, scene),
  }),
  intent({
    name: 'move below',
    say: [`{cards:cards} (${GOES}|) ${RIGHT} (below|beneath|underneath|behind) {other:card}`],
    slots: { cards: 'cards', other: 'card' },
    verbless: true,
    careful: true,
    act: ({ cards = [], other }, scene) => beside(cards, { other, column: undefined, side: 'below' }, scene),
  }),
  intent({
    name: 'move between',
    say: [`${MOVE} {cards:cards} between {one:card} and {other:card}`],
    slots: { cards: 'cards', one: 'card', other: 'card' },
    act({ cards = [], one, other }, { board }) {
      if (one === undefined || other === undefined) return [];
      const columnId = board.card(one)?.columnId;
      if (columnId === undefined || board.card(other)?.columnId !== columnId)
        return 'Those two cards are in different columns.';
      const rest = board.cardsIn(columnId).filter(({ id }) => !cards.includes(id));
      const places = [one, other].map((id) => rest.findIndex((card) => card.id === id)).toSorted((a, b) => a - b);
      const [first = -1, last = -1] = places;
      const [above, below] = [rest[first], rest[last]];
      if (!above || !below || last - first !== 1)
        return 'There are other cards between those two. Say above or below which.';
      return placeCards(cards, columnId, { after: above.id, before: below.id });
    },
  }),
  intent({
    name: 'move to a position',
    say: [
      `${MOVE} {cards:cards} (to|at|in|into|on) the? (position|place|spot|slot|number|rank|no|pos) {position:number} ((in|of|on) {column:column}|)`,
      `${MOVE} {cards:cards} (to|in|into) {column:column} ,? (at|as|in|on|) the? (position|place|spot|slot|number|rank) {position:number}`,
      `${MOVE} {cards:cards} (to|at|in|into|as) (the|) {nth:ordinal} (place|position|spot|slot|card|one|) ((in|of|on) {column:column}|)`,
      `${MOVE} {cards:cards} (to|in|into) {column:column} ,? (at|as|in) the? {nth:ordinal} (place|position|spot|slot|card|one|)`,
      `${MOVE} {cards:cards} {nth:ordinal} (in|of|on) {column:column}`,
      'make {cards:cards} (the|) {nth:ordinal} (card|one|task|item|) ((in|of|on) ({column:column}|(its|the|their) (column|list|lane))|)',
      'make {cards:cards} (number|no) {position:number} ((in|of|on) {column:column}|)',
    ],
    slots: { cards: 'cards', position: 'number', nth: 'ordinal', column: 'column' },
    act({ cards = [], position: number, nth, column }, scene, place) {
      const position = number ?? nth;
      const columnId = column ?? columnOf(cards, scene);
      if (position === undefined) return [];
      const { cards: meant, nth: last } = place.slots;
      // “To the 6th” may be a day.
      if (meant && column === undefined && last?.to === place.clause.to && /^\d/u.test(textOf(scene.said, last))) {
        const what = textOf(scene.said, meant);
        const day = textOf(scene.said, last);
        return {
          question: 'Is that a place, or a day?',
          choices: [
            { label: `Place ${position}`, words: `move ${what} to position ${position}` },
            { label: `Due on the ${day}`, words: `set the due date of ${what} to the ${day}` },
          ],
          span: place.clause,
        };
      }
      return columnId === undefined ? SEVERAL : moveToPosition(cards, columnId, { position, scene });
    },
  }),
  intent({
    name: 'move up',
    say: [
      `${MOVE} {card:card} up`,
      `${MOVE} up {card:card}`,
      `${MOVE} {card:card} up (by|) {steps:number} (place|places|position|positions|spot|spots|card|cards|step|steps|)`,
      `${MOVE} {card:card} up a (place|position|spot|card|step|bit)`,
      `${MOVE} {card:card} {steps:number} (place|places|position|positions|spot|spots|) up`,
    ],
    slots: { card: 'card', steps: 'number' },
    act: ({ card, steps = 1 }, scene) => (card === undefined ? [] : moveBy(card, -steps, scene)),
  }),
  intent({
    name: 'move down',
    say: [
      `${MOVE} {card:card} down`,
      `${MOVE} down {card:card}`,
      `${MOVE} {card:card} down (by|) {steps:number} (place|places|position|positions|spot|spots|card|cards|step|steps|)`,
      `${MOVE} {card:card} down a (place|position|spot|card|step|bit)`,
      `${MOVE} {card:card} {steps:number} (place|places|position|positions|spot|spots|) down`,
    ],
    slots: { card: 'card', steps: 'number' },
    act: ({ card, steps = 1 }, scene) => (card === undefined ? [] : moveBy(card, steps, scene)),
  }),
  intent({
    name: 'swap',
    say: [
      '(swap|exchange|switch|interchange) (the places of|the positions of|places of|) {one:card} (and|with|for|&) {other:card}',
      '(swap|exchange|switch) {cards:cards} (around|)',
    ],
    slots: { one: 'card', other: 'card', cards: 'cards' },
    act({ one, other, cards }, scene) {
      const [first, second, ...more] = cards ?? [one, other];
      if (first === undefined || second === undefined || more.length > 0)
        return 'Name the two cards that are to swap places.';
      return swap(first, second, scene);
    },
  }),
  intent({
    name: 'sort',
    say: [
      '(sort|order|arrange|rank|resort|reorder) (the cards in|the cards of|all cards in|cards in|everything in|) {column:column} (by|on) (the|their|) {key:sortkey}',
      '(sort|order|arrange|reorder|resort) (the cards in|the cards of|cards in|everything in|) {column:column} {key:sortkey}',
    ],
    slots: { column: 'column', key: 'sortkey' },
    act({ column, key }, { board }) {
      if (column === undefined || key === undefined) return [];
      const moves = sortColumn(board, column, key);
      return moves.length > 0 ? moves : `“${board.column(column)?.title ?? ''}” is in that order already.`;
    },
  }),
];
