import type { OpenedRun } from '../../worker/protocol';
import type { SlotLatents } from './slots';
import type { Latent } from './vectors';

/** What every tool works with. */
export interface ToolProps {
  run: OpenedRun;
  samples: readonly Latent[];
  slots: SlotLatents;
}
