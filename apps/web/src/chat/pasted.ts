import { plural, t } from '@talkan/words/words';

const MANY_LINES = 6;
const MANY_CHARACTERS = 600;

/** Whether a pasted text is rather something to work on than something to say. */
export function isLong(text: string): boolean {
  return text.length >= MANY_CHARACTERS || linesOf(text) >= MANY_LINES;
}

/** What stands on the chip of a pasted text. */
export function chipWords(text: string): string {
  const lines = linesOf(text);
  if (lines > 1) return plural(lines, { one: 'Pasted text, # line', other: 'Pasted text, # lines' });
  return plural(text.trim().length, { one: 'Pasted text, # character', other: 'Pasted text, # characters' });
}

/** Two pasted texts are one below the other. */
export function addPasted(before: string, text: string): string {
  return before === '' ? text : `${before.trimEnd()}\n\n${text}`;
}

/** What is asked where somebody only pastes a text. */
export function askAbout(mayEdit: boolean): string {
  return mayEdit ? t`Propose cards for what this text says.` : t`Sum this text up.`;
}

function linesOf(text: string): number {
  return text.trim().split('\n').length;
}
