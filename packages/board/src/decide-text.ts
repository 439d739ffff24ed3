import { LIMITS } from './limits.js';
import type { Edit } from './operations.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { fingerprint, isStorable, utf8Size } from './text.js';

/** A title as it is kept: trimmed, within its bounds. */
export function readTitle(
  text: string,
  bounds: { what: 'board' | 'column' | 'card' | 'label' | 'checklist' | 'checklist item'; most: number },
): string | Refusal {
  const title = text.trim();
  const { what, most } = bounds;
  if (title.length === 0) return refuse('invalid', `A ${what} needs a title. Type at least one character.`);
  if (title.length > most) {
    return refuse(
      'invalid',
      `A ${what}’s title has at most ${most} characters; this one has ${title.length}. Shorten it.`,
    );
  }
  return isStorable(title) ? title : unstorable(`A ${what}’s title`);
}

/** Details as they are kept, within their bounds. */
export function readDetails(text: string): string | Refusal {
  if (utf8Size(text) > LIMITS.detailsBytes) {
    return refuse('invalid', 'A card’s details hold at most 64 KiB. Shorten them, or split the card.');
  }
  return isStorable(text) ? text : unstorable('A card’s details');
}

/** A comment as it is kept. */
export function readComment(text: string): string | Refusal {
  if (text.trim() === '') return refuse('invalid', 'A comment needs a text. Type at least one character.');
  return readRemark(text, 'A comment');
}

/** A board's description as it is kept. */
export function readDescription(text: string): string | Refusal {
  return readRemark(text, 'A board’s description');
}

function readRemark(text: string, what: string): string | Refusal {
  if (utf8Size(text) > LIMITS.remarkBytes) return refuse('invalid', `${what} holds at most 16 KiB. Shorten it.`);
  return isStorable(text) ? text : unstorable(what);
}

function unstorable(what: string): Refusal {
  return refuse('invalid', `${what} cannot hold a NUL character or half of a surrogate pair. Remove it.`);
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
  /** What the text is, as the subject of a sentence: `The text of a comment`. */
  readonly what: string;
  /** The name of its field in `current` and `proposed`. */
  readonly field: string;
  readonly ids: readonly string[];
}

/** What the text is after an edit, read by `read`; refused where it is another one by now than its author saw. */
export function editText(
  { edit, current, what, field, ids }: TextEdit,
  read: (text: string) => string | Refusal,
): string | Refusal {
  const text = read(wanted(edit));
  if (isRefusal(text) || !isStale(edit, current)) return text;
  const refusal = refuse('conflict', `${what} changed while you were editing. Keep one of the two texts.`, ids);
  return { ...refusal, current: { [field]: current }, proposed: { [field]: wanted(edit) } };
}
