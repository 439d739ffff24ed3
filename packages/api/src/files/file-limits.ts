const MIB = 1024 * 1024;

/** Bounds in bytes, of one file and of all files of a board together. */
export interface FileLimits {
  readonly fileBytes: number;
  readonly boardBytes: number;
}

export const FILE_LIMITS: FileLimits = { fileBytes: 25 * MIB, boardBytes: 2048 * MIB };

/** Of a name, in UTF-8: what file systems take. */
export const NAME_BYTES = 255;

/** Bytes as a person reads them: `25 MB`. */
export function inMb(bytes: number): string {
  return `${Math.round((bytes / MIB) * 10) / 10} MB`;
}
