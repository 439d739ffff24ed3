import { isDeepStrictEqual } from 'node:util';
import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Refusal } from '@talkan/board/refusal';
import type { WholeBoard } from '@talkan/api/boards/whole-board';
import type { Committed, Transport } from '../../apps/web/src/sync/transport.ts';
import { troubleOf } from '../../apps/web/src/sync/trouble.ts';

/** What a client asked for. */
type Body =
  | { readonly commit: readonly Operation[] }
  | { readonly undo: { readonly seq: number; readonly from: number } };

/** One change as its client sent it, and what came of it. */
interface Sent {
  readonly changeId: Id;
  readonly actorId: Id;
  readonly body: Body;
  attempts: number;
  /** The answer, once there was one. */
  seq: number | null;
  refusal: Refusal | null;
}

/** A refusal of operations, by the server or by the browser that decided them first. */
interface Refused {
  readonly operations: readonly Operation[];
  readonly refusal: Refusal;
}

/** What all clients know to have happened; in the end the server is held to it. */
export interface Ledger {
  readonly sent: ReadonlyMap<Id, Sent>;
  readonly refused: Refused[];
  /** What whole boards were answered with when they were saved. */
  readonly saved: WholeBoard[];
  /** Whole boards that may or may not have been saved: no answer came. */
  unknownSaves: number;
  /** What should never have happened. */
  readonly faults: string[];
  /** What came, by kind. */
  readonly counts: Counts;
  /** The same way to the server, with a note of all that goes and comes. */
  record(transport: Transport, actorId: Id): Transport;
}

interface Counts {
  actions: number;
  /** Changes that watchers and clients were told of by the live feed. */
  delivered: number;
  streams: number;
  staleSaves: number;
  repeats: number;
  imposters: number;
  reloads: number;
  offline: number;
  sleeps: number;
}

export function createLedger(): Ledger {
  const sent = new Map<Id, Sent>();
  const faults: string[] = [];

  function open(changeId: Id, actorId: Id, body: Body): Sent {
    const known = sent.get(changeId);
    const entry = known ?? { changeId, actorId, body, attempts: 0, seq: null, refusal: null };
    if (!isDeepStrictEqual(entry.body, body)) faults.push(`${changeId} was sent with two bodies.`);
    entry.attempts += 1;
    sent.set(changeId, entry);
    return entry;
  }

  async function note(entry: Sent, send: () => Promise<Committed>): Promise<Committed> {
    try {
      const committed = await send();
      if (entry.seq !== null && entry.seq !== committed.seq) {
        faults.push(`${entry.changeId} was answered as change ${entry.seq}, then as ${committed.seq}.`);
      }
      if (entry.refusal) faults.push(`${entry.changeId} was refused, then committed.`);
      entry.seq = committed.seq;
      return committed;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'refused') {
        if (entry.seq !== null) faults.push(`${entry.changeId} was committed, then refused.`);
        entry.refusal = trouble.refusal;
      }
      if (trouble.kind === 'failed' || trouble.kind === 'signed-out') {
        faults.push(`${entry.changeId}: ${error instanceof Error ? error.message : trouble.kind}`);
      }
      throw error;
    }
  }

  return {
    sent,
    refused: [],
    saved: [],
    unknownSaves: 0,
    faults,
    counts: {
      actions: 0,
      delivered: 0,
      streams: 0,
      staleSaves: 0,
      repeats: 0,
      imposters: 0,
      reloads: 0,
      offline: 0,
      sleeps: 0,
    },
    record: (transport, actorId) => ({
      ...transport,
      commit(input) {
        const entry = open(input.changeId, actorId, { commit: input.operations });
        return note(entry, () => transport.commit(input));
      },
      undo(input) {
        const entry = open(input.changeId, actorId, { undo: { seq: input.seq, from: input.from ?? input.seq } });
        return note(entry, () => transport.undo(input));
      },
    }),
  };
}
