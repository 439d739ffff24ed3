import type { Origin } from '@talkan/board/change';
import { t } from '@talkan/words/words';
import { Cable, Import, Plug, SquareTerminal, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { BrandMark } from '../ui/brand-mark';
import styles from './entry.module.css';

interface Door {
  readonly origin: Origin;
  /** As a choice among doors. */
  readonly name: string;
  /** At an entry; `null`: as most changes come. */
  readonly words: string | null;
}

const DOORS: readonly Door[] = [
  { origin: 'web', name: t`In the app`, words: null },
  { origin: 'assistant', name: t`The assistant`, words: t`by the assistant` },
  { origin: 'command', name: t`Typed commands`, words: t`by a typed command` },
  { origin: 'rest', name: t`The API`, words: t`by the API` },
  { origin: 'mcp', name: 'MCP', words: t`by MCP` },
  { origin: 'import', name: t`Imports`, words: t`by an import` },
  { origin: 'undo', name: t`Undo and redo`, words: t`by undo` },
];

export function allDoors(): readonly Door[] {
  return DOORS;
}

/** By which door a change came, where that is worth a word. */
export function DoorWords({ origin }: { origin: Origin }) {
  const words = DOORS.find((door) => door.origin === origin)?.words;
  if (!words) return null;
  return (
    <span className={styles['door']} data-origin={origin}>
      {signOf(origin)}
      {words}
    </span>
  );
}

function signOf(origin: Origin): ReactNode {
  const look = { size: 13, 'aria-hidden': true } as const;
  switch (origin) {
    case 'assistant':
      return <BrandMark size={14} className={styles['voice']} />;
    case 'command':
      return <SquareTerminal {...look} />;
    case 'rest':
      return <Plug {...look} />;
    case 'mcp':
      return <Cable {...look} />;
    case 'import':
      return <Import {...look} />;
    case 'undo':
      return <Undo2 {...look} />;
    case 'web':
      return null;
  }
}
