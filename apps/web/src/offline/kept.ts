import type { Id } from '@talkan/board/model';
import { sessionEnded } from '../auth/session';
import type { BoardStore } from '../sync/board-state';
import { answerName, boardAnswer } from './answer-names';
import { dropRefused } from './drop-refused';
import { keepBoard as keep } from './keep-board';
import { answers, database } from './offline';
import { watchUpdates } from '../update/watch-updates';
import { startWorker } from './start-worker';

startWorker();
watchUpdates();
// Whose session has ended may be gone from this machine: only what waits to be sent stays.
sessionEnded.subscribe(forgetEnded);
forgetEnded();

function forgetEnded(): void {
  if (sessionEnded.get()) answers.forgetAll().catch(() => {});
}

/** Keeps the board of a store for as long as it is open. Returns the way to stop it. */
export function keepBoard(store: BoardStore, userId: Id): () => void {
  return keep(store, userId, { answers, database });
}

let person: Id | undefined;

/** Keeps what the server said, by the name of the procedure and of the board that it was asked about. */
export function keepAnswer(path: string, input: unknown, value: unknown): void {
  if (path === 'auth.me') person = personIn(value);
  if (person === undefined) return;
  const kept =
    path === 'auth.me'
      ? answers.keepPerson(person, value)
      : answers.keep(person, { name: answerName(path, input), value });
  kept.catch(() => {});
}

/** The boards that this browser can open without the server. */
export async function keptBoards(): Promise<readonly Id[]> {
  const prefix = boardAnswer('');
  const names = await answers.names();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** Forgets what the server said: nobody is signed in. */
export function forgetAnswers(): Promise<void> {
  return answers.forgetAll();
}

/** Forgets everything of a person's but what waits to be sent. */
export async function forgetPerson(userId: Id): Promise<void> {
  await Promise.all([answers.forgetAll(), dropRefused(database, userId)]);
}

function personIn(me: unknown): Id | undefined {
  if (typeof me !== 'object' || me === null || !('user' in me)) return undefined;
  const { user } = me;
  return typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string' ? user.id : undefined;
}
