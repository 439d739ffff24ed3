import { createBoard, snapshotOf } from '@talkan/board/board';
import type { LoadedRow } from '@talkan/board/decide-context';
import type { Board, Comment, Id } from '@talkan/board/model';
import { isRefusal, type Refusal } from '@talkan/board/refusal';
import {
  createReplica,
  enqueue,
  receive,
  refusePending,
  remember,
  requeue,
  resync,
  type PendingChange,
} from '@talkan/board/replica';
import type { Role } from '@talkan/board/roles';
import type { ReceivedChange } from './board-state';
import type { LoadedBoard } from './transport';

/** What is not on the board and known all the same, by `loadedKey`: comments above all. */
export interface Beside {
  /** With what is pending. */
  readonly shown: ReadonlyMap<string, LoadedRow>;
  readonly confirmed: ReadonlyMap<string, LoadedRow>;
  /** Another number: changes were passed over, and comments have to be asked for again. */
  readonly leaps: number;
}

/** The replica as it lives in a store. */
export interface LocalBoard {
  view(): Board;
  beside(): Beside;
  role(): Role;
  /** The board without what is pending, as plain data. */
  confirmed(): LoadedBoard;
  /** The newest change that was heard of, shown or not. */
  newest(): number;
  /** There is a change with this number; what it is will have to come. Returns whether it is missing here. */
  hear(seq: number): boolean;
  /** Shows a change of one's own, or says why it cannot be made. */
  show(change: PendingChange): Refusal | null;
  /** Puts changes behind those that are pending, shown or not. */
  requeue(changes: readonly PendingChange[]): void;
  /** Takes in a confirmed change. Returns whether changes before it are missing: catch up then. */
  takeIn(change: ReceivedChange): boolean;
  /** Takes a change out that will not come to be. */
  takeOut(changeId: Id): void;
  replace(board: LoadedBoard): void;
  /** Takes in comments, of a card where that is named: instead of all that was known of it. */
  remember(comments: readonly Comment[], instead?: Id): void;
}

export function createLocalBoard(snapshot: LoadedBoard, actorId: Id): LocalBoard {
  let newest = snapshot.seq;
  let replica = createReplica(createBoard(snapshot), { actorId, role: snapshot.role });

  return {
    view: () => replica.view,
    beside: () => ({ shown: replica.viewArchive, confirmed: replica.archive, leaps: replica.leaps }),
    role: () => replica.author.role,
    confirmed: () => ({ ...snapshotOf(replica.confirmed), role: replica.author.role }),
    newest: () => newest,
    hear(seq) {
      newest = Math.max(newest, seq);
      return newest > replica.confirmed.seq;
    },
    show(change) {
      const next = enqueue(replica, change);
      if (isRefusal(next)) return next;
      replica = next;
      return null;
    },
    requeue(changes) {
      replica = requeue(replica, changes);
    },
    takeIn(change) {
      newest = Math.max(newest, change.seq);
      const outcome = receive(replica, change);
      replica = outcome.replica;
      return outcome.gap;
    },
    takeOut(changeId) {
      replica = refusePending(replica, changeId);
    },
    replace(board) {
      newest = Math.max(newest, board.seq);
      replica = { ...replica, author: { actorId, role: board.role } };
      if (board.seq > replica.confirmed.seq) replica = resync(replica, createBoard(board));
    },
    remember(comments, instead) {
      replica = remember(replica, comments, instead);
    },
  };
}
