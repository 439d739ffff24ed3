import { createPattern, readSearch } from '@talkan/board/search-words';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { askFromOutside } from '../chat/ask-from-outside';
import { useChatOpen } from '../chat/use-chat-open';
import { OR_KEPT } from '../sync/kept-answers';
import { openBoard } from '../sync/open-board';
import { trpc } from '../trpc';
import { useOffers } from '../ui/offers';
import { actionSource } from './action-source';
import { boardSource } from './board-source';
import { everywhereSource, hereSource, recentSource } from './card-sources';
import { recentCards } from './recent-cards';
import type { SaidProps } from './said';
import { groupsOf, type Asked, type Group, type Source } from './source';
import { useCommands, type Commands } from './use-commands';
import { useFoundCards } from './use-found-cards';

interface Wanted {
  readonly query: string;
  readonly userId: string;
  readonly go: (href: string) => void;
}

interface Found {
  readonly groups: readonly Group[];
  readonly said: Omit<SaidProps, 'query' | 'count'>;
}

/** All that is found for what is typed, the likeliest first. */
export function useGroups({ query, userId, go }: Wanted): Found {
  const store = useSyncExternalStore(openBoard.subscribe, openBoard.get);
  const state = useSyncExternalStore(store?.subscribe ?? noBoard, () => store?.getState() ?? null);
  // Another board may have been made elsewhere: what is known is there at once, and is asked for anew each time.
  const boards = trpc.boards.list.useQuery(undefined, { ...OR_KEPT, staleTime: 0 });
  const offers = useOffers();
  const [chatOpen, setChatOpen] = useChatOpen();
  const [recent] = useState(() => recentCards.read(userId));
  const board = state?.board ?? null;
  const isOffline = state?.connection === 'offline';
  const found = useFoundCards(isOffline ? '' : query, board?.id);
  const asked = useMemo(() => ({ query, pattern: createPattern(readSearch(query)) }), [query]);
  const titles = useMemo(() => new Map(boards.data?.map(({ id, title }) => [id, title])), [boards.data]);

  const here = useMemo(() => board && hereSource(board), [board]);

  const openId = board?.id ?? null;
  const openAssistant = () => setChatOpen(true);
  const ask = (text: string) => {
    openAssistant();
    askFromOutside(text);
  };
  const cards = [
    ...(here ? [here] : []),
    everywhereSource({ found: query === '' ? [] : found.cards, isFor: (now) => now === found.query, openId }),
  ];
  const inReach = boardSource(boards.data ?? [], openId);
  const others = [inReach, ...cards];
  const actions = actionSource({ offers, state, go, openAssistant: chatOpen ? null : openAssistant });
  const mayBeSearch = found.waits || [...others, actions].some(({ find }) => find(asked).length > 0);
  const commands = useCommands({ query, userId, store, state, go, ask, mayBeSearch });
  const sources = [
    recentSource(recent, (boardId) => titles.get(boardId)),
    ...(query === ''
      ? [...others, ...commands.last, actions]
      : inOrder({ asked, actions, boards: inReach, here, cards, commands })),
  ];
  const problem = isOffline ? null : found.problem;
  const { told, refusal } = commands;
  return { groups: groupsOf(sources, asked), said: { waits: found.waits, problem, isOffline, told, refusal } };
}

interface Parts {
  readonly asked: Asked;
  readonly actions: Source;
  readonly boards: Source;
  /** The cards of the board on this page, */
  readonly here: Source | null;
  /** and with them those of all others, which the server finds. */
  readonly cards: readonly Source[];
  readonly commands: Commands;
}

/**
 * Whoever is typing the name of an action means that, all the more when all of it is typed. What is found elsewhere comes later: it pushes away
 * nothing that is about to be chosen.
 */
export function inOrder({ asked, actions, boards, here, cards, commands }: Parts): readonly Source[] {
  const query = asked.query.toLowerCase();
  const names = actions.find(asked).map(({ title }) => title.toLowerCase());
  const isHere = here !== null && here.find(asked).length > 0;
  const others = isHere || names.length === 0 ? [boards, ...cards] : [boards, actions, ...cards];
  if (names.includes(query)) return [actions, ...others, ...commands.first, ...commands.last];
  if (names.some((name) => name.startsWith(query))) return [...others, actions, ...commands.first, ...commands.last];
  return [...commands.first, ...others, actions, ...commands.last];
}

const noBoard = () => () => {};
