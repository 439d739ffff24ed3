import type { Asked } from '../staging/draft.js';
import type { ReadResult, ReadTools } from './read-tools.js';
import { keyOfCall } from '../replies/records.js';
import type { Names } from '../staging/short-ids.js';

/** Gives a turn what it looks things up with, by the names of the turn. */
export type MakeReadTools = (names: Names) => ReadTools;

/** The look-ups of one turn: what was looked up once is not looked up again. */
export interface Reads {
  isRead(name: string): boolean;
  read(asked: Asked): Promise<ReadAnswer>;
}

export interface ReadAnswer extends ReadResult {
  readonly kind: 'read';
  readonly isRepeated: boolean;
}

export function createReads(tools: ReadTools | undefined): Reads {
  const known = new Map<string, ReadResult>();
  return {
    isRead: (name) => tools?.isRead(name) === true,
    async read({ type, fields }) {
      const key = keyOfCall(type, fields);
      const before = known.get(key);
      const result = before ?? (await tools?.read(type, fields)) ?? { text: '', sentence: '', shows: null };
      known.set(key, result);
      return { ...result, kind: 'read', isRepeated: before !== undefined };
    },
  };
}
