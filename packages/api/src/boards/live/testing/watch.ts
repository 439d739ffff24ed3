import type { Id } from '@talkan/board/model';
import { isTrackedEnvelope } from '@trpc/server';
import { expect } from 'vitest';
import type { Person } from '../../../testing.js';
import type { ChangeEvent, LiveItem, PresentPerson } from '../events.js';

/** Somebody who watches and keeps what arrives. */
export async function watch(caller: Person['caller'], boardId: Id, lastEventId?: string) {
  const stream = await caller.boards.watch({ boardId, ...(lastEventId === undefined ? {} : { lastEventId }) });
  const iterator = stream[Symbol.asyncIterator]();
  const items: LiveItem[] = [];
  const changes: ChangeEvent[] = [];
  const people: (readonly PresentPerson[])[] = [];
  const roles: string[] = [];
  const ended = (async () => {
    for (;;) {
      const next = await iterator.next();
      if (next.done) return 'ended';
      // The types tell what arrives over HTTP; here it is the envelope itself.
      const item = next.value as unknown as LiveItem;
      items.push(item);
      if (isTrackedEnvelope(item)) changes.push(item[1]);
      else if (item.type === 'presence') people.push(item.people);
      else if (item.type === 'role') roles.push(item.role);
    }
  })();
  ended.catch(() => {});
  await expect.poll(() => people.length + items.length).toBeGreaterThan(0);
  return {
    items,
    changes,
    people,
    roles,
    ended,
    seqs: () => changes.map((change) => change.seq),
    stop: () => iterator.return?.(),
  };
}
