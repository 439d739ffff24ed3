import { randomUUID } from 'node:crypto';
import type { Id } from '@talkan/board/model';
import type { Outcome } from './outcome.js';
import type { Fields } from '../replies/records.js';
import type { Names } from './short-ids.js';
import { createStage, type Sight, type Stage, type StageBase } from './stage.js';

/** An operation in the model's own names. */
export interface Asked {
  readonly type: string;
  readonly fields: Fields;
}

/** The stage of a turn, on which an answer is tried while it is still being written, and taken back where it comes to nothing. */
export interface Draft {
  /** Those of the stage as it is now. */
  readonly names: Names;
  /** As it is now; another one after each `reset`. */
  stage(): Stage;
  take(asked: Asked): Outcome;
  /** What was taken stays, whatever comes. */
  keep(): void;
  /** Takes back what was not kept. What is asked for again gets the ids that it had. */
  reset(): void;
  /** The same where the model is told why: the details that it was told of, it knows from now on. */
  refuse(): void;
  /** The details of a card were looked up. */
  see(cardId: Id): void;
}

export function createDraft(base: StageBase, shown: Omit<Sight, 'told'>): Draft {
  const made = new Map<string, string[]>();
  const kept: Asked[] = [];
  let taken: Asked[] = [];
  let known: readonly string[] = [];
  let sight: Sight;
  let stage: Stage;
  let newId: () => string = randomUUID;
  rebuild();

  function rebuild(): void {
    sight = { ...shown, told: new Set(known) };
    stage = createStage(base, sight, () => newId());
    taken = [];
    for (const asked of kept) put(asked);
  }

  function put(asked: Asked): Outcome {
    const { type, fields } = asked;
    const key = JSON.stringify([type, fields]);
    const ids = made.get(key) ?? [];
    let used = 0;
    made.set(key, ids);
    newId = () => (ids[used++] ??= randomUUID());
    return stage.take(type, fields);
  }

  return {
    names: {
      short: (entity, id) => stage.names.short(entity, id),
      resolve: (entity, name) => stage.names.resolve(entity, name),
      declare: (entity, name, id) => stage.names.declare(entity, name, id),
      isTaken: (entity, id) => stage.names.isTaken(entity, id),
      near: (entity, name) => stage.names.near(entity, name),
    },
    stage: () => stage,
    take(asked) {
      const outcome = put(asked);
      if (outcome.kind === 'staged' || outcome.kind === 'idle') taken.push(asked);
      return outcome;
    },
    keep() {
      kept.push(...taken);
      taken = [];
      known = [...sight.told];
    },
    reset: rebuild,
    refuse() {
      known = [...sight.told];
      rebuild();
    },
    see(cardId) {
      sight.told.add(cardId);
      known = [...known, cardId];
    },
  };
}
