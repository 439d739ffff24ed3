import { asksOrRefuses, casesOf, change, either, refuses, type Case } from '../expect.ts';
import { archive, assign, create, due, label, move, prioritize, rename, unassign } from '../steps.ts';

export const clauses: readonly Case[] = [
  ...casesOf('clauses', 'software', [
    [
      'add Webhooks to Backlog and assign it to Ana, then move Dark mode to Done',
      change(create('Backlog', 'Webhooks', { people: ['Ana Silva'] }), move('TK-3', 'Done')),
    ],
    ['move TK-7 to Done and archive TK-6', change(move('TK-7', 'Done'), archive('TK-6'))],
    [
      'rename TK-3 to “Night mode” and make it high priority',
      change(rename('TK-3', 'Night mode'), prioritize('TK-3', 'high')),
    ],
    [
      'move the login bug to Review, assign it to Ben and label it as security',
      change(move('TK-7', 'Review'), assign('TK-7', 'Ben Okafor'), label('TK-7', 'security')),
    ],
    ['move TK-1 to To Do and TK-2 to Review', change(move('TK-1', 'To Do'), move('TK-2', 'Review'))],
    ['assign TK-1 to Ana and TK-2 to Ben', change(assign('TK-1', 'Ana Silva'), assign('TK-2', 'Ben Okafor'))],
    ['move TK-3 to Done. Then archive TK-5.', change(move('TK-3', 'Done'), archive('TK-5'))],
    ['move TK-3 to Done; assign TK-4 to me', change(move('TK-3', 'Done'), assign('TK-4', 'Sam Reed'))],
    [
      'Please move the login bug to Done and assign it to Priya instead of Ana',
      change(move('TK-7', 'Done'), assign('TK-7', 'Priya Nair'), unassign('TK-7', 'Ana Silva')),
      { covered: false },
    ],
    ['make TK-3 urgent and due tomorrow', change(prioritize('TK-3', 'urgent'), due('TK-3', '2026-06-04'))],
    ['move dark mode to Done and make me a sandwich', refuses],
    ['move TK-7 to Done and assign TK-8 to Gandalf', asksOrRefuses()],
    ['archive TK-6 and move TK-99 to Review', asksOrRefuses()],
    ['move TK-7 to Done and the login card to Review', asksOrRefuses('Login page', 'Login API')],
    ['move TK-3 to Done but not TK-4', either(change(move('TK-3', 'Done')), refuses)],
    ['move TK-3 to Done, if Ben agrees', refuses],
    ['add Webhooks to Backlog and assign it to Gandalf', asksOrRefuses()],
    ['move TK-3 to Review and email Ana about it', refuses],
    ['rename TK-3 to "Night mode, then archive TK-4"', change(rename('TK-3', 'Night mode, then archive TK-4'))],
    ['move TK-1 to To Do, then to Review', either(change(move('TK-1', 'Review')), asksOrRefuses())],
  ]),
  ...casesOf('clauses', 'home', [
    ['pay rent done, then move call mum to today', change(move('ME-14', 'Done'), move('ME-8', 'Today'))],
    ['add "Salt and pepper" to Today', change(create('Today', 'Salt and pepper'))],
    ['add bread and butter to Today', asksOrRefuses()],
    [
      'add "Buy paint" to Today and “Paint the fence” to This week',
      change(create('Today', 'Buy paint'), create('This week', 'Paint the fence')),
    ],
    ['move mum and dentist to today', change(move('ME-8', 'Today'), move('ME-7', 'Today'))],
    ['move pay rent to Done and forget the rest', refuses],
  ]),
  ...casesOf('clauses', 'marketing', [
    ['move the campaign to Doing & assign it to Ben Shaw', change(move('MK-1', 'Doing'), assign('MK-1', 'Ben Shaw'))],
    ['move MK-4 to Doing, remove MK-11', change(move('MK-4', 'Doing'), archive('MK-11'))],
    ['move MK-4 to QA and MK-5 to QA', refuses],
  ]),
];
