import type { Id } from '@talkan/board/model';
import type { Signal } from '../ui/signal';
import type { TalkOptions } from './talk-options';
import { emptyTalk, isBusy, withConversation, withOverview, type TalkState } from './talk-state';

/** The kept conversations: which there are, and which is open. */
export interface Shelf {
  /** Loads the conversations, and opens the latest. */
  load(): Promise<void>;
  /** Looks what has become of all that in another window. */
  refresh(): Promise<void>;
  open(id: Id): Promise<void>;
  /** Starts a new conversation. */
  begin(): void;
  /** @throws where the server does not */
  rename(id: Id, title: string): Promise<void>;
  /** @throws where the server does not */
  remove(id: Id): Promise<void>;
  /** Whether changes wait for a yes. @throws where the server does not take it */
  setMode(asksFirst: boolean): Promise<void>;
}

export function createShelf(state: Signal<TalkState>, options: TalkOptions): Shelf {
  const { server, newId, problemOf } = options;
  const update = (change: (now: TalkState) => TalkState) => state.set(change(state.get()));

  async function loadConversation(id: Id): Promise<void> {
    const conversation = await server.conversation(id);
    update((now) => withConversation(now, conversation));
  }

  async function loadOverview(): Promise<void> {
    const overview = await server.overview();
    update((now) => withOverview(now, overview));
  }

  function fail(error: unknown): void {
    update((now) => ({ ...now, loading: 'failed', problem: problemOf(error).message }));
  }

  /** Opens another conversation; what is on its way in this one is not stopped. */
  function turnTo(id: Id, loading: TalkState['loading']): void {
    update(({ asksFirst, conversations }) => ({ ...emptyTalk(id), loading, asksFirst, conversations }));
  }

  async function open(id: Id): Promise<void> {
    turnTo(id, 'loading');
    try {
      await loadConversation(id);
    } catch (error) {
      if (state.get().id === id) fail(error);
    }
  }

  return {
    open,
    async load() {
      update((now) => ({ ...now, loading: 'loading', problem: null }));
      try {
        await loadOverview();
        const { conversations, turns, live } = state.get();
        const [latest] = conversations;
        // Who has asked something in the meantime is in another one already.
        if (latest && turns.length === 0 && live === null) return await open(latest.id);
        update((now) => ({ ...now, loading: 'there' }));
      } catch (error) {
        fail(error);
      }
    },
    async refresh() {
      if (state.get().loading !== 'there' || isBusy(state.get())) return;
      try {
        await loadOverview();
        const { id, conversations } = state.get();
        if (!isBusy(state.get()) && conversations.some((line) => line.id === id)) await loadConversation(id);
      } catch {
        // What is shown stays; the next look may find more.
      }
    },
    begin: () => turnTo(newId(), 'there'),
    async rename(id, title) {
      const { conversations } = state.get();
      const named =
        (name: string) =>
        (now: TalkState): TalkState => ({
          ...now,
          conversations: now.conversations.map((line) => (line.id === id ? { ...line, title: name } : line)),
        });
      const before = conversations.find((line) => line.id === id)?.title;
      update(named(title));
      try {
        await server.rename(id, title);
      } catch (error) {
        if (before !== undefined) update(named(before));
        throw error;
      }
    },
    async remove(id) {
      await server.remove(id);
      update((now) => ({ ...now, conversations: now.conversations.filter((line) => line.id !== id) }));
      if (state.get().id === id) turnTo(newId(), 'there');
    },
    async setMode(asksFirst) {
      const before = state.get().asksFirst;
      update((now) => ({ ...now, asksFirst }));
      try {
        await server.setMode(asksFirst);
      } catch (error) {
        update((now) => ({ ...now, asksFirst: before }));
        throw error;
      }
    },
  };
}
