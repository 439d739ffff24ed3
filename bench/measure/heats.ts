import type { ServerKind } from '../servers/server.ts';
import { nameOf, type Heat, type Work } from './heat.ts';

export interface Field {
  readonly servers: {
    readonly talkan: ServerKind;
    readonly limit: ServerKind;
    readonly full: ServerKind;
    readonly cached: ServerKind;
    /** Null where this machine has not what it needs. */
    readonly fastapi: ServerKind | null;
  };
  /** Cards on the boards that are read. */
  readonly sizes: readonly number[];
  readonly connections: readonly number[];
}

/** The size that most goals speak of. */
const USUAL = 1_000;

/** All that is measured under load, in the order in which it is. */
export function heatsOf({ servers, sizes, connections }: Field): readonly Heat[] {
  const { talkan, limit, full, cached, fastapi } = servers;
  const few = connections[0] ?? 10;
  const peers = fastapi === null ? [] : [fastapi];
  const heat = (named: Pick<Heat, 'id' | 'title' | 'entrants'>, bases: readonly ServerKind[]): Heat => ({
    ...named,
    connections: few,
    bases: named.entrants.filter(({ kind }) => bases.includes(kind)).map(nameOf),
  });
  const all = (kinds: readonly ServerKind[], cards: number, work: Work) => kinds.map((kind) => ({ kind, cards, work }));
  const boards = sizes.map((cards) => {
    const kinds = [talkan, limit, cached, ...(cards === USUAL ? peers : [])];
    const title = `Read the board, ${counted(cards)}`;
    return heat({ id: `board-${cards}`, title, entrants: all(kinds, cards, 'board') }, [limit, cached]);
  });
  const entrants = [...all([talkan], USUAL, 'unchanged'), ...all([cached], 8, 'board')];
  const unchanged = heat({ id: 'unchanged', title: 'Read the board that one has already (304)', entrants }, [cached]);
  const moves = connections.map((count): Heat => {
    const kinds = [talkan, full, limit, ...(count === few ? peers : [])];
    const named = { id: `move-${count}`, title: `Move one card, ${counted(USUAL)}` };
    return { ...heat({ ...named, entrants: all(kinds, USUAL, 'move') }, [full, limit]), connections: count };
  });
  const bySize: Heat = {
    id: 'move-sizes',
    title: 'Move one card on boards of other sizes',
    connections: few,
    entrants: [8, 10_000].flatMap((cards) => all([talkan], cards, 'move')),
    bases: ['talkan@8'],
  };
  return [...boards, unchanged, ...moves, bySize];
}

function counted(cards: number): string {
  return `${cards.toLocaleString('en')} cards`;
}

/** What it is called when only some are asked for. */
export function workOf({ id }: Heat): string {
  return id.split('-')[0] ?? id;
}
