import { inSense, t } from '@talkan/words/words';
import { Columns3, LayoutList, Plus } from 'lucide-react';
import { boardPath } from '../board/paths';
import { laneInSight } from '../board/lane-in-sight';
import { startAdding } from '../board/starting';
import { canEdit } from '../board/use-can-edit';
import { ASSISTANT_OFFER } from '../chat/assistant-offer';
import { EVERYWHERE } from '../home/everywhere';
import { keysOf } from '../keys/single-keys';
import type { BoardState } from '../sync/board-state';
import { showKeys } from '../ui/keys';
import type { Offer, OfferedItem, Scope } from '../ui/offers';
import type { PaletteItem, Source } from './source';

const MOST = 12;
const SCOPES: readonly Scope[] = ['card', 'board', 'column', 'account'];
const KINDS: Readonly<Record<Scope, string>> = {
  card: inSense('kind')`card`,
  board: inSense('kind')`board`,
  column: inSense('kind')`column`,
  account: inSense('kind')`account`,
};

interface Setting {
  /** What the parts of the page offer. */
  readonly offers: readonly Offer[];
  /** The board on this page. */
  readonly state: BoardState | null;
  readonly go: (href: string) => void;
  /** `null`: it is open. */
  readonly openAssistant: (() => void) | null;
}

/** What can be done from here: all that stands in a menu of this page, and what is there everywhere. */
export function actionSource(setting: Setting): Source {
  const { offers, state } = setting;
  // What is begun in a column is seen where nothing lies over the board.
  const isOnBoard = state !== null && location.pathname === boardPath(state.board.id);
  const own: readonly Offer[] = [
    { scope: 'board', items: startingOn(setting) },
    ...offers,
    { scope: 'account', items: EVERYWHERE },
  ];
  const all = SCOPES.flatMap((scope) => own.filter((offer) => offer.scope === scope));
  return {
    group: t`Actions`,
    find: ({ query, pattern }) => {
      const found = all.flatMap(({ scope, of, items }) => {
        // Before anything is typed those of the columns would be all that is seen.
        if (scope === 'column' && (query === '' || !isOnBoard)) return [];
        const about = of === undefined ? '' : `${KINDS[scope]} ${of.name}`;
        return items
          .filter(({ disabled }) => !disabled)
          .map((item) => ({ item, title: item.alone ?? item.label }))
          .filter(({ item, title }) => query === '' || pattern.isIn(title, `${item.also ?? ''} ${about}`))
          .map(({ item, title }) => ({
            ...itemOf(item, pattern.rangesIn(title)),
            id: `action ${of?.id ?? ''} ${title}`,
            ...(of && { place: of.name }),
          }));
      });
      if (query === '') return found;
      // What is called so comes before what may be meant, too.
      const [named, meant] = [true, false].map((isNamed) =>
        found.filter(({ titleMatches }) => titleMatches.length > 0 === isNamed),
      );
      return [...(named ?? []), ...(meant ?? [])].slice(0, MOST);
    },
  };
}

function itemOf(item: OfferedItem, titleMatches: PaletteItem['titleMatches']) {
  const { label, alone = label, icon = LayoutList, shortcut, href, onSelect } = item;
  const keys = keysOf(shortcut);
  return {
    icon,
    title: alone,
    titleMatches,
    ...(keys !== undefined && { keys: showKeys(keys) }),
    ...(href !== undefined && { href }),
    ...(href === undefined && onSelect && { run: onSelect }),
  };
}

/** What is begun on the board of this page, wherever on it one is. */
function startingOn({ state, go, openAssistant }: Setting): readonly OfferedItem[] {
  if (!state) return [];
  const { board } = state;
  const add = (columnId: string | null) => () => {
    go(boardPath(board.id));
    startAdding(columnId);
  };
  const lane = laneInSight() ?? board.columns()[0]?.id;
  const assistant = openAssistant ? [{ ...ASSISTANT_OFFER, onSelect: openAssistant }] : [];
  if (!canEdit(state)) return assistant;
  return [
    ...(lane === undefined
      ? []
      : [{ label: t`Add card`, icon: Plus, shortcut: 'newCard' as const, also: t`new create`, onSelect: add(lane) }]),
    { label: t`Add column`, icon: Columns3, also: t`new list create`, onSelect: add(null) },
    ...assistant,
  ];
}
