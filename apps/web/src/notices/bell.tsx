import { t } from '@talkan/words/words';
import { Bell as BellSign, CheckCheck } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { Button, IconButton } from '../ui/button';
import { Grab } from '../ui/grab';
import { useOffer } from '../ui/offers';
import { placeBeside } from '../ui/place-beside';
import { NoticeRows } from './notice-rows';
import styles from './notices.module.css';
import { NOTICES_PATH } from './path';
import { useNotices, useReading } from './use-notices';
import { useUnread } from './use-unread';

const PAGE = 20;

/** How many notices were not read, and what they are: beside the bell, on a phone from the foot of the screen. */
export function Bell() {
  const unread = useUnread();
  const read = useReading();
  const readAll = {
    label: t`Mark all notices as read`,
    icon: CheckCheck,
    also: t`notifications unread`,
    onSelect: () => void read(),
  };
  useOffer({ scope: 'account', items: unread > 0 ? [readAll] : [] });
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const panel = popover.current;
    if (!open || !panel || !button.current) return;
    placeBeside(panel, button.current);
    panel.focus({ preventScroll: true });
    const close = () => panel.hidePopover();
    addEventListener('resize', close);
    return () => removeEventListener('resize', close);
  }, [open]);

  return (
    <>
      <IconButton
        ref={button}
        label={unread === 0 ? t`Notices` : t`Notices, ${unread} not read`}
        className={styles['bell']}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        <BellSign size={18} aria-hidden="true" />
        {unread > 0 && (
          <span className={styles['count']} aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </IconButton>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Arrows lead from one notice to the next, which are links. */}
      <dialog
        ref={popover}
        id={id}
        popover="auto"
        tabIndex={-1}
        aria-labelledby={`${id}-heading`}
        className={styles['panel']}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={moveAmongRows}
      >
        {open && <Grab sheet={popover} onClose={() => popover.current?.hidePopover()} />}
        {open && <Panel headingId={`${id}-heading`} unread={unread} onClose={() => popover.current?.hidePopover()} />}
      </dialog>
    </>
  );
}

interface PanelProps {
  readonly headingId: string;
  readonly unread: number;
  readonly onClose: () => void;
}

function Panel({ headingId, unread, onClose }: PanelProps) {
  const notices = useNotices(PAGE, unread);
  return (
    <>
      <div className={styles['head']}>
        <h2 id={headingId}>{t`Notices`}</h2>
        {unread > 0 && (
          <Button variant="ghost" onClick={() => notices.read()}>
            {t`Mark all read`}
          </Button>
        )}
      </div>
      <div className={styles['scroll']}>
        <NoticeRows notices={notices} onFollow={onClose} />
      </div>
      <div className={styles['foot']}>
        <Link href={`~${NOTICES_PATH}`} onClick={onClose}>
          {t`All notices`}
        </Link>
      </div>
    </>
  );
}

/** From one notice to the next by arrows. */
function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('li a')];
  const at = rows.findIndex((row) => row === document.activeElement);
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
}
