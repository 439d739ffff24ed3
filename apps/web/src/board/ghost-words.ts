import { shorten } from '@talkan/board/decide-context';
import type { Board, Card, CardLink, Checklist, Column, Id, LinkSide } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { sayDate } from '../fields/due';
import type { GhostWords } from './ghosts';

/** The board as it is, and as it would be. */
export interface Boards {
  readonly board: Board;
  readonly after: Board;
}

/** Why a card would not stay where it is. `now`: as it would be elsewhere; left out where it would be archived. */
export function sayLeaving(before: Card, now: Card | undefined, { after }: Boards): readonly GhostWords[] {
  if (!now) return [{ text: t`Would be archived` }];
  if (now.columnId !== before.columnId) return [{ text: t`Would move to ${titleIn(after, now.columnId)}` }];
  return [{ text: now.rank > before.rank ? t`Would move down` : t`Would move up` }];
}

/**
 * Why a card stands where it would be, and what else would be done to it.
 * @param before as it is now, on the board or in the archive; `null`: there is none yet
 */
export function sayArrival(before: Card | null, card: Card, boards: Boards): readonly GhostWords[] {
  if (!before) return [{ text: t`Would be added` }];
  const changes = sayChanges(before, card, boards);
  if (before.archivedAt !== null) return [{ text: t`Would be restored` }, ...changes];
  if (before.columnId === card.columnId) return [{ text: t`Would move here` }, ...changes];
  return [{ text: t`Would move from ${titleIn(boards.board, before.columnId)}` }, ...changes];
}

/** What would be other on a card. */
export function sayChanges(before: Card, after: Card, boards: Boards): readonly GhostWords[] {
  const now = new Date();
  const day = (date: string) => sayDate(date, now);
  const starts = { named: (date: string) => t`Starts ${day(date)}`, none: t`No start date`, value: day };
  const due = { named: (date: string) => t`Due ${day(date)}`, none: t`No due date`, value: day };
  return [
    ...(before.title === after.title ? [] : [{ text: t`New title`, ...was(shorten(before.title)) }]),
    ...sayDetails(before.details, after.details),
    ...sayLabels(before, after, boards),
    ...sayPeople(before.assigneeIds, after.assigneeIds),
    ...sayValue([before.startAt, after.startAt], starts),
    ...sayValue([before.dueAt, after.dueAt], due),
    ...sayValue([before.priority, after.priority], { named: (word) => t`Priority ${word}`, none: t`No priority` }),
    ...sayValue([before.estimate, after.estimate], { named: (size) => t`Estimate ${size}`, none: t`No estimate` }),
    ...sayChecklists(before.checklists, after.checklists),
    ...sayCount([before.commentCount, after.commentCount], (count) =>
      plural(count, { one: '# comment', other: '# comments' }),
    ),
    ...sayCount([before.attachments.length, after.attachments.length], (count) =>
      plural(count, { one: '# file', other: '# files' }),
    ),
    ...sayLinks(before.links, after.links, boards),
  ];
}

/** What would be other about a column. `behind`: the column that it would stand behind, `null`: none; left out where it stays. */
export function sayColumn(
  before: Column,
  after: Column | undefined,
  { after: board, behind }: Boards & { readonly behind?: Id | null | undefined },
): readonly GhostWords[] {
  if (!after) return [{ text: t`Would be archived` }];
  return [
    ...(behind === undefined
      ? []
      : [{ text: behind === null ? t`Would move to the front` : t`Would move behind ${titleIn(board, behind)}` }]),
    ...(before.title === after.title ? [] : [{ text: t`Would be called ${after.title}`, ...was(before.title) }]),
    ...sayValue([before.limit, after.limit], { named: (limit) => t`Limit ${limit}`, none: t`No limit` }),
    ...(before.done === after.done
      ? []
      : [{ text: after.done ? t`Its cards would count as done` : t`Its cards would not count as done` }]),
    ...(before.hue === after.hue ? [] : [{ text: t`Another colour` }]),
  ];
}

function titleIn(board: Board, columnId: Id): string {
  return board.column(columnId)?.title ?? t`another column`;
}

const was = (value: string) => ({ of: value, how: 'was' }) as const;

interface ValueWords<Value> {
  readonly named: (value: Value) => string;
  readonly none: string;
  /** The value alone. */
  readonly value?: (value: Value) => string;
}

function sayValue<Value extends string | number>(
  [before, after]: readonly [Value | null, Value | null],
  { named, none, value = String }: ValueWords<Value>,
): GhostWords[] {
  if (before === after) return [];
  return [{ text: after === null ? none : named(after), ...(before !== null && was(value(before))) }];
}

function sayDetails(before: string, after: string): GhostWords[] {
  if (before === after) return [];
  if (before === '') return [{ text: t`Gets details` }];
  return [{ text: after === '' ? t`Loses its details` : t`Other details` }];
}

function sayLabels(before: Card, card: Card, { board, after }: Boards): GhostWords[] {
  const namesOf = (labels: ReturnType<Board['labelsOf']>) => labels.map(({ name }) => name);
  const [had, has] = [namesOf(board.labelsOf(before)), namesOf(after.labelsOf(card))];
  return [
    ...without(has, had).map((name) => ({ text: t`Label ${name}` })),
    ...without(had, has).map((name) => ({ text: t`Without label`, of: name, how: 'gone' }) as const),
  ];
}

function sayPeople(before: readonly Id[], after: readonly Id[]): GhostWords[] {
  return [
    ...without(after, before).map((userId) => ({ text: t`Assigned to`, of: { userId } })),
    ...without(before, after).map(
      (userId) => ({ text: t`No longer assigned to`, of: { userId }, how: 'gone' }) as const,
    ),
  ];
}

function without<Item>(list: readonly Item[], others: readonly Item[]): readonly Item[] {
  return list.filter((item) => !others.includes(item));
}

function sayChecklists(before: readonly Checklist[], after: readonly Checklist[]): GhostWords[] {
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return [];
  const [had, has] = [sayProgress(before), sayProgress(after)];
  if (had === has) return [{ text: t`Other checklists` }];
  return [{ text: t`Checklist ${has}`, ...(before.length > 0 && was(had)) }];
}

function sayProgress(checklists: readonly Checklist[]): string {
  const items = checklists.flatMap((list) => list.items);
  return `${items.filter(({ done }) => done).length}/${items.length}`;
}

function sayCount([before, after]: readonly [number, number], say: (count: number) => string): GhostWords[] {
  if (before === after) return [];
  return [{ text: say(after), ...(before > 0 && was(`${before}`)) }];
}

const NO_LONGER_LINKED: Record<LinkSide, string> = {
  blocks: t`No longer blocks`,
  blocked_by: t`No longer blocked by`,
  relates: t`No longer related to`,
  duplicates: t`No longer duplicates`,
  duplicated_by: t`No longer duplicated by`,
};
const LINKED: Record<LinkSide, string> = {
  blocks: t`Blocks`,
  blocked_by: t`Blocked by`,
  relates: t`Related to`,
  duplicates: t`Duplicates`,
  duplicated_by: t`Duplicated by`,
};

function sayLinks(before: readonly CardLink[], after: readonly CardLink[], boards: Boards): GhostWords[] {
  const missing = (list: readonly CardLink[], others: readonly CardLink[]) =>
    list.filter(({ kind, cardId }) => !others.some((link) => link.kind === kind && link.cardId === cardId));
  // The number of a new card is not known yet.
  const name = (id: Id) => {
    const card = boards.board.card(id);
    return card ? `${boards.board.key}-${card.number}` : `“${shorten(boards.after.card(id)?.title ?? t`a card`)}”`;
  };
  return [
    ...missing(after, before).map(({ kind, cardId }) => ({ text: `${LINKED[kind]} ${name(cardId)}` })),
    ...missing(before, after).map(
      ({ kind, cardId }) => ({ text: NO_LONGER_LINKED[kind], of: name(cardId), how: 'gone' }) as const,
    ),
  ];
}
