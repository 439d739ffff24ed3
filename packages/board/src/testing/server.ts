import { keepArchived } from '../archive-memory.js';
import { applyPatches } from '../board.js';
import { CHANGE_VERSION, type Change } from '../change.js';
import { decideChange } from '../decide.js';
import { loadedKey, type DecideContext, type LoadedRow } from '../decide-context.js';
import type { Board, Id, UploadedFile } from '../model.js';
import type { Operation } from '../operations.js';
import type { Patch } from '../patch.js';
import { isRefusal, type Refusal } from '../refusal.js';
import type { Role } from '../roles.js';
import { decideUndo } from '../undo.js';
import { context, NOW } from './boards.js';
import { operationFor, type Attempt } from './operations.js';

/** What was uploaded to the board. */
const FILES = ['f1', 'f2'].map((id): UploadedFile => {
  return { id, name: `${id}.txt`, size: 3, type: 'text/plain', width: null, height: null };
});

export type Signed = Partial<Pick<Change, 'actorId' | 'origin' | 'at' | 'undoes'>>;

/** What a server is, without the storage: one writer that decides, keeps the archive and a log, and knows each change by its id. */
export class LogServer {
  board: Board;
  readonly log: Change[] = [];
  readonly archive = new Map<string, LoadedRow>();
  readonly #answers = new Map<Id, Change | Refusal>();

  readonly #role: Role;

  constructor(board: Board, role: Role = context.role) {
    this.board = board;
    this.#role = role;
  }

  get context(): DecideContext {
    const uploaded = FILES.map((file): [string, UploadedFile] => [loadedKey('file', file.id), file]);
    return { ...context, role: this.#role, loaded: new Map<string, LoadedRow>([...this.archive, ...uploaded]) };
  }

  /** @param signed who does it, when and by which door, where that matters */
  commit(changeId: Id, operations: readonly Operation[], signed: Signed = {}): Change | Refusal {
    const known = this.#answers.get(changeId);
    if (known) return known;
    const decided = decideChange(this.board, operations, this.context);
    return this.#answer(
      changeId,
      isRefusal(decided) ? decided : this.#append({ changeId, operations, patches: decided.patches, ...signed }),
    );
  }

  undo(changeId: Id, seq: number): Change | Refusal {
    const change = this.log[seq - 1];
    if (!change) throw new RangeError(`no change ${seq}`);
    return this.undoChange(changeId, change);
  }

  /** Undoes what is given as one change: a run of edits, for one. */
  undoChange(changeId: Id, change: Change, signed: Signed = {}): Change | Refusal {
    const patches = decideUndo(this.board, change, this.context);
    return isRefusal(patches) ? patches : this.#append({ changeId, operations: [], patches, ...signed });
  }

  /** What undoing a change comes to for somebody else. */
  undoAs(change: Change, as: DecideContext): readonly Patch[] | Refusal {
    return decideUndo(this.board, change, as);
  }

  since(seq: number): readonly Change[] {
    return this.log.slice(seq);
  }

  /** All there is, archived or not. */
  rows(): Map<string, LoadedRow> {
    const columns = this.board.columns();
    const cards = columns.flatMap((column) => this.board.cardsIn(column.id));
    return new Map([
      ...this.archive,
      ...columns.map((row): [string, LoadedRow] => [loadedKey('column', row.id), row]),
      ...cards.map((row): [string, LoadedRow] => [loadedKey('card', row.id), row]),
    ]);
  }

  #answer(changeId: Id, answer: Change | Refusal): Change | Refusal {
    this.#answers.set(changeId, answer);
    return answer;
  }

  #append(made: { changeId: Id; operations: readonly Operation[]; patches: readonly Patch[] } & Signed): Change {
    const seq = this.log.length + 1;
    const change: Change = {
      v: CHANGE_VERSION,
      boardId: 'board',
      seq,
      actorId: 'ada',
      origin: 'web',
      at: NOW,
      ...made,
    };
    this.board = applyPatches(this.board, change.patches, seq);
    keepArchived(this.archive, change.patches);
    this.log.push(change);
    return change;
  }
}

/** Makes changes of whose operations each was thought of before the others were made. */
export function play(server: LogServer, changes: readonly (readonly Attempt[])[]): void {
  for (const [index, tried] of changes.entries()) {
    const operations = tried.map((one) => operationFor(server.board, one));
    server.commit(`change-${index}`, operations);
  }
}

/** The operations of one change, one after the other: what is possible of them, now and then several on one and the same thing. */
export function inSequence(server: LogServer, tried: readonly Attempt[]): Operation[] {
  const script = new LogServer(server.board);
  for (const [key, row] of server.archive) script.archive.set(key, row);
  const made: Operation[] = [];
  for (const [index, one] of tried.entries()) {
    const operation = sameThing(operationFor(script.board, one), one.kind % 3 === 0 ? made.at(-1) : undefined);
    if (!isRefusal(script.commit(`${index}`, [operation]))) made.push(operation);
  }
  return made;
}

function sameThing(operation: Operation, earlier: Operation | undefined): Operation {
  if (!earlier) return operation;
  if ('cardId' in operation && 'cardId' in earlier) return { ...operation, cardId: earlier.cardId };
  if ('cardId' in operation || !('columnId' in operation) || 'cardId' in earlier || !('columnId' in earlier))
    return operation;
  return { ...operation, columnId: earlier.columnId };
}
