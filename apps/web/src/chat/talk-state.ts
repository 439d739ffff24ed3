import type { Id } from '@talkan/board/model';
import type { ChatTurn, ConversationLine, KeptConversation, Overview, Proposal } from './contract';
import type { LiveTurn, Way } from './live-turn';

/** What this page knows of a turn beside what the server keeps. */
export interface Aside {
  /** What had come of it when it was stopped, or failed. */
  readonly remains: string;
  readonly ways: readonly Way[];
  /** Whether the server had said that it has the question. */
  readonly isKept: boolean;
}

/** One person's conversations about one board, and the one that is open. */
export interface TalkState {
  readonly loading: 'loading' | 'there' | 'failed';
  /** Why it could not be loaded. */
  readonly problem: string | null;
  readonly asksFirst: boolean;
  readonly conversations: readonly ConversationLine[];
  /** The open conversation; the server keeps it from its first turn on. */
  readonly id: Id;
  readonly turns: readonly ChatTurn[];
  readonly live: LiveTurn | null;
  /** The proposal that is being done. */
  readonly accepting: Id | null;
  readonly asides: ReadonlyMap<Id, Aside>;
}

export function emptyTalk(id: Id): TalkState {
  return {
    loading: 'loading',
    problem: null,
    asksFirst: false,
    conversations: [],
    id,
    turns: [],
    live: null,
    accepting: null,
    asides: new Map(),
  };
}

export function isBusy({ live, accepting }: Pick<TalkState, 'live' | 'accepting'>): boolean {
  return live !== null || accepting !== null;
}

/** The turns that stand above the one that is on its way. */
export function shownTurns({ turns, live }: Pick<TalkState, 'turns' | 'live'>): readonly ChatTurn[] {
  if (!live) return turns;
  const { turnId, replaces } = live;
  const first = turns.findIndex(({ id }) => id === replaces);
  return (first < 0 ? turns : turns.slice(0, first)).filter(({ id }) => id !== turnId);
}

export function titleOf({ conversations, id }: Pick<TalkState, 'conversations' | 'id'>): string | null {
  return conversations.find((line) => line.id === id)?.title ?? null;
}

export function withOverview(state: TalkState, { asksFirst, conversations }: Overview): TalkState {
  return { ...state, asksFirst, conversations };
}

/** The conversation as the server keeps it, with what this page alone knows of: a question that did not reach it. */
export function withConversation(state: TalkState, { id, turns }: KeptConversation): TalkState {
  if (id !== state.id) return state;
  const kept = new Set(turns.map((turn) => turn.id));
  const unkept = state.turns.filter((turn) => !kept.has(turn.id) && state.asides.get(turn.id)?.isKept === false);
  return { ...state, loading: 'there', problem: null, turns: [...turns, ...unkept] };
}

/** Puts a turn in its place, or behind the others. */
export function withTurn(state: TalkState, turn: ChatTurn): TalkState {
  const isKnown = state.turns.some(({ id }) => id === turn.id);
  const turns = isKnown ? state.turns.map((other) => (other.id === turn.id ? turn : other)) : [...state.turns, turn];
  return { ...state, turns };
}

export function withAside(state: TalkState, id: Id, aside: Aside): TalkState {
  return { ...state, asides: new Map(state.asides).set(id, aside) };
}

export function withProposal(state: TalkState, proposalId: Id, proposal: Partial<Proposal>): TalkState {
  const turns = state.turns.map((turn) => {
    const { answer } = turn;
    if (answer?.proposal?.id !== proposalId) return turn;
    return { ...turn, answer: { ...answer, proposal: { ...answer.proposal, ...proposal } } };
  });
  return { ...state, turns };
}

/** Says of the change numbered `seq` that it was undone, wherever that was done. */
export function withUndone(state: TalkState, undone: ReadonlySet<number>): TalkState {
  const isNews = ({ answer }: ChatTurn) =>
    answer?.change !== null && answer?.change !== undefined && !answer.change.undone && undone.has(answer.change.seq);
  if (!state.turns.some(isNews)) return state;
  const turns = state.turns.map((turn) =>
    turn.answer?.change && isNews(turn)
      ? { ...turn, answer: { ...turn.answer, change: { ...turn.answer.change, undone: true } } }
      : turn,
  );
  return { ...state, turns };
}

/** The turn as it stands on this page alone, where no answer of the server's came. */
export function unansweredTurn(live: LiveTurn, state: 'failed' | 'stopped', problem: string): ChatTurn {
  const { turnId: id, text: question, pasted, at } = live;
  const nothing = { answer: null, model: null, rung: null, tokens: null, cost: null, durationMs: null };
  return { id, question, pasted, at, state, problem, ...nothing };
}
