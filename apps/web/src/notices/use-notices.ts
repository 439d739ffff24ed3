import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { problemOf } from '../problem';
import { api, trpc } from '../trpc';
import { showToast } from '../ui/toast';
import { createNoticeList, type NoticesState } from './notice-list';

export interface Notices extends NoticesState {
  readonly older: () => void;
  /** Notes that one was seen; left out: all. */
  readonly read: (id?: Id) => void;
}

/** This person's notices, kept up with what they are told, and with what they read elsewhere. */
export function useNotices(pageSize: number, unread: number): Notices {
  const utils = trpc.useUtils();
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

  const read = async (id?: Id) => {
    list.read(id);
    try {
      await api.notices.read.mutate(id === undefined ? { all: true } : { ids: [id] });
    } catch (error) {
      showToast({ message: t`Not marked as read: ${problemOf(error).message}`, tone: 'bad' });
      void list.fresh();
    }
    void utils.notices.unread.invalidate();
  };
  return { ...state, older: () => void list.older(), read: (id) => void read(id) };
}
