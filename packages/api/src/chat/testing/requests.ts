import type { Operation } from '@talkan/board/operations';

/** What people ask for, and what a good model makes of it, on the board of `scope-board.ts`. */
export interface Request {
  readonly said: string;
  readonly earlier?: readonly string[];
  readonly operations: readonly Operation[];
}

const card = (number: number) => `card-${number}`;
const col = (name: string) => `col-${name}`;
const move = (number: number, column: string, place: { before?: string; after?: string } = {}): Operation => {
  return { type: 'card.move', cardId: card(number), columnId: col(column), ...place };
};
let made = 0;
const create = (title: string, column = 'backlog', details?: string): Operation => {
  made += 1;
  return {
    type: 'card.create',
    cardId: `new-${made}`,
    columnId: col(column),
    title,
    ...(details !== undefined && { details }),
  };
};
const rename = (number: number, title: string): Operation => ({ type: 'card.edit', cardId: card(number), title });
const details = (number: number, text: string): Operation => ({
  type: 'card.edit',
  cardId: card(number),
  details: text,
});
const assign = (number: number, ...add: string[]): Operation => ({ type: 'card.assign', cardId: card(number), add });
const unassign = (number: number, ...remove: string[]): Operation => ({
  type: 'card.assign',
  cardId: card(number),
  remove,
});
const label = (number: number, name: string): Operation => ({
  type: 'card.label',
  cardId: card(number),
  add: [`label-${name}`],
});
const due = (number: number, dueAt: string | null): Operation => ({
  type: 'card.schedule',
  cardId: card(number),
  dueAt,
});
const prioritize = (number: number, priority: 'urgent' | 'high' | 'medium' | 'low'): Operation => {
  return { type: 'card.prioritize', cardId: card(number), priority };
};
const estimate = (number: number, points: number): Operation => ({
  type: 'card.estimate',
  cardId: card(number),
  estimate: points,
});
const comment = (number: number, text: string): Operation => {
  return { type: 'comment.create', cardId: card(number), commentId: `comment-${number}`, text };
};
const item = (number: number, text: string, index = 1): Operation => {
  return { type: 'item.create', cardId: card(number), checklistId: 'list-1', itemId: `item-${index}`, text };
};
const checklist = (number: number, title = 'Checklist'): Operation => {
  return { type: 'checklist.create', cardId: card(number), checklistId: 'list-1', title };
};
const column = (title: string): Operation => ({ type: 'column.create', columnId: 'col-new', title });

const asked = (said: string, ...operations: Operation[]): Request => ({ said, operations });

/** Details of card 1 as they are. */
const THEMES = 'Drag this card to Discovery. Without a mouse: Space lifts it, the arrow keys move it, Space drops it.';

export const ENGLISH: readonly Request[] = [
  asked('Move RM-4 to Review', move(4, 'review')),
  asked('Move card-1 to Done', move(1, 'done')),
  asked('roadmap card to done', move(1, 'done')),
  asked('rm-4 done', move(4, 'done')),
  asked('#4 → Review', move(4, 'review')),
  asked('Please mark card 4 as done', move(4, 'done')),
  asked('Move the roadmap card to In Progress', move(1, 'progress')),
  asked('Please move "Refine status language" into review.', move(4, 'review')),
  asked('Can you move RM-3 to In Progress?', move(3, 'progress')),
  asked('could you please put the analytics prototype in progress', move(3, 'progress')),
  asked('RM-6 is done', move(6, 'done')),
  asked('Mark the QA card as done... I mean QA micro-interactions', move(6, 'done')),
  asked('I finished the card layout', move(5, 'done')),
  asked('start working on RM-2, put it in Discovery', move(2, 'discovery')),
  asked('move RM-1 and RM-2 to Discovery', move(1, 'discovery'), move(2, 'discovery')),
  asked('RM-1 to Review, RM-2 to Done', move(1, 'review'), move(2, 'done')),
  asked('Move to Done:\n- RM-1\n- RM-2', move(1, 'done'), move(2, 'done')),
  asked('move RM-2 to the top of Backlog', move(2, 'backlog', { before: 'card-1' })),
  asked('put RM-5 above RM-4', move(5, 'progress', { before: 'card-4' })),
  asked('add a card called Write docs', create('Write docs')),
  asked('Add a card "Call the printer" to Review', create('Call the printer', 'review')),
  asked('new card in Discovery: interview five customers', create('Interview five customers', 'discovery')),
  asked(
    'Create cards for the login page, the login API and the login tests in Backlog',
    create('Login page'),
    create('Login API'),
    create('Login tests'),
  ),
  asked(
    'Add these to Backlog:\n- Fix the footer\n- Update the logo\n- Ship the newsletter',
    create('Fix the footer'),
    create('Update the logo'),
    create('Ship the newsletter'),
  ),
  asked('add a task to fix the broken footer link and assign it to Ben', create('Fix broken footer link'), {
    type: 'card.assign',
    cardId: 'new-10',
    add: ['ben'],
  }),
  asked(
    'Create a card Prepare demo in Review for Ana, due Friday, high priority',
    create('Prepare demo', 'review'),
    { type: 'card.assign', cardId: 'new-11', add: ['ana'] },
    { type: 'card.schedule', cardId: 'new-11', dueAt: '2026-11-27' },
    { type: 'card.prioritize', cardId: 'new-11', priority: 'high' },
  ),
  asked('we need a card about renewing the certificate', create('Renew the certificate')),
  asked('remind the team to book flights - add a card for that', create('Book flights')),
  asked('rename RM-1 to Align themes for 2027', rename(1, 'Align themes for 2027')),
  asked('Rename "Design card layout" to "Design the card layout"', rename(5, 'Design the card layout')),
  asked('rename Backlog to Ideas', { type: 'column.rename', columnId: 'col-backlog', title: 'Ideas' }),
  asked('Call the column Review "Testing" instead', {
    type: 'column.rename',
    columnId: 'col-review',
    title: 'Testing',
  }),
  asked('rename the board to Roadmap 2027', { type: 'board.rename', title: 'Roadmap 2027' }),
  asked('add a column Blocked', column('Blocked')),
  asked('create a new column called QA after Review', {
    type: 'column.create',
    columnId: 'col-new',
    title: 'QA',
    after: 'col-review',
  }),
  asked('move the Review column before In Progress', {
    type: 'column.move',
    columnId: 'col-review',
    before: 'col-progress',
  }),
  asked('set a limit of 3 for In Progress', { type: 'column.edit', columnId: 'col-progress', limit: 3 }),
  asked('assign RM-4 to Ana', assign(4, 'ana')),
  asked('give the marketing page to Ben', assign(7, 'ben')),
  asked('assign me to RM-2', assign(2, 'sam')),
  asked('I take RM-2', assign(2, 'sam')),
  asked('Ana and Ben should do RM-3 together', assign(3, 'ana', 'ben')),
  asked('remove Ana from RM-4', unassign(4, 'ana')),
  asked('label RM-5 as bug', label(5, 'bug')),
  asked('tag the card layout with design', label(5, 'design')),
  asked('RM-6 is a bug', label(6, 'bug')),
  asked(
    'label RM-5 "frontend"',
    { type: 'label.create', labelId: 'label-new', name: 'frontend', hue: 10 },
    { type: 'card.label', cardId: 'card-5', add: ['label-new'] },
  ),
  asked('RM-4 is due on Friday', due(4, '2026-11-27')),
  asked('set the due date of RM-4 to December 1st', due(4, '2026-12-01')),
  asked('RM-4 due 2026-12-24', due(4, '2026-12-24')),
  asked('push RM-4 to next week', due(4, '2026-11-30')),
  asked('RM-3 by tomorrow please', due(3, '2026-11-26')),
  asked('remove the due date of RM-4', due(4, null)),
  asked('make RM-1 urgent', prioritize(1, 'urgent')),
  asked('RM-1 has high priority', prioritize(1, 'high')),
  asked('estimate RM-1 at 5 points', estimate(1, 5)),
  asked('RM-2 is 3 points', estimate(2, 3)),
  asked('comment on RM-2: waiting for the sales notes', comment(2, 'Waiting for the sales notes')),
  asked('Add a comment to the onboarding sprint saying "Great work everybody"', comment(8, 'Great work everybody')),
  asked(
    'add a checklist to RM-3 with Sketch, Review and Ship',
    checklist(3),
    item(3, 'Sketch', 1),
    item(3, 'Review', 2),
    item(3, 'Ship', 3),
  ),
  asked('set the details of RM-2 to "See the shared folder"', details(2, 'See the shared folder')),
  asked('add "Ask Ana first." to the details of RM-1', details(1, `${THEMES} Ask Ana first.`)),
  asked('empty the details of RM-1', details(1, '')),
  asked('RM-4 blocks RM-5', { type: 'card.link', cardId: 'card-4', kind: 'blocks', otherId: 'card-5' }),
  asked('Move RM-4 to Review and assign it to Ana', move(4, 'review'), assign(4, 'ana')),
  asked(
    'Move RM-4 to Review, assign RM-5 to Ana and rename RM-1 to Themes',
    move(4, 'review'),
    assign(5, 'ana'),
    rename(1, 'Themes'),
  ),
  { said: 'now move it to done', earlier: ['What is the state of RM-6?'], operations: [move(6, 'done')] },
  { said: 'and assign it to Ben', earlier: ['Move RM-4 to Review'], operations: [assign(4, 'ben')] },
  { said: 'the same for RM-5', earlier: ['Move RM-4 to Review'], operations: [move(5, 'review')] },
  asked('Is RM-6 done? If so move it to Done.', move(6, 'done')),
];

export const OTHERS: readonly Request[] = [
  asked('Verschiebe RM-4 nach Review', move(4, 'review')),
  asked('Kannst du RM-4 nach Done verschieben?', move(4, 'done')),
  asked('Weise RM-4 bitte Ana zu', assign(4, 'ana')),
  asked('Neue Karte: Rechnung an Müller schicken', create('Rechnung an Müller schicken')),
  asked('RM-4 ist bis Freitag fällig', due(4, '2026-11-27')),
  asked('Déplace RM-4 vers Review', move(4, 'review')),
  asked('Ajoute une carte « Appeler le notaire » dans Backlog', create('Appeler le notaire')),
  asked('Renomme RM-1 en Thèmes du trimestre', rename(1, 'Thèmes du trimestre')),
  asked('Mueve la tarjeta RM-4 a Review', move(4, 'review')),
  asked('Crea una tarjeta llamada Llamar al cliente', create('Llamar al cliente')),
  asked('Asigna RM-3 a Ben', assign(3, 'ben')),
  asked('Sposta RM-2 in Done', move(2, 'done')),
  asked('Mova RM-2 para Review', move(2, 'review')),
  asked('Verplaats RM-2 naar Review', move(2, 'review')),
  asked('Перемести RM-4 в Review', move(4, 'review')),
  asked('Создай карточку «Позвонить клиенту»', create('Позвонить клиенту')),
  asked('RM-4をReviewに移動して', move(4, 'review')),
  asked('「ドキュメントを書く」というカードを追加', create('ドキュメントを書く')),
  asked('把 RM-4 移到 Review', move(4, 'review')),
  asked('RM-4를 Review로 옮겨 줘', move(4, 'review')),
  asked('انقل RM-4 إلى Review', move(4, 'review')),
];
