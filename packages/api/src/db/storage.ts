import { sayStorageTrouble, type StorageFault, type StorageTrouble } from '@talkan/board/storage-trouble';
import { faultOf, StorageError, type Diagnosis, type Restorable } from './storage-error.js';

/** How often a storage that takes nothing is tried. */
const PROBE_MS = 2_000;
/** How long a write waits for the check of a large file. */
const CHECK_PATIENCE_MS = 20_000;

export interface StorageState {
  readonly status: 'ok' | 'checking' | StorageFault;
  /** When it became so. */
  readonly since: string;
  /** Null where changes are saved, or only wait for the check. */
  readonly trouble: StorageTrouble | null;
  /** The same in a sentence, in the language of who asks. */
  readonly message: string | null;
  /** For whoever runs the server, and for its log alone. */
  readonly details: readonly string[];
}

/** Whether changes can be saved. */
export interface Storage {
  state(): StorageState;
  /** Calls back after each change of the state; returns how to stop. */
  listen(listener: (state: StorageState) => void): () => void;
}

/** The side that the connections see. */
export interface StorageGuard extends Storage {
  /** Before each write: waits while the file is being checked. Throws where no write may be tried. */
  admit(): Promise<void>;
  /** The error as it is to be thrown; one that the storage is to blame for changes the state. */
  blame(error: unknown): unknown;
  /** Something was saved: a storage that was at fault is tried at once. */
  saved(): void;
  /** Begins without being able to write. */
  report(fault: 'full' | 'read_only' | 'failing', cause: unknown): void;
  /** Until it resolves no write is tried; what it resolves with is what is wrong with the file. */
  awaitCheck(check: Promise<readonly string[]>): void;
  /** How to find out whether it takes something again; called every two seconds while it does not. */
  probeWith(probe: () => Promise<void>): void;
  stop(): Promise<void>;
}

export interface StorageOptions {
  readonly diagnose: Diagnosis;
  readonly newestBackup: () => Promise<Restorable | null>;
  /** Whether there is a connection that a write could be tried on. */
  readonly canWrite: () => boolean;
}

export function createStorage({ diagnose, newestBackup, canWrite }: StorageOptions): StorageGuard {
  const listeners = new Set<(state: StorageState) => void>();
  let state = stateOf('ok');
  let checking: Promise<void> | null = null;
  let probe: (() => Promise<void>) | null = null;
  let probing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  function become(next: StorageState): void {
    state = next;
    for (const listener of listeners) listener(state);
    schedule(PROBE_MS);
  }

  function schedule(ms: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (stopped || probe === null || !isPassing(state)) return;
    timer = setTimeout(() => {
      probing = tryAgain();
    }, ms);
    timer.unref();
  }

  async function tryAgain(): Promise<void> {
    timer = null;
    try {
      await probe?.();
      if (isPassing(state)) become(stateOf('ok'));
    } catch {
      // Whatever it was has been noted where it was thrown.
      schedule(PROBE_MS);
    } finally {
      probing = null;
    }
  }

  function damage(details: readonly string[]): void {
    if (state.status === 'damaged') return;
    become(stateOf('damaged', details));
    newestBackup()
      .then((backup) => backup && become(stateOf('damaged', details, { since: state.since, backupAt: backup.at })))
      // The sentence without a backup stands.
      .catch(() => {});
  }

  async function conclude(check: Promise<readonly string[]>): Promise<void> {
    const lines = await check;
    checking = null;
    if (lines.length > 0) damage(lines);
    else if (state.status === 'checking') become(stateOf('ok'));
  }

  function note(fault: StorageFault, error: unknown): void {
    const details = [error instanceof Error ? error.message : String(error)];
    if (fault === 'damaged') damage(details);
    // Damage is for good: what a disk says after that changes nothing.
    else if (state.status !== 'damaged' && state.status !== fault) become(stateOf(fault, details));
  }

  function refuse(cause?: unknown): StorageError {
    const fault = state.status === 'ok' || state.status === 'checking' ? 'checking' : state.status;
    return new StorageError(fault, { cause, backupAt: state.trouble?.backupAt ?? null });
  }

  async function admit(): Promise<void> {
    if (checking !== null) {
      const late = Symbol('late');
      let waiting: NodeJS.Timeout | undefined;
      const patience = new Promise((resolve) => (waiting = setTimeout(() => resolve(late), CHECK_PATIENCE_MS)));
      const first = await Promise.race([checking, patience]);
      clearTimeout(waiting);
      if (first === late) throw refuse();
    }
    if (state.status === 'damaged' || !canWrite()) throw refuse();
  }

  return {
    state: () => state,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    admit,
    blame(error) {
      const fault = faultOf(error, diagnose);
      if (fault === null) return error;
      note(fault, error);
      return refuse(error);
    },
    saved() {
      if (isPassing(state) && probing === null) schedule(0);
    },
    report: note,
    awaitCheck(check) {
      if (state.status === 'ok') state = stateOf('checking');
      checking = conclude(check);
    },
    probeWith(next) {
      probe = next;
      schedule(PROBE_MS);
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await probing;
    },
  };
}

/** Whether it may be over without anybody replacing the file. */
function isPassing({ status }: StorageState): boolean {
  return status === 'full' || status === 'read_only' || status === 'failing';
}

function stateOf(
  status: StorageState['status'],
  details: readonly string[] = [],
  { since = new Date().toISOString(), backupAt = null }: { since?: string; backupAt?: number | null } = {},
): StorageState {
  const trouble = status === 'ok' || status === 'checking' ? null : { fault: status, backupAt };
  return {
    status,
    since,
    trouble,
    get message() {
      return trouble && sayStorageTrouble(trouble);
    },
    details,
  };
}
