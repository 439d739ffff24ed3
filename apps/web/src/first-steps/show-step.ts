import { useLocation } from 'wouter';
import { BOARD_ROOT, PEOPLE_PATH } from '../board/paths';
import { boardPage } from '../board/the-page';
import { FROM_BOARD } from '../card/use-card-route';
import { useChatOpen } from '../chat/use-chat-open';
import { nextFrame, soon } from '../ui/soon';
import { prefersStillness } from '../ui/stillness';
import { useIsPhone } from '../ui/use-media';
import type { StepId } from './steps';

/** Leads to the place where a step is taken, and makes it stand out for a moment. */
export function useShowStep(): (step: StepId) => void {
  const [, navigate] = useLocation();
  const [isChatOpen, setChatOpen] = useChatOpen();
  const isPhone = useIsPhone();
  return (step) => {
    switch (step) {
      case 'move':
      case 'edit':
        navigate(BOARD_ROOT);
        if (isPhone) setChatOpen(false);
        return showFirstCard();
      case 'ask':
        if (!isChatOpen) setChatOpen(true);
        return void pointTo('#assistant textarea');
      case 'undo':
        navigate(BOARD_ROOT);
        return void pointTo('[aria-keyshortcuts^="Control+Z"]');
      case 'invite':
        return navigate(PEOPLE_PATH, { state: FROM_BOARD });
    }
  };
}

/** The first card that is seen on the board. */
function showFirstCard(): void {
  const page = boardPage.get();
  const board = page?.shown.getState().board;
  const card = board?.columns().flatMap(({ id }) => board.cardsIn(id))[0];
  if (!card) return;
  page?.lanes.get(card.columnId)?.focusCard(card.id);
  void pointTo(`[data-card-id="${CSS.escape(card.id)}"] [data-card-link]`);
}

const RING = [
  { outline: '2px solid var(--acc)', outlineOffset: '2px' },
  { outline: '2px solid transparent', outlineOffset: '8px' },
];

async function pointTo(selector: string): Promise<void> {
  // What was closed for it gives the focus back first.
  await nextFrame();
  const element = await soon(() => {
    const found = document.querySelector<HTMLElement>(selector);
    return found && found.offsetParent !== null && !found.closest('[inert]') ? found : null;
  });
  if (!element) return;
  element.focus();
  const around = element.closest('[data-card-id]') ?? element;
  if (!prefersStillness()) around.animate(RING, { duration: 900, iterations: 3 });
}
