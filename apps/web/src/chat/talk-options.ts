import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import type { Problem } from '../problem';
import type { Accepted, Item, KeptConversation, Offer, Overview, TurnEvent } from './contract';

export interface TurnRequest {
  readonly conversationId: Id;
  readonly turnId: Id;
  readonly text: string;
  readonly pasted?: string;
  readonly replaces?: Id;
}

export interface AcceptRequest {
  readonly proposalId: Id;
  readonly changeId: Id;
  /** What is left of it, and what that does as it was looked at; left out: all of it, as it was proposed. */
  readonly chosen?: { readonly operations: Operation[]; readonly seen: string };
}

/** The server's part of the conversations about one board. */
export interface TalkServer {
  overview(): Promise<Overview>;
  conversation(id: Id): Promise<KeptConversation>;
  turn(request: TurnRequest, signal: AbortSignal): Promise<AsyncIterable<TurnEvent>>;
  rename(id: Id, title: string): Promise<unknown>;
  remove(id: Id): Promise<unknown>;
  setMode(asksFirst: boolean): Promise<unknown>;
  accept(request: AcceptRequest): Promise<Accepted>;
  dismiss(proposalId: Id): Promise<unknown>;
}

/** What was committed. */
export interface Committed {
  readonly changeId: Id;
  readonly seq: number;
  readonly patches: readonly Patch[];
  readonly items: readonly Item[];
}

export interface TalkOptions {
  readonly server: TalkServer;
  readonly newId: () => Id;
  readonly now: () => number;
  /** Whether the server knows all that this screen shows. */
  readonly isSaved: () => boolean;
  /** Resolves when the server knows all that this screen shows, or with the sentence that says why it does not. */
  readonly saved: (signal: AbortSignal) => Promise<string | null>;
  /** Shows on the board what was committed. */
  readonly committed: (change: Committed) => void;
  /** The board is to be seen through a filter. */
  readonly filtered: (filter: NonNullable<Offer['filter']>) => void;
  /** It is not known whether something was committed: looks. */
  readonly look: () => void;
  /** Has a screen reader say it. */
  readonly say: (words: string) => void;
  readonly problemOf: (error: unknown) => Problem;
  /** Waits a moment before it asks once more. */
  readonly pause: () => Promise<void>;
}
