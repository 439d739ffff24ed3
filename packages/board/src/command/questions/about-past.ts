import { nameCard, shorten } from '../../decide-context.js';
import type { Card, Id } from '../../model.js';
import type { LogLine } from '../command.js';
import { NO_ARCHIVE, NO_HISTORY } from '../elsewhere.js';
import { isIn, type Past } from '../find-past.js';
import { intent, type Act, type Intent } from '../intent.js';
import type { Scene } from '../scene.js';
import { everOf, finishedIn, hasHistory, linesIn, reach, sayDone, tellLines } from './history.js';
import { answer, capital, counted, isDone, listOf, nameCards, nameOf, onDate, oneCard, titleOf } from './say.js';

const MOST_NAMED = 10;

/** A question about the history of one card. */
function pastOfCard(
  name: string,
  say: readonly string[],
  tell: (scene: Scene, card: Card, lines: readonly LogLine[]) => Act,
): Intent {
  return intent({
    name,
    say,
    slots: { card: 'card', past: 'past' },
    act({ card, past }, scene) {
      const found = oneCard(scene, card);
      if (!found) return null;
      if (!hasHistory(scene)) return NO_HISTORY;
      const lines = past ? linesIn(scene, past) : scene.context.log;
      const own = lines.filter(({ cardIds }) => cardIds.includes(found.id));
      if (past && own.length === 0) return answer(`Nothing ${past.words}.${reach(scene, past.first)}`, [found.id]);
      return tell(scene, found, own);
    },
  });
}

interface Move {
  readonly line: LogLine;
  readonly from: Id | null;
  readonly to: Id;
}

/** Where a card went, the last time first. */
function movesOf(lines: readonly LogLine[], cardId: Id): readonly Move[] {
  return lines.flatMap((line) => {
    const move = line.moves.find((one) => one.cardId === cardId && one.from !== null);
    return move ? [{ line, from: move.from, to: move.to }] : [];
  });
}

function tellMove(scene: Scene, card: Card, move: Move | undefined): Act {
  const name = nameCard(scene.board, card);
  if (!move)
    return answer(`${name} was not moved to another column, as far as the history tells.${reach(scene, null)}`, [
      card.id,
    ]);
  const { line, from, to } = move;
  const who = capital(nameOf(scene, line.actorId));
  const way = `${from === null ? '' : `from ${titleOf(scene.board, from)} `}to ${titleOf(scene.board, to)}`;
  return answer(`${who} moved ${name} ${way} ${onDate(scene, line.at)}.`, [card.id]);
}

function tellFinished(scene: Scene, card: Card, lines: readonly LogLine[]): Act {
  const name = nameCard(scene.board, card);
  if (!isDone(scene.board, card))
    return answer(`${name} is not finished: it is in ${titleOf(scene.board, card.columnId)}.`, [card.id]);
  const move = movesOf(lines, card.id).find(({ from, to }) => isDoneColumn(scene, to) && !isDoneColumn(scene, from));
  if (!move)
    return answer(`${name} is done, but the history does not tell when it came to be so.${reach(scene, null)}`, [
      card.id,
    ]);
  const who = nameOf(scene, move.line.actorId);
  return answer(
    `${name} was finished ${onDate(scene, move.line.at)}: ${who} moved it to ${titleOf(scene.board, move.to)}.`,
    [card.id],
  );
}

function isDoneColumn({ board }: Scene, id: Id | null): boolean {
  return id !== null && board.column(id)?.done === true;
}

function tellHistory(scene: Scene, card: Card, lines: readonly LogLine[]): Act {
  const name = nameCard(scene.board, card);
  if (lines.length === 0) return answer(`The history tells nothing of ${name}.${reach(scene, null)}`, [card.id]);
  const told = tellLines(scene, lines, { head: `What happened to ${name}:`, first: null });
  return { ...told, cardIds: [card.id] };
}

interface Then {
  readonly verb: 'created' | 'finished';
  readonly past: Past;
  readonly person: Id | undefined;
  readonly rest: string;
}

/** “2 cards were finished today: …”. */
function tellCards(scene: Scene, ids: readonly Id[], { verb, past, person, rest }: Then): Act {
  const what = ids.length === 0 ? null : counted(ids.length, 'card');
  const done = sayDone(scene, { verb, what, isOne: ids.length === 1, person });
  return answer(`${done} ${past.words}${ids.length === 0 ? '' : `: ${nameCards(scene, ids)}`}.${rest}`, ids);
}

function tellArchived(scene: Scene, test: (at: string) => boolean, words: string): Act {
  const { archive, board } = scene.context;
  const cards = archive.cards.filter(({ archivedAt, id }) => board.card(id) === undefined && test(archivedAt));
  const columns = archive.columns.filter(({ archivedAt, id }) => board.column(id) === undefined && test(archivedAt));
  if (cards.length + columns.length === 0) {
    return archive.isElsewhere ? NO_ARCHIVE : answer(`Nothing was archived${words}.`);
  }
  const names = [
    ...columns.map(({ title }) => `the column “${shorten(title)}”`),
    ...cards.map((card) => nameCard(board, card)),
  ];
  const more = names.length - MOST_NAMED;
  const list = listOf(more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names);
  const [one, several] = words === '' ? ['is', 'are'] : ['was', 'were'];
  const verb = names.length === 1 ? one : several;
  return answer(
    `${list} ${verb} archived${words}.`,
    cards.map(({ id }) => id),
  );
}

const FINISHED =
  '(finished|finish|completed|complete|done|get done|closed|close|moved to done|ship|shipped|deliver|delivered|release|released)';

export const PAST_INTENTS: readonly Intent[] = [
  intent({
    name: 'what changed',
    say: [
      '(what has changed|what changed|whats changed|what happened|what has happened|what was changed|what was done|whats new|what is new|what has been done|whats been done|whats been changed|what have we done|what did we do|show me what changed|show what changed|tell me what changed|show what happened|list the changes|show the changes|show changes|what is the history|show the history|show the log|show the activity) (on the board|here|)? {past:past}',
      '(anything|is there anything|is anything) (new|changed) {past:past}',
      '(what has changed|what changed|whats changed|what happened|whats new|what is new|show the history|show the log|show the activity) (lately|recently|last|)',
      '(what did|what has|what have) {person:person} (do|done|change|changed) {past:past}',
      '(did|has) {person:person} (do|done|change|changed) (anything|something) {past:past}',
      '(what did|what has) {person:person} (do|done|change|changed) (lately|recently|last|so far|)',
      '(what was|what has been) (done|changed) by {person:person} {past:past}',
    ],
    slots: { past: 'past', person: 'person' },
    act({ past, person }, scene) {
      if (!hasHistory(scene)) return NO_HISTORY;
      const days = past ?? everOf(scene);
      const lines = linesIn(scene, days).filter(({ actorId }) => person === undefined || actorId === person);
      const when = past ? ` ${past.words}` : '';
      const first = past ? past.first : null;
      const none = sayDone(scene, { verb: 'changed', what: null, isOne: false, person });
      if (lines.length === 0) return answer(`${none}${when}.${reach(scene, first)}`);
      const isOne = lines.length === 1;
      const some = sayDone(scene, { verb: 'made', what: counted(lines.length, 'change'), isOne, person });
      return tellLines(scene, lines, { head: `${some}${when}:`, first });
    },
  }),
  intent({
    name: 'what was finished',
    say: [
      `(what was|what has been|what got|which cards were|what cards were|what did we|what have we|which cards did we|show me what was|list what was) ${FINISHED} {past:past}`,
      `(did we|have we) ${FINISHED} (anything|something) {past:past}`,
      `(was|has|is) (anything|something) been? ${FINISHED} {past:past}`,
      `(how many cards|how many|how much) (were|was|did we|have we|have been) ${FINISHED} {past:past}`,
      `(what did|what has|which cards did|what cards did|how many cards did) {person:person} ${FINISHED} {past:past}`,
      '(what|which cards|what cards) (has|have|) (shipped|landed|got done|got finished|went to done|made it to done) ({past:past}|)',
      '(what|which cards|what cards) (finished|closed) {past:past}',
      '(what have we|what did we|what has {person:person}|what did {person:person}) (finished|finish|completed|complete|shipped|ship|delivered|deliver) (so far|)',
    ],
    slots: { past: 'past', person: 'person' },
    act({ past, person }, scene) {
      if (!scene.board.columns().some(({ done }) => done)) return null;
      if (!hasHistory(scene)) return NO_HISTORY;
      const days = past ?? everOf(scene);
      const lines = linesIn(scene, days).filter(({ actorId }) => person === undefined || actorId === person);
      return tellCards(scene, finishedIn(scene, lines), {
        verb: 'finished',
        past: days,
        person,
        rest: reach(scene, days.first),
      });
    },
  }),
  intent({
    name: 'what was created',
    say: [
      '(what was|what has been|which cards were|what cards were|what did we|which cards did we) (created|create|added|add|made) {past:past}',
      '(what did|which cards did|what has) {person:person} (create|created|add|added|make) {past:past}',
    ],
    slots: { past: 'past', person: 'person' },
    act({ past, person }, scene) {
      if (!past) return null;
      const cards = scene.board.columns().flatMap(({ id }) => scene.board.cardsIn(id));
      const ids = cards
        .filter(({ createdAt, createdBy }) => isIn(scene, past, createdAt) && (person ?? createdBy) === createdBy)
        .map(({ id }) => id);
      return tellCards(scene, ids, { verb: 'created', past, person, rest: '' });
    },
  }),
  intent({
    name: 'what was archived',
    say: [
      '(what was|what has been|which cards were|what cards were|what did we|what got) (archived|archive|removed|deleted) {past:past}',
      '(what is|whats|which cards are|what cards are|what has been|show me what is|list what is) archived',
      '(what is|whats) in the (archive|bin|trash)',
      '(show|list|show me) (the|) (archive|archived cards|archived)',
    ],
    slots: { past: 'past' },
    act: ({ past }, scene) => tellArchived(scene, (at) => !past || isIn(scene, past, at), past ? ` ${past.words}` : ''),
  }),
  intent({
    name: 'when something was archived',
    say: [
      'when was {what:archived} (archived|removed|deleted)',
      'who (archived|removed|deleted) {what:archived}',
      '(where is|wheres|what happened to) {what:archived}',
      'is {what:archived} archived',
    ],
    slots: { what: 'archived' },
    act({ what }, scene) {
      if (!what) return null;
      const { archive, board } = scene.context;
      if (what.type === 'column.restore') {
        const column = archive.columns.find(({ id }) => id === what.columnId);
        return column ? answer(`The column “${column.title}” was archived ${onDate(scene, column.archivedAt)}.`) : null;
      }
      const card = archive.cards.find(({ id }) => id === what.cardId);
      if (!card) return null;
      const line = scene.context.log.find(
        ({ kinds, cardIds }) => kinds.includes('card.archive') && cardIds.includes(card.id),
      );
      const by = line ? ` by ${nameOf(scene, line.actorId)}` : '';
      return answer(`${nameCard(board, card)} was archived${by} ${onDate(scene, card.archivedAt)}.`, [card.id]);
    },
  }),
  pastOfCard(
    'who moved a card',
    [
      'who (moved|dragged|put) {card:card}',
      'when was {card:card} (last|) moved',
      'when did {card:card} move',
      '(where was|where did) {card:card} (before|come from)',
    ],
    (scene, card, lines) => tellMove(scene, card, movesOf(lines, card.id)[0]),
  ),
  intent({
    name: 'who moved a card there',
    say: [
      'who (moved|dragged|put) {card:card} (to|into|in) {column:column}',
      'when (was|did) {card:card} (moved|move|put|come|go|get) (to|into|in) {column:column}',
      'when was {card:card} {column:column}',
      'who {column:column} {card:card}',
    ],
    slots: { card: 'card', column: 'column' },
    act({ card, column }, scene) {
      const found = card === undefined ? undefined : scene.board.card(card);
      if (!found || column === undefined) return null;
      if (!hasHistory(scene)) return NO_HISTORY;
      const move = movesOf(scene.context.log, found.id).find(({ to }) => to === column);
      if (move) return tellMove(scene, found, move);
      const where = titleOf(scene.board, column);
      const name = nameCard(scene.board, found);
      return answer(`As far as the history tells, ${name} was not moved to ${where}.${reach(scene, null)}`, [found.id]);
    },
  }),
  pastOfCard(
    'when a card was finished',
    [
      'when was {card:card} (finished|done|completed|closed)',
      'when did {card:card} get (finished|done|completed|closed)',
      'when did we (finish|complete|close) {card:card}',
      'who (finished|completed|closed|did) {card:card}',
    ],
    tellFinished,
  ),
  pastOfCard(
    'what happened to a card',
    [
      'what (happened|has happened|changed|has changed) (to|with|on|about) {card:card} {past:past}?',
      '(what is|whats|show|show me) the (history|story|log|activity) (of|for|on) {card:card}',
      '(what|who) changed (in|) {card:card}',
      'who changed (on|about) {card:card}',
      'who last? (changed|edited|touched) {card:card} last?',
      'why did {card:card} come back',
      'why is {card:card} back',
      'why was {card:card} (moved|moved back|restored|reopened)',
    ],
    tellHistory,
  ),
];
