import type { Card, Id, LinkKind, LinkSide } from '../model.js';
import { linkOperation } from '../field-operations.js';
import type { Operation } from '../operations.js';
import { intent, type Act, type Intent } from './intent.js';
import { cardsOf, nameCards } from './on-cards.js';
import type { Scene } from './scene.js';

const MARK = '(mark|set|flag)';
const ANY_MORE = '(any more|anymore|any longer|now|)';

interface Ends {
  readonly from: readonly Id[] | undefined;
  readonly to: readonly Id[] | undefined;
}

function link(scene: Scene, kind: LinkKind, { from, to }: Ends): Act | null {
  if (!from || !to) return null;
  if (from.some((id) => to.includes(id))) return 'A card cannot be linked to itself.';
  const pairs = from.flatMap((cardId) => to.map((otherId) => ({ cardId, otherId })));
  const isNew = ({ cardId, otherId }: (typeof pairs)[number]) =>
    scene.board.card(cardId)?.links.some((one) => one.kind === kind && one.cardId === otherId) !== true;
  const fresh = pairs.filter(isNew);
  if (fresh.length === 0) return 'Those cards are linked so already.';
  return fresh.map((pair): Operation => ({ type: 'card.link', kind, ...pair }));
}

/** The links between cards, of one kind or of any. */
function unlink(scene: Scene, { from, to }: Ends, kinds: readonly LinkSide[] | null): Act | null {
  if (!from || !to) return null;
  const operations = cardsOf(scene, from).flatMap((card) =>
    card.links
      .filter(({ kind, cardId }) => to.includes(cardId) && (kinds === null || kinds.includes(kind)))
      .map((one) => linkOperation('card.unlink', card.id, one)),
  );
  return operations.length > 0 ? operations : 'There is no such link between those cards.';
}

function unlinkAll(scene: Scene, cards: readonly Id[] | undefined, kinds: readonly LinkSide[] | null): Act {
  const all = cardsOf(scene, cards);
  const isMeant = (kind: LinkSide) => kinds === null || kinds.includes(kind);
  const operations = all.flatMap((card: Card) =>
    card.links.filter(({ kind }) => isMeant(kind)).map((one) => linkOperation('card.unlink', card.id, one)),
  );
  if (operations.length > 0) return operations;
  const nothing = kinds === null ? 'linked to nothing' : 'blocked by nothing';
  return `${nameCards(scene, all)} ${all.length === 1 ? 'is' : 'are'} ${nothing}.`;
}

const LINKING: readonly Intent[] = [
  intent({
    name: 'link as blocking',
    say: [
      '{from:cards} (blocks|block|is blocking|are blocking|should block|is a blocker of|is a blocker for) {to:cards}',
      `${MARK} {from:cards} as (blocking|a blocker of|a blocker for|blocker of|blocker for) {to:cards}`,
      '(make|let) {from:cards} block {to:cards}',
      'block {to:cards} (with|by|on) {from:cards}',
      '(add|set|make) {from:cards} as? (a|the)? blocker (of|for|to|on) {to:cards}',
    ],
    slots: { from: 'cards', to: 'cards' },
    act: (ends, scene) => link(scene, 'blocks', { from: ends.from, to: ends.to }),
  }),
  intent({
    name: 'link as blocked',
    say: [
      '{to:cards} (is|are) (now)? blocked (by|on) {from:cards}',
      '{to:cards} (depends|depend) (on|upon) {from:cards}',
      '{to:cards} (is|are) (waiting|dependent) (for|on|upon) {from:cards}',
      '{to:cards} (waits|wait|has to wait|have to wait|must wait|needs to wait|should wait) (for|on) {from:cards}',
      `${MARK} {to:cards} as? (blocked by|dependent on|depending on|waiting for|waiting on) {from:cards}`,
      '(make) {to:cards} (depend on|blocked by|wait for|dependent on) {from:cards}',
    ],
    slots: { from: 'cards', to: 'cards' },
    act: (ends, scene) => link(scene, 'blocks', { from: ends.from, to: ends.to }),
  }),
  intent({
    name: 'link as related',
    say: [
      '(link|connect|relate) {from:card} (to|with|and|&|->) {to:card}',
      '(link|connect|relate) {from:card} (and|&) {to:card} together',
      '{from:card} (relates|is related|is linked) to {to:card}',
      '{from:card} and {to:card} are (related|linked) (to each other|)',
      `${MARK} {from:card} as (related to|relating to) {to:card}`,
      `${MARK} {from:card} and {to:card} as related`,
      '(add|create|make) a? link (between|from) {from:card} (and|to) {to:card}',
    ],
    slots: { from: 'card', to: 'card' },
    act: ({ from, to }, scene) => link(scene, 'relates', ends(from, to)),
  }),
  intent({
    name: 'link as a duplicate',
    say: [
      `${MARK} {from:card} as (a|the)? (duplicate|dupe|copy|dup) of {to:card}`,
      '{from:card} (is|are) (a|the|just a|an exact)? (duplicate|dupe|dup) of {to:card}',
      '{from:card} (duplicates|duplicated) {to:card}',
    ],
    slots: { from: 'card', to: 'card' },
    act: ({ from, to }, scene) => link(scene, 'duplicates', ends(from, to)),
  }),
];

function ends(from: Id | undefined, to: Id | undefined): Ends {
  return { from: from === undefined ? undefined : [from], to: to === undefined ? undefined : [to] };
}

const LINK = '(link|links|connection|relation|dependency)';

const UNLINKING: readonly Intent[] = [
  intent({
    name: 'unlink',
    say: [
      '(unlink|disconnect|unrelate) {from:card} (and|from|&) {to:card}',
      `(remove|delete|drop|break) the? ${LINK} (between|from|of) {from:card} (and|to|with) {to:card}`,
      `{from:card} (is|are) no longer (related|linked) to {to:card}`,
      '{from:card} no longer (relates|relate) to {to:card}',
    ],
    slots: { from: 'card', to: 'card' },
    act: ({ from, to }, scene) => unlink(scene, ends(from, to), null),
  }),
  intent({
    name: 'unlink all',
    say: ['(unlink) {cards:cards}', '(remove|delete|clear|drop) (all|all the|the)? links (of|from|on) {cards:cards}'],
    slots: { cards: 'cards' },
    act: ({ cards }, scene) => unlinkAll(scene, cards, null),
  }),
  intent({
    name: 'unlink what blocks',
    say: [
      '{to:cards} (is|are) no longer blocked by {from:cards}',
      `{to:cards} (isnt|is not|arent|are not) blocked by {from:cards} ${ANY_MORE}`,
      '{to:cards} no longer (depends|depend) on {from:cards}',
      `{to:cards} (doesnt|does not) depend on {from:cards} ${ANY_MORE}`,
      '{from:cards} no longer (blocks|block) {to:cards}',
      '{from:cards} (is|are) no longer blocking {to:cards}',
      `{from:cards} (doesnt|does not|dont|do not) block {to:cards} ${ANY_MORE}`,
      'unblock {to:cards} from {from:cards}',
    ],
    slots: { from: 'cards', to: 'cards' },
    act: ({ from, to }, scene) => unlink(scene, { from, to }, ['blocks']),
  }),
  intent({
    name: 'unlink all that blocks',
    say: [
      'unblock {cards:cards}',
      `{cards:cards} (is|are) (no longer blocked|unblocked) ${ANY_MORE}`,
      '{cards:cards} (isnt|is not|arent|are not) blocked (any more|anymore|any longer)',
      '(remove|clear|drop) (the|all|all the)? (blocker|blockers) (of|from|on|for) {cards:cards}',
      `${MARK} {cards:cards} as (unblocked|not blocked|no longer blocked)`,
    ],
    slots: { cards: 'cards' },
    act: ({ cards }, scene) => unlinkAll(scene, cards, ['blocked_by']),
  }),
  intent({
    name: 'unlink as a duplicate',
    say: [
      '{from:card} (is|are) (no longer|not) (a|the)? (duplicate|dupe|dup) of {to:card}',
      '{from:card} no longer duplicates {to:card}',
    ],
    slots: { from: 'card', to: 'card' },
    act: ({ from, to }, scene) => unlink(scene, ends(from, to), ['duplicates']),
  }),
];

export const LINK_INTENTS: readonly Intent[] = [...LINKING, ...UNLINKING];
