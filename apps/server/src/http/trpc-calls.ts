import type { IncomingMessage } from 'node:http';
import { appRouter } from '@talkan/api/root';
import type { AnyProcedure } from '@trpc/server';

/** A call that only needs to be made: its procedure is there, takes this method, and its input is JSON. */
export interface PlainCall {
  readonly name: string;
  readonly procedure: AnyProcedure;
  readonly input: unknown;
}

export interface PlainCalls {
  readonly calls: readonly PlainCall[];
  readonly isBatch: boolean;
}

export interface CallRequest {
  readonly req: IncomingMessage;
  /** What stands behind the prefix, decoded. */
  readonly path: string;
  /** The body of a POST; null for a GET. */
  readonly text: string | null;
}

// Typed as the tree that it was written as, and kept by its paths.
const procedures = new Map(Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>));

/**
 * What `httpLink` and `httpBatchLink` send. Null for everything else, streams and all that is wrong in any way: tRPC's own adapter
 * knows what to say about it.
 */
export function plainCallsIn({ req, path, text }: CallRequest): PlainCalls | null {
  if (wantsStream(req)) return null;
  const query = queryOf(req.url ?? '');
  if (query.has('connectionParams')) return null;
  const isBatch = query.get('batch') === '1';
  const inputs = inputsIn(text ?? query.get('input'), isBatch);
  if (inputs === null) return null;
  const calls: PlainCall[] = [];
  for (const [index, name] of (isBatch ? path.split(',') : [path]).entries()) {
    const procedure = procedures.get(name);
    if (procedure?._def.type !== (text === null ? 'query' : 'mutation')) return null;
    calls.push({ name, procedure, input: inputs.get(String(index)) });
  }
  return { calls, isBatch };
}

const NO_QUERY = new URLSearchParams();

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return at === -1 ? NO_QUERY : new URLSearchParams(url.slice(at + 1));
}

function wantsStream({ headers }: IncomingMessage): boolean {
  return 'trpc-accept' in headers || (headers.accept?.includes('application/jsonl') ?? false);
}

/** The inputs by their place in the batch. */
function inputsIn(json: string | null, isBatch: boolean): ReadonlyMap<string, unknown> | null {
  if (json === null) return new Map();
  try {
    const input: unknown = JSON.parse(json);
    if (!isBatch) return new Map([['0', input]]);
    return typeof input === 'object' && input !== null && !Array.isArray(input) ? new Map(Object.entries(input)) : null;
  } catch {
    return null;
  }
}
