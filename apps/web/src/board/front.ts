import type { Card, Column, Id } from '@talkan/board/model';
import type { Trace } from '../sync/board-state';
import type { Failure } from '../sync/outbox';
import { createContext, type ComponentType } from 'react';
import type { Arrival, ColumnArrival, GhostWords } from './ghosts';

/** What is drawn of cards and columns once the board stands; room is kept for what belongs to a card. */
export interface FrontParts {
  /** Its labels, when it is due, how far it is, and who it is assigned to. */
  readonly CardFacts: ComponentType<{ card: Card }>;
  /** How urgent it is, how much, and whether there is more to read. */
  readonly Weight: ComponentType<{ card: Card }>;
  /** Why a change to it was not made. */
  readonly CardFailure: ComponentType<{ failure: Failure; card: Card }>;
  /** What the assistant did to it. */
  readonly CardTrace: ComponentType<{ cardId: Id; trace: Trace; canUndo: boolean }>;
  /** What would become of it, in words. */
  readonly GhostFoot: ComponentType<{ id: string; words: readonly GhostWords[] }>;
  /** A card where it would be. */
  readonly ArrivingCard: ComponentType<{ arrival: Arrival }>;
  /** What would become of a column, in words. */
  readonly ColumnGhost: ComponentType<{ words: readonly GhostWords[] }>;
  /** A column that would be. */
  readonly ArrivingLane: ComponentType<{ arrival: ColumnArrival }>;
  /** What the keys do while something is carried with them. */
  readonly KeyHint: ComponentType;
  /** Its title, to be typed in. */
  readonly TitleField: ComponentType<{ card: Card }>;
  /** A column's name, to be typed in. */
  readonly RenameColumn: ComponentType<{ column: Column; onClose: () => void }>;
}

export const FrontContext = createContext<FrontParts | null>(null);

/** Pixels that a card's facts will take, as far as they have one line of each kind. */
export function roomForFacts({ labelIds, dueAt, checklists, commentCount, attachments, assigneeIds }: Card): number {
  const hasFoot = dueAt ?? (checklists[0] || commentCount || attachments[0] || (assigneeIds[0] && !labelIds[0]));
  return (labelIds[0] ? 22 : 0) + (hasFoot ? 30 : 0);
}
