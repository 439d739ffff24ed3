import { t } from '@talkan/words/words';

/** What the server takes as one message. */
export const MOST_QUESTION_BYTES = 16 * 1024;
export const TOO_LONG = t`This is too long to send. Shorten it to 16 KiB, about eight pages.`;
/** What the server takes as a pasted text. */
export const MOST_PASTED_BYTES = 64 * 1024;
export const TOO_LONG_PASTED = t`The pasted text is too long to send. Paste at most 64 KiB, about thirty pages.`;
