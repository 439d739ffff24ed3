import { t } from '@talkan/words/words';
import { useEffect, useState } from 'react';
import { useSigns } from '../presence/signs';
import { useBoardPart } from '../sync/use-board-store';
import { api } from '../trpc';
import type { Clash } from './conflict';

/** How far back the card's story is looked at. */
const ENTRIES = 20;
const WORDS = { title: t`Renamed`, details: 'details' } as const;

/** Who last changed a text, as the board's history has it; `null` while that is not known, or where the server cannot be asked. */
export function useWhoChanged({ cardId, field }: Clash): string | null {
  const boardId = useBoardPart((state) => state.board.id);
  const { userId } = useSigns();
  const [who, setWho] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const { entries } = await api.boards.history.query({ boardId, cardId, limit: ENTRIES });
      const entry = entries.find(({ items }) =>
        items.some(({ id, text }) => id === cardId && text.includes(WORDS[field])),
      );
      if (wanted) setWho(entry ? (entry.actor.id === userId ? t`You, elsewhere,` : entry.actor.name) : null);
    };
    // The choice can be made without it.
    ask().catch(() => {});
    return () => {
      wanted = false;
    };
  }, [boardId, cardId, field, userId]);
  return who;
}
