import { nameCard } from '../../decide-context.js';
import { isOverdue } from '../../filter.js';
import type { Board, Card, Id, LinkSide } from '../../model.js';
import { clockOf } from '../days.js';
import { intent, type Act, type Intent } from '../intent.js';
import { SURE } from '../reading.js';
import type { Scene } from '../scene.js';
import type { Span } from '../words.js';
import { answer, counted, isDone, listOf, nameCards, nameOf, onDate, titleOf, type Answer } from './say.js';

type About = (scene: Scene, card: Card) => Answer;

/** Of more cards than this nobody asks the same at once. */
const MOST_ASKED = 10;

/** A question about one card or a few, however it is asked. */
function aboutCard(name: string, say: readonly string[], tell: About): Intent {
  return intent({
    name,
    say,
    slots: { card: 'card', cards: 'cards' },
    act({ card: only, cards = [] }, scene) {
      const ids = only === undefined ? cards : [only];
      const answers = ids.flatMap((id) => scene.board.card(id) ?? []).map((card) => tell(scene, card));
      if (answers.length === 0 || answers.length > MOST_ASKED) return null;
      const about = new Set(answers.flatMap(({ cardIds }) => cardIds));
      return answer(answers.map(({ text }) => text).join(' '), [...about]);
    },
  });
}

function about({ board }: Scene, card: Card, rest: string): Answer {
  return answer(`${nameCard(board, card)} ${rest}.`, [card.id]);
}

function place({ board }: Scene, card: Card): string {
  const cards = board.cardsIn(card.columnId);
  const at = cards.findIndex(({ id }) => id === card.id) + 1;
  const where = `in ${titleOf(board, card.columnId)}`;
  return cards.length < 2 ? where : `${where}, number ${at} of ${cards.length}`;
}

function due(scene: Scene, { dueAt }: Card): string {
  return dueAt === null ? 'has no due date' : `is due ${onDate(scene, dueAt)}`;
}

function isLate(scene: Scene, card: Card): boolean {
  return card.dueAt !== null && !isDone(scene.board, card) && isOverdue(card.dueAt, clockOf(scene.context));
}

function dueAndLate(scene: Scene, card: Card): string {
  const late = isLate(scene, card);
  return late ? `was due ${onDate(scene, card.dueAt ?? '')} and is overdue` : due(scene, card);
}

/** The same as one fact of several. */
function dueOrSince(scene: Scene, card: Card): string {
  if (card.dueAt === null || !isLate(scene, card)) return due(scene, card);
  return `has been overdue since ${onDate(scene, card.dueAt).replace(/^on /u, '')}`;
}

function people(scene: Scene, { assigneeIds }: Card): string {
  if (assigneeIds.length === 0) return 'is assigned to nobody';
  return `is assigned to ${listOf(assigneeIds.map((id) => nameOf(scene, id)))}`;
}

function labels({ board }: Scene, card: Card): string {
  const names = board.labelsOf(card).map(({ name }) => `“${name}”`);
  return names.length === 0 ? 'has no labels' : `has the ${names.length === 1 ? 'label' : 'labels'} ${listOf(names)}`;
}

function linked({ board }: Scene, card: Card, kind: LinkSide): readonly Id[] {
  return card.links.filter((link) => link.kind === kind && board.card(link.cardId)).map(({ cardId }) => cardId);
}

/** What still holds it up; what is done no longer does. */
function blockers(scene: Scene, card: Card): readonly Id[] {
  return linked(scene, card, 'blocked_by').filter((id) => isOpen(scene.board, id));
}

function isOpen(board: Board, id: Id): boolean {
  const card = board.card(id);
  return card !== undefined && !isDone(board, card);
}

function tellBlockers(scene: Scene, card: Card): Answer {
  const name = nameCard(scene.board, card);
  const ids = blockers(scene, card);
  if (ids.length === 0) return answer(`Nothing: ${name} is not blocked by any card.`, [card.id]);
  return answer(`${name} is blocked by ${nameCards(scene, ids)}.`, ids);
}

function tellBlocked(scene: Scene, card: Card): Answer {
  const name = nameCard(scene.board, card);
  const ids = linked(scene, card, 'blocks');
  if (ids.length === 0) return answer(`Nothing: ${name} does not block any card.`, [card.id]);
  return answer(`${name} blocks ${nameCards(scene, ids)}.`, ids);
}

function priority({ priority: value }: Card): string {
  return value === null ? 'has no priority' : value === 'urgent' ? 'is urgent' : `has ${value} priority`;
}

function estimate({ estimate: value }: Card): string {
  return value === null ? 'has no estimate' : `is estimated at ${value}`;
}

function details({ details: text }: Card): string {
  const words = text.trim().replaceAll(/\s+/gu, ' ');
  return words.length > 300 ? `${words.slice(0, 299).trimEnd()}…` : words;
}

function describe(scene: Scene, card: Card): Answer {
  const facts = [`is ${place(scene, card)}`, people(scene, card), dueOrSince(scene, card)];
  if (card.priority !== null) facts.push(priority(card));
  if (card.estimate !== null) facts.push(estimate(card));
  if (scene.board.labelsOf(card).length > 0) facts.push(labels(scene, card));
  const ids = blockers(scene, card);
  if (ids.length > 0) facts.push(`is blocked by ${nameCards(scene, ids)}`);
  const text = details(card);
  return answer(`${nameCard(scene.board, card)} ${listOf(facts)}.${text === '' ? '' : ` ${text}`}`, [card.id]);
}

function left(scene: Scene, card: Card): Answer {
  const name = nameCard(scene.board, card);
  const items = card.checklists.flatMap((list) => list.items);
  const open = items.filter(({ done }) => !done).map(({ text }) => text);
  if (items.length === 0) return answer(`${name} has no checklist.`, [card.id]);
  if (open.length === 0) {
    const all = items.length === 1 ? 'its only item is' : `all ${items.length} items are`;
    return answer(`Nothing is left on ${name}: ${all} ticked.`, [card.id]);
  }
  const named = open.length > 20 ? [...open.slice(0, 20), `${open.length - 20} more`] : open;
  return answer(
    `${open.length} of ${items.length} items ${open.length === 1 ? 'is' : 'are'} left on ${name}: ${listOf(named)}.`,
    [card.id],
  );
}

export function yesOrNo(scene: Scene, card: Card, { is, why }: { is: boolean; why: string }): Answer {
  return answer(`${is ? 'Yes' : 'No'}, ${nameCard(scene.board, card)} ${why}.`, [card.id]);
}

/** “Who is booking the band?”, where a card says “Book the band”. */
function whoDoes(scene: Scene, doing: string, span: Span): Act | null {
  const [, begin = '', rest = ''] = /^(\p{L}{2,})ing (.+)$/iu.exec(doing) ?? [];
  if (begin === '') return null;
  for (const verb of [begin, `${begin}e`, begin.slice(0, -1)]) {
    const { reader, said } = scene.reader.resay(`${verb} ${rest}`);
    const reading = reader.slot('card', { from: 0, to: said.words.length });
    const card = reading?.kind === 'clear' ? scene.board.card(reading.value) : undefined;
    // What is only nearly called so may be something else.
    if (card && reading?.kind === 'clear' && reading.sure > SURE.near) return about(scene, card, people(scene, card));
    if (reading?.kind === 'doubt' && reading.doubt.choices.length > 1) {
      const { question, choices } = reading.doubt;
      return { question, choices: choices.map((one) => ({ ...one, words: `who has ${one.words}` })), span };
    }
  }
  return null;
}

const IS = '(what is|whats|tell me|show me|show)';

export const CARD_INTENTS: readonly Intent[] = [
  aboutCard(
    'where a card is',
    [
      '(where is|wheres|where can i find|where did|where did (we|i) put|find) {cards:cards}',
      'where (has|have|did) {cards:cards} (gone|gone to|got to|go|go to|ended up|end up|moved to)',
      '(which|what) (column|list|lane) is {cards:cards} in',
      'in (which|what) (column|list|lane) is {cards:cards}',
    ],
    (scene, card) => about(scene, card, `is ${place(scene, card)}`),
  ),
  aboutCard(
    'when a card is due',
    [
      'when (is|are) {cards:cards} due',
      '(when is|when are|whens) {cards:cards}',
      'whens {cards:cards} due',
      'by when is {cards:cards} due',
      'by? when (do|must) (we|you|i) (need|finish|complete|have) {cards:cards} (done|finished|ready|)',
      'by? when (must|should|does|do) {cards:cards} (be|have to be|need to be) (done|finished|ready)',
      'how (long|many days) (until|till|before) {cards:cards} is due',
      `${IS} the (due date|deadline) (of|for) {cards:cards}`,
      `${IS} {cards:cards} 's? (due date|deadline)`,
      '(when is|whens) ({cards:cards} (due date|deadline)|the (due date|deadline) (of|for) {cards:cards})',
      'when will {cards:cards} be (done|finished|ready)',
    ],
    (scene, card) => about(scene, card, dueAndLate(scene, card)),
  ),
  aboutCard(
    'when a card was made',
    [
      'when was {cards:cards} (created|added|made|opened|written)',
      'how old is {cards:cards}',
      'who (created|added|made|wrote|opened|reported) {cards:cards}',
      'who was {cards:cards} (created|added|made) by',
    ],
    (scene, card) =>
      about(scene, card, `was created by ${nameOf(scene, card.createdBy)} ${onDate(scene, card.createdAt)}`),
  ),
  aboutCard(
    'who has a card',
    [
      '(who is|whos|who are|who else is) (working on|assigned to|on|doing|handling|leading|looking after|taking care of|in charge of|the owner of|the assignee of|responsible for) {cards:cards}',
      '(who has|who has got|whos got|who owns|who does) {cards:cards}',
      'whose (job|task|responsibility|turn|) is {cards:cards}',
      '(who is|who are|whom is|to whom is) {cards:cards} assigned to?',
    ],
    (scene, card) => about(scene, card, people(scene, card)),
  ),
  intent({
    name: 'who does what a card says',
    say: ['(who is|whos) {doing:text}'],
    slots: { doing: 'text' },
    act: ({ doing = '' }, scene, { clause }) => whoDoes(scene, doing, clause),
  }),
  aboutCard(
    'when a card was touched',
    ['when was {cards:cards} (last|) (changed|updated|touched|edited|modified)', 'when did {cards:cards} last change'],
    (scene, card) => about(scene, card, `was last changed ${onDate(scene, card.changedAt)}`),
  ),
  aboutCard(
    'what blocks a card',
    [
      '(what|who|which cards) (blocks|is blocking|are blocking|block|holds up) {cards:cards}',
      '(whats|what is) (blocking|holding up) {cards:cards}',
      '(what is|whats) {cards:cards} (blocked by|waiting for|waiting on)',
      'why is {cards:cards} blocked',
      '(what does|which cards does) {cards:cards} depend on',
    ],
    tellBlockers,
  ),
  aboutCard(
    'what a card blocks',
    [
      '(what|which cards) (does|is) {cards:cards} (block|blocking|hold up)',
      '(what|which cards) (depends|depend) on {cards:cards}',
      '(what|which cards) (is|are) blocked by {cards:cards}',
      '(what is|whats) waiting (for|on) {cards:cards}',
    ],
    tellBlocked,
  ),
  aboutCard(
    'the priority of a card',
    [
      `${IS} the priority (of|for) {cards:cards}`,
      `${IS} {cards:cards} 's priority`,
      'how urgent is {cards:cards}',
      '(which|what) priority (does {cards:cards} have|is {cards:cards}|has {cards:cards} got?)',
    ],
    (scene, card) => about(scene, card, priority(card)),
  ),
  aboutCard(
    'the estimate of a card',
    [
      `${IS} the (estimate|points|size|effort) (of|for|on) {cards:cards}`,
      `${IS} {cards:cards} 's (estimate|size)`,
      'how (big|large|long) is {cards:cards}',
      'how many (points|hours|story points) (is|has|does) {cards:cards} (have|)',
    ],
    (scene, card) => about(scene, card, estimate(card)),
  ),
  aboutCard(
    'the labels of a card',
    [
      `(what are|${IS.slice(1, -1)}|list) the (label|labels|tags|tag) (of|on|for) {cards:cards}`,
      '(which|what) (labels|tags|label|tag) (does {cards:cards} have|are on {cards:cards}|is on {cards:cards}|has {cards:cards} got?)',
    ],
    (scene, card) => about(scene, card, labels(scene, card)),
  ),
  aboutCard(
    'what is left of a card',
    [
      '(what is|whats) (left|open|missing|to do|still open|still to do|unchecked|not done) (on|in|of|for|from) the? (checklist|list|checklists|items|) (of|on|in|for|) {cards:cards}',
      '(what is|whats|how much is) left (to do|) (on|in|for) {cards:cards}',
      '(what is|whats) (on|in) the (checklist|checklists) (of|on|in|for) {cards:cards}',
      'how (far|complete|far along) is {cards:cards}',
      '(which|what) items are (left|open|unchecked|not done|not ticked) (on|in) {cards:cards}',
      'how many items are (left|open|unchecked) (on|in) {cards:cards}',
      '(show|show me|list|read) the checklist (of|on|in|for) {cards:cards}',
      `(what is|whats) (left|open|missing|still open|unchecked|not done) (on|in|of|for|from) {cards:cards} 's? (checklist|list)`,
      `(what is|whats) (on|in) {cards:cards} 's? checklist`,
      `(show|show me|list|read) {cards:cards} 's? checklist`,
    ],
    left,
  ),
  aboutCard(
    'the details of a card',
    [
      `${IS} the (details|description|text) (of|for|on) {cards:cards}`,
      `(what are|read|read me) the (details|description) (of|for|on) {cards:cards}`,
      '(what does|whats) {cards:cards} say',
    ],
    (scene, card) => {
      const text = details(card);
      return about(scene, card, text === '' ? 'has no details' : `says: ${text.replace(/[.!?]$/u, '')}`);
    },
  ),
  aboutCard(
    'all about a card',
    [
      '(tell me about|tell me more about|describe|summarize|explain|info on|details of|show me|show|what about|open|look up) {card:card}',
      '(what is|whats|give me) the (status|state|progress) of {card:card}',
      '(what is|whats) the (status|state) on {card:card}',
      "(what is|whats) {card:card} 's (status|state)",
      '(how is|hows) {card:card} (going|doing|coming along)',
      '(what is|whats|what was) {card:card} (about|)',
    ],
    describe,
  ),
  aboutCard(
    'how many comments a card has',
    ['how many comments (are on|does|has) {cards:cards} (have|)', 'does {cards:cards} have (any|) comments'],
    (scene, card) => about(scene, card, `has ${counted(card.commentCount, 'comment')}`),
  ),
];

export { blockers, dueAndLate, isLate, labels, people, priority, estimate, place };
