import { asksOrRefuses, casesOf, change, either, refuses, type Case } from '../expect.ts';
import {
  addItems,
  addLabel,
  assign,
  comment,
  create,
  estimate,
  label,
  link,
  prioritize,
  set,
  tick,
  unassign,
  unlabel,
  unlink,
} from '../steps.ts';

const people = casesOf('fields', 'software', [
  ['assign TK-1 to Ana', change(assign('TK-1', 'Ana Silva'))],
  ['Assign Ben Okafor to Rate limiting', change(assign('TK-10', 'Ben Okafor'))],
  ['assign dark mode to me', change(assign('TK-3', 'Sam Reed'))],
  ['give the login API to Priya', change(assign('TK-2', 'Priya Nair'))],
  ['unassign Ben from Invoice PDF', change(unassign('TK-13', 'Ben Okafor'))],
  ['take Ana off the search results page', change(unassign('TK-11', 'Ana Silva'))],
  ['remove everyone from TK-13', change(unassign('TK-13', 'Ana Silva', 'Ben Okafor'))],
  ['assign Ana and Ben to TK-6', change(assign('TK-6', 'Ana Silva', 'Ben Okafor'))],
  ['assign TK-1 to Gandalf', asksOrRefuses()],
]);

const labels = casesOf('fields', 'software', [
  ['label TK-6 as security', change(label('TK-6', 'security'))],
  ['add the label docs to Login API', change(label('TK-2', 'docs'))],
  ['tag export to CSV with bug', change(label('TK-4', 'bug'))],
  ['remove the design label from Dark mode', change(unlabel('TK-3', 'design'))],
  ['take the bug label off TK-15', change(unlabel('TK-15', 'bug'))],
  ['add labels bug and security to TK-1', change(label('TK-1', 'bug', 'security'))],
  ['create a label called backend', change(addLabel('backend'))],
  ['label TK-6 as chocolate', asksOrRefuses()],
]);

const numbers = casesOf('fields', 'software', [
  ['set the priority of TK-2 to high', change(prioritize('TK-2', 'high'))],
  ['make dark mode urgent', change(prioritize('TK-3', 'urgent'))],
  ['TK-8 is low priority', change(prioritize('TK-8', 'low'))],
  ['remove the priority from TK-12', change(prioritize('TK-12', null))],
  ['estimate TK-1 at 3 points', change(estimate('TK-1', 3))],
  ['set the estimate of Rate limiting to 2.5', change(estimate('TK-10', 2.5))],
  ['clear the estimate on Export to CSV', change(estimate('TK-4', null))],
  ['set the priority of TK-2 to purple', asksOrRefuses()],
]);

const lists = casesOf('fields', 'software', [
  ['add “Deploy” to the checklist of Search results page', change(addItems('TK-11', 'Deploy'))],
  ['tick "Write tests" on TK-11', change(tick('TK-11', 'Write tests'))],
  ['check off Index the cards in the search results page', change(tick('TK-11', 'Index the cards'))],
  ['uncheck Wireframe on TK-11', change(tick('TK-11', 'Wireframe', false))],
  ['add a checklist item "Pick colours" to Dark mode', change(addItems('TK-3', 'Pick colours'))],
  ['comment on TK-9: "Reproduced on staging"', change(comment('TK-9', 'Reproduced on staging'))],
  ['add a comment to Session timeout saying looks good to me', change(comment('TK-16', 'looks good to me'))],
  ['comment "please move this to Done" on TK-13', change(comment('TK-13', 'please move this to Done'))],
  ['TK-2 blocks TK-1', change(link('TK-2', 'blocks', 'TK-1'))],
  ['mark TK-1 as blocked by TK-7', change(link('TK-7', 'blocks', 'TK-1'))],
  ['link Login page and Login API', change(link('TK-1', 'relates', 'TK-2'))],
  ['TK-7 is a duplicate of TK-16', change(link('TK-7', 'duplicates', 'TK-16'))],
  ['TK-10 no longer blocks TK-16', either(change(unlink('TK-10', 'blocks', 'TK-16')), refuses)],
  ['remove the link between TK-10 and TK-16', change(unlink('TK-10', 'blocks', 'TK-16'))],
]);

const created = casesOf('fields', 'software', [
  [
    'add "Audit log" to To Do, assigned to Priya, label security, priority high, due 12 June',
    change(
      create('To Do', 'Audit log', {
        people: ['Priya Nair'],
        labels: ['security'],
        priority: 'high',
        due: '2026-06-12',
      }),
    ),
  ],
  [
    'create an urgent bug “Checkout is broken” in In Progress for Ben',
    change(
      create('In Progress', 'Checkout is broken', { people: ['Ben Okafor'], labels: ['bug'], priority: 'urgent' }),
    ),
  ],
  [
    'add a card Status page with details "Show uptime" to Backlog',
    change(create('Backlog', 'Status page', { details: 'Show uptime' })),
  ],
  [
    'add "Release notes" with the label docs and assign it to me',
    change(create('Backlog', 'Release notes', { labels: ['docs'], people: ['Sam Reed'] })),
  ],
]);

const elsewhere = [
  ...casesOf('fields', 'home', [
    ['tick milk on the groceries', change(tick('ME-13', 'Milk'))],
    ['add bread and butter to the shopping list', asksOrRefuses()],
    ['add "Bread" to the Shopping checklist on Groceries', change(addItems('ME-13', 'Bread'))],
    ['label Fix the bike with garden', change(label('ME-10', 'garden'))],
    ['pay rent is urgent', change(prioritize('ME-14', 'urgent'))],
    ['set details of “Call mum” to “Ask about July”', change(set('ME-8', { details: 'Ask about July' }))],
  ]),
  ...casesOf('fields', 'marketing', [
    ['assign the spring newsletter to zoe', change(assign('MK-2', 'Zoë Martin'))],
    ["assign the color palette to D'Angelo", change(assign('MK-10', 'D’Angelo James'))],
    ['add Needs sign-off to MK-9', either(change(label('MK-9', 'Needs sign-off')), refuses)],
    ['label MK-3 needs sign-off', change(label('MK-3', 'Needs sign-off'))],
    ['unassign me from Interview with Zoë', change(unassign('MK-6', 'Lena Fischer'))],
    ['prioritise MK-1 as high', change(prioritize('MK-1', 'high'))],
    ['prioritize MK-1 as high', change(prioritize('MK-1', 'high'))],
  ]),
  ...casesOf('fields', 'building', [
    ['assign FM-321 to Yuki', change(assign('FM-321', 'Yuki Sato'))],
    ['label FM-322 plumbing', change(label('FM-322', 'plumbing'))],
  ]),
];

export const fields: readonly Case[] = [...people, ...labels, ...numbers, ...lists, ...created, ...elsewhere];
