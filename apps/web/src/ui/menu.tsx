import {
  Fragment,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type ReactElement,
  type ToggleEvent,
} from 'react';
import { keysOf } from '../keys/single-keys';
import type { KeyName } from '../keys/table';
import { classNames } from './class-names';
import { Grab } from './grab';
import { showKeys } from './keys';
import { nextIndex } from './menu-keys';
import styles from './menu.module.css';
import { isInSight, placeBeside } from './place-beside';
import { useIsPhone } from './use-media';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ComponentType<{ size?: number; 'aria-hidden'?: 'true' }> | undefined;
  /** Where it leads, from the root: it can be opened in another tab from the palette. */
  readonly href?: string | undefined;
  readonly onSelect: () => void;
  /** The key that does the same. */
  readonly shortcut?: KeyName | undefined;
  /** What it is called outside of its section. */
  readonly alone?: string | undefined;
  /** Other words that people may look for it by. */
  readonly also?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** The first of a section stands below its name. */
  readonly section?: string | undefined;
}

/** To spread on the button that opens the menu. */
interface MenuTriggerProps {
  readonly id: string;
  readonly popoverTarget: string;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
}

export interface MenuProps {
  /** The menu's name. */
  label: string;
  trigger: (props: MenuTriggerProps) => ReactElement;
  items: readonly MenuItem[];
  /** Stands above the items; says something, does nothing. */
  heading?: string | undefined;
  onOpen?: (() => void) | undefined;
}

/**
 * A button with a list of actions; on a phone it rises from the foot of the screen. The browser's popover gives the top layer, closing by a
 * click outside and by Esc, and the way back to the button; arrows, Home, End and typing ahead are ours.
 */
export function Menu({ label, trigger, items, heading, onOpen }: MenuProps) {
  const id = useId();
  const triggerId = `${id}-trigger`;
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const phone = useIsPhone();

  useLayoutEffect(() => {
    if (open && popover.current) itemsOf(popover.current)[0]?.focus();
  }, [open]);

  useLayoutEffect(() => {
    const list = popover.current;
    const button = document.getElementById(triggerId);
    if (!open || phone || !list || !button) return;
    placeBeside(list, button);
    const follow = (event: Event) => {
      if (event.target instanceof Node && list.contains(event.target)) return;
      if (isInSight(button)) placeBeside(list, button);
      else list.hidePopover();
    };
    addEventListener('resize', follow);
    addEventListener('scroll', follow, { capture: true, passive: true });
    return () => {
      removeEventListener('resize', follow);
      removeEventListener('scroll', follow, { capture: true });
      list.removeAttribute('style');
    };
  }, [open, phone, triggerId]);

  const select = (item: MenuItem) => {
    // Closed first: what the item opens (a dialog, a field) may then take the focus.
    popover.current?.hidePopover();
    item.onSelect();
  };

  return (
    <>
      {trigger({
        id: triggerId,
        popoverTarget: id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': id,
      })}
      {/* Events of the menu are no events of the card or column that it stands in. */}
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles['menu']}
        onToggle={(event: ToggleEvent<HTMLDivElement>) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open') onOpen?.();
        }}
        onKeyDown={moveFocus}
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
      >
        {open && <Grab sheet={popover} onClose={() => popover.current?.hidePopover()} />}
        {open && heading && (
          <p role="presentation" className={styles['heading']}>
            {heading}
          </p>
        )}
        {open &&
          items.map((item, index) => (
            <Fragment key={`${index}-${item.label}`}>
              {item.section !== undefined && item.section !== items[index - 1]?.section && (
                <p role="presentation" className={classNames(styles['heading'], index > 0 && styles['later'])}>
                  {item.section}
                </p>
              )}
              <MenuRow item={item} onSelect={select} />
            </Fragment>
          ))}
      </div>
    </>
  );
}

function MenuRow({ item, onSelect }: { item: MenuItem; onSelect: (item: MenuItem) => void }) {
  const Icon = item.icon;
  const keys = keysOf(item.shortcut);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={item.disabled || undefined}
      aria-keyshortcuts={keys}
      className={classNames(styles['item'], item.danger && styles['danger'])}
      onClick={() => {
        if (!item.disabled) onSelect(item);
      }}
    >
      {Icon && <Icon size={16} aria-hidden="true" />}
      <span className={styles['label']}>{item.label}</span>
      {keys !== undefined && <kbd aria-hidden="true">{showKeys(keys)}</kbd>}
    </button>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  event.stopPropagation();
  if (event.key === 'Tab') {
    event.currentTarget.hidePopover();
    return;
  }
  const rows = itemsOf(event.currentTarget);
  const current = rows.findIndex((row) => row === document.activeElement);
  const labels = rows.map((row) => row.textContent);
  const next = nextIndex({ key: event.key, current, labels, modified: event.ctrlKey || event.metaKey || event.altKey });
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
}
