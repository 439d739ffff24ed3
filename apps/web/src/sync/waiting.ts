import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { newId } from './new-id';
import type { Outbox, Outgoing } from './outbox';

export interface Waiting extends Outgoing {
  /** The server may have it: from then on only the server says how it ended. */
  attempted: boolean;
  /** It comes from an earlier page, where whoever asked for it is gone. */
  readonly restored: boolean;
  /** Whether it would outlive the page; `null`: known once it was written. */
  kept: boolean | null;
}

/** This browser's changes that wait for the server's answer, in order, each also kept in the outbox. */
export interface WaitingLine {
  all(): readonly Waiting[];
  find(changeId: Id): Waiting | undefined;
  /** A change with an id and a time, not in the line yet. */
  make(operations: readonly Operation[], more?: Pick<Outgoing, 'undoes' | 'undoesFrom' | 'era' | 'origin'>): Waiting;
  add(change: Waiting): void;
  /** Puts changes of an earlier page at the end. Returns those that were not in the line. */
  takeIn(changes: readonly Outgoing[]): readonly Waiting[];
  /** Whether it stays kept is for the outbox to be told. */
  leave(changeId: Id): void;
}

/** @param onUnkept called when one could not be kept */
export function createWaitingLine(outbox: Outbox, onUnkept: () => void): WaitingLine {
  let line: readonly Waiting[] = [];
  let lastOrder = 0;

  async function keep(change: Waiting): Promise<void> {
    change.kept = await outbox.keep(sent(change));
    if (!change.kept) onUnkept();
  }

  return {
    all: () => line,
    find: (changeId) => line.find((change) => change.changeId === changeId),
    make(operations, more) {
      lastOrder = Math.max(lastOrder + 1, Date.now());
      return {
        changeId: newId(),
        operations,
        now: new Date().toISOString(),
        order: lastOrder,
        attempted: false,
        restored: false,
        kept: null,
        ...more,
      };
    },
    add(change) {
      line = [...line, change];
      void keep(change);
    },
    takeIn(changes) {
      const known = new Set(line.map(({ changeId }) => changeId));
      const added = changes
        .filter(({ changeId }) => !known.has(changeId))
        .map((change) => ({ ...change, attempted: true, restored: true, kept: true }));
      line = [...line, ...added];
      lastOrder = Math.max(lastOrder, ...added.map(({ order }) => order));
      return added;
    },
    leave(changeId) {
      line = line.filter((change) => change.changeId !== changeId);
    },
  };
}

/** The change alone, without how it stands with it on this page. */
export function sent(waiting: Waiting): Outgoing {
  const { attempted: _attempted, restored: _restored, kept: _kept, ...change } = waiting;
  return change;
}
