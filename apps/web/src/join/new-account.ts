import { t } from '@talkan/words/words';

/** As the server judges them. */
const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const MOST_LETTERS = 40;
const LEAST_PASSWORD = 8;
const MOST_PASSWORD = 200;

export interface NewAccount {
  readonly username: string;
  readonly password: string;
}

/** What is wrong with which field; `null`: nothing. */
export type AccountProblems = { readonly [Field in keyof NewAccount]: string | null };

export const NO_PROBLEMS: AccountProblems = { username: null, password: null };

/** What stands below the fields while nothing is wrong. */
export const ACCOUNT_HINTS = {
  username: t`Letters a to z, digits, and . - _ between them.`,
  password: t`At least ${LEAST_PASSWORD} characters.`,
} as const;

/** Finds what the server would refuse, before it is asked. */
export function checkAccount({ username, password }: NewAccount): AccountProblems {
  return { username: checkUsername(username), password: checkPassword(password) };
}

function checkUsername(username: string): string | null {
  if (username === '') return t`Pick a username.`;
  if (username.length > MOST_LETTERS) return t`This is too long: ${MOST_LETTERS} characters at most.`;
  if (!/^[A-Za-z0-9]/.test(username)) return t`Start with a letter from a to z, or a digit.`;
  return USERNAME.test(username) ? null : t`Only letters from a to z, digits, dots, hyphens and underscores.`;
}

function checkPassword(password: string): string | null {
  if (password === '') return t`Pick a password.`;
  if (password.length < LEAST_PASSWORD) return t`This is too short: at least ${LEAST_PASSWORD} characters.`;
  return password.length > MOST_PASSWORD ? t`This is too long: ${MOST_PASSWORD} characters at most.` : null;
}
