import type { Talk } from '@talkan/board/command/command';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { useLocation } from 'wouter';
import type { Session } from '../auth/use-session';
import { cardNameIn } from '../board/paths';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import { useOffer } from '../ui/offers';
import { useIsPhone } from '../ui/use-media';
import { useAskedFromOutside } from './ask-from-outside';
import { ASSISTANT_OFFER } from './assistant-offer';
import { AskBox } from './ask-box';
import { CommandPreview } from './command-preview';
import { spokenIn, type Conversation } from './conversation';
import { ChatHeader } from './chat-header';
import styles from './chat-panel.module.css';
import { ConversationLog } from './conversation-log';
import { createBoardTurns } from './board-turns';
import { Invitation } from './invitation';
import { chatDraftKey, OPENER_ID } from './names';
import { useChatOpen } from './use-chat-open';
import { takeOpening } from './visibility';

/**
 * The conversation about the board around it. It stays mounted while it is closed, so that an answer still arrives. Give it the person
 * and the board as its `key`.
 */
export function ChatPanel({ session, boardId }: { session: Session; boardId: string }) {
  const store = useBoardStore();
  const boardKey = useBoardPart((state) => state.board.key);
  const [{ conversation, turns, follow }] = useState(() =>
    createBoardTurns({ store, owner: { userId: session.user.id, boardId } }),
  );
  const entries = useSyncExternalStore(conversation.subscribe, conversation.get);
  const phase = useSyncExternalStore(turns.phase.subscribe, turns.phase.get);
  const [text, setText, clearText] = useDraft(chatDraftKey(boardId), '');
  const [open, setOpen] = useChatOpen();
  const isPhone = useIsPhone();
  const field = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLElement>(null);
  const { ready, hint } = session.assistant;

  useEffect(() => follow(), [follow]);
  useFocusOnOpening(open, { panel, field });
  useClosingForCards(isPhone && open, setOpen);

  const ask = () => {
    if (text.trim() === '' || phase !== 'idle') return;
    void turns.ask(text);
    clearText();
  };
  const actions = useMemo(() => {
    // The button that was pressed goes. On a phone the field would bring up the keyboard over what comes of it.
    const lookAtLog = () =>
      requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('[role="log"]')?.focus());
    return {
      say(words: string) {
        void turns.ask(words);
        lookAtLog();
      },
      fill(suggestion: string) {
        setText(suggestion);
        field.current?.focus();
      },
      async accept(answerId: string) {
        const problem = await turns.accept(answerId);
        if (problem === null) lookAtLog();
        return problem;
      },
      decline(answerId: string) {
        turns.decline(answerId);
        lookAtLog();
      },
    };
  }, [turns, setText]);
  useAskedFromOutside(phase === 'idle', (words) => {
    if (isPhone) return actions.say(words);
    void turns.ask(words);
    field.current?.focus();
  });
  useOffer({
    scope: 'board',
    items: open ? [{ ...ASSISTANT_OFFER, onSelect: () => field.current?.focus() }] : [],
  });
  const talk = useMemo(() => talkIn(entries), [entries]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the sheet of a phone, as it closes every sheet.
    <aside
      ref={panel}
      id="assistant"
      aria-label="Assistant"
      className={styles['panel']}
      hidden={!open}
      onKeyDown={(event) => {
        if (isPhone && event.key === 'Escape' && !event.defaultPrevented) setOpen(false);
      }}
    >
      <ChatHeader
        open={open}
        canReset={entries.length > 0}
        onReset={() => {
          turns.reset();
          field.current?.focus();
        }}
        onClose={() => setOpen(false)}
      />
      {entries.length > 0 ? (
        <ConversationLog
          entries={entries}
          boardKey={boardKey}
          phase={phase}
          onRetry={(questionId) => void turns.retry(questionId)}
          actions={actions}
        />
      ) : (
        <Invitation ready={ready} onSuggest={(text) => actions.fill(text)} />
      )}
      <AskBox ref={field} text={text} phase={phase} onText={setText} onAsk={ask} onStop={() => turns.stop()}>
        {open && <CommandPreview text={text} actorId={session.user.id} talk={talk} ready={ready} hint={hint} />}
      </AskBox>
    </aside>
  );
}

/** What the conversation leaves for what is typed next, as the server will see it. */
function talkIn(entries: Conversation): Talk {
  const last = entries.at(-1);
  const asked = last?.kind === 'answer' ? (last.offer?.asked ?? null) : null;
  return { cardIds: spokenIn(entries) ?? [], asked };
}

interface PanelRefs {
  readonly panel: RefObject<HTMLElement | null>;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Opening it leads into the field, closing it back to what opens it; the page's own start moves nothing. */
function useFocusOnOpening(open: boolean, { panel, field }: PanelRefs): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open && takeOpening()) field.current?.focus();
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    const { activeElement } = document;
    // A card that was opened from here has taken the focus already.
    if (!open && (activeElement === document.body || panel.current?.contains(activeElement))) {
      document.getElementById(OPENER_ID)?.focus();
    }
  }, [open, field, panel]);
}

/** A card that is opened on a phone takes the whole screen: the sheet makes room. */
function useClosingForCards(isSheet: boolean, setOpen: (open: boolean) => void): void {
  const [location] = useLocation();
  const before = useRef(location);
  useEffect(() => {
    if (isSheet && location !== before.current && cardNameIn(location) !== null) setOpen(false);
    before.current = location;
  }, [location, isSheet, setOpen]);
}
