import { createSignal, type Signal } from '../ui/signal';
import { browserStorage } from '../ui/storage';
import { parseConversation, serialize, type Conversation } from './conversation';

const PREFIX = 'talkan:chat:';

/** The conversation of one person about one board: kept by this browser, nowhere else. */
export type ConversationStore = Signal<Conversation>;

export interface ConversationOwner {
  readonly userId: string;
  readonly boardId: string;
}

export function createConversationStore(
  owner: ConversationOwner,
  storage: Storage | null = browserStorage(),
): ConversationStore {
  const key = `${PREFIX}${owner.userId}:${owner.boardId}`;
  const signal = createSignal<Conversation>(parseConversation(read(storage, key)));
  return {
    ...signal,
    set(conversation) {
      if (conversation === signal.get()) return;
      signal.set(conversation);
      keep(storage, key, conversation);
    },
  };
}

/** Forgets what this browser keeps of a person's conversations. */
export function clearConversations(userId: string, storage: Storage | null = browserStorage()): void {
  if (!storage) return;
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) if (key.startsWith(`${PREFIX}${userId}:`)) storage.removeItem(key);
}

function read(storage: Storage | null, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function keep(storage: Storage | null, key: string, conversation: Conversation): void {
  try {
    if (conversation.length === 0) storage?.removeItem(key);
    else storage?.setItem(key, serialize(conversation));
  } catch {
    // A full storage: the conversation lasts until the page goes.
  }
}
