import { DATE_INTENTS } from './intents-dates.js';
import { LABEL_INTENTS } from './intents-labels.js';
import { PEOPLE_INTENTS } from './intents-people.js';
import { PRIORITY_INTENTS } from './intents-priorities.js';
import { SPOKEN_INTENTS } from './intents-spoken.js';
import type { Intent } from './intent.js';

/** What can be said about the fields of cards. */
export const FIELD_INTENTS: readonly Intent[] = [
  ...DATE_INTENTS,
  ...LABEL_INTENTS,
  ...PEOPLE_INTENTS,
  ...PRIORITY_INTENTS,
  ...SPOKEN_INTENTS,
];
