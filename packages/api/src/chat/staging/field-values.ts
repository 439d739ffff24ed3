import { momentOf, nameDay, wallTimeAt } from '@talkan/board/command/calendar';
import { readCalendarDay } from '@talkan/board/command/calendar-words';
import { readDays } from '@talkan/board/command/day-words';
import { isCardDate } from '@talkan/board/dates';
import type { Time } from '@talkan/board/model';
import { quote } from '../prompt/data-block.js';
import type { FieldForm } from '../prompt/operation-forms.js';
import type { Problem } from './outcome.js';

/** When and where the person in the chat is. */
export interface Here {
  readonly now: Time;
  readonly timeZone: string;
}

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;
/** `3/4` is another day here than there, and what the person means by it the model has to say. */
const AMBIGUOUS = /^\d{1,2}[/.-]\d{1,2}/;
const ANYWHERE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

/** Whether a value says that nothing shall be there. */
export function isNone(value: unknown): boolean {
  return typeof value === 'string' && /^(?:none|null)$/i.test(value.trim());
}

/** A value as it is meant: models write figures as text, and text for yes and no. What makes no sense stays, and is refused by the schema. */
export function readValue(form: FieldForm, value: unknown): unknown {
  if (typeof value === 'number' && form.type === 'string') return String(value);
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (form.type === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if ((form.type === 'number' || form.type === 'integer') && /^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return form.canBeNone && form.names === null && form.type === 'string' ? text.toLowerCase() : value;
}

/** A day, or a moment in UTC: a time of day without a zone is one of the person's clock. Gives a problem where it is neither. */
export function readDate(value: unknown, { now, timeZone }: Here): string | Problem {
  const text = typeof value === 'string' ? value.trim() : '';
  if (isCardDate(text)) return text;
  const [, day, hour, minute] = LOCAL.exec(text) ?? [];
  if (day !== undefined && isCardDate(day)) {
    return momentOf({ day, minutes: Number(hour) * 60 + Number(minute) }, timeZone);
  }
  const moment = ANYWHERE.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(moment)) return new Date(moment).toISOString();
  const today = wallTimeAt(Date.parse(now), timeZone).day;
  const isClear = !AMBIGUOUS.test(text);
  const days = (isClear && readDays(text.toLowerCase(), { today, dateOrder: 'dmy', readCalendarDay })) || [];
  const [only, ...others] = days;
  if (only !== undefined && others.length === 0) return only;
  const could = days.length > 0 ? ` It could be ${days.map((one) => `${nameDay(one)} (${one})`).join(' or ')}.` : '';
  return {
    kind: 'problem',
    text: `${quote(text, 40)} is no date.${could}`,
    hint: 'Write a day as 2026-11-24, or with a time as 2026-11-24T15:00.',
  };
}
