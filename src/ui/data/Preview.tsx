import { useEffect, useRef, useState } from 'react';
import type { DatasetEntry } from '../../core/catalog';
import type { RunConfig } from '../../core/run';
import type { DataReplies } from '../../worker/protocol';
import { useWords } from '../controls/words';
import { readPalette } from '../stage/palette';
import { useApp } from '../store';
import { drawThumbnail } from './thumbnail';

/** Samples that a thumbnail shows, by kind. */
const COUNT = { '1d': 1000, '2d': 600, image: 16, point: 1 } as const;
/** A slider on its way to a value asks for no pictures. */
const PAUSE_MS = 200;

/** A look at the data that wait in the draft; what runs already is on the stage. */
export function Preview({ entry, draft }: { entry: DatasetEntry; draft: RunConfig }) {
  const { words } = useWords();
  const running = useApp((app) => app.run?.config ?? null);
  const stored = useApp((app) => app.stored.includes(entry.id));
  const params = JSON.stringify(draft.datasetParams);
  const same = running?.dataset === entry.id && JSON.stringify(running.datasetParams) === params;
  const ready = entry.source === 'procedural' || stored || Boolean(draft.datasetParams['file']);
  const samples = useSamples(entry, params, !same && ready);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (!samples || !canvas.current) return;
    const element = canvas.current;
    const paint = () => drawThumbnail(element, samples, readPalette());
    paint();
    const theme = new MutationObserver(paint);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
    return () => theme.disconnect();
  }, [samples]);

  if (same || !samples) return null;
  return (
    <figure className="data-preview">
      <canvas
        ref={canvas}
        role="img"
        aria-label={words('data.previewOf', { name: words(`datasets.${entry.id}.name`, {}, entry.id) })}
      />
      <figcaption className="data-hint">{words('data.preview')}</figcaption>
    </figure>
  );
}

/** A few samples of the data, asked for once the parameters rest; null while not `wanted` or not yet there. */
function useSamples(entry: DatasetEntry, params: string, wanted: boolean): DataReplies['preview'] | null {
  const ask = useApp((app) => app.preview);
  const [samples, setSamples] = useState<DataReplies['preview'] | null>(null);
  useEffect(() => {
    if (!wanted) {
      setSamples(null);
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const reply = await ask(entry.id, JSON.parse(params), COUNT[entry.kind]);
      if (current) setSamples(reply);
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [ask, entry, params, wanted]);
  return samples?.info.id === entry.id ? samples : null;
}
