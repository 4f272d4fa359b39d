import { useStore } from 'zustand';
import { TrainingClient } from '../worker/client';
import { DataClient } from '../worker/dataClient';
import { MeasureClient } from '../worker/measureClient';
import { Autosave } from './app/autosave';
import { createLab } from './app/createAppStore';
import { refreshStored } from './app/files';
import { fetchTrained } from './app/gallery';
import type { Address } from './app/lab';
import { watchQuality } from './app/quality';
import { openLink, startLab } from './app/start';
import { readouts } from './readouts';
import type { AppStore } from './state';
import { browserStorage } from './storage';

const address: Address = {
  read: () => location.hash.slice(1),
  write: (link) => history.replaceState(history.state, '', `#${link}`),
  full: (link) => `${location.href.split('#')[0]}#${link}`,
};

/** The thread that measures samples, for whichever run. */
export const measuring = new MeasureClient();

const lab = createLab({
  makeClient: (events) => new TrainingClient(events),
  data: new DataClient(),
  measuring,
  storage: browserStorage(),
  trained: fetchTrained,
  address,
});

/** The app's one store; `useApp` is the way to read it in a component. */
export const appStore = lab.store;

/** Reads a part of the app's state or one of its actions; the component draws again when that part changes. */
export function useApp<T>(selector: (store: AppStore) => T): T {
  return useStore(appStore, selector);
}

/** Numbers that change are read four times a second at most. */
const READ_EVERY_MS = 250;
const readStore = readouts(appStore, READ_EVERY_MS);

/** As `useApp`, for what a picture brings along and is only read; see `readouts`. */
export function useReadout<T>(selector: (store: AppStore) => T): T {
  return useStore(readStore, selector);
}

/** Opens the first run, and from then on saves it and follows the address. */
export async function startApp(): Promise<void> {
  const autosave = new Autosave(lab);
  autosave.start();
  watchQuality(lab);
  addEventListener('hashchange', () => void openLink(lab));
  addEventListener('pagehide', () => void autosave.save());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void autosave.save();
  });
  await startLab(lab);
  await refreshStored(lab);
}
