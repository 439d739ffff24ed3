import { writeFilter, type CardFilter } from '@talkan/board/filter';

/** Shows the board at the present address through a filter, which it reads from there; through none if that asks for nothing. */
export function showFiltered(filter: CardFilter): void {
  const query = new URLSearchParams(writeFilter(filter).map(([name, value]) => [name, value])).toString();
  history.replaceState(history.state, '', query === '' ? location.pathname : `${location.pathname}?${query}`);
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}
