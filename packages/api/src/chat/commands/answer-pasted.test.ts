import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../../testing.js';
import { titlesIn } from './answer-pasted.js';
import { ask } from '../testing/turns.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const paste = (pasted: string, text = '') =>
  ask(ann.caller, { boardId: ann.boardId, conversationId: 'talk', text, pasted });
const seq = async () => (await ann.caller.boards.get({ boardId: ann.boardId })).seq;

describe('a pasted text without a model', () => {
  it('is proposed as cards, one for each point of its list, and none is made before the yes', async () => {
    const { answer } = await paste('Minutes of Monday\n\n- Call the printer\n2) [ ] Book the room\n• Order paper');
    expect(answer).toMatchObject({
      change: null,
      proposal: {
        reason: 'This comes from a pasted text',
        operations: [
          { title: 'Call the printer', columnId: 'col-backlog' },
          { title: 'Book the room' },
          { title: 'Order paper' },
        ],
      },
    });
    expect(await seq()).toBe(1);
    const yes = await ask(ann.caller, { boardId: ann.boardId, conversationId: 'talk', text: 'yes' });
    expect(yes.answer?.change).toMatchObject({ seq: 2, count: 3 });
  });

  it('goes into the column that is named beside it', async () => {
    const { answer } = await paste('- One thing', 'Please make cards of this in Review');
    expect(answer?.proposal?.operations).toMatchObject([{ columnId: 'col-review' }]);
  });

  it('that is no list is not guessed at', async () => {
    const { answer } = await paste('x'.repeat(900), 'What do you think of this?');
    expect(answer).toMatchObject({ change: null, proposal: null, note: expect.stringContaining('Without a model') });
  });

  it('is no proposal for somebody who may only look', async () => {
    const viewer = await app.member(ann.boardId, 'viewer');
    const its = { boardId: ann.boardId, conversationId: 'theirs', text: '', pasted: '- One thing' };
    const { answer } = await ask(viewer.caller, its);
    expect(answer).toMatchObject({ proposal: null, note: expect.stringContaining('editor') });
    expect(await seq()).toBe(1);
  });
});

describe('the titles in a text', () => {
  it.each<[string, string, readonly string[]]>([
    ['are the points of a list', 'Notes:\n- a one\n* b two\n  + c three', ['a one', 'b two', 'c three']],
    ['leave the boxes out', '- [ ] open\n- [x] done', ['open', 'done']],
    ['are the lines where nothing is marked', 'First thing\n\nSecond thing\r\n---', ['First thing', 'Second thing']],
    ['are none where a line is a paragraph', 'y'.repeat(201), []],
  ])('%s', (_case, text, titles) => {
    expect(titlesIn(text)).toEqual(titles);
  });

  it('are not more than somebody can look through', () => {
    expect(titlesIn(Array.from({ length: 500 }, (_, index) => `- point ${index}`).join('\n'))).toHaveLength(100);
  });
});
