import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { TextSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useBoardUi } from '../board/board-ui';
import { cardOfLink, walkCards } from '../board/keyboard-nav';
import { laneInSight } from '../board/lane-in-sight';
import { retitled } from '../board/retitling';
import { startAdding } from '../board/starting';
import { useCanEdit } from '../board/use-can-edit';
import { actionsFor, type CardsActionName } from '../selection/actions';
import { chooseAll } from '../selection/choose-all';
import { sayChosen, toggleAndSay } from '../selection/say-chosen';
import { showKeys } from '../ui/keys';
import { useOffer } from '../ui/offers';
import { showToast } from '../ui/toast';
import { useLoaded } from '../ui/use-loaded';
import { keepFocus } from './keep-focus';
import { keepInSight } from './keep-in-sight';
import { keysOf } from './single-keys';
import { spareLetters } from './spare-letters';
import { useKeys } from './use-keys';

const loadFind = () => import('../find/find-bar');

/**
 * Lets keys do to the chosen cards, else to the one that has the focus, what can be done to them, and begin what the board has a button for.
 * `covered`: something lies over the board.
 */
export function BoardKeys({ covered }: { covered: boolean }) {
  const ui = useBoardUi();
  const { whole: store, shown, lanes, selection, askWhere } = ui;
  const canEdit = useCanEdit();
  const [finding, setFinding] = useState<Element | null>(null);
  const find = useLoaded(loadFind, finding !== null);
  const openFind = () => setFinding(document.querySelector('[data-above]'));
  /** Says the way to a card, where a key is for one and none is at hand. */
  const leadToCard = () => {
    if (!canEdit) return false;
    const message = t`That is done to a card: the arrow keys lead to one, ${showKeys(keysOf('newCard'))} adds one.`;
    showToast({ id: 'no-card', tone: 'bad', message });
    return true;
  };
  const toFocused = (act: (cardId: Id) => void) => () => {
    const cardId = focusedCard();
    if (covered) return false;
    if (cardId === undefined) return leadToCard();
    act(cardId);
    return true;
  };
  const toCards = (name: CardsActionName) => () => {
    const chosen = selection.inOrder(shown.getState().board);
    const focused = focusedCard();
    const cardIds = chosen.length > 0 ? chosen : focused === undefined ? [] : [focused];
    if (covered) return false;
    if (cardIds.length === 0) return leadToCard();
    const action = actionsFor(cardIds).find((one) => one.name === name);
    action?.run();
    return action !== undefined;
  };

  const walk = (event: KeyboardEvent | null) => {
    const extend = (to: Id, from: Id) => {
      selection.extendTo(to, from);
      sayChosen(ui);
    };
    return event !== null && !covered && walkCards(event, { lanes, board: shown.getState().board, extend });
  };

  useKeys({
    walk,
    extend: walk,
    labels: toCards('labels'),
    people: toCards('people'),
    due: toCards('due'),
    // A card by itself can also go up or down by one.
    move: () => (selection.get().size > 0 ? toCards('move')() : toFocused((cardId) => canEdit && askWhere(cardId))()),
    archive: toCards('archive'),
    rename: toFocused((cardId) => canEdit && retitled.set(cardId)),
    choose: toFocused((cardId) => toggleAndSay(ui, cardId)),
    chooseAll: () => !covered && chooseAll(ui),
    find() {
      const isBeside = document.activeElement?.closest('aside');
      if (covered || finding || isBeside || document.querySelector(':modal, :popover-open')) return false;
      openFind();
      return true;
    },
    newCard() {
      if (!canEdit || covered) return false;
      startAdding(columnAtHand() ?? store.getState().board.columns()[0]?.id ?? null, 'bottom');
      return true;
    },
  });
  useOffer({
    scope: 'board',
    items: [
      { label: t`Find on this board`, icon: TextSearch, shortcut: 'find', also: t`search cards`, onSelect: openFind },
    ],
  });
  // What lies over the board ends it.
  if (finding !== null && covered) setFinding(null);
  useEffect(() => keepFocus({ store: shown, lanes }), [shown, lanes]);
  useEffect(spareLetters, []);
  useEffect(() => keepInSight({ store: shown, lanes }), [shown, lanes]);
  return finding && find && <find.FindBar place={finding} onClose={() => setFinding(null)} />;
}

function focusedCard(): Id | undefined {
  return cardOfLink(document.activeElement)?.dataset['cardId'];
}

/** The column that has the focus, else the first that is seen. */
function columnAtHand(): Id | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? laneInSight();
}
