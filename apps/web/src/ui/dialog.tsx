import {
  useEffect,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { classNames } from './class-names';
import styles from './dialog.module.css';
import { Grab } from './grab';
import { hideOthers } from './hide-others';
import { useIsPhone } from './use-media';

export interface DialogProps {
  open: boolean;
  /** Esc, or a click outside. The owner closes it. */
  onClose: () => void;
  /** The id of its heading. */
  labelledBy: string;
  /**
   * `modal` takes the whole page. `sheet` lies over its parent (which is positioned) and leaves what stands beside that in reach; on a
   * phone it fills the screen and the rest of the page is out of reach.
   */
  variant?: 'sheet' | 'modal' | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  children: ReactNode;
}

export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, labelledBy, variant = 'modal', className, style, children }: Omit<DialogProps, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const alone = useIsPhone() && variant === 'sheet';
  useShown(dialog, variant);
  useEffect(() => (alone && dialog.current ? hideOthers(dialog.current) : undefined), [alone]);
  useOutsideClick(dialog, variant === 'sheet' && !alone ? onClose : null);
  useEscape(variant === 'sheet' ? onClose : null);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc and a press outside close it, as people expect of a dialog.
    <dialog
      ref={dialog}
      aria-labelledby={labelledBy}
      aria-modal={alone || undefined}
      className={classNames(styles[variant], className)}
      style={style}
      onCancel={(event: SyntheticEvent<HTMLDialogElement>) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // It closes this dialog, and not the one that it stands in.
        event.stopPropagation();
        // One that is not modal gets no cancel event of the browser's. What took the key itself has stopped it.
        if (variant === 'sheet') onClose();
      }}
      onMouseDown={(event) => {
        if (variant === 'modal' && isOnBackdrop(event)) onClose();
      }}
    >
      {variant === 'modal' && <Grab sheet={dialog} onClose={onClose} />}
      {children}
    </dialog>
  );
}

/** Shows the dialog while it is mounted and gives the focus back to where it was; where that has gone, to the dialog that this one stands in. */
function useShown(dialog: { readonly current: HTMLDialogElement | null }, variant: 'sheet' | 'modal'): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const before = document.activeElement;
    const around = element.parentElement;
    if (variant === 'modal') element.showModal();
    else element.show();
    return () => {
      const held = element.contains(document.activeElement) || document.activeElement === document.body;
      element.close();
      if (!held) return;
      const back = before?.isConnected ? before : around?.closest('dialog [tabindex]');
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
      // Chromium leaves the caret behind: what is typed would go nowhere.
      if (back instanceof HTMLTextAreaElement || (back instanceof HTMLInputElement && back.selectionStart !== null))
        back.setSelectionRange(back.selectionStart, back.selectionEnd);
    };
  }, [dialog, variant]);
}

/** A press on the parent that the sheet lies over, beside the sheet. What stands beside the parent stays usable. */
function useOutsideClick(dialog: { readonly current: HTMLDialogElement | null }, onClose: (() => void) | null): void {
  useEffect(() => {
    const parent = dialog.current?.offsetParent;
    if (!onClose || !parent) return;
    const listen = (event: Event) => {
      // Nor is another dialog outside, that was opened from this one.
      if (event.target instanceof Element && !event.target.closest('dialog')) onClose();
    };
    parent.addEventListener('pointerdown', listen);
    return () => parent.removeEventListener('pointerdown', listen);
  }, [dialog, onClose]);
}

/** What had the focus may have gone with what it stood for: Escape then reaches the page, not the dialog. */
function useEscape(onClose: (() => void) | null): void {
  useEffect(() => {
    if (!onClose) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.activeElement === document.body) onClose();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onClose]);
}

function isOnBackdrop(event: MouseEvent<HTMLDialogElement>): boolean {
  if (event.target !== event.currentTarget) return false;
  const box = event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
