import type { Id, Time } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Item, Rung, TurnEvent } from './contract';

/** What somebody asks. */
export interface Asking {
  /** The same for each try. */
  readonly turnId: Id;
  readonly text: string;
  readonly pasted: string | null;
  /** The turn in whose place this is asked; it goes, and all after it. */
  readonly replaces?: Id;
}

interface PendingChange {
  readonly operation: Operation;
  readonly item: Item;
}

/** One way in which the model was asked. */
export interface Way {
  readonly model: string;
  readonly rung: Rung;
}

/** A turn on its way: what has come of it counts for nothing yet. */
export interface LiveTurn extends Asking {
  readonly at: Time;
  readonly step: 'saving' | 'thinking' | 'writing';
  readonly said: string;
  readonly pending: readonly PendingChange[];
  /** What is being looked up, in one sentence each. */
  readonly readings: readonly string[];
  readonly ways: readonly Way[];
  /** Whether the server has it. */
  readonly isKept: boolean;
}

/** @param step whether the board is to be saved first */
export function beginLive(asking: Asking, at: Time, step: 'saving' | 'thinking'): LiveTurn {
  return { ...asking, at, step, said: '', pending: [], readings: [], ways: [], isKept: false };
}

/** The turn after something came of it. */
export function takeEvent(live: LiveTurn, event: Exclude<TurnEvent, { kind: 'answer' }>): LiveTurn {
  switch (event.kind) {
    case 'begun':
      return { ...live, step: 'thinking', isKept: true };
    case 'asked':
      return { ...afresh(live), ways: [...live.ways, { model: event.model, rung: event.rung }] };
    case 'text':
      return { ...live, step: 'writing', said: live.said + event.text };
    case 'pending':
      return { ...live, step: 'writing', pending: [...live.pending, { operation: event.operation, item: event.item }] };
    case 'again':
      return afresh(live);
    case 'reading':
      return { ...live, readings: [...live.readings, event.sentence] };
  }
}

function afresh(live: LiveTurn): LiveTurn {
  return { ...live, step: 'thinking', said: '', pending: [] };
}
