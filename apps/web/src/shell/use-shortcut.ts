import { useEffect } from 'react';
import { startAdding } from '../board/starting';
import { useChatOpen } from '../chat/use-chat-open';
import { useBoardStore } from '../sync/use-board-store';

/** Does what Talkan was opened for by one of its shortcuts on a home screen, as the manifest names them, once. */
export function useShortcut(): void {
  const store = useBoardStore();
  const [, setChatOpen] = useChatOpen();
  useEffect(() => {
    const wish = wishIn(history.state);
    if (wish === null) return;
    history.replaceState(null, '');
    if (wish === 'ask') setChatOpen(true);
    if (wish === 'new-card') startAdding(store.getState().board.columns()[0]?.id ?? null);
  }, [store, setChatOpen]);
}

/** The way from the address of a shortcut to the board leaves its question there. */
function wishIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('wish' in state)) return null;
  return new URLSearchParams(String(state.wish)).get('do');
}
