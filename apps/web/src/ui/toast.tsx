import { t } from '@talkan/words/words';
import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button';
import { classNames } from './class-names';
import { createSignal } from './signal';
import { addToast, removeToast, timeOf, type Toast, type ToastOptions } from './toast-queue';
import styles from './toast.module.css';

/** The page comes first. */
const REGION_LATER_MS = 1500;
const loadRegion = () => import('./toast-region');

const queue = createSignal<readonly Toast[]>([]);
let stamp = 0;

/** Shows a note at the foot of the board and returns its id. It leaves by itself, later when it offers an action. */
export function showToast({
  message,
  said,
  action,
  secondAction,
  tone = 'plain',
  stays = false,
  until,
  id,
}: ToastOptions): string {
  stamp += 1;
  const actions = [action, secondAction].filter((one) => one !== undefined);
  const toast: Toast = { id: id ?? `toast-${stamp}`, message, said, actions, tone, stays, until, stamp };
  queue.set(addToast(queue.get(), toast));
  return toast.id;
}

/** Shows what went wrong. */
export function warn(message: string): void {
  showToast({ message, tone: 'bad' });
}

function dismissToast(id: string): void {
  queue.set(removeToast(queue.get(), id));
}

/** Where toasts stand. Once in the page, from the start, so that screen readers know the region before it speaks. */
export function Toasts() {
  const toasts = useSyncExternalStore(queue.subscribe, queue.get);
  const region = useRef<HTMLElement>(null);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    const start = async () => {
      const part = await loadRegion();
      if (!isGone && region.current) stop = part.startToastRegion({ region: region.current, onHold: setHeld });
    };
    // Until it has come they leave after their time.
    const timer = setTimeout(() => void start().catch(() => {}), REGION_LATER_MS);
    return () => {
      clearTimeout(timer);
      isGone = true;
      stop();
    };
  }, []);
  return (
    <section ref={region} className={styles['toasts']} aria-label={t`Notes`} aria-keyshortcuts="F8" data-over>
      {/* One that comes is read alone, and not with those that stand there already. */}
      <output className={styles['list']} aria-atomic={false}>
        {toasts.map((toast) => (
          <ToastNote key={toast.id} toast={toast} held={held} />
        ))}
      </output>
    </section>
  );
}

function ToastNote({ toast, held }: { toast: Toast; held: boolean }) {
  useEffect(() => {
    if (held || toast.stays) return;
    const timer = setTimeout(() => dismissToast(toast.id), timeOf(toast));
    return () => clearTimeout(timer);
  }, [toast, held]);

  useEffect(() => toast.until?.(() => dismissToast(toast.id)), [toast]);

  const said = toast.said ?? (toast.actions.length > 0 ? t`F8 leads to what you can do.` : undefined);
  const Sign = toast.tone === 'bad' ? TriangleAlert : Check;
  return (
    <span data-toast className={classNames(styles['note'], toast.tone === 'bad' && styles['bad'])}>
      <Sign size={16} className={styles['sign']} aria-hidden="true" />
      <span className={styles['message']}>
        {toast.message}
        {said !== undefined && <span className="sr-only"> {said}</span>}
      </span>
      {toast.actions.map((action) => (
        <Button
          key={action.label}
          variant="ghost"
          className={styles['action']}
          onClick={() => {
            dismissToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ))}
      <IconButton label={t`Dismiss`} className={styles['dismiss']} onClick={() => dismissToast(toast.id)}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
