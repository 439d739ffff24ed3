import { t } from '@talkan/words/words';
import { ChevronDown, MessageSquarePlus, PanelRightClose, X } from 'lucide-react';
import { useRef, type PointerEvent, type RefObject } from 'react';
import { BrandMark } from '../ui/brand-mark';
import { IconButton } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import styles from './chat-panel.module.css';

export const NEW = t`New conversation`;
export const CLOSE = t`Close the assistant`;

interface ChatHeaderProps {
  /** Of the conversation; `null`: it is a new one. */
  title: string | null;
  /** The button that shows the conversations. */
  menu: RefObject<HTMLButtonElement | null>;
  /** The id of what that button shows, and whether it does. */
  menuOf: string;
  isMenuOpen: boolean;
  canReset: boolean;
  onMenu: () => void;
  onReset: () => void;
  onClose: () => void;
}

const FAR_ENOUGH = 56;

export function ChatHeader(props: ChatHeaderProps) {
  const { title, menu, menuOf, isMenuOpen, canReset, onMenu, onReset, onClose } = props;
  const isPhone = useIsPhone();
  const swipe = useSwipeDown(onClose);
  const CloseIcon = isPhone ? X : PanelRightClose;
  return (
    <div className={styles['top']} {...(isPhone ? swipe : {})}>
      <div className={styles['grab']} aria-hidden="true" />
      <header className={styles['header']}>
        <BrandMark className={styles['mark']} />
        <h2>
          <button
            ref={menu}
            type="button"
            aria-expanded={isMenuOpen}
            aria-controls={isMenuOpen ? menuOf : undefined}
            title={title ?? undefined}
            onClick={onMenu}
          >
            <span>
              {title !== null && <span className="sr-only">{t`Assistant:`} </span>}
              {title ?? t`Assistant`}
            </span>
            <ChevronDown size={14} aria-hidden="true" />
          </button>
        </h2>
        {canReset && (
          <IconButton label={NEW} onClick={onReset}>
            <MessageSquarePlus size={16} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label={CLOSE} aria-controls="assistant" onClick={onClose}>
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
