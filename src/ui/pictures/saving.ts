import { isPast } from '../../core/timeline';
import { save } from '../bar/save';
import { appStore } from '../store';
import { compose, subtitle } from './compose';
import { spread } from './spread';

/** Moments of an animation, how long each is seen, and how wide the pictures are at most. */
const FRAMES = 60;
const FRAME_MS = 100;
const LAST_MS = 1500;
const WIDEST = 560;

/** Beyond the end of every run. */
const NEWEST = Number.MAX_SAFE_INTEGER;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Saves what the canvases of an element show as PNG. */
export function savePicture(area: HTMLElement, name: string): void {
  compose(area).toBlob(async (blob) => {
    if (blob) save(`${name}.png`, 'image/png', new Uint8Array(await blob.arrayBuffer()));
  });
}

/**
 * Saves the run's kept moments as an animated GIF of what the canvases of an element show, and takes the run back to where it
 * was. `told` hears how far it is, 0…1; `words` are written under a picture.
 */
export async function saveHistory(
  area: HTMLElement,
  words: (iteration: string) => string,
  told: (done: number) => void,
): Promise<void> {
  const { GifMaker } = await import('./gif');
  const app = appStore.getState();
  app.pause();
  const from = isPast(app.timeline, app.status.iteration) ? app.status.iteration : NEWEST;
  // The way to the newest moment keeps it, if it was not kept yet.
  await app.seek(NEWEST);
  const moments = spread(appStore.getState().timeline?.moments ?? [], FRAMES);
  const gif = new GifMaker();
  for (const [i, moment] of moments.entries()) {
    await app.seek(moment);
    await painted();
    const picture = compose(area, WIDEST);
    subtitle(picture, words(whole.format(moment)));
    gif.add(picture, i + 1 < moments.length ? FRAME_MS : LAST_MS);
    told((i + 1) / moments.length);
  }
  await app.seek(from);
  save('minimax-training.gif', 'image/gif', gif.finish());
}

/** Records what the canvases of an element show from now on; the function that comes back ends it and saves the GIF. */
export async function recordLive(area: HTMLElement, words: () => string): Promise<() => void> {
  const { GifMaker } = await import('./gif');
  const gif = new GifMaker();
  const every = 2.5 * FRAME_MS;
  const take = () => {
    const picture = compose(area, WIDEST);
    subtitle(picture, words());
    gif.add(picture, FRAME_MS);
  };
  take();
  const timer = setInterval(() => {
    if (gif.frames < 4 * FRAMES) take();
  }, every);
  return () => {
    clearInterval(timer);
    save('minimax-duel.gif', 'image/gif', gif.finish());
  };
}
