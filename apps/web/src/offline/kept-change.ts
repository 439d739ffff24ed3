import type { Id } from '@talkan/board/model';
import type { Failure, Left, Outgoing, Owner } from '../sync/outbox';

/** A change as this browser keeps it. */
export interface KeptChange extends Owner {
  readonly v: 1;
  readonly changeId: Id;
  /** The page that sends it. */
  readonly page: Id;
  /** With a refusal: it waits for its author. Without: for the server. */
  readonly change: Outgoing | Failure;
}

/** Tells what this version wrote from what another one, or somebody else, left there. */
export function isKeptChange(entry: unknown): entry is KeptChange {
  if (typeof entry !== 'object' || entry === null) return false;
  if (!('v' in entry) || entry.v !== 1 || !('page' in entry) || typeof entry.page !== 'string') return false;
  return 'change' in entry && isOutgoing(entry.change);
}

export function isOutgoing(change: unknown): change is Outgoing {
  return (
    typeof change === 'object' &&
    change !== null &&
    'changeId' in change &&
    typeof change.changeId === 'string' &&
    'operations' in change &&
    Array.isArray(change.operations) &&
    'order' in change &&
    typeof change.order === 'number'
  );
}

export function sortLeft(changes: readonly (Outgoing | Failure)[]): Left {
  const inOrder = changes.toSorted((one, other) => one.order - other.order);
  return { waiting: inOrder.filter((change) => !isFailure(change)), refused: inOrder.filter(isFailure) };
}

function isFailure(change: Outgoing | Failure): change is Failure {
  return 'refusal' in change;
}
