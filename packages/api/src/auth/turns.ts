/** Lets work under the same key run one after the other. */
export interface Turns {
  take<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  const tails = new Map<string, Promise<void>>();
  return {
    async take<T>(key: string, work: () => Promise<T>): Promise<T> {
      const before = tails.get(key);
      const { promise, resolve } = Promise.withResolvers<void>();
      tails.set(key, promise);
      try {
        await before;
        return await work();
      } finally {
        resolve();
        if (tails.get(key) === promise) tails.delete(key);
      }
    },
  };
}
