import type { Id } from '@talkan/board/model';
import type { RouterOutputs } from '../trpc';
import { createSignal } from '../ui/signal';

export type NoticesPage = RouterOutputs['notices']['list'];
export type Notice = NoticesPage['notices'][number];

export interface NoticesState {
  /** The last one first; `null`: not known yet. */
  readonly notices: readonly Notice[] | null;
  /** Where older ones begin; `null`: there are none. */
  readonly next: Id | null;
  readonly loading: boolean;
  /** Why the last page did not come. */
  readonly problem: string | null;
}

export interface NoticeListOptions {
  readonly fetchPage: (asked: { readonly before?: Id; readonly limit: number }) => Promise<NoticesPage>;
  readonly sentenceOf: (error: unknown) => string;
  readonly pageSize: number;
}

/** Somebody's notices, as far back as they were read. */
export interface NoticeList {
  readonly get: () => NoticesState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads what has come since where so many are not read, if that is another number. */
  hear(unread: number): Promise<void>;
  /** Reads the newest page, or what has come since. */
  fresh(): Promise<void>;
  older(): Promise<void>;
  /** Shows them as read before the server has noted it; left out: all. */
  read(id?: Id): void;
}

export function createNoticeList({ fetchPage, sentenceOf, pageSize }: NoticeListOptions): NoticeList {
  const state = createSignal<NoticesState>({ notices: null, next: null, loading: false, problem: null });
  const put = (part: Partial<NoticesState>) => state.set({ ...state.get(), ...part });
  let again = false;
  let heard: number | null = null;

  async function load(step: () => Promise<void>): Promise<void> {
    if (state.get().loading) {
      again = true;
      return;
    }
    put({ loading: true, problem: null });
    try {
      await step();
      put({ loading: false });
    } catch (error) {
      put({ loading: false, problem: sentenceOf(error) });
    }
    if (!again) return;
    again = false;
    await fresh();
  }

  async function fresh(): Promise<void> {
    await load(async () => {
      const page = await fetchPage({ limit: pageSize });
      const last = page.notices.at(-1)?.id;
      const { notices, next } = state.get();
      // What lies further back is as it was; what lies within the page and is not in it is gone.
      const before = last === undefined || page.next === null ? [] : (notices ?? []).filter(({ id }) => id < last);
      put({ notices: [...page.notices, ...before], next: before.length > 0 ? next : page.next });
    });
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    fresh,
    async hear(unread) {
      if (unread === heard) return;
      heard = unread;
      await fresh();
    },
    async older() {
      const { notices, next } = state.get();
      if (notices === null) return fresh();
      if (next === null) return;
      await load(async () => {
        const page = await fetchPage({ before: next, limit: pageSize });
        put({ notices: [...(state.get().notices ?? []), ...page.notices], next: page.next });
      });
    },
    read(id) {
      const seen = (notice: Notice) => (id === undefined || notice.id === id ? { ...notice, isRead: true } : notice);
      put({ notices: state.get().notices?.map(seen) ?? null });
    },
  };
}
