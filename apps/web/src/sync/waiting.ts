import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { newId } from './new-id';
import type { Outbox, Outgoing } from './outbox';

export interface Waiting extends Outgoing {
  /** The server may have it: from then on only the server says how it ended. */
  attempted: boolean;
  /** It comes from an earlier page, where whoever asked for it is gone. */
  readonly restored: boolean;
  /** Whether it would outlive the page. */
  kept: boolean;
}

/** This browser's changes that wait for the server's answer, in order, each also kept in the outbox. */
export interface WaitingLine {
  all(): readonly Waiting[];
  find(changeId: Id): Waiting | undefined;
  /** A change with an id and a time, not in the line yet. */
  make(operations: readonly Operation[], undone?: Pick<Outgoing, 'undoes' | 'undoesFrom'>): Waiting;
  add(change: Waiting): void;
  leave(changeId: Id): void;
}

export function createWaitingLine(outbox: Outbox): WaitingLine {
  let line: readonly Waiting[] = outbox
    .load()
    .map((change) => ({ ...change, attempted: true, restored: true, kept: true }));
  let lastOrder = line.at(-1)?.order ?? 0;
  return {
    all: () => line,
    find: (changeId) => line.find((change) => change.changeId === changeId),
    make(operations, undone) {
      lastOrder = Math.max(lastOrder + 1, Date.now());
      return {
        changeId: newId(),
        operations,
        now: new Date().toISOString(),
        order: lastOrder,
        attempted: false,
        restored: false,
        kept: false,
        ...undone,
      };
    },
    add(change) {
      change.kept = outbox.keep(change);
      line = [...line, change];
    },
    leave(changeId) {
      line = line.filter((change) => change.changeId !== changeId);
      outbox.forget(changeId);
    },
  };
}
