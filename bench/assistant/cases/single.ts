import { asks, asksOrRefuses, casesOf, change, either, refuses, type Case } from '../expect.ts';
import {
  addColumn,
  archiveColumn,
  create,
  editColumn,
  move,
  moveColumn,
  rename,
  renameBoard,
  restore,
  restoreColumn,
  set,
} from '../steps.ts';

const moves = casesOf('single', 'software', [
  ['move the login bug to Done', change(move('TK-7', 'Done'))],
  ['Move TK-3 to In Progress', change(move('TK-3', 'In Progress'))],
  ['Could you please move “Dark mode” to Review?', change(move('TK-3', 'Review'))],
  ['can you put the invoice pdf into review please', change(move('TK-13', 'Review'))],
  ["I'd like rate limiting to go to In Progress", change(move('TK-10', 'In Progress'))],
  ['please send session timeout back to To Do', change(move('TK-16', 'To Do'))],
  ['tk-9 to review', change(move('TK-9', 'Review'))],
  ['#12 -> done', change(move('TK-12', 'Done'))],
  ['login bug done', change(move('TK-7', 'Done'))],
  ['mark the accessibility audit as done', change(move('TK-14', 'Done'))],
  ['The memory leak is done', change(move('TK-12', 'Done'))],
  ['complete TK-8', change(move('TK-8', 'Done'))],
  ['start working on export to CSV', either(change(move('TK-4', 'In Progress')), refuses)],
  ['take the dark mode card and place it at the top of To Do', change(move('TK-3', 'To Do', 'top'))],
  ['move session timeout to the top', change(move('TK-16', 'Review', 'top'))],
  ['Move Login page to the bottom of the Backlog', change(move('TK-1', 'Backlog'))],
  ['move TK-6 above TK-2', change(move('TK-6', 'Backlog', { above: 'TK-2' }))],
  ['put Dark mode right below Upgrade to Node 24', change(move('TK-3', 'Backlog', { below: 'TK-6' }))],
  ['move invoice PDF to Review, under Accessibility audit', change(move('TK-13', 'Review', { below: 'TK-14' }))],
  ['make TK-9 the first card in To Do', change(move('TK-9', 'To Do', 'top'))],
  ['Move TK-10 to position 2 in To Do', change(move('TK-10', 'To Do', { nth: 2 }))],
  ['move the second card in Review to Done', change(move('TK-15', 'Done'))],
  ['move the last card of the backlog to to do', change(move('TK-6', 'To Do'))],
  ['move the top card in To Do to In Progress', change(move('TK-7', 'In Progress'))],
  ['QA -> done', asksOrRefuses()],
  ['move TK-99 to Done', asksOrRefuses()],
  ['move the login bug to Mars', asksOrRefuses()],
  ['move the unicorn card to Done', asksOrRefuses()],
]);

const creates = casesOf('single', 'software', [
  ['add Fix the search index', change(create('Backlog', 'Fix the search index'))],
  ['Add "Update dependencies" to To Do', change(create('To Do', 'Update dependencies'))],
  ['create a card called Webhooks in Review', change(create('Review', 'Webhooks'))],
  ['new card: Rotate API keys', change(create('Backlog', 'Rotate API keys'))],
  [
    'please add a task "Two-factor sign-in" at the top of the backlog',
    change(create('Backlog', 'Two-factor sign-in', { at: 'top' })),
  ],
  ['put a new card named Load testing in In Progress', change(create('In Progress', 'Load testing'))],
  ['I need a card for Cookie banner in To Do', either(change(create('To Do', 'Cookie banner')), refuses)],
  ['add “Move to Postgres” to Backlog', change(create('Backlog', 'Move to Postgres'))],
  [
    'add "Archive old logs, then delete them" to Backlog',
    change(create('Backlog', 'Archive old logs, then delete them')),
  ],
  ['rename TK-3 to Night mode', change(rename('TK-3', 'Night mode'))],
  ['Change the title of "Login page" to "Sign-in page"', change(rename('TK-1', 'Sign-in page'))],
  ['retitle dark mode as “Dark theme”', change(rename('TK-3', 'Dark theme'))],
  ['call TK-13 "Invoices as PDF"', change(rename('TK-13', 'Invoices as PDF'))],
  ['set the description of TK-9 to "Happens above 2 GB"', change(set('TK-9', { details: 'Happens above 2 GB' }))],
  ['restore Beta banner', change(restore('TK-21', 'To Do'))],
  ['bring back the old analytics script', change(restore('TK-20', 'Backlog'))],
  ['unarchive TK-20', change(restore('TK-20', 'Backlog'))],
]);

const columns = casesOf('single', 'software', [
  ['add a column called Blocked', change(addColumn('Blocked'))],
  ['create a column "Ready" after To Do', change(addColumn('Ready', 2))],
  ['Add a new column QA before Done', change(addColumn('QA', 4))],
  ['rename the Review column to Code review', change(editColumn('Review', { title: 'Code review' }))],
  ['rename column “To Do” to “Next”', change(editColumn('To Do', { title: 'Next' }))],
  ['move the Review column before In Progress', change(moveColumn('Review', 2))],
  ['move column Backlog to the end', change(moveColumn('Backlog', 4))],
  ['limit In Progress to 4 cards', change(editColumn('In Progress', { limit: 4 }))],
  ['set a WIP limit of 3 on Review', change(editColumn('Review', { limit: 3 }))],
  ['restore the Icebox column', change(restoreColumn('Icebox', 0))],
  ['archive the column Review', asksOrRefuses()],
  ['rename the board to Storefront', change(renameBoard('Storefront'))],
]);

const atHome = casesOf('single', 'home', [
  ['add buy milk to Today', change(create('Today', 'buy milk'))],
  ['pls add "send postcard to gran" to this week', change(create('This week', 'send postcard to gran'))],
  ['pay rent done', change(move('ME-14', 'Done'))],
  ['done with the kitchen', either(change(move('ME-15', 'Done')), refuses)],
  ['move call mum to today', change(move('ME-8', 'Today'))],
  ['Move “Move house” to This week', change(move('ME-1', 'This week'))],
  ['move move house to today', change(move('ME-1', 'Today'))],
  ['move Delete old emails to Done', change(move('ME-2', 'Done'))],
  ['put “Archive tax papers” in Today', change(move('ME-3', 'Today'))],
  [
    'rename "Add shelves to the garage" to "Add hooks to the garage"',
    change(rename('ME-5', 'Add hooks to the garage')),
  ],
  ['put the sofa back on the board', either(change(restore('ME-18', 'Someday')), asks('Sell the old sofa'), refuses)],
  ['add a column Waiting', change(addColumn('Waiting'))],
]);

const inMarketing = casesOf('single', 'marketing', [
  ['move the spring newsletter to Doing', change(move('MK-2', 'Doing'))],
  ['move podcast #12 to won’t do', change(move('MK-7', 'Won’t do'))],
  ["mv swag & stickers to won't do", change(move('MK-8', 'Won’t do'))],
  ['move SEO audit (Q2) to Launched', change(move('MK-9', '🚀 Launched'))],
  ['MK-10 is done', change(move('MK-10', '🚀 Launched'))],
  ['move cafe pop-up to QA', change(move('MK-5', 'QA'))],
  ['move the color palette to to do', change(move('MK-10', 'To do'))],
  ['add "Blog: what’s new?" to To do', change(create('To do', 'Blog: what’s new?'))],
  ['rename Doing to “🔥 Doing”', change(editColumn('Doing', { title: '🔥 Doing' }))],
  ['remove the limit on QA', change(editColumn('QA', { limit: null }))],
  ['move every card in Doing to QA', asksOrRefuses()],
]);

const inTheBuilding = casesOf('single', 'building', [
  ['move FM-501 to Planned', change(move('FM-501', 'Planned'))],
  ['move replace the sink in room 204 to Checked', change(move('FM-105', 'Checked'))],
  ['close FM-43', either(change(move('FM-43', 'Closed')), refuses)],
  ['Move the lock in room 908 to Planned', change(move('FM-809', 'Planned'))],
  ['room 777 -> checked', change(move('FM-678', 'Checked'))],
  ['add "Repair the roof" to Planned', change(create('Planned', 'Repair the roof'))],
  ['FM-1001 to Closed', asksOrRefuses()],
]);

const emptied = casesOf('single', 'home', [
  {
    turns: [
      ['add a column called Later', change(addColumn('Later'))],
      ['archive the column Later', change(archiveColumn('Later'))],
    ],
  },
]);

export const single: readonly Case[] = [
  ...moves,
  ...creates,
  ...columns,
  ...atHome,
  ...inMarketing,
  ...inTheBuilding,
  ...emptied,
];
