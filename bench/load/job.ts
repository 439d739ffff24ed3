/** What the generator is told to do. */
export interface Job {
  readonly address: string;
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Sent in turn, round and round, by all connections together. */
  readonly requests: readonly Uint8Array[];
  /** The status of an answer that counts. */
  readonly expected: number;
}

export interface Loaded {
  /** Expected answers a second. */
  readonly rate: number;
  /** Expected answers within the time. */
  readonly count: number;
  /** Expected answers to what had been sent when the time was over. */
  readonly late: number;
  /** Answers of another status, by status. */
  readonly others: Readonly<Record<string, number>>;
  /** Connections that broke, and answers that could not be read. */
  readonly errors: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export type Reply = { readonly loaded: Loaded } | { readonly refused: string };

const MOST = { connections: 2_000, seconds: 120 };

/** Why such a load is not begun; null where it may be. */
export function refusalOf({ address, connections, seconds }: Job): string | null {
  if (address !== '127.0.0.1' && address !== '::1') return 'The load generator asks this machine alone.';
  if (connections > MOST.connections || seconds > MOST.seconds) {
    return `At most ${MOST.connections} connections for ${MOST.seconds} seconds.`;
  }
  return null;
}
