import type { Data, Layout } from 'plotly.js';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { usePlotly } from './usePlotly';

/** Redraws at most this often: a chart is read, not watched. */
const EVERY_MS = 500;
/** On a slow machine redrawing takes no more than this part of the page's time, but is never put off for longer than that. */
const SHARE = 0.04;
const LONGEST_MS = 2500;

interface LiveFigure {
  box: RefObject<HTMLElement | null>;
  /** Another text whenever there is something else to draw; null: nothing yet. */
  key(): string | null;
  make(): { data: Data[]; layout: Partial<Layout> };
  /** Name of the pictures that plotly's own button saves. */
  filename: string;
}

/** A plotly figure that is loaded when the page has time, and redrawn now and then while it is visible. */
export function useLiveFigure({ box, key, make, filename }: LiveFigure): { refused: boolean; drawnOnce: boolean } {
  const { plotly, refused } = usePlotly();
  const [drawnOnce, setDrawnOnce] = useState(false);
  const latest = useRef({ key, make });
  latest.current = { key, make };

  useEffect(() => {
    if (!plotly || !box.current) return;
    const element = box.current;
    const config = {
      displaylogo: false,
      responsive: true,
      modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d'] as never[],
      toImageButtonOptions: { filename, scale: 2 },
    };
    let drawn: string | null = null;
    let next = 0;
    const redraw = () => {
      const wanted = latest.current.key();
      if (wanted === null || wanted === drawn || document.hidden || element.offsetParent === null) return;
      const start = performance.now();
      if (start < next) return;
      drawn = wanted;
      const { data, layout } = latest.current.make();
      void plotly.react(element, data, layout, config);
      setDrawnOnce(true);
      const end = performance.now();
      next = end + Math.min(LONGEST_MS, Math.max(EVERY_MS, (end - start) / SHARE)) - EVERY_MS / 2;
    };
    redraw();
    const timer = setInterval(redraw, EVERY_MS / 2);
    return () => {
      clearInterval(timer);
      plotly.purge(element);
    };
  }, [plotly, box, filename]);

  return { refused, drawnOnce };
}
