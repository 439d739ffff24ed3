import { cardAsMarkdown } from '@talkan/board/card-markdown';
import { duplicateCard } from '@talkan/board/compose-card';
import type { Card, Id } from '@talkan/board/model';
import { atLeast } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { CopyPlus, FileText, Link2, Share2, SquareArrowRight } from 'lucide-react';
import { countCards } from '../board/actions';
import { boardPath, cardPath } from '../board/paths';
import { nameCards } from '../selection/change-cards';
import { commitTogether } from '../selection/commit-together';
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
  const share: MenuItem = {
    label: t`Share…`,
    icon: Share2,
    also: t`send`,
    onSelect: () => void shareLink(store, card),
  };
  const copying: readonly MenuItem[] = [
    ...(mayShare() ? [share] : []),
    { label: t`Copy link`, icon: Link2, onSelect: () => copyLinks(store, [card.id]) },
    { label: t`Copy as Markdown`, icon: FileText, onSelect: () => void copyMarkdown(store, [card.id]) },
  ];
  if (!canEdit) return copying;
  return [
    { label: t`Duplicate`, icon: CopyPlus, onSelect: () => void duplicateCards(store, [card.id]) },
    ...copying,
    { label: t`Move to another board…`, icon: SquareArrowRight, onSelect: () => movingAway.set(card.id) },
  ];
}

/** Puts a copy below each of these cards. */
export async function duplicateCards(store: BoardStore, cardIds: readonly Id[]): Promise<void> {
  const names = await readNames(store);
  const cards = cardsOf(store, cardIds);
  const { board } = store.getState();
  const people = names && new Set(names.keys());
  const operations = cards.flatMap((card) => duplicateCard(board, card, { newId, people }));
  if (operations.length > 0) commitTogether(store, operations, t`${nameCards(board, cards)} duplicated`);
}

/** Copies the addresses of these cards, one a line. */
export function copyLinks(store: BoardStore, cardIds: readonly Id[]): void {
  const cards = cardsOf(store, cardIds);
  const links = cards.map((card) => linkTo(store, card));
  const said = cards.length === 1 ? t`Link copied` : t`Links to ${countCards(cards.length)} copied`;
  void copyText(links.join('\n'), said);
}

function linkTo(store: BoardStore, card: Card): string {
  const { id, key } = store.getState().board;
  return new URL(`${boardPath(id)}${cardPath(key, card.number)}`, location.origin).href;
}

/** Where a finger is at work the system's own list of people and apps is nearer than a clipboard. */
function mayShare(): boolean {
  return 'share' in navigator && matchMedia('(pointer: coarse)').matches;
}

async function shareLink(store: BoardStore, card: Card): Promise<void> {
  const title = `${store.getState().board.key}-${card.number} ${card.title}`;
  // Whoever thinks better of it has seen so.
  await navigator.share({ title, url: linkTo(store, card) }).catch(() => {});
}

/** Copies these cards as one text, each under its own heading. */
export async function copyMarkdown(store: BoardStore, cardIds: readonly Id[]): Promise<void> {
  const names = await readNames(store);
  const cards = cardsOf(store, cardIds);
  if (cards.length === 0) return;
  const { board } = store.getState();
  const text = cards.map((card) => cardAsMarkdown(board, card, (userId) => names?.get(userId))).join('\n');
  await copyText(text, t`${nameCards(board, cards)} copied as Markdown`);
}

/** Those that are on the board. */
function cardsOf(store: BoardStore, cardIds: readonly Id[]): readonly Card[] {
  const { board } = store.getState();
  return cardIds.flatMap((id) => board.card(id) ?? []);
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
