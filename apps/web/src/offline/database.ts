const NAME = 'talkan';
const VERSION = 1;
/** Some browsers never answer: the page goes on without then. */
const OPENS_WITHIN_MS = 3000;

type StoreName = 'changes' | 'answers';

/** What this browser keeps, in IndexedDB. */
export interface Database {
  /**
   * One transaction over one store: `work` asks for all it needs and returns what it gathers the answers in. Resolves with that once all
   * is on the disk; rejects where the browser keeps nothing, has no room, or broke off.
   */
  run<Result>(store: StoreName, mode: IDBTransactionMode, work: (store: IDBObjectStore) => Result): Promise<Result>;
}

export function createDatabase(factory: IDBFactory | undefined): Database {
  let open: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  function connect(): Promise<IDBDatabase> {
    opening ??= openDatabase(factory, () => {
      open = undefined;
      opening = undefined;
    }).then((database) => (open = database));
    return opening;
  }

  connect().catch(() => {});
  return {
    // Where it is open the transaction begins before this returns: a page that is being left has no later.
    run: (store, mode, work) =>
      open ? begin(open, { store, mode }, work) : connect().then((database) => begin(database, { store, mode }, work)),
  };
}

function openDatabase(factory: IDBFactory | undefined, closed: () => void): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const refuse = () => reject(new Error('This browser keeps nothing.'));
  setTimeout(refuse, OPENS_WITHIN_MS);
  try {
    const request = factory?.open(NAME, VERSION);
    if (!request) refuse();
    else {
      request.addEventListener('upgradeneeded', () => build(request.result));
      request.addEventListener('error', refuse);
      request.addEventListener('success', () => {
        const database = request.result;
        // A page of a newer version waits for this one to let go.
        database.addEventListener('versionchange', () => {
          database.close();
          closed();
        });
        database.addEventListener('close', closed);
        resolve(database);
      });
    }
  } catch {
    // A private window of some browsers throws.
    refuse();
  }
  return promise;
}

function build(database: IDBDatabase): void {
  const changes = database.createObjectStore('changes', { keyPath: 'changeId' });
  changes.createIndex('queue', ['userId', 'boardId', 'change.order']);
  database.createObjectStore('answers', { keyPath: 'name' });
}

function begin<Result>(
  database: IDBDatabase,
  { store, mode }: { store: StoreName; mode: IDBTransactionMode },
  work: (store: IDBObjectStore) => Result,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  try {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const result = work(transaction.objectStore(store));
    transaction.addEventListener('complete', () => resolve(result));
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The transaction was broken off.')),
    );
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
  return promise;
}

/** Calls `take` with what a request within a transaction brings. */
export function whenFound<Value>(request: IDBRequest<Value>, take: (value: Value) => void): void {
  request.addEventListener('success', () => take(request.result));
}

/** Everything under a key that begins with these parts. */
export function startingWith(...parts: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []]);
}
