import { nameCard } from '../../decide-context.js';
import type { LogLine } from '../command.js';
import { NO_HISTORY } from '../elsewhere.js';
import { intent, type Intent } from '../intent.js';
import { normsOf } from '../words.js';
import { everOf, hasHistory, linesIn, reach, tellLine } from './history.js';
import { answer, counted, nameCards, titleOf } from './say.js';

const FIELD =
  '(priority|due date|deadline|estimate|title|name|details|description|label|labels|assignee|assignees|owner)';
const KINDS: ReadonlyMap<string, LogLine['kinds'][number]> = new Map([
  ['priority', 'card.prioritize'],
  ['due', 'card.schedule'],
  ['deadline', 'card.schedule'],
  ['estimate', 'card.estimate'],
  ['title', 'card.edit'],
  ['name', 'card.edit'],
  ['details', 'card.edit'],
  ['description', 'card.edit'],
  ['label', 'card.label'],
  ['labels', 'card.label'],
  ['assignee', 'card.assign'],
  ['assignees', 'card.assign'],
  ['owner', 'card.assign'],
]);

export const CHANGE_INTENTS: readonly Intent[] = [
  intent({
    name: 'who changed a field',
    say: [
      `who last? (changed|set|edited|added|removed) (the|a|) ${FIELD} (of|on|for|to|from) {card:card} last?`,
      `who (changed|set|edited) {card:card} 's? ${FIELD}`,
      `when was (the|a|) ${FIELD} (of|on|for) {card:card} last? (changed|set|edited|added|removed)`,
    ],
    slots: { card: 'card' },
    act({ card }, scene, { clause, slots }) {
      const found = card === undefined ? undefined : scene.board.card(card);
      const { from = 0, to = 0 } = slots['card'] ?? {};
      const words = normsOf(scene.said, clause).toSpliced(from - clause.from, to - from);
      const kind = words.map((norm) => KINDS.get(norm)).find((one) => one !== undefined);
      if (!found || !kind) return null;
      if (!hasHistory(scene)) return NO_HISTORY;
      const line = scene.context.log.find(({ kinds, cardIds }) => kinds.includes(kind) && cardIds.includes(found.id));
      const name = nameCard(scene.board, found);
      return line
        ? answer(tellLine(scene, line), [found.id])
        : answer(`The history tells of no such change of ${name}.${reach(scene, null)}`, [found.id]);
    },
  }),
  intent({
    name: 'what was changed last',
    say: [
      '(what was|what is|whats|show|show me) the (last|latest|most recent) change',
      'who (made|did) the (last|latest) change',
      'who changed something last',
    ],
    slots: {},
    act(_, scene) {
      const [last] = scene.context.log;
      if (!hasHistory(scene)) return NO_HISTORY;
      return last ? answer(tellLine(scene, last), last.cardIds) : answer('Nothing has changed so far.');
    },
  }),
  intent({
    name: 'what was moved',
    say: [
      '(what|which cards|what cards) (was|were|has been|have been|has|have|got)? moved {past:past}',
      '(what|which cards|what cards) (was|were|has been|have been|has|have|got)? (moved|gone|went|came) (to|into) {column:column} {past:past}?',
    ],
    slots: { column: 'column', past: 'past' },
    act({ column, past }, scene) {
      if (!hasHistory(scene)) return NO_HISTORY;
      const days = past ?? everOf(scene);
      const isMeant = ({ from, to }: LogLine['moves'][number]) => from !== null && (column ?? to) === to;
      const lines = linesIn(scene, days).filter(({ moves }) => moves.some(isMeant));
      const ids = [
        ...new Set(lines.toReversed().flatMap(({ moves }) => moves.filter(isMeant).map(({ cardId }) => cardId))),
      ];
      const where = column === undefined ? '' : ` to ${titleOf(scene.board, column)}`;
      const when = past ? ` ${past.words}` : '';
      const what = ids.length === 0 ? 'Nothing was' : counted(ids.length, 'card was', 'cards were');
      const names = ids.length === 0 ? '' : `: ${nameCards(scene, ids)}`;
      return answer(`${what} moved${where}${when}${names}.${reach(scene, past ? past.first : null)}`, ids);
    },
  }),
];
