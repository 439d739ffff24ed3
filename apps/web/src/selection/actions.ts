import { archiveAll } from '@talkan/board/compose-column';
import type { Id } from '@talkan/board/model';
import { inSense, plural, t } from '@talkan/words/words';
import {
  Archive,
  ArrowRightLeft,
  Calendar,
  CalendarArrowUp,
  CopyPlus,
  FileText,
  Gauge,
  Link2,
  MessageSquare,
  Signal,
  Tag,
  UserRound,
} from 'lucide-react';
import { archiveCard, countCards, dropFailuresOf } from '../board/actions';
import type { BoardUi } from '../board/board-ui';
import { boardPage } from '../board/the-page';
import { canEdit } from '../board/use-can-edit';
import { copyLinks, copyMarkdown, duplicateCards } from '../card-actions/card-actions';
import type { CardFieldName } from '../fields/field-names';
import type { MenuItem } from '../ui/menu';
import { isInSight } from '../ui/place-beside';
import { askAbout } from './ask-about';
import { asked, type Asked } from './asked';
import { commitTogether } from './commit-together';
import { focusBeside } from './focus-beside';

export type CardsActionName = 'move' | CardFieldName | 'archive' | 'duplicate' | 'copyLinks' | 'copyMarkdown' | 'ask';

/** Something that can be done to cards, to all of them as one change. */
export interface CardsAction extends Omit<MenuItem, 'onSelect'> {
  readonly name: CardsActionName;
  /** @param anchor what a choice stands beside; left out: one of the cards */
  readonly run: (anchor?: HTMLElement) => void;
}

/** What this person may do to these cards on the board of this page: for the bar, the keys and the palette alike. */
export function actionsFor(cardIds: readonly Id[]): readonly CardsAction[] {
  const page = boardPage.get();
  if (!page || cardIds.length === 0) return [];
  const { whole: store } = page;
  const isOne = cardIds.length === 1;
  const ask = (what: Asked['what']) => (anchor?: HTMLElement) => {
    const beside = anchor ?? articleOf(cardIds);
    asked.set({ what, cardIds, anchor: () => (beside?.isConnected ? beside : articleOf(cardIds)) });
  };
  const reading: readonly CardsAction[] = [
    {
      name: 'copyLinks',
      label: isOne ? t`Copy link` : t`Copy links`,
      icon: Link2,
      run: () => copyLinks(store, cardIds),
    },
    {
      name: 'copyMarkdown',
      label: t`Copy as Markdown`,
      icon: FileText,
      run: () => void copyMarkdown(store, cardIds),
    },
    {
      name: 'ask',
      label: isOne
        ? t`Ask about this card`
        : plural(cardIds.length, { one: 'Ask about this card', other: 'Ask about these # cards' }),
      icon: MessageSquare,
      also: t`assistant chat ai`,
      run: () => askAbout(store, cardIds),
    },
  ];
  if (!canEdit(store.getState())) return reading;
  return [
    { name: 'move', label: t`Move to…`, icon: ArrowRightLeft, shortcut: 'move', run: ask('move') },
    { name: 'labels', label: t`Labels`, icon: Tag, shortcut: 'labels', run: ask('labels') },
    { name: 'people', label: t`People`, icon: UserRound, shortcut: 'people', run: ask('people') },
    { name: 'due', label: t`Due`, icon: Calendar, shortcut: 'due', run: ask('due') },
    { name: 'priority', label: t`Priority`, icon: Signal, run: ask('priority') },
    {
      name: 'archive',
      label: inSense('verb')`Archive`,
      icon: Archive,
      shortcut: 'archive',
      run: () => archive(page, cardIds),
    },
    { name: 'start', label: t`Start date`, icon: CalendarArrowUp, run: ask('start') },
    { name: 'estimate', label: t`Estimate`, icon: Gauge, run: ask('estimate') },
    { name: 'duplicate', label: t`Duplicate`, icon: CopyPlus, run: () => void duplicateCards(store, cardIds) },
    ...reading,
  ];
}

function archive(page: BoardUi, cardIds: readonly Id[]): void {
  const { whole: store } = page;
  const { board } = store.getState();
  const cards = cardIds.flatMap((id) => board.card(id) ?? []);
  const [first] = cards;
  if (!first) return;
  const lead = focusBeside(page, cards);
  if (cards.length === 1) archiveCard(store, first);
  else {
    dropFailuresOf(store, cardIds);
    if (!commitTogether(store, archiveAll(cards), t`${countCards(cards.length)} archived`)) return;
  }
  lead();
}

/** The one of these that has the focus, else the first that is in sight, else the first that is drawn. */
function articleOf(cardIds: readonly Id[]): HTMLElement | null {
  const ids = new Set<string | undefined>(cardIds);
  const drawn = [...document.querySelectorAll<HTMLElement>('article[data-card-id]')];
  const articles = drawn.filter(({ dataset }) => ids.has(dataset['cardId']));
  const focused = articles.find((article) => article.contains(document.activeElement));
  return focused ?? articles.find(isInSight) ?? articles[0] ?? null;
}
