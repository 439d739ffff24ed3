import type { Talk as Spoken } from '@talkan/board/command/command';
import { t } from '@talkan/words/words';
import { MessageSquarePlus, PanelRightClose } from 'lucide-react';
import { useId, useMemo, useRef, useState, useSyncExternalStore, type FocusEvent } from 'react';
import type { Session } from '../auth/use-session';
import { useCanEdit } from '../board/use-can-edit';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import { useOffer } from '../ui/offers';
import { useIsPhone } from '../ui/use-media';
import { AskBox, type Draft } from './ask-box';
import { useAskedFromOutside } from './ask-from-outside';
import { ASSISTANT_OFFER } from './assistant-offer';
import { createBoardTalk } from './board-talk';
import { ChatHeader, CLOSE, NEW } from './chat-header';
import styles from './chat-panel.module.css';
import { CommandPreview } from './command-preview';
import { ConversationLog, LogProblem, LogSkeleton } from './conversation-log';
import { Conversations } from './conversations';
import { Invitation } from './invitation';
import { chatDraftKey, pastedDraftKey } from './names';
import { useClosingForCards, useFocusOnOpening } from './panel-focus';
import { askAbout } from './pasted';
import { isBusy, titleOf, type TalkState } from './talk-state';
import { useActions } from './use-actions';
import { useChatOpen } from './use-chat-open';
import { useFreshTalk } from './use-fresh-talk';

/** Where the sheet of a phone, or of a page at 400 %, leaves nothing of what is under it: who walks there by keys is to see where. */
const COVERS = '(max-height: 540px)';

function isLeftFrom({ relatedTarget }: FocusEvent): boolean {
  return Boolean(relatedTarget?.closest('#board, #top-bar')) && matchMedia(COVERS).matches;
}

/**
 * The conversations about the board around it. It stays mounted while it is closed, so that an answer still arrives. Give it the person
 * and the board as its `key`.
 */
export function ChatPanel({ session, boardId }: { session: Session; boardId: string }) {
  const store = useBoardStore();
  const boardKey = useBoardPart((state) => state.board.key);
  const mayEdit = useCanEdit();
  const [talk] = useState(() => createBoardTalk(store, boardId));
  const state = useSyncExternalStore(talk.state.subscribe, talk.state.get);
  const { loading, problem, turns, live, asksFirst } = state;
  const [draft, setDraft] = useQuestionDraft(boardId);
  const [open, setOpen] = useChatOpen();
  const [listing, setListing] = useState(false);
  const isPhone = useIsPhone();
  const drawerId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLElement>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const drawer = useRef<HTMLElement>(null);
  const { ready, hint } = session.assistant;
  const busy = isBusy(state);
  const isEmpty = turns.length === 0 && live === null;

  useFreshTalk(talk, open);
  useFocusOnOpening(open, { panel, field });
  useClosingForCards(isPhone && open, setOpen);

  const ask = () => {
    if (busy) return;
    const { text, pasted } = draft;
    const asked = text.trim() === '' ? askAbout(mayEdit) : text;
    void talk.ask({ text: asked, pasted: pasted === '' ? null : pasted });
    setDraft({ text: '', pasted: '' });
  };
  const actions = useActions(talk, {
    panel,
    field,
    isPhone,
    onFill: (text) => setDraft({ text, pasted: draft.pasted }),
  });
  useAskedFromOutside(!busy && loading !== 'loading', (words) => {
    if (isPhone) return actions.say(words);
    void talk.ask({ text: words, pasted: null });
    field.current?.focus();
  });
  const spoken = useMemo(() => spokenIn(state), [state]);
  const list = () => {
    setListing(true);
    requestAnimationFrame(() => drawer.current?.focus());
  };
  const unlist = () => {
    setListing(false);
    requestAnimationFrame(() => menu.current?.focus());
  };
  const begin = () => {
    talk.begin();
    setListing(false);
    field.current?.focus();
  };
  const close = () => setOpen(false);
  // Whoever looks for the assistant finds the way into it before the way out.
  useOffer({
    scope: 'board',
    items: [
      ...(open ? [{ ...ASSISTANT_OFFER, onSelect: () => field.current?.focus() }] : []),
      ...(isEmpty ? [] : [{ label: NEW, icon: MessageSquarePlus, also: t`assistant chat`, onSelect: begin }]),
      ...(open ? [{ label: CLOSE, icon: PanelRightClose, also: t`chat hide`, onSelect: close }] : []),
    ],
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the sheet of a phone, as it closes every sheet.
    <aside
      ref={panel}
      id="assistant"
      aria-label={t`Assistant`}
      className={styles['panel']}
      hidden={!open}
      onKeyDown={(event) => isPhone && event.key === 'Escape' && !event.defaultPrevented && setOpen(false)}
      onBlur={(event) => isPhone && isLeftFrom(event) && setOpen(false)}
    >
      <ChatHeader
        title={titleOf(state)}
        menu={menu}
        menuOf={drawerId}
        isMenuOpen={listing}
        panel={panel}
        canReset={!isEmpty}
        onMenu={listing ? unlist : list}
        onReset={begin}
        onClose={close}
      />
      {listing && (
        <Conversations id={drawerId} ref={drawer} state={state} talk={talk} mayEdit={mayEdit} onClose={unlist} />
      )}
      {loading === 'loading' && <LogSkeleton />}
      {loading === 'failed' && <LogProblem message={problem ?? ''} onRetry={() => void talk.load()} />}
      {loading === 'there' && isEmpty && <Invitation ready={ready} onSuggest={(text) => actions.fill(text)} />}
      {loading === 'there' && !isEmpty && (
        <ConversationLog state={state} boardKey={boardKey} actorId={session.user.id} isSeen={open} actions={actions} />
      )}
      <AskBox
        ref={field}
        draft={draft}
        step={live?.step ?? (state.accepting === null ? null : 'doing')}
        isReady={loading !== 'loading'}
        mayEdit={mayEdit}
        asksFirst={asksFirst}
        onDraft={setDraft}
        onAsk={ask}
        onStop={actions.stop}
        onMode={list}
      >
        {open && (
          <CommandPreview
            text={draft.text}
            actorId={session.user.id}
            talk={spoken}
            ready={ready}
            hint={hint}
            waits={asksFirst || draft.pasted !== ''}
          />
        )}
      </AskBox>
    </aside>
  );
}

/** What is typed and pasted and not asked yet: this browser keeps it. */
function useQuestionDraft(boardId: string): readonly [Draft, (draft: Draft) => void] {
  const [text, setText] = useDraft(chatDraftKey(boardId), '');
  const [pasted, setPasted] = useDraft(pastedDraftKey(boardId), '');
  const setDraft = (draft: Draft) => {
    setText(draft.text);
    setPasted(draft.pasted);
  };
  return [{ text, pasted }, setDraft];
}

/** What the conversation leaves for what is typed next, as the server will see it. */
function spokenIn({ turns }: TalkState): Spoken {
  const command = turns.at(-1)?.answer?.command;
  return { cardIds: command?.spoken ?? [], asked: command?.asked ?? null };
}
