import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { columnAt } from '../reference/board.ts';
import { launchTalkan, portOf, seedTalkan } from '../servers/talkan.ts';
import { usageOf } from '../servers/usage.ts';
import { allArrived, openWatchers } from './watchers.ts';

export interface MemoryFigures {
  readonly cards: number;
  readonly watchers: number;
  /** MB of resident memory: before anybody watches, and the most that was seen while all do and the board changes. */
  readonly aloneMb: number;
  readonly watchedMb: number;
}

const MOVES = 30;

/** A large board that many watch, while its cards are moved and it is read now and then. */
export async function measureMemory(parent: string, { cards, watchers: count }: { cards: number; watchers: number }) {
  const folder = mkdtempSync(path.join(parent, 'memory-'));
  const { boardId, token } = await seedTalkan({ folder, cards });
  const running = launchTalkan({ folder });
  try {
    const port = await portOf(running);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const call = async (url: string, body?: unknown) => {
      const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await fetch(`http://127.0.0.1:${port}${url}`, init);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${url} was answered ${answer.status}: ${text.slice(0, 300)}`);
      return text;
    };
    await call('/api/board');
    const aloneMb = usageOf(running.pid).rssMb;
    const watchers = await openWatchers(
      { port, boardId },
      Array.from({ length: count }, () => token),
    );
    let watchedMb = 0;
    for (let move = 0; move < MOVES; move += 1) {
      const operations = [{ type: 'card.move', cardId: `card-${move + 1}`, columnId: columnAt(move + 1) }];
      const text = await call('/trpc/boards.commit', { boardId, changeId: `move-${move}`, operations });
      const { result } = JSON.parse(text) as { result: { data: { seq: number } } };
      await allArrived(watchers, result.data.seq);
      if (move % 5 === 0) await call('/api/board');
      await wait(20);
      watchedMb = Math.max(watchedMb, usageOf(running.pid).rssMb);
    }
    for (const { socket } of watchers) socket.destroy();
    return { cards, watchers: count, aloneMb, watchedMb } satisfies MemoryFigures;
  } finally {
    await running.stop();
  }
}
