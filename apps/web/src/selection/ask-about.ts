import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { chatDraftKey, FIELD_ID } from '../chat/names';
import { chatVisibility } from '../chat/visibility';
import type { BoardStore } from '../sync/board-state';
import { keepDraft, readDraft } from '../ui/drafts';
import { showToast } from '../ui/toast';

/** More than these it could hardly look at in one answer. */
const MOST = 200;

/** Names these cards in the field for the assistant, behind what is typed there, and leads into it. Asks nothing yet. */
export function askAbout(store: BoardStore, cardIds: readonly Id[]): void {
  if (cardIds.length > MOST) {
    showToast({ message: t`You can ask about ${MOST} cards at once. Choose fewer.`, tone: 'bad' });
    return;
  }
  const { board } = store.getState();
  const names = cardIds.flatMap((id) => {
    const card = board.card(id);
    return card ? [`${board.key}-${card.number}`] : [];
  });
  const key = chatDraftKey(board.id);
  const typed = readDraft(key)?.trimEnd() ?? '';
  keepDraft(key, `${typed}${typed === '' ? '' : ' '}${names.join(', ')} `);
  const chat = chatVisibility(matchMedia('(max-width: 719px)').matches);
  // Opening it leads into the field; where it is open already it has to be led there.
  if (!chat.get()) chat.set(true);
  requestAnimationFrame(() => {
    const field = document.getElementById(FIELD_ID);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
}
