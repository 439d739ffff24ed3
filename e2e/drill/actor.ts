import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { fingerprint } from '@talkan/board/text';
import { troubleOf } from '../../apps/web/src/sync/trouble.ts';
import { textOf, type Author, type Surroundings } from './author.ts';
import type { Client } from './client.ts';
import type { Dice } from './dice.ts';
import { beginDraft, editOf, makeOperations, type Draft } from './operations.ts';
import { createSaver } from './saver.ts';

/** As many changes may wait at one client: somebody who is away for longer stops and waits, too. */
const MOST_PENDING = 12;
/** A run of bad luck for one client: in milliseconds. */
const SPELL = { least: 800, most: 3_000 };

/** What all clients together have made so far. */
export interface Common extends Surroundings {
  readonly cardIds: Id[];
  readonly columnIds: Id[];
}

/** A person at a client, with ideas of their own. */
export interface Actor {
  readonly client: Client;
  /** Does one thing. */
  act(): Promise<void>;
  /** Ends all bad luck. */
  heal(): void;
}

export function createActor(client: Client, common: Common, dice: Dice): Actor {
  const { ledger, name, line, boardId } = client;
  const saver = createSaver(client, dice);
  const dismissed = new Set<Id>();
  let made = 0;
  let draft: Draft | null = null;
  const nextId = () => `${name}-${(made += 1)}`;
  const author = (): Author => ({ dice, nextId, board: client.store().getState().board, ...common });

  function commit(operations: readonly Operation[]): Id {
    for (const operation of operations) {
      if (operation.type === 'card.create') common.cardIds.push(operation.cardId);
      if (operation.type === 'column.create') common.columnIds.push(operation.columnId);
    }
    return client.store().commit(operations);
  }

  function type(): void {
    if (draft) commit([editOf(draft, textOf({ dice, nextId }))]);
    draft = draft ? null : beginDraft(author());
  }

  /** Reads why something was refused; of two texts the writer chooses one. */
  function settleFailures(): void {
    for (const { changeId, operations, refusal } of client.store().getState().failures) {
      if (dismissed.has(changeId)) continue;
      dismissed.add(changeId);
      ledger.refused.push({ operations, refusal });
      const [first] = operations;
      client.store().dismiss(changeId);
      if (first?.type !== 'card.edit' || !refusal.current || dice.chance(0.5)) continue;
      const [field, theirs] = Object.entries(refusal.current)[0] ?? [];
      if (field !== 'title' && field !== 'details') continue;
      const mine = refusal.proposed?.[field] ?? '';
      commit([editOf({ cardId: first.cardId, field, was: fingerprint(theirs ?? '') }, mine)]);
    }
  }

  async function walkBack(): Promise<void> {
    try {
      const { undo, redo } = await client.api.boards.undoable.query({ boardId });
      const step = dice.chance(0.35) ? (redo ?? undo) : undo;
      if (step) void client.store().undo(step.seq, step.from);
    } catch (error) {
      complain(error, 'undoable');
    }
  }

  /** Sends what was committed before once more: the same again, something else under its name, or as somebody else's. */
  async function repeat(): Promise<void> {
    const known = [...ledger.sent.values()].filter((sent) => sent.seq !== null && 'commit' in sent.body);
    const sent = dice.pick(known.slice(-200));
    if (!sent || !('commit' in sent.body)) return;
    const isOwn = sent.actorId === client.userId;
    const changed = !isOwn || dice.chance(0.4);
    const other: Operation[] = [{ type: 'board.rename', title: textOf({ dice, nextId }) }];
    const operations = changed && isOwn ? other : [...sent.body.commit];
    try {
      const { seq } = await client.api.boards.commit.mutate({ boardId, changeId: sent.changeId, operations });
      if (changed) ledger.faults.push(`${sent.changeId} was taken from ${name} with another body or author.`);
      else if (seq !== sent.seq) ledger.faults.push(`${sent.changeId} was repeated as ${seq}, not ${sent.seq}.`);
      else ledger.counts.repeats += 1;
    } catch (error) {
      const trouble = troubleOf(error);
      if (changed && trouble.kind === 'refused' && trouble.refusal.code === 'conflict') ledger.counts.imposters += 1;
      else complain(error, `repeat of ${sent.changeId}`);
    }
  }

  function complain(error: unknown, what: string): void {
    if (troubleOf(error).kind !== 'away') ledger.faults.push(`${name}: ${what}: ${String(error)}`);
  }

  /** A train in a tunnel. */
  function goOffline(): void {
    ledger.counts.offline += 1;
    line.become('offline');
    client.store().setOnline(false);
    spell(() => {
      line.become('open');
      client.store().setOnline(true);
      client.live().look();
    });
  }

  /** A laptop that is closed: what comes meanwhile reaches nobody. */
  function sleep(): void {
    ledger.counts.sleeps += 1;
    line.deaden();
    spell(() => client.live().awoke());
  }

  let endSpell: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  function spell(end: () => void): void {
    endSpell = () => {
      clearTimeout(timer);
      endSpell = null;
      end();
    };
    timer = setTimeout(() => endSpell?.(), dice.between(SPELL.least, SPELL.most));
  }

  async function meetBadLuck(): Promise<void> {
    const roll = dice.below(1000);
    if (roll < 12) goOffline();
    else if (roll < 20) sleep();
    else if (roll < 34) line.cut();
    else if (roll < 44) {
      ledger.counts.reloads += 1;
      await client.reload();
    }
  }

  async function act(): Promise<void> {
    ledger.counts.actions += 1;
    settleFailures();
    if (!endSpell) await meetBadLuck();
    if (client.store().getState().pending >= MOST_PENDING) return;
    const roll = dice.below(100);
    if (roll < 62) commit(makeOperations(author()));
    else if (roll < 80) type();
    else if (roll < 87) await walkBack();
    else if (roll < 92) await repeat();
    else if (roll < 97) await saver.act();
    else client.store().withdraw(commit(makeOperations(author())));
  }

  return {
    client,
    act,
    heal() {
      endSpell?.();
      settleFailures();
    },
  };
}
