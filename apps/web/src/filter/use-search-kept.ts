import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { BOARD_ROOT, cardNameIn } from '../board/paths';

/**
 * The query of the board's address, which stays while cards are opened over it. Links within the board know nothing of it: it is put
 * back into the address that they lead to.
 */
export function useSearchKept(): readonly [string, (search: string) => void] {
  const [address] = useLocation();
  const [search, setSearch] = useState(() => location.search);
  useEffect(() => {
    const isOnBoard = address === BOARD_ROOT || address === '/' || cardNameIn(address) !== null;
    if (!isOnBoard || location.search === search) return;
    history.replaceState(history.state, '', `${location.pathname}${search}`);
  }, [address, search]);
  useEffect(() => {
    // Back and forward go to where another query may have stood.
    const read = () => setSearch(location.search);
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  return [search, useCallback((next: string) => setSearch(next), [])];
}
