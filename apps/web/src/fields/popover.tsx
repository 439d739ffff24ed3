import { t } from '@talkan/words/words';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject, type ToggleEvent } from 'react';
import { Button } from '../ui/button';
import { Grab } from '../ui/grab';
import { placeBeside } from '../ui/place-beside';
import { useIsPhone } from '../ui/use-media';
import styles from './popover.module.css';

export interface PopoverProps {
  /** Hiding it closes it. */
  readonly popover: RefObject<HTMLDialogElement | null>;
  /** Its name; on a phone also its heading. */
  readonly label: string;
  /** What it stands beside; on a phone it rises from the bottom. */
  readonly anchor: () => HTMLElement | null;
  /** It is closed: by Esc, by a press outside, or by itself. The focus went back. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What chooses something, open for as long as it is mounted. What has `data-first` gets the focus. */
export function Popover({ popover, label, anchor, onClose, children }: PopoverProps) {
  const phone = useIsPhone();
  const latest = useRef(anchor);
  useLayoutEffect(() => {
    latest.current = anchor;
  }, [anchor]);

  useLayoutEffect(() => {
    const element = popover.current;
    if (!element) return;
    element.showPopover();
    focusFirst(element);
    // What had the focus may go with the step that it belonged to: without the focus Esc would close the card as well.
    const changes = new MutationObserver(() => {
      if (document.activeElement === document.body) focusFirst(element);
    });
    changes.observe(element, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, [popover]);

  useLayoutEffect(() => {
    const element = popover.current;
    if (!element) return;
    const place = (event?: Event) => {
      if (event?.target instanceof Node && element.contains(event.target)) return;
      if (phone) return placeAtBottom(element);
      const beside = latest.current();
      element.style.maxHeight = '';
      if (beside) placeBeside(element, beside);
    };
    place();
    const stop = new AbortController();
    const { signal } = stop;
    const sizes = new ResizeObserver(() => place());
    for (const child of element.children) sizes.observe(child);
    addEventListener('resize', place, { signal });
    addEventListener('scroll', place, { signal, capture: true, passive: true });
    globalThis.visualViewport?.addEventListener('resize', place, { signal });
    return () => {
      stop.abort();
      sizes.disconnect();
      element.removeAttribute('style');
    };
  }, [popover, phone]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Its events are none of the card's below.
    <dialog
      ref={popover}
      popover="auto"
      aria-label={label}
      tabIndex={-1}
      className={styles['popover']}
      onToggle={(event: ToggleEvent<HTMLDialogElement>) => {
        if (event.newState === 'closed') onClose();
      }}
      onKeyDown={keepKeys}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <Grab sheet={popover} onClose={() => popover.current?.hidePopover()} />
      <div className={styles['content']}>
        <div className={styles['head']}>
          <b>{label}</b>
          <Button variant="ghost" onClick={() => popover.current?.hidePopover()}>
            {t`Done`}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

/** On a phone not a field: its keyboard would cover what one came to choose from. */
function focusFirst(element: HTMLElement): void {
  const first = matchMedia('(max-width: 719px)').matches ? null : element.querySelector<HTMLElement>('[data-first]');
  (first ?? element).focus({ preventScroll: true });
}

/** Keys in here mean nothing to the card below: only undo and its like go on to the page. */
function keepKeys(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

/** Above the keyboard of the screen, which lies over the page. */
function placeAtBottom(element: HTMLElement): void {
  const seen = globalThis.visualViewport;
  const hidden = seen ? Math.max(0, innerHeight - seen.height - seen.offsetTop) : 0;
  element.style.bottom = `${hidden}px`;
  element.style.maxHeight = `${Math.round((seen?.height ?? innerHeight) * 0.86)}px`;
}
