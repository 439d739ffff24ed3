import type { Card, Column } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { expect } from 'vitest';
import type { Queries } from '../../db/open.js';
import { wholeCard, wholeColumn } from '@talkan/board/rows';
import { cardOf, columnOf, commentOf, labelOf } from '../rows.js';

interface Replayed {
  readonly board: object;
  /** How many changes there are. */
  readonly length: number;
}

/** Expects the board's log, by nothing but laying its patches over each other, to lead to exactly the rows in the tables. */
export async function expectLogToLeadToRows(read: Queries, boardId: string): Promise<Replayed> {
  const columns = await read.selectFrom('columns').selectAll().where('board_id', '=', boardId).execute();
  const cards = await read.selectFrom('cards').selectAll().where('board_id', '=', boardId).execute();
  const labels = await read.selectFrom('labels').selectAll().where('board_id', '=', boardId).execute();
  const comments = await read.selectFrom('comments').selectAll().where('board_id', '=', boardId).execute();
  const changes = await read
    .selectFrom('changes')
    .select(['seq', 'patches'])
    .where('board_id', '=', boardId)
    .orderBy('seq')
    .execute();
  expect(changes.map((change) => change.seq)).toEqual(changes.map((_, index) => index + 1));
  const replayed = replay(changes);
  expect(new Map(columns.map((row) => [row.id, columnOf(row)]))).toEqual(replayed.column);
  expect(new Map(cards.map((row) => [row.id, cardOf(row)]))).toEqual(replayed.card);
  expect(new Map(labels.map((row) => [row.id, labelOf(row)]))).toEqual(replayed.label);
  expect(new Map(comments.map((row) => [row.id, commentOf(row)]))).toEqual(replayed.comment);
  return { board: replayed.board, length: changes.length };
}

function replay(changes: readonly { patches: string }[]) {
  const map = () => new Map<string, object>();
  const rows = { board: {}, column: map(), card: map(), label: map(), comment: map() };
  for (const { entity, id, before, after } of changes.flatMap((change) => JSON.parse(change.patches) as Patch[])) {
    if (entity === 'board') rows.board = { ...rows.board, ...after };
    else rows[entity].set(id, before === null ? created(entity, { ...after }) : { ...rows[entity].get(id), ...after });
  }
  return rows;
}

/** What a creating patch leaves out has its usual value. */
function created(entity: Patch['entity'], row: object): object {
  if (entity === 'card') return wholeCard(row as Card);
  return entity === 'column' ? wholeColumn(row as Column) : row;
}
