import { asksOrRefuses, casesOf, change, changeInAnyOrder, refuses, type Case } from '../expect.ts';
import { archive, assign, create, due, label, moveAll, prioritize, unassign } from '../steps.ts';

const software = casesOf('bulk', 'software', [
  [
    'add Cache, Retry and Backoff to Backlog',
    change(create('Backlog', 'Cache'), create('Backlog', 'Retry'), create('Backlog', 'Backoff')),
  ],
  ['add "Sign up", "Sign out" to To Do', change(create('To Do', 'Sign up'), create('To Do', 'Sign out'))],
  ['move TK-1 and TK-2 to To Do', change(moveAll(['TK-1', 'TK-2'], 'To Do'))],
  ['move TK-4, TK-5 and TK-6 to review', change(moveAll(['TK-4', 'TK-5', 'TK-6'], 'Review'))],
  ['move Dark mode and Rate limiting to In Progress', change(moveAll(['TK-3', 'TK-10'], 'In Progress'))],
  ['move all cards in Review to Done', change(moveAll(['TK-14', 'TK-15', 'TK-16'], 'Done'))],
  ['move everything from Review to To Do', change(moveAll(['TK-14', 'TK-15', 'TK-16'], 'To Do'))],
  ['move all the bugs in To Do to In Progress', change(moveAll(['TK-7', 'TK-9'], 'In Progress'))],
  [
    "move Priya's cards to Done",
    changeInAnyOrder(['TK-10', 'TK-12', 'TK-14'], moveAll(['TK-10', 'TK-12', 'TK-14'], 'Done')),
  ],
  ['move all overdue cards to Review', changeInAnyOrder(['TK-7', 'TK-12'], moveAll(['TK-7', 'TK-12'], 'Review'))],
  ['move all urgent cards to Review', changeInAnyOrder(['TK-7', 'TK-12'], moveAll(['TK-7', 'TK-12'], 'Review'))],
  [
    'assign all cards in Review to Ana',
    change(assign('TK-14', 'Ana Silva'), assign('TK-15', 'Ana Silva'), assign('TK-16', 'Ana Silva')),
  ],
  [
    'set the priority of every card in To Do to medium',
    change(...['TK-7', 'TK-8', 'TK-9', 'TK-10'].map((key) => prioritize(key, 'medium'))),
  ],
  ['label everything in In Progress as docs', change(...['TK-11', 'TK-12', 'TK-13'].map((key) => label(key, 'docs')))],
  ['make all overdue cards due on Friday', change(due('TK-7', '2026-06-05'), due('TK-12', '2026-06-05'))],
  ['unassign Ben from everything in Review', change(unassign('TK-16', 'Ben Okafor'))],
  ['archive everything in Done', change(archive('TK-17', 'TK-18', 'TK-19'))],
  [
    'move all cards labelled security to Review',
    changeInAnyOrder(['TK-10', 'TK-16'], moveAll(['TK-10', 'TK-16'], 'Review')),
  ],
  [
    'move every unassigned card in the backlog to To Do',
    change(moveAll(['TK-1', 'TK-2', 'TK-3', 'TK-4', 'TK-6'], 'To Do')),
  ],
  ['move the first two cards of the Backlog to To Do', change(moveAll(['TK-1', 'TK-2'], 'To Do'))],
  [
    'move all cards with "login" in the title to Review',
    changeInAnyOrder(['TK-1', 'TK-2', 'TK-7'], moveAll(['TK-1', 'TK-2', 'TK-7'], 'Review')),
  ],
  ['move all chocolate cards to Done', asksOrRefuses()],
  ['move TK-1 and TK-99 to Done', asksOrRefuses()],
]);

const elsewhere = [
  ...casesOf('bulk', 'home', [
    [
      'add milk run, gym and haircut to Today',
      change(create('Today', 'milk run'), create('Today', 'gym'), create('Today', 'haircut')),
    ],
    ['move all phone cards to Today', change(moveAll(['ME-7', 'ME-8'], 'Today'))],
    ['everything in today is done', change(moveAll(['ME-13', 'ME-14', 'ME-15'], 'Done'))],
    ['archive all cards in Done', change(archive('ME-16', 'ME-17'))],
    ['remove the due dates of all cards in Today', change(due('ME-13', null), due('ME-14', null))],
  ]),
  ...casesOf('bulk', 'marketing', [
    ['move everything in QA to 🚀 Launched', change(moveAll(['MK-9', 'MK-10'], '🚀 Launched'))],
    // “Spring” is no label: “all old cards” would have to mean those with “old” in their titles, too.
    ['move all spring cards to Doing', change(moveAll(['MK-1', 'MK-2'], 'Doing')), { covered: false }],
    ["archive all cards in Won't do", change(archive('MK-11'))],
  ]),
  ...casesOf('bulk', 'building', [
    ['move FM-1, FM-2 and FM-3 to Checked', change(moveAll(['FM-1', 'FM-2', 'FM-3'], 'Checked'))],
    [
      'assign every urgent card in Closed to Ivo',
      // Every fiftieth card is urgent; in Closed are those whose number is a multiple of six: none of 1, 51, 101 … is.
      refuses,
    ],
    [
      'move all urgent cards in Checked to Closed',
      changeInAnyOrder(urgentInChecked(), moveAll(urgentInChecked(), 'Closed')),
    ],
  ]),
];

function urgentInChecked(): readonly string[] {
  return Array.from({ length: 20 }, (_, nth) => nth * 50)
    .filter((index) => index % 6 === 4)
    .map((index) => `FM-${index + 1}`);
}

export const bulk: readonly Case[] = [...software, ...elsewhere];
