import { prefersStillness } from '../../ui/stillness';
import styles from './drag.module.css';

/** How long it flies to where it was dropped, in ms. */
export const SETTLE = 170;
const EASE = 'cubic-bezier(.2,.8,.2,1)';
const TILT = '1.6deg';

/** What hangs from the pointer: a copy that is no part of the board. */
export interface Ghost {
  moveTo(x: number, y: number): void;
  /** Shows how many there are, and this one on top if it is another. */
  show(count: number, top?: HTMLElement | null): void;
  /** Flies to where the thing is now and makes room for it. */
  settleOn(target: HTMLElement | null, how?: Landing): void;
}

/** `seen` afterwards in the place of the copy; `fades` over it; `vanishes` in it, where it is not drawn. */
type Landing = 'seen' | 'fades' | 'vanishes';

/** Of a column only the upper part is lifted, in px. */
export const CUT_AT = 280;

export function liftGhost(node: HTMLElement): Ghost {
  const { width, height, left, top } = node.getBoundingClientRect();
  const copy = copyOf(node);
  const isCut = node.matches('[data-column]') && height > CUT_AT;
  copy.classList.toggle(styles['cut'] ?? '', isCut);
  const badge = document.createElement('span');
  badge.className = styles['count'] ?? '';
  copy.classList.add(styles['ghost'] ?? '');
  Object.assign(copy.style, { width: `${width}px`, height: `${isCut ? CUT_AT : height}px` });
  const still = prefersStillness();
  // Not as a transform: that would be turned with the tilt, and the card would leave the pointer the further it goes.
  const place = (x: number, y: number) => {
    copy.style.translate = `${x}px ${y}px`;
  };
  place(left, top);
  document.body.append(copy);
  scrollAlike(node, copy);
  if (!still) copy.animate({ rotate: ['0deg', TILT] }, { duration: 120, easing: EASE, fill: 'forwards' });

  return {
    moveTo: place,
    show(count, top) {
      if (top) copy.replaceChildren(...copyOf(top).childNodes);
      copy.classList.toggle(styles['many'] ?? '', count > 1);
      badge.textContent = String(count);
      if (count > 1) copy.append(badge);
      else badge.remove();
    },
    settleOn(target, how = 'seen') {
      if (still || !target) return copy.remove();
      const rect = target.getBoundingClientRect();
      // The row under it is there at once, whatever glides aside for it.
      const row = target.closest('li');
      if (row) row.style.transition = 'none';
      // Not as hidden: what is hidden loses the focus.
      if (how === 'seen') target.style.opacity = '0';
      const flight = copy.animate(
        [
          { translate: copy.style.translate, rotate: TILT },
          { translate: `${rect.left}px ${rect.top}px`, rotate: '0deg', ...ENDS[how] },
        ],
        { duration: SETTLE, easing: EASE, fill: 'forwards' },
      );
      const land = () => {
        target.style.opacity = '';
        if (row) row.style.transition = '';
        copy.remove();
      };
      flight.addEventListener('finish', land);
      flight.addEventListener('cancel', land);
    },
  };
}

const ENDS: Readonly<Record<Landing, Keyframe>> = {
  seen: {},
  fades: { opacity: 0 },
  vanishes: { opacity: 0, scale: 0.2 },
};

/** A copy begins at its top, wherever the list in it was scrolled to. */
function scrollAlike(node: HTMLElement, copy: HTMLElement): void {
  const from = node.querySelector('ul')?.parentElement;
  const to = copy.querySelector('ul')?.parentElement;
  if (from && to) to.scrollTop = from.scrollTop;
}

function copyOf(node: HTMLElement): HTMLElement {
  const copy = node.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new TypeError('What is dragged is an element.');
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  copy.removeAttribute('data-card-id');
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  return copy;
}
