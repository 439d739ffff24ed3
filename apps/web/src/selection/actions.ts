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
import { askAbout } from './ask-about';
import { asked, type Asked } from './asked';
import { commitTogether } from './commit-together';
import { focusBeside } from './focus-beside';

export type CardsActionName = 'move' | CardFieldName | 'archive' | 'duplicate' | 'copyLinks' | 'copyMarkdown' | 'ask';

/** Something that can be done to cards, to all of them as one change. */
export interface CardsAction extends Omit<MenuItem, 'onSelect'> {
  readonly name: CardsActionName;
  /** @param anchor what a choice stands beside; left out: the first of the cards */
  readonly run: (anchor?: HTMLElement) => void;
}

/** What this person may do to these cards on the board of this page: for the bar, the keys and the palette alike. */
export function actionsFor(cardIds: readonly Id[]): readonly CardsAction[] {
  const page = boardPage.get();
  if (!page || cardIds.length === 0) return [];
  const { whole: store } = page;
  const isOne = cardIds.length === 1;
  const ask = (what: Asked['what']) => (anchor?: HTMLElement) =>
    asked.set({ what, cardIds, anchor: () => anchor ?? articleOf(cardIds) });
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

/** The first of these that is drawn. */
function articleOf(cardIds: readonly Id[]): HTMLElement | null {
  for (const id of cardIds) {
    const article = document.querySelector<HTMLElement>(`article[data-card-id="${CSS.escape(id)}"]`);
    if (article) return article;
  }
  return null;
}
