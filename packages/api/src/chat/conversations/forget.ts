import { isCard, type LoadedRow } from '@talkan/board/decide-context';
import type { Board } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { sql, type RawBuilder } from 'kysely';
import type { Trx } from '../../db/open.js';
import type { KeptAnswer } from './turns.js';

/** A shorter title is a word that anything may have in it. */
const LEAST_TITLE = 4;
const FORGOTTEN = () => t`What was said here was about something that has been deleted for ever.`;
const NOTHING: KeptAnswer = { message: FORGOTTEN(), note: FORGOTTEN(), items: [], count: 0, command: null };

/** Takes out of all conversations about a board what was said about a row that is deleted for ever: by its id, its number or its title. */
export async function forgetSaid(trx: Trx, board: Board, row: LoadedRow): Promise<void> {
  const title = 'title' in row && row.title.length >= LEAST_TITLE ? row.title : null;
  const number = isCard(row) ? `${board.key}-${row.number}` : null;
  // As they stand in JSON: a quotation mark within a text has a backslash before it.
  const quoted = [`"${row.id}"`, ...(title === null ? [] : [JSON.stringify(title).slice(1, -1)])];
  const plain = title === null ? [] : [title];
  await trx
    .deleteFrom('proposals')
    .where('board_id', '=', board.id)
    .where(anyOf([...quoted.map((text) => has('operations', text)), ...quoted.map((text) => has('items', text))]))
    .execute();
  const said = [
    ...quoted.map((text) => has('answer', text)),
    ...plain.flatMap((text) => [has('question', text), has('pasted', text), has('answer', text)]),
    ...(number === null ? [] : ['question', 'pasted', 'answer'].map((column) => hasWord(column, number))),
  ];
  await trx
    .updateTable('turns')
    .set({ question: FORGOTTEN(), pasted: null, problem: null, answer: JSON.stringify(NOTHING), state: 'answered' })
    .where('board_id', '=', board.id)
    .where(anyOf(said))
    .execute();
}

function anyOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function has(column: string, text: string): RawBuilder<boolean> {
  return sql<boolean>`instr(lower(coalesce(${sql.ref(column)}, '')), lower(${text})) > 0`;
}

/** `RM-4` is not in `RM-40`. */
function hasWord(column: string, text: string): RawBuilder<boolean> {
  return sql<boolean>`' ' || coalesce(${sql.ref(column)}, '') || ' ' glob ${`*[^A-Za-z0-9]${text}[^0-9]*`}`;
}
