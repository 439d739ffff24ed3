import { z } from 'zod';
import { isCardDate } from './dates.js';
import { LIMITS } from './limits.js';
import { ID_PATTERN } from './model.js';
import { isStorable, utf8Size } from './text.js';

const UNSTORABLE = 'Contains a NUL character or half of a surrogate pair';

export const id = z
  .string()
  .regex(ID_PATTERN, 'Must be 1 to 64 letters, digits, _ or -, starting with a letter or digit');
export const title = z.string().trim().min(1).max(LIMITS.title).refine(isStorable, UNSTORABLE);
export const name = z.string().trim().min(1).max(LIMITS.name).refine(isStorable, UNSTORABLE);

const textOf = (bytes: number) =>
  z
    .string()
    .max(bytes)
    .refine(isStorable, UNSTORABLE)
    .refine((text) => utf8Size(text) <= bytes, `Must be at most ${bytes / 1024} KiB`);
export const details = textOf(LIMITS.detailsBytes);
export const description = textOf(LIMITS.remarkBytes);
export const remark = textOf(LIMITS.remarkBytes).refine((text) => text.trim() !== '', 'Must not be empty');

export const hue = z.int().min(0).max(359);
export const boardKey = z.string().regex(/^[A-Z]{2,5}$/, 'Must be two to five capital letters, A to Z');
export const cardDate = z
  .string()
  .max(24)
  .refine(isCardDate, 'Must be a day as 2026-11-24, or a moment in UTC as 2026-11-24T16:00:00.000Z');
export const estimate = z
  .number()
  .min(0)
  .max(LIMITS.estimate)
  .refine((points) => Math.round(points * 100) / 100 === points, 'Must have at most two decimals');

/** `before`: the neighbour that will follow; `after`: the one that will precede. One that is gone falls back to the other, then to the end. */
export const place = { before: id.nullish(), after: id.nullish() };

const was = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'Must be the fingerprint of the text that was seen: 16 hexadecimal digits');
/** A plain string means: whatever it was. */
export const editOf = <Text extends z.ZodType<string>>(text: Text) =>
  z.union([text, z.strictObject({ to: text, was })]);
