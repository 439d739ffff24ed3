import type { Id, Time } from './model.js';
import type { LoggedOperation } from './operations.js';
import type { Patch } from './patch.js';

/** The version of a log row that this code writes, and the newest that it can read. */
export const CHANGE_VERSION = 2;

export const ORIGINS = ['web', 'rest', 'mcp', 'assistant', 'command', 'import', 'undo'] as const;
/** The door that a change came by. */
export type Origin = (typeof ORIGINS)[number];

/** A row of the board's log. All of its operations or none. */
export interface Change {
  /** Version of this row's shape: readers lift older ones up; a reader that meets a newer one stops and reloads. */
  readonly v: number;
  readonly boardId: Id;
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** The client's. The same id with the same body answers as the first time; with another body, or from another actor, 409. */
  readonly changeId: Id;
  readonly actorId: Id;
  readonly origin: Origin;
  readonly at: Time;
  readonly operations: readonly LoggedOperation[];
  readonly patches: readonly Patch[];
  /** The `seq` of the change that this one undoes. */
  readonly undoes?: number;
  /** The `seq` of the first change where it undoes a run of edits: all that its author made from that one up to `undoes`. */
  readonly undoesFrom?: number;
  /** What it has in common with one change of another board: the two are the two halves of one, and undone together. */
  readonly groupId?: Id;
}
