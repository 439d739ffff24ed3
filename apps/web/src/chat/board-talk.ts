import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { ownDates } from '../command/context';
import { showFiltered } from '../filter/show-filtered';
import { problemOf } from '../problem';
import type { BoardStore } from '../sync/board-state';
import { newId } from '../sync/new-id';
import { waitForSavedBoard } from '../sync/saved-board';
import { api } from '../trpc';
import { announce } from '../ui/announce';
import { OFFLINE } from './names';
import { streamTurn } from './stream-client';
import { createTalk, type Talk } from './talk';

const UNAUTHORIZED = 401;
const PAUSE_MS = 400;
const NOT_ASKED = {
  offline: OFFLINE,
  unsaved: t`Your last changes have not reached the server yet, so the assistant would not see them. Try again in a moment.`,
} as const;
const SIGNED_OUT = t`Your session had ended, so this was not asked.`;

/** The conversations of whoever is signed in about the board of `store`. */
export function createBoardTalk(store: BoardStore, boardId: Id): Talk {
  const { chat } = api;
  return createTalk({
    newId,
    now: Date.now,
    server: {
      overview: () => chat.overview.query({ boardId }),
      conversation: (conversationId) => chat.conversation.query({ boardId, conversationId }),
      turn: (request, signal) => streamTurn({ boardId, ...request, ...ownDates() }, signal),
      rename: (conversationId, title) => chat.renameConversation.mutate({ boardId, conversationId, title }),
      remove: (conversationId) => chat.deleteConversation.mutate({ boardId, conversationId }),
      setMode: (asksFirst) => chat.setMode.mutate({ boardId, asksFirst }),
      accept: (request) => chat.accept.mutate({ boardId, ...request }),
      dismiss: (proposalId) => chat.dismiss.mutate({ boardId, proposalId }),
    },
    isSaved: () => store.getState().pending === 0,
    async saved(signal) {
      const reason = await waitForSavedBoard(store, signal);
      return reason && NOT_ASKED[reason];
    },
    committed({ changeId, seq, patches, items }) {
      store.receive({ seq, changeId, patches });
      store.trace(
        seq,
        items.map(({ entity, id, brief }) => ({ entity, id, text: brief.replace(/\.$/, '') })),
      );
    },
    filtered: showFiltered,
    look: () => void store.refresh(),
    say: announce,
    problemOf(error) {
      const problem = problemOf(error);
      return problem.status === UNAUTHORIZED ? { ...problem, message: SIGNED_OUT } : problem;
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
  });
}
