import { useCanEdit } from '../board/use-can-edit';
import { BrandMark } from '../ui/brand-mark';
import { useDraft } from '../ui/drafts';
import styles from './chat-panel.module.css';
import { askWords, chatDraftKey, OPENER_ID } from './names';

/** The way to the assistant on a phone: a bar at the foot that opens the sheet, with what was typed there before. */
export function ChatDock({ boardId, onOpen }: { boardId: string; onOpen: () => void }) {
  const canEdit = useCanEdit();
  const [text] = useDraft(chatDraftKey(boardId), '');
  return (
    <button id={OPENER_ID} type="button" className={styles['dock']} aria-expanded={false} onClick={onOpen}>
      <BrandMark size={24} className={styles['mark']} />
      <span>{text.trim() === '' ? askWords(canEdit) : text}</span>
    </button>
  );
}
