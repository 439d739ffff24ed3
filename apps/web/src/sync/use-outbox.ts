import type { Id } from '@talkan/board/model';
import { useEffect, useState } from 'react';
import { offline } from './offline';
import { NO_OUTBOX, NOTHING_LEFT, type Left, type Outbox, type Owner } from './outbox';

interface Opened extends Owner {
  readonly outbox: Outbox;
  readonly left: Left;
}

/** The queue that a board starts with; `null` until it was read. Where it cannot be had the page goes on without. */
export function useOutbox(userId: Id | undefined, boardId: Id): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    if (userId === undefined) return;
    let wanted = true;
    const owner = { userId, boardId };
    offline
      .then(({ openOutbox }) => openOutbox(owner))
      .catch(() => ({ outbox: NO_OUTBOX, left: NOTHING_LEFT }))
      .then((queue) => wanted && setOpened({ ...owner, ...queue }))
      .catch(reportError);
    return () => {
      wanted = false;
    };
  }, [userId, boardId]);
  return opened?.userId === userId && opened?.boardId === boardId ? opened : null;
}
