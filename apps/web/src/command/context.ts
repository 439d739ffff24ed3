import type { CommandArchive, CommandContext, CommandPerson, Talk } from '@talkan/board/command/command';
import type { Id } from '@talkan/board/model';
import type { BoardState } from '../sync/board-state';
import { newId } from '../sync/new-id';

interface Speaking {
  readonly actorId: Id;
  readonly people: readonly CommandPerson[];
  readonly talk: Talk;
}

/** Where this browser is, and how dates are written there. */
export function ownDates(): Pick<CommandContext, 'timeZone' | 'dateOrder'> {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, dateOrder: /^en-US|^en$/u.test(locale) ? 'mdy' : 'dmy' };
}

/** One for all: what is made of an archive is kept by it. */
const ELSEWHERE: CommandArchive = { cards: [], columns: [], isElsewhere: true };

/** What a command that is typed on this page is understood with. The archive and the log are the server's: what needs them is refused here. */
export function commandContext(
  { board, whole, role }: BoardState,
  { actorId, people, talk }: Speaking,
): Omit<CommandContext, 'readCalendarDay' | 'more'> {
  return {
    board: whole ?? board,
    actorId,
    role,
    people,
    now: new Date().toISOString(),
    ...ownDates(),
    newId,
    archive: ELSEWHERE,
    log: [],
    talk,
  };
}
