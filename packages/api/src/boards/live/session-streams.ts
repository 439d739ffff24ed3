/** A browser needs one for each board that it shows; a program that speaks for many people under one token, one for each of them. */
const MOST = 1_000;

/** Bounds the streams that one session holds open in this process: a client that forgets to close them must not hold sockets for ever. */
export interface SessionStreams {
  /** @param cut ends the stream: called for the oldest when there are too many. Returns how to say that it has ended. */
  enter(tokenHash: string, cut: () => void): () => void;
}

export function createSessionStreams(most = MOST): SessionStreams {
  const open = new Map<string, Set<() => void>>();
  return {
    enter(tokenHash, cut) {
      const cuts = open.get(tokenHash) ?? new Set();
      open.set(tokenHash, cuts);
      cuts.add(cut);
      const [oldest] = cuts;
      if (cuts.size > most) oldest?.();
      return () => {
        if (cuts.delete(cut) && cuts.size === 0) open.delete(tokenHash);
      };
    },
  };
}
