import type { Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import type { StorageTrouble } from '@talkan/board/storage-trouble';
import type { Doing, PersonHere } from '../../presence/signs';
import type { ReceivedChange } from '../board-state';

/** What the server pushes about one board. */
export type LiveEvent =
  | ({ readonly type: 'change'; readonly actorId: Id } & ReceivedChange)
  | { readonly type: 'presence'; readonly people: readonly PersonHere[] }
  | { readonly type: 'role'; readonly role: Role }
  /** Why the server saves nothing; null: it does. */
  | { readonly type: 'storage'; readonly trouble: StorageTrouble | null }
  /** How many notices this person has not read, on all boards. */
  | { readonly type: 'notices'; readonly unread: number }
  /** What came since cannot be told change by change. The stream ends after it. */
  | { readonly type: 'reset' };

/** A change comes in an envelope with its number; the rest comes bare. */
type Pushed = { readonly id: string; readonly data: LiveEvent } | LiveEvent;

export interface PresentInput extends Partial<Doing> {
  readonly boardId: Id;
  readonly clientId: Id;
  readonly leave?: boolean;
}

interface Handlers {
  onData(event: Pushed): void;
  onError(error: unknown): void;
  onComplete(): void;
  onConnectionStateChange(state: { readonly state: string; readonly error: unknown }): void;
}

/** The part of the tRPC client that the live feed needs. */
export interface LiveClient {
  readonly boards: {
    readonly watch: {
      subscribe(input: { boardId: Id; lastEventId?: string }, handlers: Handlers): { unsubscribe(): void };
    };
    readonly present: { mutate(input: PresentInput): Promise<unknown> };
  };
}
