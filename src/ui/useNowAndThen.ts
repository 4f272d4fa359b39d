import { useEffect, useRef, useState } from 'react';
import type { AppState } from './state';
import { appStore } from './store';

interface Followed<S> {
  getState(): S;
  subscribe(heard: (now: S, before: S) => void): () => void;
}

/** Tells what is read of a store after it has changed, at most so often, and the last of it always. Returns how to stop. */
export function follow<S, T>(
  store: Followed<S>,
  ms: number,
  read: (state: S) => T,
  tell: (value: T) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const unsubscribe = store.subscribe((now, before) => {
    if (timer || read(now) === read(before)) return;
    timer = setTimeout(() => {
      timer = null;
      tell(read(store.getState()));
    }, ms);
  });
  return () => {
    unsubscribe();
    if (timer) clearTimeout(timer);
  };
}

/** What is read of the app's state, brought up to date at most so often: for what need not be seen at once. */
export function useNowAndThen<T>(ms: number, read: (app: AppState) => T): T {
  const [value, setValue] = useState(() => read(appStore.getState()));
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const now = () => latest.current(appStore.getState());
    setValue(now); // it may have changed before anybody listened
    return follow(
      appStore,
      ms,
      (app) => latest.current(app),
      () => setValue(now),
    );
  }, [ms]);
  return value;
}
