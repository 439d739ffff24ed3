const EDGE = 64;
/** px a second at the very edge. */
const FASTEST = 2000;
/** Whoever takes a card up near an edge means to scroll once the pointer has gone this far towards it, in px. */
const MEANT = 12;
/** A page is turned when the card has been held at the edge this long, in ms, and again after the second time. */
const FIRST_PAGE_AFTER = 320;
const NEXT_PAGE_AFTER = 750;

/** How fast to scroll for a pointer at `position` between `low` and `high`: nothing in the middle, faster towards the edges. */
export function scrollSpeed(position: number, low: number, high: number): number {
  const edge = Math.min(EDGE, (high - low) / 5);
  if (edge <= 0) return 0;
  const intoStart = Math.min(1, (low + edge - position) / edge);
  const intoEnd = Math.min(1, (position - (high - edge)) / edge);
  if (intoStart > 0) return -FASTEST * intoStart * intoStart;
  return intoEnd > 0 ? FASTEST * intoEnd * intoEnd : 0;
}

/** The same along one axis for a drag that began at `start`: not while the pointer only rests where the card was taken up. */
export function createScrollSpeed(start: number): typeof scrollSpeed {
  let least = start;
  let most = start;
  let free = false;
  return (position, low, high) => {
    const speed = scrollSpeed(position, low, high);
    least = Math.min(least, position);
    most = Math.max(most, position);
    free ||= speed === 0;
    const isMeant = free || (speed < 0 ? start - least >= MEANT : most - start >= MEANT);
    return isMeant ? speed : 0;
  };
}

/** Scrolls by speed and time. Returns whether there was anywhere to go. */
export function scrollBy(element: HTMLElement, axis: 'scrollLeft' | 'scrollTop', distance: number): boolean {
  const before = element[axis];
  element[axis] = before + (distance > 0 ? Math.ceil(distance) : Math.floor(distance));
  return element[axis] !== before;
}

/** So far a finger goes that rests. */
const RESTS = 12;

/** What a pointer means of what lies under it: that may slide along beneath one that rests. */
export function createSteady<Thing>(): (under: Thing | null, x: number) => Thing | null {
  let meant: { readonly thing: Thing; readonly x: number } | null = null;
  return (under, x) => {
    if (under === null) meant = null;
    else if (!meant || Math.abs(x - meant.x) >= RESTS) meant = { thing: under, x };
    return meant && meant.thing;
  };
}

export interface Pager<Page> {
  /** Called each frame with the page that the pointer asks for; turns to it when it is time. */
  hold(page: Page | null, now: number): void;
}

/** Turns pages of a board that shows one lane at a time, to the next one or to one that is named; or opens what a card is held over. */
export function createPager<Page>(turn: (page: Page) => void, firstAfter = FIRST_PAGE_AFTER): Pager<Page> {
  let held: Page | null = null;
  let due = 0;
  return {
    hold(page, now) {
      if (page !== held) {
        held = page;
        due = now + firstAfter;
        return;
      }
      if (page === null || now < due) return;
      due = now + NEXT_PAGE_AFTER;
      turn(page);
    },
  };
}
