import { applyPatches, createBoard } from '@talkan/board/board';
import type { Board } from '@talkan/board/model';
import { createStream } from '../../apps/web/src/sync/live/stream.ts';
import type { LoadedBoard } from '../../apps/web/src/sync/transport.ts';
import { delay, type Api } from './client.ts';
import type { Ledger } from './ledger.ts';

/** Somebody who only looks: the app's own stream, and nothing else to learn of a change by. */
export interface Watcher {
  readonly name: string;
  /** The board as its changes alone have made it. */
  readonly board: () => Board;
  look(): void;
  stop(): void;
}

export interface WatcherOptions {
  readonly name: string;
  readonly api: Api;
  readonly ledger: Ledger;
  readonly snapshot: LoadedBoard;
}

export function startWatcher({ name, api, ledger, snapshot }: WatcherOptions): Watcher {
  let board = createBoard(snapshot);
  const stream = createStream({
    client: api.boards,
    boardId: snapshot.id,
    seq: () => board.seq,
    event(event) {
      if (event.type === 'reset') ledger.faults.push(`${name}: was told to start afresh at ${board.seq}.`);
      if (event.type !== 'change') return;
      if (event.seq !== board.seq + 1) ledger.faults.push(`${name}: was told of ${event.seq} after ${board.seq}.`);
      ledger.counts.delivered += 1;
      board = applyPatches(board, event.patches, event.seq);
    },
    up: (up) => {
      if (up) ledger.counts.streams += 1;
    },
    ask: () => {},
    delay,
  });
  stream.start();
  return { name, board: () => board, look: () => stream.hurry(), stop: () => stream.stop() };
}
