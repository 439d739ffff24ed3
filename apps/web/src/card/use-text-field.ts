import type { Operation } from '@talkan/board/operations';
import { fingerprint } from '@talkan/board/text';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import {
  readFieldDraft,
  statusOfDraft,
  valueOf,
  writeFieldDraft,
  type CardField,
  type DraftStatus,
} from './field-draft';

/** Typing that has rested this long is part of the board. */
const REST = 2000;

export interface TextFieldState {
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

/** A text of the board. */
export interface BoardText {
  /** The key of its draft. */
  readonly draft: string;
  /** What stands there. */
  readonly standing: string;
  /** A title is one line, and never empty. */
  readonly kind: CardField;
  /** Makes another text of it. */
  readonly edit: (to: string, was: string) => Operation;
  /** Whether an operation is about this text. */
  readonly isMeant: (operation: Operation) => boolean;
}

/**
 * A text of the board that can be typed in. What was typed is a draft until it was committed, and again if the server refuses it.
 * @param text to be the same object for as long as it is the same text
 */
export function useTextField(text: BoardText): TextFieldState {
  const store = useBoardStore();
  const [kept, keep, clear] = useDraft(text.draft, '');
  const draft = useMemo(() => readFieldDraft(kept), [kept]);
  const { standing, kind, edit, isMeant } = text;
  const current = useMemo(() => ({ text: standing, was: fingerprint(standing) }), [standing]);
  const status = draft ? statusOfDraft(draft, kind, current) : 'same';

  const forgetFailures = useCallback(() => {
    for (const { changeId, operations } of store.getState().failures)
      if (operations.some(isMeant)) store.dismiss(changeId);
  }, [store, isMeant]);
  const commit = useCallback(
    (typed: string, was: string) => {
      clear();
      forgetFailures();
      store.commit([edit(valueOf(typed, kind), was)]);
    },
    [clear, forgetFailures, store, edit, kind],
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
    type: (typed) => keep(typed === standing ? '' : writeFieldDraft({ text: typed, was: draft?.was ?? current.was })),
    keepMine: () => draft && commit(draft.text, current.was),
    takeTheirs: () => {
      clear();
      forgetFailures();
    },
    editTogether: (typed) => {
      forgetFailures();
      keep(writeFieldDraft({ text: typed, was: current.was }));
    },
  };
}
