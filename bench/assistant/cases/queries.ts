import {
  aDay,
  asksOrRefuses,
  casesOf,
  either,
  finds,
  findsNone,
  refuses,
  says,
  saysButNot,
  type Case,
} from '../expect.ts';

const UNTOUCHED = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17].map((number) => `TK-${number}`);

const cards = casesOf('queries', 'software', [
  ["what's in Review?", finds('TK-14', 'TK-15', 'TK-16')],
  ['list the cards in To Do', finds('TK-7', 'TK-8', 'TK-9', 'TK-10')],
  ['show overdue bugs', finds('TK-7', 'TK-12')],
  ['show overdue bugs of Ana', finds('TK-7')],
  ["what's overdue?", finds('TK-7', 'TK-12')],
  ['which cards are late', either(finds('TK-7', 'TK-12'), refuses)],
  ["what's due today?", finds('TK-14')],
  ['what is due tomorrow?', findsNone],
  ['What is due this week?', either(finds('TK-8', 'TK-14'), finds('TK-7', 'TK-8', 'TK-12', 'TK-14'))],
  ['show me everything labelled security', finds('TK-10', 'TK-16')],
  ['show everything labeled security', finds('TK-10', 'TK-16')],
  ['what is assigned to Priya?', finds('TK-10', 'TK-12', 'TK-14')],
  ["show Priya's cards", finds('TK-10', 'TK-12', 'TK-14')],
  ['what do I have to do?', either(finds('TK-15'), refuses)],
  ['show my cards', finds('TK-15')],
  ['which cards are urgent?', finds('TK-7', 'TK-12')],
  ['find login', finds('TK-1', 'TK-2', 'TK-7')],
  ['search for crash', finds('TK-9')],
  ['which cards in To Do have no due date?', finds('TK-10')],
  [
    'which cards have nobody assigned?',
    either(finds('TK-1', 'TK-2', 'TK-3', 'TK-4', 'TK-6', 'TK-17'), finds('TK-1', 'TK-2', 'TK-3', 'TK-4', 'TK-6')),
  ],
  ['what has not been touched for two weeks?', finds(...UNTOUCHED)],
  ['show security cards that are in Review', finds('TK-16')],
]);

const facts = casesOf('queries', 'software', [
  ['how many cards are in To Do?', says(/\b(4|four)\b/i)],
  ['How many open bugs are there?', says(/\b(4|four)\b/i)],
  ['how many cards does Priya have?', says(/\b(3|three)\b/i)],
  ['who is working on Invoice PDF?', says(/Ana/, /Ben/)],
  ['who is assigned to rate limiting?', saysButNot(/Priya/, /Ana|Ben/)],
  ['where is dark mode?', says(/Backlog/)],
  ['when is TK-8 due?', says(aDay('2026-06-05', 'friday|in 2 days'))],
  ['when is dark mode due?', says(/\b(no|not|none)\b|n[’']t/i)],
  ['is the login bug done?', saysButNot(/\bno\b|\bnot\b|To Do|n[’']t/i, /^yes/i)],
  ['is TK-17 done?', saysButNot(/yes|Done/i, /^no\b|\bnot\b/i)],
  ['what blocks TK-16?', says(/TK-10|Rate limiting/)],
  ["what's the priority of TK-7?", says(/urgent/i)],
  ['what is the estimate for Invoice PDF?', says(/\b8\b/)],
  [
    "what's left on the checklist of search results page?",
    { kind: 'answer', says: [/Index the cards/, /Write tests/], not: /Wireframe/ },
  ],
  ['what is archived?', says(/Old analytics script/, /Beta banner/)],
  ['who created TK-5?', says(/Sam|you/i)],
  ['who is on this board?', says(/Ana/, /Ben/, /Priya/)],
  ['which column has the most cards?', says(/Backlog/)],
  ['tell me about TK-1', says(/Login page/)],
  ['does Ana have anything overdue?', either(says(/login bug|TK-7/i), finds('TK-7'))],
  ['does Ben have anything urgent?', findsNone],
  ['does TK-3 have a due date?', saysButNot(/\bno\b|\bnot\b|n[’']t/i, /^yes/i)],
  ['which labels are there?', says(/bug/, /feature/, /docs/, /security/, /design/)],
  ['what columns do we have?', says(/Backlog/, /To Do/, /In Progress/, /Review/, /Done/)],
  ['what can you do?', either(says(), refuses)],
]);

const past = casesOf('queries', 'software', [
  [
    'what changed today?',
    { kind: 'answer', says: [/Accessibility audit|TK-14/, /typo on pricing|TK-15/], not: /Landing page|TK-18/ },
  ],
  ['what did Ana do today?', saysButNot(/Accessibility audit|TK-14/, /typo on pricing|TK-15/)],
  ['what was finished yesterday?', saysButNot(/footer link|TK-19/, /Landing page|TK-18/)],
  ['what was finished this week?', says(/footer link|TK-19/, /Landing page|TK-18/)],
  ['who moved the landing page?', says(/Ana/)],
  ['when was TK-18 finished?', says(aDay('2026-06-01', 'monday|2 days ago'))],
  ['what happened yesterday?', saysButNot(/footer link|TK-19/, /Accessibility|Landing/)],
  [
    'what changed in the last 3 days?',
    either(says(/Landing/, /footer/, /Accessibility/, /typo/), finds('TK-14', 'TK-15', 'TK-18', 'TK-19')),
  ],
  ['what did Priya do today?', findsNone],
]);

const senseless = casesOf('queries', 'software', [
  ['what’s the weather like?', refuses],
  ['how are you?', refuses],
  ['what is 2 + 2?', refuses],
  ['what is Gandalf working on?', either(asksOrRefuses(), says(/Gandalf/))],
  ["what's in Mars?", either(asksOrRefuses(), says(/Mars/))],
  ['how many cards will we finish next week?', refuses],
  ['why is the login bug so hard?', refuses],
  ['who is the best on this team?', refuses],
  ['is Ana happy?', refuses],
]);

const elsewhere = [
  ...casesOf('queries', 'home', [
    ["what's left on Groceries?", { kind: 'answer', says: [/Milk/, /Coffee/], not: /Eggs/ }],
    ['when is the passport due?', says(aDay('2026-06-05', 'friday|2 days ago'))],
    ['is the passport overdue?', saysButNot(/yes|overdue/i, /^no\b|\bnot\b/i)],
    ["what's due today?", finds('ME-13', 'ME-14')],
    ["what's due tomorrow?", findsNone],
    ['how many things are in This week?', either(says(/\b(6|six)\b/i), refuses)],
    ['show phone cards', finds('ME-7', 'ME-8')],
    ['where is Move house?', says(/Someday/)],
    ['how many cards are in Done?', says(/\b(2|two)\b/i)],
  ]),
  ...casesOf('queries', 'marketing', [
    ["who's on the podcast?", says(/D[’']Angelo/)],
    ['what does Zoë have?', either(finds('MK-1', 'MK-13'), finds('MK-1'))],
    ['what needs sign-off?', either(finds('MK-4', 'MK-10'), refuses)],
    ['show cards with the label Needs sign-off', finds('MK-4', 'MK-10')],
    ['what is Ben working on?', asksOrRefuses('Ben Shaw', 'Ben Ortiz')],
    ["how many cards are in Won't do?", says(/\b(1|one)\b/i)],
  ]),
  ...casesOf('queries', 'building', [
    ['how many cards are in Closed?', says(/\b166\b/)],
    ['show urgent cards of Ivo', finds('FM-1')],
    ["what's overdue?", finds('FM-401')],
    ['where is the lock in room 908?', says(/Checked/)],
  ]),
];

export const queries: readonly Case[] = [...cards, ...facts, ...past, ...senseless, ...elsewhere];
