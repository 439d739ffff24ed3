import { cardAsMarkdown } from '@talkan/board/card-markdown';
import { duplicateCard } from '@talkan/board/compose-card';
import type { Card, Id } from '@talkan/board/model';
import { atLeast } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { CopyPlus, FileText, Link2, SquareArrowRight } from 'lucide-react';
import { commitWithUndo } from '../board/actions';
import { boardPath, cardPath } from '../board/paths';
import type { BoardStore } from '../sync/board-state';
import { newId } from '../sync/new-id';
import { api } from '../trpc';
import { copyText } from '../ui/copy-text';
import type { MenuItem } from '../ui/menu';
import { createSignal } from '../ui/signal';

/** The card that is asked about: to which board it should go. */
export const movingAway = createSignal<Id | null>(null);

/** What can be done to a card as a whole, on the board and in the open card. */
export function cardActions(store: BoardStore, card: Card): readonly MenuItem[] {
  const canEdit = atLeast(store.getState().role, 'editor');
  const copying: readonly MenuItem[] = [
    { label: t`Copy link`, icon: Link2, onSelect: () => copyLink(store, card) },
    { label: t`Copy as Markdown`, icon: FileText, onSelect: () => void copyMarkdown(store, card) },
  ];
  if (!canEdit) return copying;
  return [
    { label: t`Duplicate`, icon: CopyPlus, onSelect: () => void duplicate(store, card) },
    ...copying,
    { label: t`Move to another board…`, icon: SquareArrowRight, onSelect: () => movingAway.set(card.id) },
  ];
}

async function duplicate(store: BoardStore, { id }: Card): Promise<void> {
  const names = await readNames(store);
  const { board } = store.getState();
  const card = board.card(id);
  if (!card) return;
  const people = names && new Set(names.keys());
  commitWithUndo(store, duplicateCard(board, card, { newId, people }), t`${board.key}-${card.number} duplicated`);
}

function copyLink(store: BoardStore, card: Card): void {
  const { id, key } = store.getState().board;
  const address = new URL(`${boardPath(id)}${cardPath(key, card.number)}`, location.origin);
  void copyText(address.href, t`Link copied`);
}

async function copyMarkdown(store: BoardStore, { id }: Card): Promise<void> {
  const names = await readNames(store);
  const { board } = store.getState();
  const card = board.card(id);
  if (!card) return;
  const text = cardAsMarkdown(board, card, (userId) => names?.get(userId));
  await copyText(text, t`${board.key}-${card.number} copied as Markdown`);
}

/** The members by name; nothing where the server cannot be asked: what is meant can be done without. */
async function readNames(store: BoardStore): Promise<ReadonlyMap<Id, string> | undefined> {
  const { id: boardId } = store.getState().board;
  try {
    const members = await api.members.list.query({ boardId });
    return new Map(members.map(({ userId, name }) => [userId, name]));
  } catch {
    return undefined;
  }
}
