import { isStorable, utf8Size } from '@talkan/board/text';
import { z } from 'zod';

const KIB = 1024;
const UNSTORABLE = 'Contains a NUL character or half of a surrogate pair';

/** A text of at most so many KiB. */
export function textOf(kib: number): z.ZodString {
  const message = `Must be at most ${kib} KiB`;
  return z
    .string()
    .max(kib * KIB, { message, abort: true })
    .refine((text) => utf8Size(text) <= kib * KIB, message);
}

/** What somebody says in one message. */
export const spokenText = textOf(16).refine(isStorable, UNSTORABLE);

/** Longer than any name in the database of time zones. */
const MAX_ZONE = 64;

/** What a person means by a date. */
export const dateHabits = {
  timeZone: z
    .string()
    .max(MAX_ZONE, { abort: true })
    .refine(isTimeZone, 'Must be the name of a time zone, such as Europe/Berlin')
    .default('UTC'),
  dateOrder: z.enum(['dmy', 'mdy']).default('dmy'),
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
