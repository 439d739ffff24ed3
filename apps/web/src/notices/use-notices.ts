import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { problemOf } from '../problem';
import { api, trpc } from '../trpc';
import { announce } from '../ui/announce';
import { showToast } from '../ui/toast';
import { createNoticeList, type NoticesState } from './notice-list';

export interface Notices extends NoticesState {
  readonly older: () => void;
  /** Notes that one was seen; left out: all. */
  readonly read: (id?: Id) => void;
}

/** Notes that a notice was seen, or all of them, and says so where it is not noted. */
export function useReading(): (id?: Id) => Promise<boolean> {
  const utils = trpc.useUtils();
  return async (id) => {
    try {
      await api.notices.read.mutate(id === undefined ? { all: true } : { ids: [id] });
      if (id === undefined) announce(t`All notices are read.`);
      return true;
    } catch (error) {
      showToast({ message: t`Not marked as read: ${problemOf(error).message}`, tone: 'bad' });
      return false;
    } finally {
      void utils.notices.unread.invalidate();
    }
  };
}

/** This person's notices, kept up with what they are told, and with what they read elsewhere. */
export function useNotices(pageSize: number, unread: number): Notices {
  const list = useMemo(
    () =>
      createNoticeList({
        fetchPage: (asked) => api.notices.list.query(asked),
        sentenceOf: (error) => problemOf(error).message,
        pageSize,
      }),
    [pageSize],
  );
  const state = useSyncExternalStore(list.subscribe, list.get);
  useEffect(() => {
    // Another number: something has come, or was read in another window.
    void list.hear(unread);
  }, [list, unread]);

  const note = useReading();
  const read = async (id?: Id) => {
    list.read(id);
    if (!(await note(id))) void list.fresh();
  };
  return { ...state, older: () => void list.older(), read: (id) => void read(id) };
}
