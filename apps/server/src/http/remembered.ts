import type { Db } from '@talkan/api/db/open';

/** Sessions end without anybody writing: so nothing is remembered for longer. */
const LONGEST_MS = 1_000;
const MOST = 1_000;

/** Answers that hold as long as nobody writes anything, in this process or another. */
export interface Remembered<Answer> {
  recall(key: string): Answer | undefined;
  /** Makes the answer and remembers it, unless something is written meanwhile. */
  make(key: string, make: () => Promise<Answer>): Promise<Answer>;
}

export function createRemembered<Answer>(db: Pick<Db, 'version'>): Remembered<Answer> {
  const answers = new Map<string, Answer>();
  let version: number | null = null;
  let since = 0;

  /** Forgets what may have become wrong. */
  function renew(): number | null {
    const now = db.version();
    if (now === version && performance.now() - since < LONGEST_MS && answers.size < MOST) return now;
    answers.clear();
    version = now;
    since = performance.now();
    return now;
  }

  return {
    recall(key) {
      return renew() === null ? undefined : answers.get(key);
    },
    async make(key, make) {
      const before = renew();
      const answer = await make();
      // Another version by now: it may be of either.
      if (before !== null && before === version && before === db.version()) answers.set(key, answer);
      return answer;
    },
  };
}
