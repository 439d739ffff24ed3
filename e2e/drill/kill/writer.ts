import { setTimeout as wait } from 'node:timers/promises';
import { createBoard } from '@talkan/board/board';
import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { createTransport, type Committed } from '../../../apps/web/src/sync/transport.ts';
import { troubleOf } from '../../../apps/web/src/sync/trouble.ts';
import { textOf, type Surroundings } from '../author.ts';
import type { Api } from '../client.ts';
import type { Dice } from '../dice.ts';
import type { Ledger } from '../ledger.ts';
import { beginDraft, editOf, makeOperations } from '../operations.ts';
import type { AcknowledgedList } from './acknowledged.ts';

const RETRY_MS = 30;
/** After so many changes of its own a writer looks at what the others have done. */
const LOOK_EVERY = 8;
const UNDO_AMONG = 10;

export interface WriterOptions extends Pick<Surroundings, 'people' | 'fileIds'> {
  readonly name: string;
  readonly userId: Id;
  readonly boardId: Id;
  readonly api: Api;
  readonly ledger: Ledger;
  readonly list: AcknowledgedList;
  readonly dice: Dice;
  /** The longest pause between two changes, in milliseconds. */
  readonly pause: number;
  readonly signal: AbortSignal;
}

/** A program that changes the board without end, and keeps a list of what was acknowledged. What has no answer is sent again. */
export async function write(options: WriterOptions): Promise<void> {
  const { name, userId, boardId, api, ledger, list, dice, pause, people, fileIds, signal } = options;
  const transport = ledger.record(createTransport(api, boardId), userId);
  const cardIds: Id[] = [];
  const columnIds: Id[] = [];
  const own: number[] = [];
  let made = 0;
  const nextId = () => `${name}-${(made += 1)}`;

  /** Until there is an answer: it may have been taken in although none came. */
  async function insist<Result>(ask: () => Promise<Result>): Promise<Result | null> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.kind !== 'away') return null;
        await wait(RETRY_MS);
      }
    }
  }

  async function send(changeId: Id, ask: () => Promise<Committed>): Promise<void> {
    const committed = await insist(ask);
    if (committed === null) return;
    own.push(committed.seq);
    // Before anything else is sent: whatever stands in the list has been acknowledged, and all that was acknowledged stands there.
    await list.append(changeId, committed.seq);
  }

  function commit(operations: readonly Operation[]): Promise<void> {
    for (const operation of operations) {
      if (operation.type === 'card.create') cardIds.push(operation.cardId);
      if (operation.type === 'column.create') columnIds.push(operation.columnId);
    }
    const changeId = `change-${nextId()}`;
    return send(changeId, () => transport.commit({ changeId, operations }));
  }

  function undo(): Promise<void> {
    const seq = dice.pick(own.slice(-UNDO_AMONG));
    const changeId = `change-${nextId()}`;
    return seq === undefined ? Promise.resolve() : send(changeId, () => transport.undo({ changeId, seq }));
  }

  while (!signal.aborted) {
    const snapshot = await insist(() => transport.load());
    if (snapshot === null) return void ledger.faults.push(`${name} could not read the board.`);
    const board = createBoard(snapshot);
    if (cardIds.length === 0) cardIds.push(...snapshot.cards.map(({ id }) => id));
    if (columnIds.length === 0) columnIds.push(...snapshot.columns.map(({ id }) => id));
    for (let turn = 0; turn < LOOK_EVERY && !signal.aborted; turn += 1) {
      const roll = dice.below(100);
      const draft = roll < 20 ? beginDraft({ dice, board }) : null;
      if (draft) await commit([editOf(draft, textOf({ dice, nextId }))]);
      else if (roll < 30) await undo();
      else await commit(makeOperations({ dice, board, cardIds, columnIds, people, fileIds, nextId }));
      // Now and then several without a pause: the server is to be met in the middle of its work.
      if (dice.chance(0.7)) await wait(dice.below(pause));
    }
  }
}
