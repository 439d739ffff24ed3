const CHANGES =
  'moved|created|added|archived|deleted|removed|renamed|edited|updated|changed|restored|reordered|placed|put|marked|set|made|completed|finished|cleared|applied';
const CLAIM = new RegExp(`\\b(done|all set|(?:is|are) now|${CHANGES})\\b`, 'i');
const CHANGED = new RegExp(`\\b(?:${CHANGES})\\b`, 'i');
const PRETENCE = new RegExp(
  `\\b(?:I|we)(?:['’]ve| have)?(?: just| now| also)* (?:${CHANGES})\\b|^\\W*(?:done|all set|all done|${CHANGES})\\b|\\b(?:was|were|has been|have been) (?:successfully )?(?:${CHANGES})\\b|\\b(?:is|are) now (?:in|called|named|at|on)\\b`,
  'im',
);

const LAST_WORD = new RegExp(`\\b(?:done|set|now|in|called|named|at|on|${CHANGES})\\b`, 'i');

/** Whether a claim can come to its end with this word. */
export function mayEndClaim(word: string): boolean {
  return LAST_WORD.test(word);
}

/** Whether a text may say that something was done, by whomever. */
export function mayClaim(text: string): boolean {
  return CLAIM.test(text);
}

/** Whether a text may say that something on the board was changed; “in Done” is a place. */
export function maySayChanged(text: string): boolean {
  return CHANGED.test(text) || pretends(text);
}

/** Whether a text reads as if whoever speaks had done something just now. */
export function pretends(text: string): boolean {
  return PRETENCE.test(text);
}

/** The sentences of a text, each with the space after it. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^.!?\n]*(?:[.!?]+(?=\s|$)|\n+|[.!?]|$)\s*/g)?.filter((sentence) => sentence !== '') ?? [];
}
