import { german } from '@talkan/words/de';
import { ENGLISH, speak } from '@talkan/words/language';
import { afterEach, describe, expect, it } from 'vitest';
import { createBoard } from './board.js';
import { decideChange } from './decide.js';
import { operations } from './operations.js';
import { isRefusal } from './refusal.js';
import { beginBoard, TEMPLATES, templateTitles, type Beginning } from './templates.js';

function begin(beginning: Beginning) {
  const empty = createBoard({ id: 'b', key: 'TB', title: 'New', seq: 0, lastNumber: 0, columns: [], cards: [] });
  const context = { actorId: 'ann', role: 'owner', now: '2026-11-24T12:00:00.000Z', loaded: new Map() } as const;
  const decided = decideChange(empty, beginBoard(beginning), context);
  if (isRefusal(decided)) throw new Error(decided.message);
  return decided.board;
}

afterEach(() => speak(() => ENGLISH));

describe.each(TEMPLATES)('the template %s', (template) => {
  it('makes its columns on a board with nothing on it, in order, the last one for what is done', () => {
    const columns = begin({ template }).columns();
    expect(columns.map(({ title }) => title)).toEqual(templateTitles(template));
    expect(columns.map(({ done }) => done)).toEqual(columns.map((column) => column === columns.at(-1)));
  });

  it('is made of operations that anybody could send', () => {
    const all = beginBoard({ template, description: 'For the winter.', hue: 220 });
    expect(operations.parse(all)).toEqual(all);
  });
});

it('a sprint has limits where work piles up', () => {
  const limits = begin({ template: 'sprint' })
    .columns()
    .map(({ title, limit }) => [title, limit]);
  expect(limits).toEqual([
    ['Backlog', null],
    ['Ready', null],
    ['In progress', 3],
    ['Review', 3],
    ['Done', null],
  ]);
});

it('speaks to whoever makes the board', () => {
  speak(() => ({ code: 'de', locale: 'de-DE', catalogue: german }));
  expect(templateTitles('kanban')).toEqual(['Zu tun', 'In Arbeit', 'Fertig']);
  expect(begin({ template: 'bugs' }).labels()).toContainEqual(expect.objectContaining({ name: 'Datenverlust' }));
});

it('bugs have labels', () => {
  const names = begin({ template: 'bugs' })
    .labels()
    .map(({ name }) => name);
  expect(names).toEqual(['Crash', 'Data loss', 'Looks', 'Regression', 'Security']);
});

it('a board begins with the description and the colour that it was given, and with none of its own accord', () => {
  expect(begin({ template: 'empty', description: 'Why', hue: 28 })).toMatchObject({ description: 'Why', hue: 28 });
  expect(begin({ template: 'kanban' })).toMatchObject({ description: '', hue: null });
  expect(beginBoard({ template: 'empty' })).toEqual([]);
});
