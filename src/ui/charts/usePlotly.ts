import { useEffect, useState } from 'react';

export type Plotly = typeof import('./plotly').default;

/** plotly.js, loaded when the page has time; `refused` where it could not be. */
export function usePlotly(): { plotly: Plotly | null; refused: boolean } {
  const [plotly, setPlotly] = useState<Plotly | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    import('./plotly').then(
      (module) => setPlotly(() => module.default),
      () => setRefused(true),
    );
  }, []);
  return { plotly, refused };
}
