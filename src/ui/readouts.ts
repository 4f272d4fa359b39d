import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState } from './state';

/** What every picture of a run brings along. */
const OF_A_PICTURE: ReadonlySet<string> = new Set<keyof AppState>(['stage', 'status', 'curves', 'timeline']);

/**
 * The app's state for what is read, not watched: while a run plays, what comes with its pictures changes here at most every
 * `everyMs`, so that the page does not render its words and sliders anew for each of them. Anything else passes at once.
 */
export function readouts<S extends Pick<AppState, 'status'>>(store: StoreApi<S>, everyMs: number): StoreApi<S> {
  const read = createStore<S>(() => store.getState());
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (): void => {
    clearTimeout(timer);
    timer = undefined;
    next = performance.now() + everyMs;
    read.setState(store.getState(), true);
  };
  store.subscribe((now, before) => {
    const wait = next - performance.now();
    if (wait <= 0 || !isPicture(now, before)) take();
    else timer ??= setTimeout(take, wait);
  });
  return read;
}

/** Whether nothing has changed but the picture of a run that plays. */
const isPicture = <S extends Pick<AppState, 'status'>>(now: S, before: S): boolean =>
  now.status.phase === 'running' &&
  before.status.phase === 'running' &&
  (Object.keys(now) as (keyof S & string)[]).every((key) => OF_A_PICTURE.has(key) || now[key] === before[key]);
