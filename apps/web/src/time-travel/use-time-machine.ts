import type { Id } from '@talkan/board/model';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { historyPath } from '../history/history-path';
import type { BoardStore } from '../sync/board-state';
import { api } from '../trpc';
import { pastCardIn, pastCardPath, withFilters } from './paths';
import { createTimeMachine, type PastSource, type TimeMachine, type TimeMachineState } from './time-machine';

/** Browsers count how often a page changes its address, and stop listening to one that does so at every step. */
const ADDRESS_AFTER_MS = 250;

/** The past of the board that is live in `store`, at the change that the address names; the address follows the steps. */
export function useTimeMachine(store: BoardStore, seq: number): readonly [TimeMachine, TimeMachineState] {
  const [machine] = useState(() =>
    createTimeMachine({ source: pastOf(store), seq, newest: store.getState().board.seq }),
  );
  const state = useSyncExternalStore(machine.subscribe, machine.getState);

  useEffect(() => {
    const follow = () => {
      const { board, connection } = store.getState();
      machine.grow(board.seq);
      if (connection === 'online' && machine.getState().problem !== null) machine.retry();
    };
    return store.subscribe(follow);
  }, [machine, store]);

  const [address, navigate] = useLocation();
  const cardName = pastCardIn(address);
  const inAddress = useRef(seq);
  useEffect(() => {
    if (seq === inAddress.current) return;
    inAddress.current = seq;
    machine.go(seq);
  }, [machine, seq]);
  useEffect(() => {
    if (state.wanted === inAddress.current) return;
    const timer = setTimeout(() => {
      inAddress.current = state.wanted;
      const path = cardName === null ? historyPath(state.wanted) : pastCardPath(state.wanted, cardName);
      navigate(withFilters(path), { replace: true });
    }, ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [state.wanted, cardName, navigate]);

  return [machine, state];
}

function pastOf(store: BoardStore): PastSource {
  const boardId: Id = store.getState().board.id;
  return {
    at: (seq) => api.boards.at.query({ boardId, seq }),
    changes: (piece) => api.boards.changes.query({ boardId, ...piece }),
    today() {
      const { board, pending } = store.getState();
      return pending === 0 ? board : null;
    },
  };
}
