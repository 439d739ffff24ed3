import { CHECKLIST_INTENTS } from './intents-checklists.js';
import { DATE_INTENTS } from './intents-dates.js';
import { LABEL_INTENTS } from './intents-labels.js';
import { LINK_INTENTS } from './intents-links.js';
import { NUMBER_INTENTS } from './intents-numbers.js';
import { PEOPLE_INTENTS } from './intents-people.js';
import { REMARK_INTENTS } from './intents-remarks.js';
import { SPOKEN_INTENTS } from './intents-spoken.js';
import type { Intent } from './intent.js';

/** What can be said about all that cards have beside their titles, details and places. */
export const FIELD_INTENTS: readonly Intent[] = [
  ...DATE_INTENTS,
  ...LABEL_INTENTS,
  ...PEOPLE_INTENTS,
  ...NUMBER_INTENTS,
  ...CHECKLIST_INTENTS,
  ...REMARK_INTENTS,
  ...LINK_INTENTS,
  ...SPOKEN_INTENTS,
];
