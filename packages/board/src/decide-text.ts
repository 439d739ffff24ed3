import { LIMITS } from './limits.js';
import type { Edit } from './operations.js';
import { refuse, type Refusal } from './refusal.js';
import { fingerprint, isStorable, utf8Size } from './text.js';

/** A title as it is kept: trimmed, within its bounds. */
export function readTitle(text: string, bounds: { what: 'board' | 'column' | 'card'; most: number }): string | Refusal {
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
