import { createPattern, readSearch } from '@talkan/board/search-words';
import { expect, it } from 'vitest';
import type { Source } from './source';
import { groupsOf } from './source';
import { inOrder } from './use-groups';

const asked = { query: 'checklist', pattern: createPattern(readSearch('checklist')) };
const source = (group: string, ...titles: readonly string[]): Source => ({
  group,
  find: () => titles.map((title) => ({ id: `${group} ${title}`, title, titleMatches: [] })),
});
const commands = { first: [], last: [], told: '', refusal: null };
const actions = source('Actions', 'Add a checklist');
const elsewhere = source('Cards', 'A card of another board');
const found = (here: Source) =>
  groupsOf(inOrder({ asked, actions, boards: source('Boards'), here, cards: [here, elsewhere], commands }), asked);

it('finds what can be done here before what is on other boards', () => {
  expect(found(source('Cards')).map(({ title }) => title)).toEqual(['Actions', 'Cards']);
});

it('finds the cards of this board first', () => {
  expect(found(source('Cards', 'Write a checklist')).map(({ title }) => title)).toEqual(['Cards', 'Actions']);
});
