import type { Comment, Id } from '@talkan/board/model';
import type { RouterOutputs } from '../trpc';
import { createSignal } from '../ui/signal';

export type CommentsPage = RouterOutputs['comments']['list'];

export interface TalkState {
  /** Whether a page was loaded yet. */
  readonly begun: boolean;
  readonly loading: boolean;
  /** Why the last page did not come. */
  readonly problem: string | null;
  /** The first comment of those that were loaded, where there are some before it; `null`: there are none. */
  readonly next: Id | null;
  /** By id, also of those who have left. */
  readonly names: ReadonlyMap<Id, string>;
}

export interface TalkOptions {
  readonly fetchPage: (asked: { readonly before?: Id; readonly limit: number }) => Promise<CommentsPage>;
  /** Takes comments in; the last page instead of all that was known. */
  readonly remember: (comments: readonly Comment[], isLast: boolean) => void;
  readonly sentenceOf: (error: unknown) => string;
  /** How far the board is known here. */
  readonly seq: () => number;
}

/** What was said about one card, as far back as it was read. */
export interface Talk {
  readonly get: () => TalkState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the page before, or the last one. */
  earlier(): Promise<void>;
  /** Reads the last page anew: what is known may be out of date. */
  again(): Promise<void>;
}

const FIRST_PAGE = 20;
const PAGE = 50;
/** A page that was read before a change that is known here may lack it, and is asked for again; on a busy board not for ever. */
const TRIES = 3;

export function createTalk({ fetchPage, remember, sentenceOf, seq }: TalkOptions): Talk {
  const state = createSignal<TalkState>({ begun: false, loading: false, problem: null, next: null, names: new Map() });
  const put = (part: Partial<TalkState>) => state.set({ ...state.get(), ...part });

  async function read(before: Id | null): Promise<void> {
    if (state.get().loading) return;
    put({ loading: true, problem: null });
    try {
      const page = await readPage(before);
      const names = new Map(state.get().names);
      for (const { authorId, authorName } of page.comments) names.set(authorId, authorName);
      remember(
        page.comments.map(({ authorName: _name, ...comment }) => comment),
        before === null,
      );
      put({ begun: true, loading: false, next: page.next, names });
    } catch (error) {
      put({ loading: false, problem: sentenceOf(error) });
    }
  }

  async function readPage(before: Id | null): Promise<CommentsPage> {
    const asked = before === null ? { limit: FIRST_PAGE } : { before, limit: PAGE };
    let page = await fetchPage(asked);
    for (let tries = 1; page.seq < seq() && tries < TRIES; tries++) page = await fetchPage(asked);
    return page;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    async earlier() {
      const { begun, next } = state.get();
      if (!begun || next !== null) await read(next);
    },
    again: () => read(null),
  };
}
