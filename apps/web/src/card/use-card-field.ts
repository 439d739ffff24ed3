import type { Card } from '@talkan/board/model';
import { fingerprint } from '@talkan/board/text';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import {
  cardFieldDraft,
  readFieldDraft,
  statusOfDraft,
  valueOf,
  writeFieldDraft,
  type CardField,
  type DraftStatus,
} from './field-draft';

/** Typing that has rested this long is part of the board. */
const REST = 2000;

export interface CardFieldState {
  /** What the field shows: what was typed, else what stands on the card. */
  readonly text: string;
  readonly status: DraftStatus;
  readonly type: (text: string) => void;
  /** Makes what was typed part of the board, if it can be. */
  readonly save: () => void;
  /** In a conflict: what was typed, over what somebody else wrote meanwhile. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Goes on typing from a text that holds both, over what somebody else wrote. */
  readonly editTogether: (text: string) => void;
}

/** A text of a card that can be typed in. What was typed is a draft until it was committed, and again if the server refuses it. */
export function useCardField(card: Card, field: CardField): CardFieldState {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const [kept, keep, clear] = useDraft(cardFieldDraft(boardId, card.id, field), '');
  const draft = useMemo(() => readFieldDraft(kept), [kept]);
  const standing = card[field];
  const current = useMemo(() => ({ text: standing, was: fingerprint(standing) }), [standing]);
  const status = draft ? statusOfDraft(draft, field, current) : 'same';

  const forgetFailures = useCallback(() => {
    for (const { changeId, operations } of store.getState().failures) {
      const isThis = operations.some((one) => one.type === 'card.edit' && one.cardId === card.id && one[field]);
      if (isThis) store.dismiss(changeId);
    }
  }, [store, card.id, field]);
  const commit = useCallback(
    (text: string, was: string) => {
      clear();
      forgetFailures();
      store.commit([{ type: 'card.edit', cardId: card.id, [field]: { to: valueOf(text, field), was } }]);
    },
    [clear, forgetFailures, store, card.id, field],
  );
  const save = useCallback(() => {
    if (!draft) return;
    if (status === 'same') clear();
    if (status === 'ready') commit(draft.text, draft.was);
  }, [draft, status, clear, commit]);

  // Whoever leaves in the middle of a word leaves with it saved: the latest `save`, once, at the end.
  const latest = useRef(save);
  useLayoutEffect(() => {
    latest.current = save;
  }, [save]);
  useEffect(() => {
    const leave = () => latest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  useEffect(() => {
    if (status !== 'ready') return;
    const timer = setTimeout(save, REST);
    return () => clearTimeout(timer);
  }, [status, save]);

  return {
    text: draft?.text ?? standing,
    status,
    save,
    type: (text) => keep(text === standing ? '' : writeFieldDraft({ text, was: draft?.was ?? current.was })),
    keepMine: () => draft && commit(draft.text, current.was),
    takeTheirs: () => {
      clear();
      forgetFailures();
    },
    editTogether: (text) => {
      forgetFailures();
      keep(writeFieldDraft({ text, was: current.was }));
    },
  };
}
