import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Refusal } from '@talkan/board/refusal';

/** A change of this browser's that the server has not answered yet. */
export interface Outgoing {
  readonly changeId: Id;
  /** Empty for an undo, which the server alone can decide. */
  readonly operations: readonly Operation[];
  /** It was typed as a command. */
  readonly origin?: 'command';
  /** The number of the change that this one undoes. */
  readonly undoes?: number;
  /** The number of the first one, where it undoes a run of edits. */
  readonly undoesFrom?: number;
  /** In which era of the server's database these numbers are meant. */
  readonly era?: number;
  readonly now: string;
  /** Orders the queue, also across the tabs that share it. */
  readonly order: number;
}

/** A change that was refused: it left the queue, and its author decides what becomes of it. */
export interface Failure extends Outgoing {
  readonly refusal: Refusal;
}

/** What earlier pages left behind, oldest first. */
export interface Left {
  readonly waiting: readonly Outgoing[];
  readonly refused: readonly Failure[];
}

/** Whose changes, and to which board. */
export interface Owner {
  readonly userId: Id;
  readonly boardId: Id;
}

/** Where this page's changes to one board outlive it, each until it was answered and, where it was refused, until its author has chosen. */
export interface Outbox {
  /** Whether it is kept, known once it is on the disk: a full or forbidden storage keeps nothing. */
  keep(change: Outgoing | Failure): Promise<boolean>;
  forget(changeId: Id): void;
  /** What pages left behind that are gone by now. From here on it is this page's. */
  takeOver(): Promise<Left>;
}

export const NOTHING_LEFT: Left = { waiting: [], refused: [] };

/** For a browser that keeps nothing. */
export const NO_OUTBOX: Outbox = {
  keep: () => Promise.resolve(false),
  forget() {},
  takeOver: () => Promise.resolve(NOTHING_LEFT),
};
