import { heardUnread } from './heard';

/** Where the number is kept that the server gave when it was asked. */
interface Asked {
  /** Resolves when no answer is on its way any more. */
  readonly cancel: () => Promise<unknown>;
  readonly put: (count: number) => void;
}

/** Puts what the server tells from now on in the place of what was asked for. Returns how to stop. */
export function followHeard({ cancel, put }: Asked): () => void {
  const take = async () => {
    // An answer to an earlier question would take it back.
    await cancel();
    put(heardUnread.get() ?? 0);
  };
  return heardUnread.subscribe(() => void take());
}
