import { newId } from '../sync/new-id';
import type { Left, Outbox, Owner } from '../sync/outbox';
import { afterFrame } from '../ui/after-frame';
import { browserStorage } from '../ui/storage';
import { answerName } from './answer-names';
import { createAnswers } from './answers';
import { createDatabase } from './database';
import { createPages } from './pages';
import { createQueue } from './queue';
import { createShelf } from './shelf';
import { createSpare } from './spare';

export const database = createDatabase(globalThis.indexedDB);
export const answers = createAnswers(database);
const shelf = createShelf(database);
const spare = createSpare(browserStorage());
const pages = createPages(newId(), navigator.locks);

const shown = () => new Promise<void>(afterFrame);

/** The queue of a person and a board, and what earlier pages left in it. */
export async function openOutbox(owner: Owner): Promise<{ readonly outbox: Outbox; readonly left: Left }> {
  const queue = createQueue({ owner, shelf, spare, pages, shown });
  // For as long as the page is there: what a queue has not written outlives the board that it belongs to.
  addEventListener('pagehide', () => queue.leave(), { capture: true });
  addEventListener('pageshow', () => queue.stay());
  return { outbox: queue, left: await queue.load() };
}

/** What the server said last to a query, or `undefined`. */
export function readAnswer(path: string, input: unknown): Promise<unknown> {
  return answers.read(answerName(path, input));
}
