import { Archive, ArchiveRestore, ArrowRight, Dot, Pencil, Plus, type LucideIcon } from 'lucide-react';
import type { Summary } from './conversation';
import { SentenceText } from './message-text';
import styles from './receipt.module.css';

/** By the verb that each sentence about a change begins with. */
const ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ['Added', Plus],
  ['Moved', ArrowRight],
  ['Renamed', Pencil],
  ['Changed', Pencil],
  ['Archived', Archive],
  ['Restored', ArchiveRestore],
]);

export function ChangeItems({ summary, boardKey }: { summary: Summary; boardKey: string }) {
  const more = summary.count - summary.items.length;
  return (
    <ul className={styles['items']}>
      {summary.items.map((item, index) => {
        const Icon = ICONS.get(item.text.split(' ', 1)[0] ?? '') ?? Dot;
        return (
          <li key={`${index}-${item.id}`}>
            <Icon size={15} aria-hidden="true" />
            <span>
              <SentenceText text={item.text} boardKey={boardKey} />
            </span>
          </li>
        );
      })}
      {more > 0 && <li className={styles['more']}>And {more} more.</li>}
    </ul>
  );
}
