import type { Id } from '@talkan/board/model';

export type CardField = 'title' | 'details';

/** Text of a card as it is being typed, and the fingerprint of the text that its author saw when beginning. */
export interface FieldDraft {
  readonly text: string;
  readonly was: string;
}

const FINGERPRINT = 16;

export const cardFieldDraft = (boardId: Id, cardId: Id, field: CardField) => `card:${boardId}:${cardId}:${field}`;

export const itemDraft = (boardId: Id, cardId: Id, itemId: Id) => `item:${boardId}:${cardId}:${itemId}`;

/** A draft as one string: the fingerprint has a fixed length, so the text may be anything. */
export function writeFieldDraft({ text, was }: FieldDraft): string {
  return was + text;
}

export function readFieldDraft(draft: string): FieldDraft | null {
  if (draft.length < FINGERPRINT) return null;
  return { was: draft.slice(0, FINGERPRINT), text: draft.slice(FINGERPRINT) };
}

/** What a draft comes to beside the text that stands there now. */
export type DraftStatus = 'same' | 'empty' | 'conflict' | 'ready';

/**
 * @param current the text that stands there, and its fingerprint
 */
export function statusOfDraft(draft: FieldDraft, field: CardField, current: FieldDraft): DraftStatus {
  const value = valueOf(draft.text, field);
  if (value === current.text) return 'same';
  if (field === 'title' && value === '') return 'empty';
  return draft.was === current.was ? 'ready' : 'conflict';
}

/** The text as it is kept: titles are trimmed, details are left as they are. */
export function valueOf(text: string, field: CardField): string {
  return field === 'title' ? text.trim() : text;
}
