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
} from 'lucide-react';
import { memo } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import type { Item } from './contract';
import { CardLink, SentenceText } from './message-text';
import styles from './receipt.module.css';

/** By the verb that each sentence about a change begins with: what was done, or what would be. */
function Sign({ text }: { text: string }) {
  const look = { size: 15, 'aria-hidden': true } as const;
  if (text.startsWith('Add')) return <Plus {...look} />;
  if (text.startsWith('Move')) return <ArrowRight {...look} />;
  if (text.startsWith('Rename') || text.startsWith('Change')) return <Pencil {...look} />;
  if (/^Set the (?:due|start) date/.test(text)) return <Calendar {...look} />;
  if (text.startsWith('Assign')) return <UserPlus {...look} />;
  if (text.startsWith('Comment')) return <MessageSquare {...look} />;
  if (text.startsWith('Archive')) return <Archive {...look} />;
  if (text.startsWith('Restore')) return <ArchiveRestore {...look} />;
  return <Dot {...look} />;
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
      <Sign text={item.text} />
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
