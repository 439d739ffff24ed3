import type { Id } from '@talkan/board/model';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { MenuItem } from './menu';
import { createSignal } from './signal';

/** What an offer is about, in the order in which offers stand. */
export type Scope = 'card' | 'board' | 'column' | 'account';

/** As it stands in a menu; what leads somewhere needs nothing else. */
export type OfferedItem = Omit<MenuItem, 'onSelect'> & Partial<Pick<MenuItem, 'onSelect'>>;

export interface Offer {
  readonly scope: Scope;
  /** The card or the column. */
  readonly of?: { readonly id: Id; readonly name: string };
  readonly items: readonly OfferedItem[];
}

/** Of what stands on the page now. */
const offers = createSignal<ReadonlySet<{ readonly current: Offer }>>(new Set());

/** Offers the actions of a menu or a button in the palette, too, as long as these stand on the page. */
export function useOffer(offer: Offer): void {
  const latest = useRef(offer);
  useLayoutEffect(() => {
    latest.current = offer;
  });
  useEffect(() => {
    offers.set(new Set([...offers.get(), latest]));
    return () => offers.set(new Set([...offers.get()].filter((other) => other !== latest)));
  }, []);
}

/** What is offered on the page. */
export function useOffers(): readonly Offer[] {
  return [...useSyncExternalStore(offers.subscribe, offers.get)].map(({ current }) => current);
}
