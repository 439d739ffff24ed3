import { happening } from '../sync/happenings';
import { createSignal, type Signal } from '../ui/signal';
import { createProposals, type Proposals } from './proposals';
import { createShelf, type Shelf } from './shelf';
import type { TalkOptions } from './talk-options';
import { emptyTalk, withUndone, type TalkState } from './talk-state';
import { createTurns, type Turns } from './turns';

/** One person's conversations about one board. */
export interface Talk extends Turns, Proposals, Shelf {
  readonly state: Pick<Signal<TalkState>, 'get' | 'subscribe'>;
  /** Says of these changes that they were undone, wherever that was done. */
  noteUndone(seqs: ReadonlySet<number>): void;
}

export function createTalk(options: TalkOptions): Talk {
  const state = createSignal<TalkState>(emptyTalk(options.newId()));
  const turns = createTurns(state, options);
  const shelf = createShelf(state, options);
  return {
    state,
    ...turns,
    ...shelf,
    ...createProposals(state, options),
    async ask(asking) {
      happening.set({ kind: 'asked' });
      await turns.ask(asking);
      // Its title and its place in the list are the server's, and it may have undone something that was done before.
      await shelf.refresh();
    },
    noteUndone: (seqs) => state.set(withUndone(state.get(), seqs)),
  };
}
