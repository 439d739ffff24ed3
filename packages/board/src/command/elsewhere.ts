import type { Understanding } from './command.js';

/** Why nothing can be said of the past where there is no history. */
export const NO_HISTORY = 'The history is not at hand here. Ask that in the chat, or open the history of the board.';
/** Why nothing is brought back, or said of it, where there is no archive. */
export const NO_ARCHIVE =
  'What is archived is not at hand here. Ask that in the chat, or open the archive of the board.';

/** Whether it was refused only for want of the archive or the history: where these are, it may be understood. */
export function isElsewhere(understood: Understanding): boolean {
  return understood.kind === 'refused' && (understood.reason === NO_HISTORY || understood.reason === NO_ARCHIVE);
}
