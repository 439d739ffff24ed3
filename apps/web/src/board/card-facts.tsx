import type { Card, Label } from '@talkan/board/model';
import { createContext, use, type ComponentType, type CSSProperties } from 'react';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import styles from './card-facts.module.css';

/** What is drawn of a card once the board stands, where room is kept for it. */
export interface FrontParts {
  /** Who it is assigned to. It needs names. */
  readonly Assigned: ComponentType<{ ids: Card['assigneeIds'] }>;
  /** When it is due, how far it is, and how much there is to read. */
  readonly Progress: ComponentType<{ card: Card }>;
  /** How urgent it is, and how much. */
  readonly Weight: ComponentType<{ card: Card }>;
}

export const FrontContext = createContext<FrontParts | null>(null);

const NONE: readonly Label[] = [];
/** Letters that have room on two lines beside each other, and what a swatch and a gap take of them. */
const ROOM = 64;
const LONGEST = 30;
const AROUND = 4;

/** What a card shows below its title, where there is any of it. It describes the card to who cannot see it. */
export function CardFacts({ card, id }: { card: Card; id: string | undefined }) {
  const labels = useLabelsOf(card);
  const parts = use(FrontContext);
  const { dueAt, checklists, commentCount, attachments, assigneeIds } = card;
  const moves = dueAt ?? (checklists.some(({ items }) => items[0]) || commentCount > 0 || attachments[0]);
  const people = assigneeIds[0] && (
    <span className={styles['people']}>{parts && <parts.Assigned ids={assigneeIds} />}</span>
  );
  return (
    <div id={id}>
      {labels[0] && (
        <div className={classNames(styles['row'], people && !moves && styles['withPeople'])}>
          <span className="sr-only">Labels</span>
          <Labels labels={labels} />
          {!moves && people}
        </div>
      )}
      {(moves || (people && !labels[0])) && (
        <div className={styles['foot']}>
          {parts && <parts.Progress card={card} />}
          {people}
        </div>
      )}
    </div>
  );
}

/** The labels that a card shows. */
export function useLabelsOf(card: Card): readonly Label[] {
  const store = useBoardStore();
  // They are another list only when one of the board's is another.
  useBoardPart((state) => state.board.labels());
  return card.labelIds[0] ? store.getState().board.labelsOf(card) : NONE;
}

/** How many of them have room on two lines; the first has in any case, cut short. */
function fitting(labels: readonly Label[]): number {
  let room = ROOM;
  const end = labels.findIndex(({ name }) => (room -= Math.min(name.length, LONGEST) + AROUND) < 0);
  return end < 0 ? labels.length : Math.max(1, end);
}

function Labels({ labels }: { labels: readonly Label[] }) {
  const shown = labels.slice(0, fitting(labels));
  return (
    <ul className={styles['labels']}>
      {shown.map(({ id, name, hue }) => (
        <li key={id} style={{ '--hue': hue } as CSSProperties}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {shown.length < labels.length && (
        <li className={styles['rest']}>
          +{labels.length - shown.length}
          <span className="sr-only"> more</span>
        </li>
      )}
    </ul>
  );
}
