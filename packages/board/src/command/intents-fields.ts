import { DATE_INTENTS } from './intents-dates.js';
import { LABEL_INTENTS } from './intents-labels.js';
import { NUMBER_INTENTS } from './intents-numbers.js';
import { PEOPLE_INTENTS } from './intents-people.js';
import { SPOKEN_INTENTS } from './intents-spoken.js';
import type { Intent } from './intent.js';

/** What can be said about the fields of cards. */
export const FIELD_INTENTS: readonly Intent[] = [
  ...DATE_INTENTS,
  ...LABEL_INTENTS,
  ...PEOPLE_INTENTS,
  ...NUMBER_INTENTS,
  ...SPOKEN_INTENTS,
];
