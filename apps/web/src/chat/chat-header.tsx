import { MessageSquarePlus, PanelRightClose, X } from 'lucide-react';
import { useRef, type PointerEvent } from 'react';
import { BrandMark } from '../ui/brand-mark';
import { IconButton } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import styles from './chat-panel.module.css';

interface ChatHeaderProps {
  canReset: boolean;
  onReset: () => void;
  onClose: () => void;
}

const FAR_ENOUGH = 56;

export function ChatHeader({ canReset, onReset, onClose }: ChatHeaderProps) {
  const isPhone = useIsPhone();
  const swipe = useSwipeDown(onClose);
  const CloseIcon = isPhone ? X : PanelRightClose;
  return (
    <div className={styles['top']} {...(isPhone ? swipe : {})}>
      <div className={styles['grab']} aria-hidden="true" />
      <header className={styles['header']}>
        <BrandMark className={styles['mark']} />
        <h2>Assistant</h2>
        {canReset && (
          <IconButton label="New conversation" onClick={onReset}>
            <MessageSquarePlus size={16} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label="Close the assistant" aria-controls="assistant" onClick={onClose}>
          <CloseIcon size={16} aria-hidden="true" />
        </IconButton>
      </header>
    </div>
  );
}

/** The sheet of a phone goes down with a swipe on its head; the button beside it does the same for everybody else. */
function useSwipeDown(onDown: () => void) {
  const from = useRef<number | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = event.clientY;
    },
    onPointerUp: () => {
      from.current = null;
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === null || event.clientY - from.current < FAR_ENOUGH) return;
      from.current = null;
      onDown();
    },
  };
}
