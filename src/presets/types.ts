import type { ParamValues } from '../core/params';
import type { RunConfig } from '../core/run';

/** An experiment that works: what it states replaces the system's defaults for that data. */
export interface Preset {
  id: string;
  /** Iterations after which its snapshot in `public/snapshots` was taken, by `npm run gallery`; without it, it has none. */
  trained?: number;
  /** Iterations between measurements of the samples' quality, which the page then shows; without it, its curves are shown. */
  measures?: number;
  config: Partial<RunConfig> & { system: string; dataset: string; systemParams?: ParamValues };
}
