import { BOARD_INTENTS } from './intents-board.js';
import { CHECKLIST_INTENTS } from './intents-checklists.js';
import { COLUMN_SETTING_INTENTS } from './intents-column-settings.js';
import { COLUMN_INTENTS } from './intents-columns.js';
import { ESTIMATE_INTENTS } from './intents-estimates.js';
import { FILTER_INTENTS } from './intents-filters.js';
import { LINK_INTENTS } from './intents-links.js';
import { ORDER_INTENTS } from './intents-order.js';
import { QUESTION_INTENTS } from './intents-questions.js';
import { REMARK_INTENTS } from './intents-remarks.js';
import type { Intent } from './intent.js';

/** What is given to the language, which is small without it: questions, filters, and what is seldom asked to be done. */
export const MORE_INTENTS: readonly Intent[] = [
  ...ORDER_INTENTS,
  ...COLUMN_INTENTS,
  ...COLUMN_SETTING_INTENTS,
  ...ESTIMATE_INTENTS,
  ...BOARD_INTENTS,
  ...CHECKLIST_INTENTS,
  ...REMARK_INTENTS,
  ...LINK_INTENTS,
  ...FILTER_INTENTS,
  ...QUESTION_INTENTS,
];
