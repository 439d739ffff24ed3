import { browserStorage } from '../ui/storage';

const PREFIX = 'talkan:chat:';

/** Forgets what earlier versions kept of conversations in this browser: the server keeps them now. */
export function forgetOldConversations(storage: Storage | null = browserStorage()): void {
  if (!storage) return;
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) if (key.startsWith(PREFIX)) storage.removeItem(key);
}
