import type { BoardSnapshot, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import type { Role } from '@talkan/board/roles';
import type { ReceivedChange } from './board-state';

/** What the server says when it has taken a change in, the first time or again. */
export interface Committed {
  readonly seq: number;
  readonly patches: readonly Patch[];
}

export type LoadedBoard = BoardSnapshot & { readonly role: Role };

interface CommitInput {
  readonly changeId: Id;
  readonly operations: readonly Operation[];
  readonly origin?: 'command' | undefined;
}

interface UndoInput {
  readonly changeId: Id;
  /** The number of the change to undo. */
  readonly seq: number;
  /** Of a run of edits that ends with it: the number of the first one. */
  readonly from?: number | undefined;
  /** In which era of the server's database that is meant. */
  readonly era?: number | undefined;
}

/** The server, as far as one board's store needs it. Every call may throw what `problemOf` understands. */
export interface Transport {
  load(): Promise<LoadedBoard>;
  /** A page of the log after this change. */
  changes(after: number): Promise<readonly ReceivedChange[]>;
  commit(input: CommitInput): Promise<Committed>;
  undo(input: UndoInput): Promise<Committed>;
}

/** The part of the tRPC client that a board needs: the app's own client has this shape. */
export interface BoardsClient {
  readonly boards: {
    readonly get: { query(input: { boardId: Id }): Promise<LoadedBoard> };
    readonly changes: {
      query(input: { boardId: Id; after: number }): Promise<{ readonly changes: readonly ReceivedChange[] }>;
    };
    readonly commit: {
      mutate(input: {
        boardId: Id;
        changeId: Id;
        operations: Operation[];
        origin?: 'command' | undefined;
      }): Promise<Committed>;
    };
    readonly undo: { mutate(input: UndoInput & { boardId: Id }): Promise<Committed> };
  };
}

export function createTransport({ boards }: BoardsClient, boardId: Id): Transport {
  return {
    load: () => boards.get.query({ boardId }),
    changes: async (after) => (await boards.changes.query({ boardId, after })).changes,
    commit: ({ changeId, operations, origin }) =>
      boards.commit.mutate({ boardId, changeId, operations: [...operations], origin }),
    undo: (input) => boards.undo.mutate({ boardId, ...input }),
  };
}
