import { LIMITS } from '@talkan/board/limits';
import type { Card } from '@talkan/board/model';
import { fingerprint } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { useEffect, useRef, useState } from 'react';
import { useAutoGrow } from '../card/use-auto-grow';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import { useBoardUi } from './board-ui';
import styles from './card.module.css';
import { joinLines } from './one-line';
import { retitled } from './retitling';

/** Of a fingerprint, which stands before the text in a draft. */
const FINGERPRINT = 16;

/** A card's title as a field in its place on the board. Enter and leaving it keep the title; what was typed before Escape stays as a draft. */
export function TitleField({ card }: { card: Card }) {
  const { whole: store, lanes } = useBoardUi();
  const { board } = useBoardStore().getState();
  const boardId = useBoardPart((state) => state.board.id);
  const [kept, keep, clear] = useDraft(`card-title-was:${boardId}:${card.id}`, '');
  // What its author has seen, before what was typed: who changed it meanwhile is not written over.
  const [was] = useState(() => kept.slice(0, FINGERPRINT) || fingerprint(card.title));
  const text = kept === '' ? card.title : kept.slice(FINGERPRINT);
  const field = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  useAutoGrow(field);
  // What was typed is gone on with where it ended: the card may have gone to another column under it.
  const [start] = useState(() => (text === card.title ? 0 : text.length));
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(start, field.current.value.length);
  }, [start]);

  const leave = (isKept: boolean, byKey: boolean) => {
    // Closing takes the focus away, which would leave once more.
    if (left.current) return;
    left.current = true;
    const to = text.trim();
    if (isKept) clear();
    if (isKept && to !== '' && to !== card.title) {
      store.commit([{ type: 'card.edit', cardId: card.id, title: { to, was } }]);
    }
    retitled.set(null);
    if (byKey) requestAnimationFrame(() => lanes.get(card.columnId)?.focusCard(card.id));
  };
  return (
    <textarea
      ref={field}
      className={styles['retitled']}
      rows={1}
      value={text}
      maxLength={LIMITS.title}
      dir="auto"
      aria-label={t`Title of ${`${board.key}-${card.number}`}`}
      enterKeyHint="done"
      onChange={(event) => {
        const typed = joinLines(event.target.value);
        keep(typed === card.title ? '' : was + typed);
      }}
      onBlur={() => document.activeElement !== field.current && leave(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          leave(event.key === 'Enter', true);
        }
      }}
    />
  );
}
