import { id } from '@talkan/board/operation-parts';
import { z } from 'zod';

/** How an entry of the history is named: by the number of its last change, and of its first one where it is a run of edits. */
export const entryName = { boardId: id, seq: z.int().min(1), from: z.int().min(1).optional() };

export function isForward({ seq, from = seq }: { readonly seq: number; readonly from?: number | undefined }): boolean {
  return from <= seq;
}
export const FORWARD = { path: ['from'], message: 'Must not be after seq' };
