import { createBoard } from '@talkan/board/board';
import type { PlainCard, PlainColumn } from '@talkan/board/model';
import { german } from '@talkan/words/de';
import { ENGLISH, speak } from '@talkan/words/language';
import { afterEach, describe, expect, it } from 'vitest';
import { suggestionsFor } from './suggestions';

const column = (id: string, title: string): PlainColumn => ({ id, title, rank: id });
const card = (number: number, columnId: string): PlainCard => ({
  id: `card-${number}`,
  number,
  columnId,
  rank: `a${number}`,
  title: `Card ${number}`,
  details: '',
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'user',
});
const boardOf = (columns: PlainColumn[], cards: PlainCard[]) =>
  createBoard({ id: 'b', key: 'RM', title: 'Board', seq: 0, lastNumber: cards.length, columns, cards });

afterEach(() => speak(() => ENGLISH));

describe('suggestionsFor', () => {
  it('speaks of columns and cards that are on the board', () => {
    const board = boardOf([column('a', 'Backlog'), column('b', 'Done')], [card(1, 'a')]);
    expect(suggestionsFor(board, { mayEdit: true, ready: true })).toEqual([
      'Sum up Backlog',
      'Move RM-1 to Done',
      'Add “Write the release notes” to Backlog',
    ]);
  });

  it('offers no change to somebody who may make none', () => {
    const board = boardOf([column('a', 'Backlog'), column('b', 'Done')], [card(1, 'a')]);
    expect(suggestionsFor(board, { mayEdit: false, ready: true })).toEqual(['Sum up Backlog']);
  });

  it('asks in plain words where no model answers', () => {
    const board = boardOf([column('a', 'Backlog'), column('b', 'Done')], [card(1, 'a')]);
    expect(suggestionsFor(board, { mayEdit: false, ready: false })).toEqual(['What is in Backlog?']);
  });

  it('speaks the language of the page to a model, and English to what knows commands alone', () => {
    speak(() => ({ code: 'de', locale: 'de-DE', catalogue: german }));
    const board = boardOf([column('a', 'Backlog'), column('b', 'Fertig')], [card(1, 'a')]);
    expect(suggestionsFor(board, { mayEdit: true, ready: true })).toEqual([
      'Fasse Backlog zusammen',
      'Verschiebe RM-1 nach Fertig',
      'Lege „Neuerungen aufschreiben“ in Backlog an',
    ]);
    expect(suggestionsFor(board, { mayEdit: true, ready: false })).toEqual([
      'What is in Backlog?',
      'Move RM-1 to Fertig',
      'Add “Neuerungen aufschreiben” to Backlog',
    ]);
  });

  it('has nothing to say about an empty board', () => {
    expect(suggestionsFor(boardOf([], []), { mayEdit: true, ready: true })).toEqual([]);
  });
});
