import { LIMITS } from '@talkan/board/limits';
import type { Board, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { fingerprint } from '@talkan/board/text';
import { inSense, t } from '@talkan/words/words';
import { useRef, useState, type FormEvent } from 'react';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { trpc } from '../trpc';
import { OR_KEPT } from '../sync/kept-answers';
import { offerUndo } from '../board/actions';
import { useCanEdit } from '../board/use-can-edit';
import { Button } from '../ui/button';
import dialogStyles from '../ui/dialog-form.module.css';
import { useDraft } from '../ui/drafts';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-area';
import { keyProblem, readKey, sharedKeyHint } from './board-fields';
import { boardHue } from './board-hues';
import dialogs from './dialogs.module.css';
import { HueChoice } from './hue-choice';
import { LimitsChoice } from './limits-choice';

/** Title, key, description, colour and limits of the board, saved as one change. Who may not change them sees them. */
export function SettingsForm({ onDone }: { onDone: () => void }) {
  const store = useBoardStore();
  const board = useBoardPart((state) => state.board);
  const canEdit = useCanEdit();
  const isOwner = useBoardPart((state) => state.role === 'owner');
  const list = trpc.boards.list.useQuery(undefined, OR_KEPT);
  const utils = trpc.useUtils();
  const [title, setTitle, clearTitle] = useDraft(`settings-title:${board.id}`, board.title);
  const [description, setDescription, clearDescription] = useDraft(
    `settings-description:${board.id}`,
    board.description,
  );
  // The text that its author began with, also where they go on later: what somebody else writes meanwhile is not overwritten.
  const [began, setBegan, clearBegan] = useDraft(`settings-began:${board.id}`, fingerprint(board.description));
  const [key, setKey, clearKey] = useDraft(`settings-key:${board.id}`, board.key);
  const [hue, setHue] = useState(boardHue(board));
  const [limits, setLimits] = useState(board.limits);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wrongTitle = title.trim() === '' ? t`Give the board a title.` : null;
  const wrongKey = keyProblem(key);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongTitle ?? wrongKey) {
      form.current?.querySelector<HTMLElement>(wrongTitle ? '[name=title]' : '[name=key]')?.focus();
      return;
    }
    const wish = { title: title.trim(), key, description, hue, limits };
    const operations = settingOperations(board, wish, began);
    onDone();
    if (operations.length === 0) forget();
    else void settle(store.commit(operations));
  };
  const forget = () => {
    clearTitle();
    clearDescription();
    clearKey();
    clearBegan();
  };
  const settle = async (changeId: Id) => {
    // What is refused stands here again when the settings are opened: nothing that was typed is lost.
    if (isRefusal(await store.settled(changeId))) return;
    forget();
    offerUndo(store, changeId, t`Settings saved.`);
    await utils.boards.list.invalidate();
  };

  const others = (list.data ?? []).filter(({ id }) => id !== board.id);
  return (
    <form ref={form} className={dialogStyles['form']} noValidate onSubmit={submit}>
      <div className={dialogs['pair']}>
        <Field
          label={t`Title`}
          name="title"
          value={title}
          maxLength={LIMITS.title}
          autoComplete="off"
          readOnly={!canEdit}
          error={tried ? wrongTitle : null}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Field
          label={inSense('board')`Key`}
          name="key"
          value={key}
          maxLength={5}
          autoComplete="off"
          spellCheck={false}
          readOnly={!isOwner || !canEdit}
          error={wrongKey}
          hint={keyHint({ key, board, others, isOwner })}
          onChange={(event) => setKey(readKey(event.target.value))}
        />
      </div>
      <TextArea
        label={t`Description`}
        rows={4}
        value={description}
        maxLength={LIMITS.remarkBytes}
        readOnly={!canEdit}
        onChange={(event) => {
          setBegan(began);
          setDescription(event.target.value);
        }}
      />
      <HueChoice value={hue} disabled={!canEdit} onChange={setHue} />
      <LimitsChoice value={limits} disabled={!canEdit} onChange={setLimits} />
      {canEdit && (
        <div className={dialogStyles['actions']}>
          <Button
            variant="ghost"
            onClick={() => {
              forget();
              onDone();
            }}
          >
            {t`Cancel`}
          </Button>
          <Button type="submit" variant="primary">
            {t`Save`}
          </Button>
        </div>
      )}
    </form>
  );
}

interface KeyHint {
  key: string;
  board: Board;
  others: Parameters<typeof sharedKeyHint>[1];
  isOwner: boolean;
}

function keyHint({ key, board, others, isOwner }: KeyHint): string {
  if (!isOwner) return t`An owner may change it.`;
  if (key !== board.key) return t`Numbers will read differently: ${board.key}-1 becomes ${key}-1.`;
  return sharedKeyHint(key, others);
}

type Wish = Pick<Board, 'title' | 'key' | 'description' | 'limits'> & { readonly hue: number };

/** Only what is another one than it was. */
function settingOperations(board: Board, wish: Wish, was: string): readonly Operation[] {
  const edit = {
    ...(wish.key !== board.key && { key: wish.key }),
    ...(wish.description !== board.description && { description: { to: wish.description, was } }),
    ...(wish.hue !== boardHue(board) && { hue: wish.hue }),
    ...(wish.limits !== board.limits && { limits: wish.limits }),
  };
  return [
    ...(wish.title === board.title ? [] : [{ type: 'board.rename', title: wish.title } as const]),
    ...(Object.keys(edit).length === 0 ? [] : [{ type: 'board.edit', ...edit } as const]),
  ];
}
