import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { createBoard } from '@talkan/board/board';
import { reviewOperations } from '@talkan/board/review';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../../testing.js';
import { ask } from '../testing/turns.js';
import type { Proposal } from '../turn-event.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const board = () => ann.caller.boards.get({ boardId: ann.boardId });
const titles = async () => (await board()).cards.map(({ title }) => title);
const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });

/** Has something wait for a yes, in a conversation. */
async function propose(text: string): Promise<Proposal> {
  const turn = await ask(ann.caller, { boardId: ann.boardId, conversationId: 'talk', text });
  const proposal = turn.answer?.proposal;
  if (!proposal) throw new Error('Nothing was proposed.');
  return proposal;
}
const accept = (proposal: Proposal, chosen?: { operations: Operation[]; seen: string }, changeId = 'yes') =>
  ann.caller.chat.accept({ boardId: ann.boardId, proposalId: proposal.id, changeId, ...(chosen && { chosen }) });
const turns = async () => (await ann.caller.chat.conversation({ boardId: ann.boardId, conversationId: 'talk' })).turns;
const waiting = async () => (await turns())[0]?.answer?.proposal?.state;

const failureIn = (error: unknown) => error;

/** What a browser sees in these operations on the board as it is. */
async function seenOf(operations: readonly Operation[]): Promise<string> {
  const { role: _, ...shown } = await board();
  const context = { actorId: ann.id, role: 'owner', now: new Date().toISOString(), loaded: new Map() } as const;
  return reviewOperations(createBoard(shown), operations, context).seen;
}

it('a yes does all of it as one change, and the conversation tells so', async () => {
  const proposal = await propose('archive RM-7 and RM-8');
  const done = await accept(proposal);
  expect(done).toMatchObject({ kind: 'done', seq: 2, turn: { answer: { change: { seq: 2, count: 2 } } } });
  expect(await turns()).toMatchObject([{ answer: { change: { seq: 2 }, proposal: { state: 'accepted' } } }]);
  expect(await titles()).toHaveLength(6);
});

it('a yes that comes again under the same id is one effect; under another it finds the proposal answered', async () => {
  const proposal = await propose('archive RM-7');
  const done = await accept(proposal);
  expect(await accept(proposal)).toEqual(done);
  expect((await failureOf(accept(proposal, undefined, 'other'))).code).toBe('CONFLICT');
  expect((await board()).seq).toBe(2);
});

it('two yeses at the same time are one change', async () => {
  const proposal = await propose('archive RM-7');
  const all = await Promise.allSettled([accept(proposal), accept(proposal), accept(proposal, undefined, 'other')]);
  expect(all.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
  expect((await board()).seq).toBe(2);
});

it('two yeses at the same time to different parts of it are one change, and the other hears that it was answered', async () => {
  const proposal = await propose('archive RM-7 and RM-8');
  const parts = await Promise.all(
    proposal.operations.map(async (operation) => ({ operations: [operation], seen: await seenOf([operation]) })),
  );
  const all = await Promise.allSettled(parts.map((part, position) => accept(proposal, part, `yes-${position}`)));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect((await board()).seq).toBe(2);
});

it('a yes that comes while it is turned down changes nothing', async () => {
  const proposal = await propose('archive RM-7');
  const dismissed = ann.caller.chat.dismiss({ boardId: ann.boardId, proposalId: proposal.id });
  const [yes] = await Promise.all([accept(proposal).catch(failureIn), dismissed]);
  expect([await waiting(), (await board()).seq]).toEqual(yes instanceof Error ? ['dismissed', 1] : ['accepted', 2]);
});

it('does what is left of it when some of it was taken out', async () => {
  const proposal = await propose('archive RM-7 and RM-8');
  const operations = proposal.operations.slice(0, 1);
  const done = await accept(proposal, { operations: [...operations], seen: await seenOf(operations) });
  expect(done).toMatchObject({ kind: 'done', items: { length: 1 } });
  expect(await titles()).toContain('Close onboarding sprint');
});

it('does what somebody has made of it', async () => {
  const proposal = await propose('add "Printer" to Done and archive RM-7');
  const operations = proposal.operations.map((operation): Operation =>
    operation.type === 'card.create' ? { ...operation, title: 'Call the printer' } : operation,
  );
  await accept(proposal, { operations, seen: await seenOf(operations) });
  expect(await titles()).toContain('Call the printer');
});

it('is shown anew, and not done, where somebody has changed what it touches', async () => {
  const proposal = await propose('archive RM-7');
  await commit({ type: 'card.edit', cardId: 'card-7', title: 'Ship it all' });
  const anew = await accept(proposal);
  expect(anew).toMatchObject({
    kind: 'changed',
    problems: [],
    proposal: { items: [{ text: 'Archive RM-7 “Ship it all”.' }], state: 'waits' },
  });
  expect((await board()).seq).toBe(2);
  expect(await accept(proposal)).toMatchObject({ kind: 'done' });
});

it('is not done in part where something of it cannot be done any more, and says why', async () => {
  const proposal = await propose('archive RM-8 and move RM-7 to Review');
  await commit({ type: 'card.archive', cardId: 'card-7' });
  expect(await accept(proposal)).toMatchObject({ kind: 'changed', problems: [expect.stringContaining('archived')] });
  expect(await titles()).toContain('Close onboarding sprint');
});

it('tells as done only what was not so already', async () => {
  const proposal = await propose('archive RM-7 and RM-8');
  await commit({ type: 'card.archive', cardId: 'card-8' });
  expect(await accept(proposal)).toMatchObject({ kind: 'changed' });
  expect(await accept(proposal)).toMatchObject({
    kind: 'done',
    message: 'Archived RM-7 “Ship marketing page”.',
    items: { length: 1 },
  });
});

it('is the same though others work beside it', async () => {
  const proposal = await propose('archive RM-7');
  await commit({ type: 'card.create', cardId: 'new', columnId: 'col-done', title: 'Beside', before: 'card-7' });
  expect(await accept(proposal)).toMatchObject({ kind: 'done' });
});

it('can be turned down, and then not be accepted', async () => {
  const proposal = await propose('archive RM-7');
  await ann.caller.chat.dismiss({ boardId: ann.boardId, proposalId: proposal.id });
  expect(await waiting()).toBe('dismissed');
  expect((await failureOf(accept(proposal))).code).toBe('CONFLICT');
});

it('is nobody else’s', async () => {
  const proposal = await propose('archive RM-7');
  const { caller } = await app.member(ann.boardId, 'owner');
  const its = { boardId: ann.boardId, proposalId: proposal.id };
  expect((await failureOf(caller.chat.accept({ ...its, changeId: 'yes' }))).code).toBe('NOT_FOUND');
  await caller.chat.dismiss(its);
  expect(await waiting()).toBe('waits');
});

it('counts by the role of whoever says yes, as it is then', async () => {
  const editor = await app.member(ann.boardId, 'editor');
  const its = { boardId: ann.boardId, conversationId: 'theirs', text: 'archive RM-7' };
  const { answer } = await ask(editor.caller, its);
  await ann.caller.members.setRole({ boardId: ann.boardId, userId: editor.id, role: 'commenter' });
  const yes = { boardId: ann.boardId, proposalId: answer?.proposal?.id ?? '', changeId: 'yes' };
  expect(await editor.caller.chat.accept(yes)).toMatchObject({ kind: 'changed', problems: [expect.anything()] });
  await ann.caller.members.setRole({ boardId: ann.boardId, userId: editor.id, role: 'viewer' });
  expect((await failureOf(editor.caller.chat.accept(yes))).code).toBe('FORBIDDEN');
  expect((await board()).seq).toBe(1);
});

it('brings back what was archived', async () => {
  await commit({ type: 'card.archive', cardId: 'card-7' });
  const proposal = await propose('restore RM-7 and archive RM-8');
  expect(proposal.loaded.cards.map(({ id }) => id)).toEqual(['card-7']);
  expect(await accept(proposal)).toMatchObject({ kind: 'done', items: { length: 2 } });
});
