import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { cardNameIn } from '../board/paths';
import { OPENER_ID } from './names';
import { takeOpening } from './visibility';

/** What of the panel the focus goes to. */
export interface PanelRefs {
  readonly panel: RefObject<HTMLElement | null>;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Opening it leads into the field, closing it back to what opens it; the page's own start moves nothing. */
export function useFocusOnOpening(open: boolean, { panel, field }: PanelRefs): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open && takeOpening()) field.current?.focus();
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    const { activeElement } = document;
    // A card that was opened from here has taken the focus already.
    if (!open && (activeElement === document.body || panel.current?.contains(activeElement))) {
      document.getElementById(OPENER_ID)?.focus();
    }
  }, [open, field, panel]);
}

/** A card that is opened on a phone takes the whole screen: the sheet makes room. */
export function useClosingForCards(isSheet: boolean, setOpen: (open: boolean) => void): void {
  const [location] = useLocation();
  const before = useRef(location);
  useEffect(() => {
    if (isSheet && location !== before.current && cardNameIn(location) !== null) setOpen(false);
    before.current = location;
  }, [location, isSheet, setOpen]);
}
