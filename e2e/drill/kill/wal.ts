import { existsSync, readFileSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/** Whether the write-ahead log ends within a transaction: somebody was writing it and never came to commit. */
export function endsWithinTransaction(file: string): boolean {
  if (!existsSync(`${file}-wal`)) return false;
  const wal = readFileSync(`${file}-wal`);
  if (wal.length < HEADER_BYTES) return false;
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  const salt = wal.subarray(16, 24);
  let isOpen = false;
  for (let at = HEADER_BYTES; at + frameBytes <= wal.length; at += frameBytes) {
    // What follows is left over from before the log was begun anew.
    if (!wal.subarray(at + 8, at + 16).equals(salt)) break;
    isOpen = wal.readUInt32BE(at + 4) === 0;
  }
  return isOpen;
}
