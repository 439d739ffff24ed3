import type { BoardState, BoardStore } from './board-state';
import type { Publisher } from './publisher';

/** The marks on cards of what the assistant did, in the state of a board. */
export function createTraces({ getState, publish }: Publisher): Pick<BoardStore, 'trace' | 'untrace'> {
  return {
    trace(seq, items) {
      const traces = new Map(getState().traces);
      for (const { entity, id, text } of items) if (entity === 'card') traces.set(id, { seq, text });
      publish({ traces });
    },
    untrace: (cardId) => publish({ traces: new Map([...getState().traces].filter(([id]) => id !== cardId)) }),
  };
}

/** What of the state is another one once the change numbered `seq` was undone. */
export function asUndone({ traces, undone }: BoardState, seq: number): Pick<BoardState, 'traces' | 'undone'> {
  return {
    traces: new Map([...traces].filter(([, trace]) => trace.seq !== seq)),
    undone: new Set(undone).add(seq),
  };
}
