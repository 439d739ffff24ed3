import type { Id } from '@talkan/board/model';
import { whenFound, type Database } from './database';
import { liftAnswer } from './lift-answer';

/** The server's last answers to one person, from which the app opens while the server is away. */
export interface Answers {
  /** `auth.me`: whose answers are kept from now on. Those of anybody else go. */
  keepPerson(userId: Id, me: unknown): Promise<void>;
  /** Any other one; not if that is another person's browser by now. */
  keep(userId: Id, answer: { readonly name: string; readonly value: unknown }): Promise<void>;
  /** `undefined`: it is not kept. */
  read(name: string): Promise<unknown>;
  /** The names of all that is kept of this person's. */
  names(): Promise<readonly string[]>;
  forget(name: string): Promise<void>;
  forgetAll(): Promise<void>;
}

export interface Kept {
  readonly name: string;
  readonly userId: Id;
  readonly value: unknown;
}

/** Its entry says whose answers are kept. */
export const PERSON = 'auth.me';

export function createAnswers(database: Database): Answers {
  return {
    keepPerson(userId, value) {
      return database.run('answers', 'readwrite', (store) => {
        whenFound(store.get(PERSON), (before: Kept | undefined) => {
          if (before && before.userId !== userId) store.clear();
          store.put({ name: PERSON, userId, value });
        });
      });
    },
    keep(userId, { name, value }) {
      return database.run('answers', 'readwrite', (store) => {
        whenFound(store.get(PERSON), (person: Kept | undefined) => {
          if (person?.userId === userId) store.put({ name, userId, value });
        });
      });
    },
    async read(name) {
      const found = await database.run('answers', 'readonly', (store) => {
        const both: { person?: Kept | undefined; answer?: Kept | undefined } = {};
        whenFound(store.get(PERSON), (person: Kept | undefined) => (both.person = person));
        whenFound(store.get(name), (answer: Kept | undefined) => (both.answer = answer));
        return both;
      });
      return found.answer?.userId === found.person?.userId ? liftAnswer(name, found.answer?.value) : undefined;
    },
    names: () =>
      database.run('answers', 'readonly', (store) => {
        const names: string[] = [];
        whenFound(store.getAllKeys(), (keys: IDBValidKey[]) => {
          for (const key of keys) if (typeof key === 'string') names.push(key);
        });
        return names;
      }),
    forget: (name) => database.run('answers', 'readwrite', (store) => void store.delete(name)),
    forgetAll: () => database.run('answers', 'readwrite', (store) => void store.clear()),
  };
}
