import type { Problem } from '../problem';
import type { Signal } from '../ui/signal';
import type { ChangeItem, Conversation, Offer, SentMessage } from './conversation';

interface CommittedItem extends ChangeItem {
  /** The same in the words for the card itself. */
  readonly brief: string;
}

interface CommittedChange<Patch> {
  readonly seq: number;
  readonly patches: readonly Patch[];
  readonly items: readonly CommittedItem[];
}

export interface TurnAnswer<Patch> {
  readonly message: string;
  /** The message without the list of changes, for where that is shown itself. */
  readonly note: string;
  readonly change: CommittedChange<Patch> | null;
  readonly proposal: { readonly items: readonly ChangeItem[] } | null;
  readonly command: Offer | null;
}

/** What a turn is asked for with. */
export interface TurnRequest {
  readonly changeId: string;
  readonly messages: SentMessage[];
  readonly spoken?: readonly string[] | undefined;
  readonly confirmed?: string;
}

export interface TurnOptions<Patch> {
  readonly conversation: Signal<Conversation>;
  readonly newId: () => string;
  readonly now: () => number;
  /** Resolves when the server knows all that this screen shows, or with the sentence that says why it does not. */
  readonly saved: (signal: AbortSignal) => Promise<string | null>;
  readonly send: (request: TurnRequest, signal: AbortSignal) => Promise<TurnAnswer<Patch>>;
  /** A change was committed: shows it on the board. */
  readonly changed: (changeId: string, change: CommittedChange<Patch>) => void;
  /** The board is to be seen through a filter. */
  readonly filtered: (filter: NonNullable<Offer['filter']>) => void;
  /** It is not known whether something was committed: looks. */
  readonly look: () => void;
  readonly problemOf: (error: unknown) => Problem;
}

export const STOPPED = 'Stopped. If something was changed before that, the board shows it.';
