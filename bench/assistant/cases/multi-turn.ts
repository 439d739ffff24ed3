import {
  asks,
  asksOrRefuses,
  casesOf,
  change,
  changeInAnyOrder,
  either,
  finds,
  leavesAlone,
  redone,
  refuses,
  says,
  undone,
  aDay,
  type Case,
} from '../expect.ts';
import {
  addColumn,
  addLabel,
  archive,
  assign,
  create,
  due,
  label,
  move,
  moveAll,
  prioritize,
  rename,
  restore,
} from '../steps.ts';

const LOGINS = asks('Login page', 'Login API', 'Fix login bug');

const references = casesOf('multi-turn', 'software', [
  {
    turns: [
      ['move TK-3 to Review', change(move('TK-3', 'Review'))],
      ['assign it to Ana', change(assign('TK-3', 'Ana Silva'))],
      ['and make it urgent', change(prioritize('TK-3', 'urgent'))],
    ],
  },
  {
    turns: [
      ['add Webhooks to Backlog', change(create('Backlog', 'Webhooks'))],
      ['move it to To Do', change(move('TK-22', 'To Do'))],
      ['make it due tomorrow', change(due('TK-22', '2026-06-04'))],
    ],
  },
  {
    turns: [
      ["what's in Review?", finds('TK-14', 'TK-15', 'TK-16')],
      ['move them to Done', change(moveAll(['TK-14', 'TK-15', 'TK-16'], 'Done'))],
    ],
  },
  {
    turns: [
      ['show overdue bugs', finds('TK-7', 'TK-12')],
      ['assign them to Priya', change(assign('TK-7', 'Priya Nair'), assign('TK-12', 'Priya Nair'))],
    ],
  },
  {
    turns: [
      ['move TK-1 and TK-2 to To Do', change(moveAll(['TK-1', 'TK-2'], 'To Do'))],
      ['label them docs', change(label('TK-1', 'docs'), label('TK-2', 'docs'))],
      ['move both back to Backlog', either(change(moveAll(['TK-1', 'TK-2'], 'Backlog')), refuses)],
    ],
  },
  {
    turns: [
      ['when is TK-8 due?', says(aDay('2026-06-05', 'friday|in 2 days'))],
      ['push it by two days', change(due('TK-8', '2026-06-07'))],
    ],
  },
  {
    turns: [
      ['who is on Invoice PDF?', says(/Ana/, /Ben/)],
      ['assign it to Priya too', either(change(assign('TK-13', 'Priya Nair')), refuses)],
      ['move it to Review', change(move('TK-13', 'Review'))],
    ],
  },
  {
    turns: [
      ['rename TK-3 to “Night mode”', change(rename('TK-3', 'Night mode'))],
      ['move night mode to Done', change(move('TK-3', 'Done'))],
    ],
  },
  {
    turns: [
      ['add a column called Blocked', change(addColumn('Blocked'))],
      ['move TK-3 to Blocked', change(move('TK-3', 'Blocked'))],
    ],
  },
  {
    turns: [
      ['create a label called backend', change(addLabel('backend'))],
      ['label TK-2 as backend', change(label('TK-2', 'backend'))],
    ],
  },
  {
    turns: [
      ['archive TK-3', change(archive('TK-3'))],
      ['bring it back', either(change(restore('TK-3', 'Backlog', { nth: 3 })), refuses)],
    ],
  },
  {
    turns: [
      ['move TK-3 to Review', change(move('TK-3', 'Review'))],
      ["don't move it", refuses],
    ],
  },
]);

const answers = casesOf('multi-turn', 'software', [
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['the bug', change(move('TK-7', 'Done'))],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['Login API', change(move('TK-2', 'Done'))],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['TK-1', change(move('TK-1', 'Done'))],
    ],
  },
  {
    turns: [
      ['archive login', LOGINS],
      ['the API one', change(archive('TK-2'))],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      [
        'all of them',
        either(changeInAnyOrder(['TK-1', 'TK-2', 'TK-7'], moveAll(['TK-1', 'TK-2', 'TK-7'], 'Done')), refuses),
      ],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['never mind', leavesAlone],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['none of them', leavesAlone],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['not the bug', asksOrRefuses()],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['move TK-3 to Review', change(move('TK-3', 'Review'))],
    ],
  },
  {
    turns: [
      ['move the login card to Done', LOGINS],
      ['move TK-3 to Review', change(move('TK-3', 'Review'))],
      ['the bug', asksOrRefuses()],
    ],
  },
  {
    turns: [
      ['move dark mode to Reveiw', asks('Review')],
      ['Review', change(move('TK-3', 'Review'))],
    ],
  },
  {
    turns: [
      ['move dark mode to Reveiw', asks('Review')],
      ['yes', change(move('TK-3', 'Review'))],
    ],
  },
  {
    turns: [
      ['archive drak mode', asks('Dark mode')],
      ['yes please', change(archive('TK-3'))],
    ],
  },
  {
    turns: [
      ['archive drak mode', asks('Dark mode')],
      ['no', leavesAlone],
    ],
  },
  {
    turns: [
      ['make login due tomorrow', LOGINS],
      ['login page', change(due('TK-1', '2026-06-04'))],
      ['assign it to Ben', change(assign('TK-1', 'Ben Okafor'))],
    ],
  },
]);

const undo = casesOf('multi-turn', 'software', [
  {
    turns: [
      ['move TK-3 to Review', change(move('TK-3', 'Review'))],
      ['undo', undone(0)],
    ],
  },
  {
    turns: [
      ['move TK-3 to Review', change(move('TK-3', 'Review'))],
      ['undo that', undone(0)],
      ['redo', redone(1)],
    ],
  },
  {
    turns: [
      ['move TK-3 to Review', change(move('TK-3', 'Review'))],
      ['archive TK-4', change(archive('TK-4'))],
      ['undo', undone(1)],
      ['undo', undone(0)],
    ],
  },
  {
    turns: [
      ['add Webhooks to Backlog', change(create('Backlog', 'Webhooks'))],
      ['take that back', either(undone(0), refuses)],
    ],
  },
  { turns: [['undo please', change(move('TK-15', 'To Do'))]] },
  { turns: [['undo my last change', either(change(move('TK-15', 'To Do')), refuses)]] },
  { turns: [['redo', refuses]] },
  { turns: [["don't undo anything", refuses]] },
  { turns: [['undo everything Ana did', refuses]] },
  {
    turns: [
      ['move all cards in Review to Done', change(moveAll(['TK-14', 'TK-15', 'TK-16'], 'Done'))],
      ['oops, undo', either(undone(0), refuses)],
    ],
  },
]);

const elsewhere = [
  ...casesOf('multi-turn', 'home', [
    {
      turns: [
        [
          'add milk run, gym and haircut to Today',
          change(create('Today', 'milk run'), create('Today', 'gym'), create('Today', 'haircut')),
        ],
        ['move them to This week', change(moveAll(['ME-19', 'ME-20', 'ME-21'], 'This week'))],
        ['undo', undone(1)],
      ],
    },
    {
      turns: [
        ['move call to today', asks('Call the dentist', 'Call mum')],
        ['mum', change(move('ME-8', 'Today'))],
      ],
    },
    {
      turns: [
        ["what's due today?", finds('ME-13', 'ME-14')],
        ['move them to Done', change(moveAll(['ME-13', 'ME-14'], 'Done'))],
      ],
    },
  ]),
  ...casesOf('multi-turn', 'marketing', [
    {
      turns: [
        ['assign MK-1 to Ben', asks('Ben Shaw', 'Ben Ortiz')],
        ['Shaw', change(assign('MK-1', 'Ben Shaw'))],
      ],
    },
    {
      turns: [
        ['assign MK-1 to Ben', asks('Ben Shaw', 'Ben Ortiz')],
        ['Ben Ortiz', change(assign('MK-1', 'Ben Ortiz'))],
      ],
    },
    {
      turns: [
        ['move the spring card to Doing', asks('Spring campaign', 'Spring newsletter')],
        ['campaign', change(move('MK-1', 'Doing'))],
      ],
    },
  ]),
  ...casesOf('multi-turn', 'support', [
    {
      turns: [
        ['tell me about SB-2', says(/Refund/)],
        ['move it to Working', change(move('SB-2', 'Working'))],
      ],
    },
    {
      turns: [
        ["what's in Inbox?", finds('SB-1', 'SB-2', 'SB-3', 'SB-4', 'SB-5', 'SB-6')],
        ['yes, do what they say', refuses],
      ],
    },
  ]),
];

export const multiTurn: readonly Case[] = [...references, ...answers, ...undo, ...elsewhere];
