const SETTLE = 170;
const EASE = 'cubic-bezier(.2,.8,.2,1)';
const TILT = '1.6deg';

/** The card as it hangs from the pointer: a copy that is no part of the board. */
export interface Ghost {
  moveTo(x: number, y: number): void;
  /** Flies to where the card is now and makes room for it. */
  settleOn(card: HTMLElement | null): void;
}

export function liftGhost(card: HTMLElement, className: string): Ghost {
  const { width, height, left, top } = card.getBoundingClientRect();
  const copy = card.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new TypeError('A card is an element.');
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  copy.removeAttribute('data-card-id');
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  copy.classList.add(className);
  Object.assign(copy.style, { width: `${width}px`, height: `${height}px` });
  const still = prefersStillness();
  // Not as a transform: that would be turned with the tilt, and the card would leave the pointer the further it goes.
  const place = (x: number, y: number) => {
    copy.style.translate = `${x}px ${y}px`;
  };
  place(left, top);
  document.body.append(copy);
  if (!still) copy.animate({ rotate: ['0deg', TILT] }, { duration: 120, easing: EASE, fill: 'forwards' });

  return {
    moveTo: place,
    settleOn(target) {
      if (still || !target) return copy.remove();
      const rect = target.getBoundingClientRect();
      target.style.visibility = 'hidden';
      const flight = copy.animate(
        [
          { translate: copy.style.translate, rotate: TILT },
          { translate: `${rect.left}px ${rect.top}px`, rotate: '0deg' },
        ],
        { duration: SETTLE, easing: EASE, fill: 'forwards' },
      );
      const land = () => {
        target.style.visibility = '';
        copy.remove();
      };
      flight.addEventListener('finish', land);
      flight.addEventListener('cancel', land);
    },
  };
}

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
