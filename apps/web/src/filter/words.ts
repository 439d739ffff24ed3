import { PRIORITY_NAMES } from '../fields/priority-names';
import { NONE, type CardFilter, type DueSpan } from '@talkan/board/filter';
import type { Board, Id, Priority } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';

export const DUE_WORDS: Record<DueSpan, string> = {
  overdue: t`Overdue`,
  today: t`Due today`,
  week: t`Due in a week`,
  fortnight: t`Due in 2 weeks`,
  later: t`Due later`,
  none: t`No due date`,
};
export const PRIORITY_WORDS: Record<Priority | typeof NONE, string> = {
  ...PRIORITY_NAMES,
  none: t`No priority`,
};
export const SPANS = [1, 7, 14, 30, 90] as const;

export function sayDays(days: number): string {
  return plural(days, { one: 'the last day', other: 'the last # days' });
}

/** One thing that a filter asks for, and the filter without it. */
export interface Asked {
  /** Tells it from the others: two that are deleted by now have the same words. */
  readonly id: string;
  readonly words: string;
  readonly without: CardFilter;
}

type ListKind = 'labels' | 'people' | 'due' | 'priorities';

/** All that a filter asks for, each by itself. */
export function askedBy(
  filter: CardFilter,
  { board, nameOf }: { readonly board: Board; readonly nameOf: (id: Id) => string },
): readonly Asked[] {
  const each = <Value extends string>(
    kind: ListKind,
    values: readonly Value[] | undefined,
    say: (value: Value) => string,
  ) =>
    (values ?? []).map((value): Asked => ({
      id: `${kind} ${value}`,
      words: say(value),
      without: { ...filter, [kind]: (values ?? []).filter((other) => other !== value) },
    }));
  const label = (id: string) => (id === NONE ? t`No label` : t`Label: ${board.label(id)?.name ?? t`deleted`}`);
  const person = (id: string) => (id === NONE ? t`Nobody assigned` : t`Assigned: ${nameOf(id)}`);
  return [
    ...(filter.text ? [{ id: 'text', words: `“${filter.text}”`, without: { ...filter, text: '' } }] : []),
    ...each('labels', filter.labels, label),
    ...each('people', filter.people, person),
    ...each('due', filter.due, (span) => DUE_WORDS[span]),
    ...each('priorities', filter.priorities, (priority) => PRIORITY_WORDS[priority]),
    ...(filter.changed === undefined
      ? []
      : [
          {
            id: 'changed',
            words: t`Changed in ${sayDays(filter.changed)}`,
            without: { ...filter, changed: undefined },
          },
        ]),
    ...(filter.untouched === undefined
      ? []
      : [
          {
            id: 'untouched',
            words: plural(filter.untouched, { one: 'Untouched for # day', other: 'Untouched for # days' }),
            without: { ...filter, untouched: undefined },
          },
        ]),
  ];
}
