import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import type { Stage } from './stage.ts';

/** Commits as whoever has this session. Returns when it was sent, in milliseconds since 1970. */
export async function commitAs(
  { url, board }: Pick<Stage, 'url' | 'board'>,
  token: string,
  operations: readonly Operation[],
): Promise<number> {
  const at = performance.timeOrigin + performance.now();
  const answer = await fetch(`${url}/trpc/boards.commit`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ boardId: board.boardId, changeId: randomUUID(), operations }),
  });
  if (!answer.ok) throw new Error(`A commit was answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return at;
}
