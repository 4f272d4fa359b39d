/** The parts of plotly.js from which our own bundle is made; the package has no types for them. */
declare module 'plotly.js/lib/core' {
  import type { Config, Data, Layout } from 'plotly.js';

  interface PlotlyCore {
    register(parts: unknown[]): void;
    react(box: HTMLElement, data: Data[], layout: Partial<Layout>, config: Partial<Config>): Promise<unknown>;
    purge(box: HTMLElement): void;
    relayout(box: HTMLElement, change: Record<string, unknown>): Promise<unknown>;
    downloadImage(box: HTMLElement, options: Record<string, unknown>): Promise<string>;
    Plots: { resize(box: HTMLElement): void };
  }
  const core: PlotlyCore;
  export default core;
}

declare module 'plotly.js/lib/scatter' {
  const scatter: unknown;
  export default scatter;
}
