import type { Card } from '@talkan/board/model';
import { createContext, type ComponentType, type RefObject } from 'react';

/** What is drawn of a card once the board stands, where room is kept for it. */
export interface FrontParts {
  /** Its labels, when it is due, how far it is, and who it is assigned to. */
  readonly CardFacts: ComponentType<{ card: Card }>;
  /** How urgent it is, and how much. */
  readonly Weight: ComponentType<{ card: Card }>;
  /** Lets keys choose some of it. */
  readonly FieldKeys: ComponentType<{ board: RefObject<HTMLElement | null> }>;
}

export const FrontContext = createContext<FrontParts | null>(null);

/** Pixels that a card's facts will take, as far as they have one line of each kind. */
export function roomForFacts({ labelIds, dueAt, checklists, commentCount, attachments, assigneeIds }: Card): number {
  const hasFoot = dueAt ?? (checklists[0] || commentCount || attachments[0] || (assigneeIds[0] && !labelIds[0]));
  return (labelIds[0] ? 22 : 0) + (hasFoot ? 30 : 0);
}
