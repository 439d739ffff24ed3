import { t } from '@talkan/words/words';
import { ChevronDown, Maximize2, MessageSquarePlus, Minimize2, PanelRightClose, X } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';
import { BrandMark } from '../ui/brand-mark';
import { IconButton } from '../ui/button';
import { hideOthers } from '../ui/hide-others';
import type { SheetRest } from '../ui/sheet-rest';
import { useIsPhone } from '../ui/use-media';
import { useSheetDrag } from '../ui/use-sheet-drag';
import styles from './chat-panel.module.css';
import { useChatOpen } from './use-chat-open';

export const NEW = t`New conversation`;
export const CLOSE = t`Close the assistant`;

/** What of the screen the sheet of a phone takes; the style sheet says the same. */
const HALF = 0.64;
const ABOVE_FULL = 12;

interface ChatHeaderProps {
  panel: RefObject<HTMLElement | null>;
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

export function ChatHeader(props: ChatHeaderProps) {
  const { panel, title, menu, menuOf, isMenuOpen, canReset, onMenu, onReset, onClose } = props;
  const isPhone = useIsPhone();
  const { isFull, rest } = useSheetHeight(panel, onClose);
  const drag = useSheetDrag({ sheet: panel, rests: restsOnScreen, onRest: rest });
  const CloseIcon = isPhone ? X : PanelRightClose;
  const SizeIcon = isFull ? Minimize2 : Maximize2;
  return (
    <div className={styles['top']} {...(isPhone ? drag : {})}>
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
        {isPhone && (
          <IconButton
            label={isFull ? t`Half the screen` : t`Whole screen`}
            onClick={() => rest(isFull ? 'half' : 'full')}
          >
            <SizeIcon size={16} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label={CLOSE} aria-controls="assistant" onClick={onClose}>
          <CloseIcon size={16} aria-hidden="true" />
        </IconButton>
      </header>
    </div>
  );
}

/** How high the sheet of a phone stands; opened anew it is half a sheet again. */
function useSheetHeight(panel: RefObject<HTMLElement | null>, onClose: () => void) {
  const [open] = useChatOpen();
  const [full, setFull] = useState(false);
  if (full && !open) setFull(false);
  useEffect(() => {
    panel.current?.toggleAttribute('data-full', full);
    // It covers all that is behind it then.
    return full && panel.current ? hideOthers(panel.current) : undefined;
  }, [panel, full]);
  const rest = (at: SheetRest) => {
    setFull(at === 'full');
    if (at === 'closed') onClose();
  };
  return { isFull: full, rest };
}

function restsOnScreen() {
  const seen = globalThis.visualViewport?.height ?? innerHeight;
  const full = seen - ABOVE_FULL;
  return { half: Math.min(full, innerHeight * HALF), full };
}
