import { applyPatches } from '@talkan/board/board';
import { diffChange, type ChangeDiff } from '@talkan/board/change-diff';
import { invertPatches } from '@talkan/board/patch';
import { isRefusal } from '@talkan/board/refusal';
import { readBoard, rewind } from '../boards/load.js';
import { findEntry, type EntryName } from '../boards/runs.js';
import type { Services } from '../context.js';
import { RefusalError } from '../refusal-error.js';
import { createUserNames } from '../boards/user-names.js';

/**
 * An entry of the history with both sides of what it changed.
 * @throws RefusalError where there is no such entry
 */
export async function diffEntry(services: Services, entry: EntryName): Promise<ChangeDiff> {
  const { read } = services.db;
  const change = await findEntry(read, entry);
  if (isRefusal(change)) throw new RefusalError(change);
  const { seq, patches } = change;
  const after = await rewind(read, await readBoard(services, entry.boardId, seq), seq);
  if (!after) throw new Error(`The board ${entry.boardId} is not as far as its change ${seq}`);
  const names = createUserNames(read);
  await names.learn(change);
  return diffChange(applyPatches(after, invertPatches(patches)), change, names.nameOf);
}
