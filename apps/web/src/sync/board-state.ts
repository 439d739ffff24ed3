import type { Board, Comment, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import type { Refusal } from '@talkan/board/refusal';
import type { Role } from '@talkan/board/roles';
import type { Ghosts } from '../board/ghosts';
import type { Beside } from './local-board';
import type { Failure } from './outbox';
import type { Reached } from './sender';
import type { LoadedBoard } from './transport';

/** What the assistant did to a card, in the change numbered `seq`. */
export interface Trace {
  readonly seq: number;
  readonly text: string;
}

export interface BoardState {
  /** The confirmed board with the pending changes decided on top. */
  readonly board: Board;
  /** All of it, where `board` is what a filter leaves of it. */
  readonly whole?: Board;
  readonly beside: Beside;
  readonly role: Role;
  /** How many changes the server has not answered yet. */
  readonly pending: number;
  readonly pendingCards: ReadonlySet<Id>;
  /** Whether some of them go with this page: its browser had no room for them. */
  readonly unkept: boolean;
  /** `offline`: the browser has no network. `retrying`: the last call was not answered. */
  readonly connection: Reached | 'offline';
  /** Why the server saves nothing, as a sentence; `null`: it does, as far as is known. */
  readonly problem: string | null;
  readonly failures: readonly Failure[];
  readonly traces: ReadonlyMap<Id, Trace>;
  /** The numbers of the changes that were undone from this page. */
  readonly undone: ReadonlySet<number>;
  /** Cards that stand out: those that the change touched that a past board is shown after. */
  readonly marks?: ReadonlySet<Id>;
  /** What is shown on the board as what would be done to it. */
  readonly ghosts?: Ghosts;
  /** Set once the board is no longer this person's to see. */
  readonly gone: Refusal | null;
}

export interface ReceivedChange {
  readonly seq: number;
  readonly changeId: Id;
  readonly patches: readonly Patch[];
}

export type Settlement = { readonly seq: number } | Refusal;

export interface BoardStore {
  readonly getState: () => BoardState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The board without this page's own pending changes, as plain data. */
  confirmed(): LoadedBoard;
  /** Shows the change at once and sends it in its turn. Returns its `changeId`. */
  commit(operations: readonly Operation[], origin?: 'command'): Id;
  /** The server's word on a change; for one that never left the browser, the browser's own. */
  settled(changeId: Id): Promise<Settlement>;
  /** Takes back a change that no try was made to send yet. */
  withdraw(changeId: Id): boolean;
  /** Asks the server to undo the change numbered `seq`, or the run of edits from `from` on, after whatever is waiting. */
  undo(seq: number, from?: number): Promise<Refusal | null>;
  /** A change that came by another way than this store's own commits: a chat turn, for one. */
  receive(change: ReceivedChange): void;
  /** Takes in comments that were asked for, so that they can be shown and changed; `instead` of all that was known of this card's. */
  remember(comments: readonly Comment[], instead?: Id): void;
  /** There is a change with this number: asks for what is missing up to it, unless that comes by itself. */
  hear(seq: number): void;
  /** Marks what the assistant changed, until `untrace` or an undo of `seq`. */
  trace(seq: number, items: readonly { entity: string; id: Id; text: string }[]): void;
  untrace(cardId: Id): void;
  /** The server's board, as somebody else has asked for it. */
  renew(board: LoadedBoard): void;
  /** Asks the server for the board. Resolves when it was asked, whatever the answer. */
  refresh(): Promise<void>;
  /** Says what the browser knows of the network; `true` also sends what waits at once. */
  setOnline(online: boolean): void;
  /** Says whether the server saves, and why not; `null` also sends what waits at once. */
  setProblem(problem: string | null): void;
  /** Commits these operations in the place of a failed change. The server decides, also on what this page cannot show. */
  replace(changeId: Id, operations: readonly Operation[]): void;
  dismiss(changeId: Id): void;
  /** Takes over what pages left behind that are gone by now. */
  takeOver(): Promise<void>;
  /** Whether leaving the page now would lose a change. */
  atRisk(): boolean;
  /** Begins to send; nothing leaves the browser before. */
  start(): void;
  /** Its end, after which it may begin again. What waits is still sent, if the server takes it at once: who goes to another board need not wait for it. */
  stop(): void;
}

/** The cards that an operation names. */
export function cardsNamed(operations: readonly Operation[]): Id[] {
  return operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : []));
}
