import type { CDPSession } from '@playwright/test';

/** What a page holds, in bytes: what its scripts made, and what the engine has compiled of them, which grows for as long as anything is done more often. */
export interface Heap {
  readonly data: number;
  readonly code: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[])[] };
  };
  readonly nodes: readonly number[];
}

/** Types of the engine's that belong to its code; `native` is the browser's own, as are the times that it notes of what is done. */
const CODE: readonly string[] = ['code', 'object shape'];
const NOT_OURS: readonly string[] = ['native', 'synthetic', 'hidden'];

/** Counts it, after a collection. */
export async function heapOf(session: CDPSession): Promise<Heap> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return sumOf(JSON.parse(chunks.join('')) as Snapshot);
}

export function sumOf({ snapshot: { meta }, nodes }: Snapshot): Heap {
  const fields = meta.node_fields;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const types = meta.node_types[type] ?? [];
  const heap = { data: 0, code: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[nodes[at + type] ?? 0] ?? '';
    const bytes = nodes[at + size] ?? 0;
    if (CODE.includes(kind)) heap.code += bytes;
    else if (!NOT_OURS.includes(kind)) heap.data += bytes;
  }
  return heap;
}
