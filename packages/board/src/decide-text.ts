import { t } from '@talkan/words/words';
import { LIMITS } from './limits.js';
import type { Edit } from './operations.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { fingerprint, isStorable, utf8Size } from './text.js';

/** What has a title. */
type Titled = 'board' | 'column' | 'card' | 'label' | 'checklist' | 'checklist item';

const NEEDS_TITLE: Readonly<Record<Titled, () => string>> = {
  board: () => t`A board needs a title. Type at least one character.`,
  column: () => t`A column needs a title. Type at least one character.`,
  card: () => t`A card needs a title. Type at least one character.`,
  label: () => t`A label needs a title. Type at least one character.`,
  checklist: () => t`A checklist needs a title. Type at least one character.`,
  'checklist item': () => t`A checklist item needs a title. Type at least one character.`,
};

/** A title as it is kept: trimmed, within its bounds. */
export function readTitle(text: string, { what, most }: { what: Titled; most: number }): string | Refusal {
  const title = text.trim();
  if (title.length === 0) return refuse('invalid', NEEDS_TITLE[what]());
  if (title.length > most) {
    const { length } = title;
    return refuse('invalid', t`This title has ${length} characters; ${most} is the most. Shorten it.`);
  }
  return isStorable(title) ? title : unstorable();
}

/** Details as they are kept, within their bounds. */
export function readDetails(text: string): string | Refusal {
  if (utf8Size(text) > LIMITS.detailsBytes) {
    return refuse('invalid', t`A card’s details hold at most 64 KiB. Shorten them, or split the card.`);
  }
  return isStorable(text) ? text : unstorable();
}

/** A comment as it is kept. */
export function readComment(text: string): string | Refusal {
  if (text.trim() === '') return refuse('invalid', t`A comment needs a text. Type at least one character.`);
  return readRemark(text, t`A comment holds at most 16 KiB. Shorten it.`);
}

/** A board's description as it is kept. */
export function readDescription(text: string): string | Refusal {
  return readRemark(text, t`A board’s description holds at most 16 KiB. Shorten it.`);
}

function readRemark(text: string, tooLong: string): string | Refusal {
  if (utf8Size(text) > LIMITS.remarkBytes) return refuse('invalid', tooLong);
  return isStorable(text) ? text : unstorable();
}

function unstorable(): Refusal {
  return refuse('invalid', t`A text cannot hold a NUL character or half of a surrogate pair. Remove it.`);
}

/** What an edit wants a text to be. */
export function wanted(edit: Edit): string {
  return typeof edit === 'string' ? edit : edit.to;
}

/** Whether the text is another one than the author of the edit saw. */
export function isStale(edit: Edit, current: string): boolean {
  return typeof edit !== 'string' && edit.was !== fingerprint(current);
}

/** The edit of a single text. */
export interface TextEdit {
  readonly edit: Edit;
  readonly current: string;
  /** That it is another one by now, and what to do. */
  readonly stale: string;
  /** The name of its field in `current` and `proposed`. */
  readonly field: string;
  readonly ids: readonly string[];
}

/** What the text is after an edit, read by `read`; refused where it is another one by now than its author saw. */
export function editText(
  { edit, current, stale, field, ids }: TextEdit,
  read: (text: string) => string | Refusal,
): string | Refusal {
  const text = read(wanted(edit));
  if (isRefusal(text) || !isStale(edit, current)) return text;
  const refusal = refuse('conflict', stale, ids);
  return { ...refusal, current: { [field]: current }, proposed: { [field]: wanted(edit) } };
}
