import { useEffect, useState } from 'react';
import { appStore, useApp } from '../store';
import { axisOf, type Latent } from './vectors';

/** Directions that are looked for. */
const COUNT = 8;

/** One way to go in the noise. */
export interface Way {
  /** `direction` found by principal components, or one of the noise's own `dimension`s; from 1 on. */
  kind: 'direction' | 'dimension';
  number: number;
  vector: Latent;
  /** Share of the pictures' variance that a direction explains. */
  share: number | null;
}

/** The directions of the open run's G, as they were found last; looked for at once where there are none yet. */
export function useDirections(latentSize: number) {
  const find = useApp((app) => app.findDirections);
  const [found, setFound] = useState<{ ways: readonly Way[]; iteration: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setBusy(true);
    const reply = await find(Math.min(COUNT, latentSize));
    setBusy(false);
    if (!reply) return;
    const ways = reply.shares.map(
      (share, i): Way => ({
        kind: 'direction',
        number: i + 1,
        vector: reply.directions.slice(i * latentSize, (i + 1) * latentSize),
        share,
      }),
    );
    setFound({ ways, iteration: appStore.getState().status.iteration });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the tool opens
  useEffect(() => {
    void look();
  }, []);
  return { found, busy, look };
}

/** The noise's own dimensions. */
export const dimensionsOf = (size: number): Way[] =>
  Array.from({ length: size }, (_, i) => ({
    kind: 'dimension',
    number: i + 1,
    vector: axisOf(size, i),
    share: null,
  }));
