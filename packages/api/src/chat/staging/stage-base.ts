import type { Id } from '@talkan/board/model';
import { readBoard } from '../../boards/load.js';
import type { Membership } from '../../boards/members.js';
import { timeOf } from '../../clock.js';
import type { Services } from '../../context.js';
import { LAST_ARCHIVED, readArchive } from '../lookups/archive.js';
import { readPeople } from '../commands/command-parts.js';
import type { StageBase } from './stage.js';

/** Who asks, about which board. */
export interface Asking {
  readonly boardId: Id;
  readonly membership: Membership;
  readonly actorId: Id;
  /** Where they are, as an IANA name. */
  readonly timeZone: string;
}

/** What a turn with a model starts from: the board as it is, and enough of its archive for “bring it back”. */
export async function readStageBase(services: Services, asking: Asking): Promise<StageBase> {
  const { boardId, membership, actorId, timeZone } = asking;
  const { read } = services.db;
  return {
    board: await readBoard(services, boardId, membership.seq),
    archive: await readArchive(read, boardId, LAST_ARCHIVED),
    people: await readPeople(read, boardId),
    context: { actorId, role: membership.role, now: timeOf(services.clock) },
    timeZone,
  };
}
