import { t } from '@talkan/words/words';
import {
  Archive,
  ArchiveRestore,
  ArrowRight,
  Calendar,
  Dot,
  MessageSquare,
  Pencil,
  Plus,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import { memo } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import type { Item } from './contract';
import { CardLink, SentenceText } from './message-text';
import styles from './receipt.module.css';

/** By what an operation does, whatever it does that to. */
const SIGNS: Readonly<Record<string, LucideIcon>> = {
  create: Plus,
  move: ArrowRight,
  rename: Pencil,
  edit: Pencil,
  schedule: Calendar,
  assign: UserPlus,
  archive: Archive,
  restore: ArchiveRestore,
};

function Sign({ of: { type } }: { of: Item }) {
  const [entity, done = ''] = type?.split('.') ?? [];
  const Icon = entity === 'comment' ? MessageSquare : (SIGNS[done] ?? Dot);
  return <Icon size={15} aria-hidden="true" />;
}

interface ChangeItemsProps {
  items: readonly Item[];
  /** How many there are: of a long change only the first are told. */
  count?: number;
  boardKey: string;
}

export function ChangeItems({ items, count = items.length, boardKey }: ChangeItemsProps) {
  const more = count - items.length;
  return (
    <ul className={styles['items']}>
      {items.map((item, index) => (
        <ItemRow key={`${index}-${item.id}`} item={item} boardKey={boardKey} />
      ))}
      {more > 0 && <li className={styles['more']}>{t`And ${more} more.`}</li>}
    </ul>
  );
}

/** Many of them may come one after the other: those that are there already are not drawn again. */
const ItemRow = memo(function ItemRow({ item, boardKey }: { item: Item; boardKey: string }) {
  const number = useBoardPart((state) => state.board.card(item.id)?.number);
  // A card had no number yet when the sentence about its making was written.
  const unnamed = item.entity === 'card' && number !== undefined && !item.text.includes(`${boardKey}-`);
  return (
    <li>
      <Sign of={item} />
      <span>
        {unnamed && (
          <>
            <CardLink name={`${boardKey}-${number}`} />{' '}
          </>
        )}
        <SentenceText text={item.text} boardKey={boardKey} />
      </span>
    </li>
  );
});
