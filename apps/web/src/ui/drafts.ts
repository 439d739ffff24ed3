import { useCallback, useSyncExternalStore } from 'react';
import { createDraftStore } from './draft-store';
import { browserStorage } from './storage';

const drafts = createDraftStore(browserStorage());

/**
 * Text as somebody is typing it, kept under `key` until it is cleared: it outlives Esc, a click outside and a reload.
 * Without a draft the text is `initial` and follows it; text equal to `initial` is no draft.
 */
export function useDraft(
  key: string,
  initial: string,
): readonly [text: string, setText: (text: string) => void, clear: () => void] {
  const kept = useSyncExternalStore(drafts.subscribe, () => drafts.read(key));
  const setText = useCallback(
    (text: string) => (text === initial ? drafts.remove(key) : drafts.write(key, text)),
    [key, initial],
  );
  const clear = useCallback(() => drafts.remove(key), [key]);
  return [kept ?? initial, setText, clear];
}

/** What was typed under `key` and not cleared; `null`: nothing. */
export function readDraft(key: string): string | null {
  return drafts.read(key);
}

/** Puts text under `key` from outside a component: what a refused change held, for its author to find. */
export function keepDraft(key: string, text: string): void {
  drafts.write(key, text);
}

export function dropDraft(key: string): void {
  drafts.remove(key);
}

/** Forgets all drafts: whoever signs out leaves nothing on the machine. */
export function clearDrafts(): void {
  drafts.clear();
}
