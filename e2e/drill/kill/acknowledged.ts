import { open } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import type { Id } from '@talkan/board/model';

/** A writer's own list of what the server has acknowledged, kept outside of the server's reach. */
export interface AcknowledgedList {
  /** Resolves once the line is on the disk. */
  append(changeId: Id, seq: number): Promise<void>;
  close(): Promise<void>;
}

export async function openList(file: string): Promise<AcknowledgedList> {
  const handle = await open(file, 'a');
  return {
    async append(changeId, seq) {
      await handle.appendFile(`${changeId} ${seq}\n`);
      await handle.datasync();
    },
    close: () => handle.close(),
  };
}

/** All that stands in these lists: a changeId and the number that it was acknowledged under. */
export function readLists(files: readonly string[]): (readonly [changeId: Id, seq: number])[] {
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return lines.map((line) => {
    const [changeId = '', seq] = line.split(' ');
    return [changeId, Number(seq)] as const;
  });
}
