import type { Intent } from './intent.js';
import { ABOUT_BOARD_INTENTS } from './questions/about-board.js';
import { CHANGE_INTENTS } from './questions/about-changes.js';
import { CARD_INTENTS } from './questions/about-cards.js';
import { PAST_INTENTS } from './questions/about-past.js';
import { SET_INTENTS } from './questions/about-sets.js';
import { WORK_INTENTS } from './questions/about-work.js';
import { HELP_INTENTS } from './questions/help.js';
import { ANY_INTENTS } from './questions/whether-any.js';
import { WHETHER_INTENTS } from './questions/whether.js';

/** What can be asked: nothing of it changes anything. */
export const QUESTION_INTENTS: readonly Intent[] = [
  ...ABOUT_BOARD_INTENTS,
  ...SET_INTENTS,
  ...ANY_INTENTS,
  ...WORK_INTENTS,
  ...HELP_INTENTS,
  ...CARD_INTENTS,
  ...WHETHER_INTENTS,
  ...PAST_INTENTS,
  ...CHANGE_INTENTS,
];
