import type { WholeBoard } from '@talkan/api/boards/whole-board';
import type { Id } from '@talkan/board/model';
import type { Client } from './client.ts';
import type { Dice } from './dice.ts';

/** An answer of somebody in between, not of the server. */
const BAD_GATEWAY = 502;
const CONFLICT = 409;

interface Draft {
  readonly columns: { readonly id: Id; readonly title: string; readonly cardIds: Id[] }[];
  readonly cards: Record<Id, { readonly id: Id; title: string; readonly details: string }>;
  readonly version: number;
}

/** A program that reads the whole board over REST, and after a while sends it back with changes of its own. */
export function createSaver({ line, token, ledger, name }: Client, dice: Dice) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let copy: WholeBoard | null = null;
  let saves = 0;

  async function read(): Promise<void> {
    const answer = await fetch(`${line.url}/api/board`, { headers });
    if (answer.ok) copy = (await answer.json()) as WholeBoard;
    else if (answer.status !== BAD_GATEWAY) ledger.faults.push(`${name}: GET /api/board answered ${answer.status}.`);
  }

  async function save(stale: WholeBoard): Promise<void> {
    const body = JSON.stringify(changed(structuredClone(stale) as Draft));
    ledger.unknownSaves += 1;
    const answer = await fetch(`${line.url}/api/board`, { method: 'PATCH', headers, body });
    if (answer.status === BAD_GATEWAY) return;
    const read = (await answer.json()) as WholeBoard;
    ledger.unknownSaves -= 1;
    if (answer.ok) ledger.saved.push(read);
    else if (answer.status === CONFLICT) ledger.counts.staleSaves += 1;
    else ledger.faults.push(`${name}: PATCH /api/board answered ${answer.status}: ${JSON.stringify(read)}`);
  }

  /** A card moved, a title written anew, and now and then a card left out. */
  function changed(board: Draft): Draft {
    const filled = board.columns.filter(({ cardIds }) => cardIds.length > 0);
    const from = dice.pick(filled);
    const moved = from?.cardIds.splice(dice.below(from.cardIds.length), 1)[0];
    if (moved !== undefined) dice.pick(board.columns)?.cardIds.push(moved);
    const card = dice.pick(Object.values(board.cards).slice(0, 8));
    if (card && dice.chance(0.6)) card.title = `Saved ${name} ${(saves += 1)}`;
    const last = dice.pick(filled)?.cardIds;
    const out = dice.chance(0.3) ? last?.pop() : undefined;
    if (out !== undefined) delete board.cards[out];
    return board;
  }

  return {
    async act(): Promise<void> {
      const stale = copy;
      copy = null;
      // What breaks off on its way is not sent again: a program that does not know how it ended reads the board anew.
      await (stale ? save(stale) : read()).catch(() => {});
    },
  };
}
