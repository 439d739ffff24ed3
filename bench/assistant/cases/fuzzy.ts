import { asks, casesOf, change, either, refuses, asksOrRefuses, type Case } from '../expect.ts';
import { archive, assign, label, move, prioritize } from '../steps.ts';

export const fuzzy: readonly Case[] = [
  ...casesOf('fuzzy', 'software', [
    ['move the acessibility audit to done', change(move('TK-14', 'Done'))],
    ['mvoe dark mode to Review', either(change(move('TK-3', 'Review')), refuses)],
    ['pls mv TK-3 2 review', change(move('TK-3', 'Review'))],
    ['move pasword reset emial to in progress', change(move('TK-8', 'In Progress'))],
    ['move memory leak 2 done', change(move('TK-12', 'Done'))],
    ['move typo on pricing page to done', change(move('TK-15', 'Done'))],
    ['MOVE THE INVOICE PDF TO DONE!!!', change(move('TK-13', 'Done'))],
    ['move the onboarding guide to to-do', change(move('TK-5', 'To Do'))],
    ['move onboarding to todo', change(move('TK-5', 'To Do'))],
    ['assign rate limting to ana', change(assign('TK-10', 'Ana Silva'))],
    ['move the csv export to in-progress', change(move('TK-4', 'In Progress'))],
    ['move large file crash to review', change(move('TK-9', 'Review'))],
    ['node upgrade -> in progress', either(change(move('TK-6', 'In Progress')), asks('Upgrade to Node 24'))],
    ['move dark mode to Reveiw', asks('Review')],
    ['move dark mode to Progres', either(asks('In Progress'), refuses)],
    ['archive drak mode', asks('Dark mode')],
    ['delete the onbording guide', asks('Write onboarding guide')],
    ['make drk mode urgent', change(prioritize('TK-3', 'urgent'))],
    ['  move   TK-3   to   done  ', change(move('TK-3', 'Done'))],
    ['label tk 6 as securty', either(asks('security'), refuses, change(label('TK-6', 'security')))],
    ['archive dark mode', change(archive('TK-3'))],
    ['assign TK-3 to Anna', either(asks('Ana'), refuses)],
  ]),
  ...casesOf('fuzzy', 'home', [
    ['dentist -> today', change(move('ME-7', 'Today'))],
    ['move the sourdough thing to this week', either(change(move('ME-6', 'This week')), refuses)],
    ['passport to today pls', change(move('ME-11', 'Today'))],
    ['move call mom to today', either(asks('Call mum'), change(move('ME-8', 'Today')))],
    ['rent: done', either(change(move('ME-14', 'Done')), refuses)],
    ['move dune to today', change(move('ME-4', 'Today'))],
    ['bike → done', change(move('ME-10', 'Done'))],
  ]),
  ...casesOf('fuzzy', 'marketing', [
    ['swag and stickers → done', change(move('MK-8', '🚀 Launched'))],
    ['move home page hero to doing', either(change(move('MK-4', 'Doing')), asks('Update homepage hero'))],
    ['move 10 tips to doing', change(move('MK-3', 'Doing'))],
    ['move the colour pallete to doing', change(move('MK-10', 'Doing'))],
    ['move the new logo to launchd', asksOrRefuses('Launched')],
  ]),
  ...casesOf('fuzzy', 'building', [
    [
      'move the heater in rom 103 to Planned',
      either(change(move('FM-4', 'Planned')), asks('Repair the heater in room 103')),
    ],
    ['move the heater in room 1103 to Planned', asksOrRefuses()],
  ]),
];
