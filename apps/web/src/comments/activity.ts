import type { Time } from '@talkan/board/model';
import type { HistoryEntry } from '../history/story';
import type { ShownComment } from './use-talk';

/** Something in a card's life: what somebody said, or did. */
export type ActivityItem =
  | { readonly kind: 'comment'; readonly at: Time; readonly said: ShownComment }
  | { readonly kind: 'entry'; readonly at: Time; readonly entry: HistoryEntry };

/** As far back as it was read. */
interface Part<Item> {
  readonly items: readonly Item[];
  /** Whether there is more before it. */
  readonly isMore: boolean;
}

export interface Activity {
  /** The last one last. */
  readonly items: readonly ActivityItem[];
  /** Which of the two has to be read further back for earlier ones. */
  readonly wants: { readonly comments: boolean; readonly entries: boolean };
}

/** Both in one order, as far back as both are known: what lies before the first of one that has more is held back. */
export function mergeActivity(comments: Part<ShownComment>, entries: Part<HistoryEntry>): Activity {
  const said = comments.items.map((said): ActivityItem => ({ kind: 'comment', at: said.comment.createdAt, said }));
  const done = entries.items.map((entry): ActivityItem => ({ kind: 'entry', at: entry.at, entry }));
  const all = [...said, ...done].toSorted((one, other) => one.at.localeCompare(other.at));
  const firstSaid = firstOf(said, comments.isMore);
  const firstDone = firstOf(done, entries.isMore);
  const horizon = firstSaid > firstDone ? firstSaid : firstDone;
  return {
    items: all.filter(({ at }) => at >= horizon),
    wants: {
      comments: comments.isMore && firstSaid === horizon,
      entries: entries.isMore && firstDone === horizon,
    },
  };
}

/** From when on it is known; empty: from the beginning. */
function firstOf(items: readonly ActivityItem[], isMore: boolean): Time {
  if (!isMore) return '';
  return items.reduce((first, { at }) => (first === '' || at < first ? at : first), '');
}
