import { intent, type Intent } from '../intent.js';
import { answer, counted, listOf, nameOf } from './say.js';

const WHICH =
  '(what|which|list|show|show me|list the|show the|show me the|show all|list all|what are the|which are the|name the|what are our|tell me the)';
const THERE =
  '(are there|do we have|do i have|exist|are on the board|are on this board|does this board have|does the board have|can i use|)';

export const ABOUT_BOARD_INTENTS: readonly Intent[] = [
  intent({
    name: 'which labels',
    say: [`${WHICH} (labels|tags) ${THERE}`, `how many (labels|tags) ${THERE}`],
    slots: {},
    act(_, { board }) {
      const names = board.labels().map(({ name }) => `“${name}”`);
      if (names.length === 0) return answer('This board has no labels.');
      return answer(`This board has ${counted(names.length, 'label')}: ${listOf(names)}.`);
    },
  }),
  intent({
    name: 'which columns',
    say: [
      `${WHICH} (columns|lists|lanes|stages) ${THERE}`,
      `how many (columns|lists|lanes|stages) ${THERE}`,
      'how many (cards|tasks|jobs) (are|) (per|in each|in every) (column|list)',
    ],
    slots: {},
    act(_, { board }) {
      const columns = board.columns().map(({ id, title }) => `“${title}” (${board.cardsIn(id).length})`);
      if (columns.length === 0) return answer('This board has no columns.');
      return answer(`This board has ${counted(columns.length, 'column')}: ${listOf(columns)}.`);
    },
  }),
  intent({
    name: 'who is on the board',
    say: [
      '(who is|whos|who are) (on|in|a member of|part of) (this board|the board|our team|the team|this team)',
      `${WHICH} (people|members|persons|users) ${THERE}`,
      `how many (people|members|users) ${THERE}`,
      '(who is|whos|who are) (on|in) here',
      '(who are|list|show) the (members|people)',
      'who is there',
    ],
    slots: {},
    act(_, scene) {
      const { people } = scene.context;
      const names = people.map(({ id, name }) => (nameOf(scene, id) === 'you' ? `${name} (you)` : name));
      const are = names.length === 1 ? 'is' : 'are';
      return answer(`${counted(names.length, 'person', 'people')} ${are} on this board: ${listOf(names)}.`);
    },
  }),
  intent({
    name: 'how full a column is',
    say: [
      '(what is|whats) the limit (of|on|for) {column:column}',
      "(what is|whats) {column:column} 's limit",
      'does {column:column} have a limit',
      'is {column:column} (full|over its limit|over the limit)',
    ],
    slots: { column: 'column' },
    act({ column }, { board }) {
      const found = column === undefined ? undefined : board.column(column);
      if (!found) return null;
      const count = board.cardsIn(found.id).length;
      if (found.limit === null) return answer(`“${found.title}” has no limit. It holds ${counted(count, 'card')}.`);
      return answer(`“${found.title}” holds ${counted(count, 'card')}; its limit is ${found.limit}.`);
    },
  }),
  intent({
    name: 'whether a column is empty',
    say: ['is {column:column} empty'],
    slots: { column: 'column' },
    act({ column }, { board }) {
      const found = column === undefined ? undefined : board.column(column);
      if (!found) return null;
      const count = board.cardsIn(found.id).length;
      if (count === 0) return answer(`Yes, “${found.title}” holds no cards.`);
      return answer(`No, “${found.title}” holds ${counted(count, 'card')}.`);
    },
  }),
];
