/** What a way to a question leaves in the history, so that closing it is the same as going back. */
export const FROM_PAGE = { fromPage: true };
