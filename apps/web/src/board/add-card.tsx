import { LIMITS } from '@talkan/board/limits';
import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useRef, type ClipboardEvent } from 'react';
import { newId } from '../sync/new-id';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { useLoaded } from '../ui/use-loaded';
import { useBoardUi } from './board-ui';
import { newCardDraft } from './draft-keys';
import { refusalOf } from './failures';
import { sayIfOver } from './limit';
import styles from './lane.module.css';
import { joinLines } from './one-line';

const loadPasting = () => import('./paste-cards');

export type AddPlace = 'top' | 'bottom';

export interface AddCardProps {
  readonly columnId: Id;
  readonly title: string;
  readonly place: AddPlace;
  /** `true`: the focus was in the field. */
  readonly onClose: (hadFocus: boolean) => void;
}

/** The field for new cards. It stays open for the next one; what was typed into it stays whatever happens. */
export function AddCard({ columnId, title, place, onClose }: AddCardProps) {
  const store = useBoardStore();
  const { lanes } = useBoardUi();
  const boardId = useBoardPart((state) => state.board.id);
  const [text, setText, clear] = useDraft(newCardDraft(boardId, columnId), '');
  const field = useRef<HTMLTextAreaElement>(null);
  /** Gives the focus to what it belongs to when nothing is typed any more: the card that was added last, else what had it before. */
  const back = useRef(() => {});

  useEffect(() => {
    const before = document.activeElement;
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
    back.current = () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  const add = () => {
    const wanted = text.trim();
    if (wanted === '') return;
    const { board, whole = board } = store.getState();
    const cards = board.cardsIn(columnId);
    const count = whole.cardsIn(columnId).length + 1;
    const neighbour = place === 'top' ? { before: cards[0]?.id } : { after: cards.at(-1)?.id };
    clear();
    const cardId = newId();
    const changeId = store.commit([{ type: 'card.create', cardId, columnId, title: wanted, ...neighbour }]);
    back.current = () => lanes.get(columnId)?.focusCard(cardId);
    // One that is refused says so itself.
    if (!refusalOf(store.getState(), changeId)) {
      announce(`${sayIfOver(t`Added “${wanted}” to ${title}`, whole.column(columnId), count)}.`);
    }
    requestAnimationFrame(() => lanes.get(columnId)?.reveal(place === 'top' ? 0 : cards.length));
    field.current?.focus();
  };

  const pasting = useLoaded(loadPasting);
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const first = pasting?.pasteCards(event, store, { columnId, title, place });
    if (first === undefined) return;
    clear();
    back.current = () => lanes.get(columnId)?.focusCard(first);
  };

  const close = () => {
    requestAnimationFrame(() => back.current());
    onClose(true);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Hears when the focus leaves the fields in it.
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onBlur={(event) => {
        // An empty field has nothing to stay open for, unless it is only the window that lost the focus.
        const left = !event.currentTarget.contains(event.relatedTarget) && document.activeElement !== event.target;
        if (left && text.trim() === '') onClose(false);
      }}
    >
      <textarea
        ref={field}
        className={styles['field']}
        rows={2}
        value={text}
        maxLength={LIMITS.title}
        placeholder={t`What is to be done?`}
        aria-label={t`Title of a new card in ${title}`}
        enterKeyHint="done"
        onChange={(event) => setText(joinLines(event.target.value))}
        onPaste={paste}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            add();
          }
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
        }}
      />
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {t`Add card`}
        </Button>
        <Button variant="ghost" onClick={close}>
          {t`Close`}
        </Button>
      </div>
    </form>
  );
}
