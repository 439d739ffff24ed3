import { t } from '@talkan/words/words';

/** For whoever talks to a board on a server that has no model: what is understood all the same, and what takes one. */
export const NO_MODEL = () =>
  t`Plain commands and questions are understood here as they are. To talk freely, choose a language model in the assistant’s settings (an owner of this Talkan can), or set AI_API_KEY or OPENROUTER_API_KEY in .env.`;
