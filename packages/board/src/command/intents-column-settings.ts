import type { Id } from '../model.js';
import type { Operation, OperationOf } from '../operations.js';
import { intent, type Intent } from './intent.js';

const COLUMN = '(column|list|lane|swimlane)';
const CARDS = '(card|cards|jobs|tasks|tickets|issues|items|things)';
const AT_ONCE = '(at a time|at once|at the same time|at any time|)';

function edit(
  columnId: Id | undefined,
  fields: Omit<OperationOf<'column.edit'>, 'type' | 'columnId'>,
): readonly Operation[] {
  return columnId === undefined ? [] : [{ type: 'column.edit', columnId, ...fields }];
}

function isNumbered(limit: number | undefined): limit is number {
  return limit !== undefined && Number.isInteger(limit) && limit >= 1;
}

export const COLUMN_SETTING_INTENTS: readonly Intent[] = [
  intent({
    name: 'limit a column',
    say: [
      `(set|change|make|raise|lower|put|update) (a|the|) (wip|card|cards|) limit (of|for|on|in) the? ${COLUMN}? {column:column} ${COLUMN}? (to|at|as|:) {limit:number} (cards|)`,
      '(set|put|add) a (wip|card|) limit of {limit:number} (cards|) (on|for|to|in) {column:column}',
      `limit the? ${COLUMN}? {column:column} ${COLUMN}? (to|at) {limit:number} (cards|card|)`,
      "(set|change|raise|lower) {column:column} 's (wip|) limit (to|at) {limit:number}",
      '(set|change|raise|lower) {column:column} (wip|) limit (to|at) {limit:number}',
      'a? (wip|card|) limit (of|:)? {limit:number} (cards|) (on|for|to|in) {column:column}',
      `(max|maximum|at most|no more than) {limit:number} ${CARDS}? (in|on|for|) {column:column} ${AT_ONCE}`,
      `{column:column} ${COLUMN}? (:|,) (max|maximum|limit|at most|no more than) {limit:number} cards?`,
      `allow (only|at most|no more than|up to) {limit:number} ${CARDS}? (in|on|) {column:column} ${AT_ONCE}`,
    ],
    slots: { column: 'column', limit: 'number' },
    act: ({ column, limit }) =>
      isNumbered(limit)
        ? edit(column, { limit })
        : 'A limit is a whole number from 1 on. To have none say “no limit on …”.',
  }),
  intent({
    name: 'take a limit away',
    say: [
      '(remove|clear|delete|lift|drop|take away|unset) the? (wip|) limit (of|for|on|from|in) {column:column}',
      "(remove|clear|delete|lift|drop) {column:column} 's (wip|) limit",
      '(no|without) (wip|) limit (on|for|in) {column:column}',
      '(unlimit) {column:column}',
    ],
    slots: { column: 'column' },
    act({ column }, { board }) {
      const limit = column === undefined ? null : board.column(column)?.limit;
      return limit === null ? 'It has no limit.' : edit(column, { limit: null });
    },
  }),
  intent({
    name: 'color a column',
    say: [
      `(color|paint|make) the? ${COLUMN}? {column:column} ${COLUMN}? (in|) {color:color}`,
      `(set|change) the? color (of|for) the? ${COLUMN}? {column:column} ${COLUMN}? (to|as) {color:color}`,
      '(give) {column:column} (the|a|) (color|) {color:color} (color|)',
    ],
    slots: { column: 'column', color: 'color' },
    act: ({ column, color }) => (color === undefined ? [] : edit(column, { hue: color })),
  }),
  intent({
    name: 'take a color away',
    say: ['(remove|clear) the? color (of|from) {column:column}', 'no color (on|for) {column:column}'],
    slots: { column: 'column' },
    act: ({ column }) => edit(column, { hue: null }),
  }),
  intent({
    name: 'count a column as done',
    say: [
      `(mark|set|flag|make) the? ${COLUMN} {column:column} (as|to|) (a|the|) done (column|)`,
      `(mark|set|flag|make) {column:column} (as|) (a|the|) done column`,
      `(mark|set|flag) {column:column} ${COLUMN} as done`,
      'cards in {column:column} (count as|are) done',
      '(count|treat|consider) (all|) (the|) cards in {column:column} as done',
    ],
    slots: { column: 'column' },
    act: ({ column }) => edit(column, { done: true }),
  }),
  intent({
    name: 'count a column as not done',
    say: [
      `(mark|set|flag) the? ${COLUMN} {column:column} (as|to) not done`,
      `(mark|set|flag) {column:column} ${COLUMN} as not done`,
      'cards in {column:column} (do not|dont|no longer) count as done',
      '(count|treat|consider) (all|) (the|) cards in {column:column} as not done',
      'unmark {column:column} as done',
    ],
    slots: { column: 'column' },
    act: ({ column }) => edit(column, { done: false }),
  }),
];
