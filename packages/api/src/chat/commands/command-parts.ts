import { applyPatches } from '@talkan/board/board';
import type { CommandArchive, CommandPerson, LogLine } from '@talkan/board/command/command';
import type { Board, Id } from '@talkan/board/model';
import { invertPatches } from '@talkan/board/patch';
import { tellChange } from '@talkan/board/tell-change';
import { changeOf, type LoggedChange } from '../../boards/log.js';
import { createUserNames } from '../../boards/user-names.js';
import type { Queries } from '../../db/open.js';
import { readUndoChains } from '../../history/undo-chains.js';
import { readArchive } from '../lookups/archive.js';

/** How far back questions about the past reach. */
const MOST_LINES = 500;
/** More than that nobody names, and counting further takes the archive itself. */
const MOST_ARCHIVED = 5_000;

/** The members of a board, for the command language. */
export async function readPeople(db: Queries, boardId: Id): Promise<readonly CommandPerson[]> {
  return db
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['users.id', 'users.username as name'])
    .where('members.board_id', '=', boardId)
    .orderBy('users.username')
    .execute();
}

/** What is archived, the newest first. */
export async function readWholeArchive(db: Queries, boardId: Id): Promise<CommandArchive> {
  const { cards, columns } = await readArchive(db, boardId, { cards: MOST_ARCHIVED, columns: MOST_ARCHIVED });
  const dated = <Row extends { readonly archivedAt: string | null }>(row: Row) => ({
    ...row,
    archivedAt: row.archivedAt ?? '',
  });
  return { cards: cards.map(dated), columns: columns.map(dated) };
}

/** What happened last on a board, the newest first, in the words of the history. `board` is the board as it is. */
export async function readLines(db: Queries, board: Board): Promise<readonly LogLine[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('board_id', '=', board.id)
    .where('seq', '<=', board.seq)
    .orderBy('seq', 'desc')
    .limit(MOST_LINES)
    .execute();
  const chains = await readUndoChains(db, board.id);
  const changes = rows.map(changeOf);
  const names = createUserNames(db);
  await names.learn({
    operations: changes.flatMap(({ operations }) => operations),
    patches: changes.flatMap(({ patches }) => patches),
  });
  const lines: LogLine[] = [];
  let current = board;
  for (const change of changes) {
    const before = applyPatches(current, invertPatches(change.patches), change.seq - 1);
    const { sentence } = tellChange(before, change, { undone: chains.undone(change.seq), nameOf: names.nameOf });
    current = before;
    const line = lineOf(change, sentence);
    if (!isSameEdit(lines.at(-1), line)) lines.push(line);
  }
  return lines;
}

function lineOf({ seq, at, actorId, operations, patches }: LoggedChange, sentence: string): LogLine {
  const cards = patches.filter((patch) => patch.entity === 'card');
  const named = operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : []));
  return {
    seq,
    at,
    actorId,
    sentence,
    kinds: operations.flatMap(({ type }) => (isKind(type) ? [type] : [])),
    cardIds: [...new Set([...named, ...cards.map(({ id }) => id)])],
    moves: cards.flatMap(({ id, before, after }) => {
      const to = after?.columnId;
      const from = before?.columnId ?? null;
      return to === undefined || to === from ? [] : [{ cardId: id, from, to }];
    }),
  };
}

/** What only the log has: the two halves of a move between boards. */
function isKind(type: LoggedChange['operations'][number]['type']): type is LogLine['kinds'][number] {
  return type !== 'card.leave' && type !== 'card.arrive';
}

/** Typing is many changes, and one thing that was done. */
function isSameEdit(later: LogLine | undefined, line: LogLine): boolean {
  return (
    later?.actorId === line.actorId &&
    later.sentence === line.sentence &&
    line.kinds.every((kind) => kind === 'card.edit') &&
    line.kinds.length > 0
  );
}
