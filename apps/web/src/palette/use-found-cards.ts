import { useEffect, useState } from 'react';
import { problemOf } from '../problem';
import { api } from '../trpc';
import type { FoundCard } from './card-sources';

const TYPED_AFTER_MS = 120;
const NOTHING: Found = { query: '', cards: [], problem: null };

interface Found {
  /** What it is the answer to. */
  readonly query: string;
  readonly cards: readonly FoundCard[];
  /** Why there is none, as a sentence. */
  readonly problem: string | null;
}

/** What the server finds, asked as one types; an answer that comes after the next question is dropped. */
export function useFoundCards(query: string, boardId: string | undefined): Found & { readonly waits: boolean } {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (query === '') return;
    const stop = new AbortController();
    const { signal } = stop;
    const ask = async () => {
      try {
        const cards = await api.search.cards.query({ query, ...(boardId !== undefined && { boardId }) }, { signal });
        if (!signal.aborted) setFound({ query, cards, problem: null });
      } catch (error) {
        if (!signal.aborted) setFound((was) => ({ ...was, query, problem: problemOf(error).message }));
      }
    };
    const timer = setTimeout(() => void ask(), TYPED_AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, boardId]);
  return { ...found, waits: query !== '' && found.query !== query };
}
