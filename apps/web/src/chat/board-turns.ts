import { ownDates } from '../command/context';
import { showFiltered } from '../filter/show-filtered';
import { problemOf } from '../problem';
import type { BoardStore } from '../sync/board-state';
import { newId } from '../sync/new-id';
import { waitForSavedBoard } from '../sync/saved-board';
import { api, type RouterOutputs } from '../trpc';
import { createConversationStore, type ConversationOwner, type ConversationStore } from './conversation-store';
import { createTurns, noteUndone, type Turns } from './turns';

const UNAUTHORIZED = 401;
const NOT_ASKED = {
  offline: 'You are offline. The assistant can be asked when you’re back.',
  unsaved:
    'Your last changes have not reached the server yet, so the assistant would not see them. Try again in a moment.',
} as const;
const SIGNED_OUT = 'Your session had ended, so this was not asked.';

export interface BoardTurns {
  readonly conversation: ConversationStore;
  readonly turns: Turns;
  /** Follows what is undone elsewhere on the page; returns the way to stop. */
  readonly follow: () => () => void;
}

/** The turns of one person's conversation about the board of `store`. */
export function createBoardTurns({ store, owner }: { store: BoardStore; owner: ConversationOwner }): BoardTurns {
  const conversation = createConversationStore(owner);
  const { boardId } = owner;
  const turns = createTurns({
    conversation,
    newId,
    now: Date.now,
    async saved(signal) {
      const reason = await waitForSavedBoard(store, signal);
      return reason && NOT_ASKED[reason];
    },
    async send({ changeId, messages, spoken, confirmed: proposalId }, signal) {
      if (proposalId !== undefined) {
        return answerOf(await api.chat.accept.mutate({ boardId, proposalId, changeId }, { signal }));
      }
      const said = spoken && { spoken: [...spoken] };
      return api.chat.send.mutate({ boardId, changeId, messages, ...ownDates(), ...said }, { signal });
    },
    changed(changeId, { seq, patches, items }) {
      store.receive({ seq, changeId, patches });
      store.trace(
        seq,
        items.map(({ entity, id, brief }) => ({ entity, id, text: brief.replace(/\.$/, '') })),
      );
    },
    filtered: showFiltered,
    look: () => void store.refresh(),
    problemOf(error) {
      const problem = problemOf(error);
      return problem.status === UNAUTHORIZED ? { ...problem, message: SIGNED_OUT } : problem;
    },
  });
  // The foot of a card undoes the same changes as the receipt does.
  const noteAll = () => {
    for (const seq of store.getState().undone) noteUndone(conversation, seq);
  };
  const follow = () => {
    noteAll();
    return store.subscribe(noteAll);
  };
  return { conversation, turns, follow };
}

/** What became of a proposal, as an answer in its place. */
function answerOf(answered: RouterOutputs['chat']['accept']) {
  const reply = { asked: null, suggestions: [], filter: null, spoken: [], walked: null };
  if (answered.kind === 'done') {
    const { seq, patches, items, message } = answered;
    return { message, note: '', change: { seq, patches, items }, proposal: null, command: { ...reply, yes: null } };
  }
  const { proposal, message, note } = answered;
  return { message, note, change: null, proposal, command: { ...reply, yes: proposal.id } };
}
