import { nameCard } from '../../decide-context.js';
import { PRIORITIES, type Card, type Id } from '../../model.js';
import { clockOf, dayOfDate } from '../days.js';
import { intent, type Intent } from '../intent.js';
import { sayHas } from '../say-set.js';
import { daysIn, isWithin, NAMED } from '../traits-dates.js';
import { normsOf, type Span } from '../words.js';
import type { Scene } from '../scene.js';
import { blockers, dueAndLate, isLate, people, priority } from './about-cards.js';
import { allCards, answer, capital, counted, isDone, listOf, nameCards, nameOf, type Answer } from './say.js';

const CARDS = '(cards|tasks|tickets|issues|items|stories|things|todos|jobs|work)';
/** What is counted whether it is done or not. */
const NO_WORK = '(cards|tasks|tickets|issues|items|stories|things|todos|jobs)';
const WHO_HAS = '(who has got?|whos got)';
const CARD = '(card|task|job|ticket|issue|item|thing|one|)';
const NEXT = '(next|first|today|)';
const DO = '(work on|be working on|do|be doing|start|start with|tackle|pick up|take|focus on)';

function openCards({ board }: Scene): readonly Card[] {
  return allCards(board).filter((card) => !isDone(board, card));
}

function isOf({ assigneeIds }: Card, person: Id): boolean {
  return assigneeIds.includes(person);
}

function tellWork(scene: Scene, person: Id, cards: readonly Card[]): Answer {
  const ids = cards.filter((card) => isOf(card, person)).map(({ id }) => id);
  const noun = cards.length < scene.board.cardCount ? 'unfinished card' : 'card';
  const has = sayHas(scene, person);
  if (ids.length === 0) return answer(`${has} no ${noun}s.`);
  return answer(`${has} ${counted(ids.length, noun)}: ${nameCards(scene, ids)}.`, ids);
}

/** What is due then, and what should have been done before. */
function tellThen(scene: Scene, person: Id | null, { to }: Span): Answer | null {
  const days = daysIn(scene, { from: to - 2, to });
  if (!days) return null;
  const clock = clockOf(scene.context);
  const open = openCards(scene).filter((card) => person === null || isOf(card, person));
  const then = open.filter(({ dueAt }) => dueAt !== null && isWithin(dayOfDate(dueAt, clock), days));
  const late = open.filter((card) => isLate(scene, card) && !then.includes(card));
  const [ids, others] = [then, late].map((cards) => cards.map(({ id }) => id));
  const has = person === null ? `There ${then.length === 1 ? 'is' : 'are'}` : sayHas(scene, person);
  const when = normsOf(scene.said, { from: to - 2, to })
    .join(' ')
    .replace(/^.*\b(?=today|tomorrow|yesterday)/u, '');
  const what = `${has} ${counted(then.length, 'unfinished card')} due ${when}`;
  const rest = late.length === 0 ? '' : ` Overdue: ${nameCards(scene, others ?? [])}.`;
  return answer(`${what}${then.length === 0 ? '' : `: ${nameCards(scene, ids ?? [])}`}.${rest}`, ids);
}

/** What somebody had best do next: what is due first, then what is most urgent, then what stands first. */
function tellNext(scene: Scene, person: Id): Answer {
  const { board } = scene;
  const clock = clockOf(scene.context);
  const dueOf = ({ dueAt }: Card) => (dueAt === null ? '9999' : dayOfDate(dueAt, clock));
  const urgencyOf = (card: Card) => (card.priority === null ? PRIORITIES.length : PRIORITIES.indexOf(card.priority));
  const inTurn = (cards: readonly Card[]) =>
    cards
      .filter((card) => blockers(scene, card).length === 0)
      .toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)) || urgencyOf(a) - urgencyOf(b));
  const own = openCards(scene).filter((card) => isOf(card, person));
  const [first, ...others] = inTurn(own);
  if (!first) {
    const [free] = inTurn(openCards(scene).filter(({ assigneeIds }) => assigneeIds.length === 0));
    const none = own.length === 0 ? 'no unfinished cards' : 'nothing that is not blocked';
    const hint = free ? ` ${nameCard(board, free)} is nobody’s yet.` : '';
    return answer(`${sayHas(scene, person)} ${none}.${hint}`, free ? [free.id] : []);
  }
  const ground =
    first.dueAt !== null
      ? dueAndLate(scene, first)
      : first.priority !== null
        ? priority(first)
        : others.length === 0
          ? 'is the only one'
          : 'stands first on the board';
  const then = others.slice(0, 2).map(({ id }) => id);
  const rest = then.length === 0 ? '' : ` After that: ${nameCards(scene, then)}.`;
  return answer(`${nameCard(board, first)}: it ${ground}.${rest}`, [first.id]);
}

/** The first of what is due: of those that are late the latest is no longer first. */
function tellDueNext(scene: Scene): Answer {
  const clock = clockOf(scene.context);
  const dayOf = ({ dueAt }: Card) => (dueAt === null ? '9999' : dayOfDate(dueAt, clock));
  const dated = openCards(scene).filter(({ dueAt }) => dueAt !== null);
  const [late, next] = [true, false].map((is) =>
    dated.filter((card) => isLate(scene, card) === is).map(({ id }) => id),
  );
  const days = (next ?? []).flatMap((id) => scene.board.card(id) ?? []);
  const first = days.map(dayOf).toSorted()[0];
  const cards = days.filter((card) => dayOf(card) === first);
  const rest = late === undefined || late.length === 0 ? '' : ` Overdue: ${nameCards(scene, late)}.`;
  if (first === undefined) return answer(`No unfinished card is due from now on.${rest}`, late);
  const told = cards.map(
    (card) => `${nameCard(scene.board, card)} ${dueAndLate(scene, card)} and ${people(scene, card)}.`,
  );
  return answer(
    `${told.join(' ')}${rest}`,
    cards.map(({ id }) => id),
  );
}

/** What is in a column, and what of it somebody should look after. */
function tellColumn(scene: Scene, columnId: Id): Answer {
  const { board } = scene;
  const cards = board.cardsIn(columnId);
  const ids = cards.map(({ id }) => id);
  const about = [
    ['Overdue', cards.filter((card) => isLate(scene, card))],
    ['Blocked', cards.filter((card) => blockers(scene, card).length > 0)],
    ['Nobody’s yet', cards.filter(({ assigneeIds }) => assigneeIds.length === 0)],
  ] as const;
  const parts = about
    .filter(([, some]) => some.length > 0)
    .map(([what, some]) => ` ${what}: ${some.map((card) => nameCard(board, card)).join(', ')}.`);
  const where = `“${board.column(columnId)?.title ?? ''}”`;
  if (ids.length === 0) return answer(`There are no cards in ${where}.`);
  return answer(`${capital(counted(ids.length, 'card'))} in ${where}: ${nameCards(scene, ids)}.${parts.join('')}`, ids);
}

/** How many of the cards each member has. */
function countsOf(scene: Scene, cards: readonly Card[]): ReadonlyMap<Id, number> {
  return new Map(scene.context.people.map(({ id }) => [id, cards.filter((card) => isOf(card, id)).length]));
}

function tellMost(scene: Scene, cards: readonly Card[], pick: (...counts: number[]) => number): Answer {
  const counts = countsOf(scene, cards);
  const best = pick(...counts.values());
  const people = [...counts].filter(([, count]) => count === best).map(([id]) => nameOf(scene, id));
  if (best === 0 && pick === Math.max) return answer('Nobody: no card is assigned to anybody.');
  return answer(`${capital(listOf(people))}, with ${counted(best, 'card')}${people.length > 1 ? ' each' : ''}.`);
}

function tellFree(scene: Scene): Answer {
  const counts = countsOf(scene, openCards(scene));
  const free = [...counts].filter(([, count]) => count === 0).map(([id]) => id);
  const [only] = free;
  const what = 'no unfinished cards';
  if (only === undefined) return answer('Nobody: each member has unfinished cards.');
  if (free.length === 1) return answer(`${sayHas(scene, only)} ${what}.`);
  return answer(`${capital(listOf(free.map((id) => nameOf(scene, id))))} have ${what}.`);
}

export const WORK_INTENTS: readonly Intent[] = [
  intent({
    name: 'what somebody has to do',
    say: [
      '(what is|whats) left for {people:people} (to (do|finish)|)',
      '(what is|whats|what are|what) {people:people} (working on|doing|busy with|up to|responsible for|in charge of)',
      "(what is|whats) on {person:person} 's (plate|list)",
      '(whats|what is|what has) {person:person} got on (her|his|their) (plate|list)',
      "(what is|whats) {person:person} 's (work|workload)",
      '(what does|what do) {person:person} still? (have to do|need to do|have left|have on their plate|work on)',
      'what about {person:person}',
      `(is there|are there|do we have|have we got) (anything|something|${CARDS}) (left|) for {person:person} to do`,
      'is {person:person} (free|busy|available)',
      '(what is|whats) on my (plate|list|desk)',
      '(what is|whats) my (work|workload)',
      'what am i (working on|doing)',
      'what have i (got|) to do',
      '(is|am) {person:person} (free|busy|available|idle|overloaded)',
      '(does|do) {person:person} have (time|capacity|anything to do|something to do|nothing to do|work|enough to do|too much to do)',
    ],
    slots: { person: 'person', people: 'people' },
    act({ person, people }, scene) {
      const each = (people ?? [person ?? scene.context.actorId]).map((one) => tellWork(scene, one, openCards(scene)));
      return answer(each.map(({ text }) => text).join(' '), [...new Set(each.flatMap(({ cardIds }) => cardIds))]);
    },
  }),
  intent({
    name: 'what is to be done by then',
    say: [
      `(what is|whats) on ({person:person} 's|my) (plate|list|desk|agenda) (for|due|) ${NAMED}`,
      `what (have i|do i have|does {person:person} have|has {person:person}) got? (to do|to finish|due|on) (for|by|) ${NAMED}`,
      `what do i (have|need) to (do|finish) (for|by|) ${NAMED}`,
      `what (is {person:person}|am i) doing ${NAMED}`,
    ],
    slots: { person: 'person' },
    act: ({ person }, scene, { clause }) => tellThen(scene, person ?? scene.context.actorId, clause),
  }),
  intent({
    name: 'what anybody has to do then',
    say: [
      `what (has to|have to|needs to|must|should) (go out|be done|be finished|be ready|get done|happen) (by|for|) ${NAMED}`,
    ],
    slots: {},
    act: (_, scene, { clause }) => tellThen(scene, null, clause),
  }),
  intent({
    name: 'what somebody has',
    say: [
      '(what does|what do) {person:person} (have|own)',
      'what has {person:person} got',
      `(which|what) ${CARDS} (does|do|has|have) {person:person} (have|got|own)`,
      `(which|what) ${CARDS} (are|is) (mine|my own)`,
      '(what is|whats) mine',
      'what am i assigned to',
      'what is {person:person} assigned to',
    ],
    slots: { person: 'person' },
    act: ({ person }, scene) => tellWork(scene, person ?? scene.context.actorId, allCards(scene.board)),
  }),
  intent({
    name: 'what to do next',
    say: [
      '(whats|what is) (next|up next|next up) (for {person:person}|for me|on my list|)',
      `(what|which card|which task) (should|shall|do|can|must) {person:person} ${DO} ${NEXT}`,
      `what to (do|work on|start with) ${NEXT}`,
      "((whats|what is) (my|{person:person} 's)|my) next (card|task)",
      '(whats|what is) the next (card|task|thing) (to do|for me|)',
      'what next',
    ],
    slots: { person: 'person' },
    act: ({ person }, scene) => tellNext(scene, person ?? scene.context.actorId),
  }),
  intent({
    name: 'what is due next',
    say: [
      '(what is|whats|when is|whens) the? (next|nearest|earliest|first) (deadline|due date)',
      `(which|what|whose) ${CARD} is due (next|first|soonest)`,
      `(what is|whats|which is) (due next|the next ${CARD} due|the most overdue ${CARD})`,
      'who has the (next|nearest|earliest) (deadline|due date)',
    ],
    slots: {},
    act: (_, scene) => tellDueNext(scene),
  }),
  intent({
    name: 'what is left to do',
    say: [
      `(what is|whats|what) left to (do|finish)`,
      `how (much|many) (${CARDS}|) (is|are) (left|left to do|still open|still to do|to do)`,
    ],
    slots: {},
    act(_, scene) {
      const ids = openCards(scene).map(({ id }) => id);
      const names = ids.length === 0 ? '' : `: ${nameCards(scene, ids)}`;
      return answer(`${counted(ids.length, 'card is', 'cards are')} not finished${names}.`.replace(/^0 /u, 'No '), ids);
    },
  }),
  intent({
    name: 'a summary of a column',
    say: [
      `(summarize|sum up|recap) (what is in|the cards in|everything in|) {column:column}`,
      '(give me|) (a|an|) (summary|overview) of {column:column}',
    ],
    slots: { column: 'column' },
    act: ({ column }, scene) => (column === undefined ? null : tellColumn(scene, column)),
  }),
  intent({
    name: 'who has nothing to do',
    say: [
      '(who is|whos|is anyone|is anybody|is someone|is somebody) (free|idle|available|without work|not busy|not working on anything|doing nothing)',
      `(who|does anyone|does anybody) (has|have) (nothing|no ${CARDS}|no open ${CARDS}|time|capacity) (to do|left|left to do|)`,
      'who (isnt|is not) (busy|doing anything|working on anything)',
      `who (doesnt|does not) have (anything to do|any ${CARDS})`,
    ],
    slots: {},
    act: (_, scene) => tellFree(scene),
  }),
  intent({
    name: 'how many each has',
    say: [
      `how many (open|unfinished|) ${CARDS} (does|has) (each|every) (person|one|member|of us) (have|got|)`,
      `how many (open|unfinished|) ${CARDS} (per|for each) (person|member)`,
      'who has how (many|much)',
    ],
    slots: {},
    act(_, scene) {
      const counts = [...countsOf(scene, openCards(scene))].map(([id, count]) => `${nameOf(scene, id)} ${count}`);
      return answer(`Unfinished cards: ${listOf(counts)}.`);
    },
  }),
  intent({
    name: 'who has the most cards',
    say: [`${WHO_HAS} the? most ${NO_WORK}`, `who (is assigned|is assigned to) the most ${NO_WORK}`],
    slots: {},
    act: (_, scene) => tellMost(scene, allCards(scene.board), Math.max),
  }),
  intent({
    name: 'who has the most to do',
    say: [`${WHO_HAS} the? most (to do|on their plate|work)`, '(who is|whos) (the|) (busiest|most busy|busy)'],
    slots: {},
    act: (_, scene) => tellMost(scene, openCards(scene), Math.max),
  }),
  intent({
    name: 'who has the fewest cards',
    say: [`${WHO_HAS} the? (fewest|least) ${NO_WORK}`],
    slots: {},
    act: (_, scene) => tellMost(scene, allCards(scene.board), Math.min),
  }),
  intent({
    name: 'who has the least to do',
    say: [`${WHO_HAS} the? least (to do|on their plate|work)`, '(who is|whos) (the|) least busy'],
    slots: {},
    act: (_, scene) => tellMost(scene, openCards(scene), Math.min),
  }),
];
