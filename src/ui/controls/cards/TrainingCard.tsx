import type { ParamSpecs, ParamValues } from '../../../core/params';
import { BATCH_LIMITS, ENGINES, type RunConfig, SEED_LIMITS } from '../../../core/run';
import { useApp } from '../../store';
import classes from '../controls.module.css';
import type { Experiment } from '../experiment';
import { ParamForm } from '../fields/ParamForm';
import { fieldsOf } from '../forms';

/** The fields that every run has, declared like a system's parameters so that the same form draws them. */
export const RUN_PARAMS: ParamSpecs = {
  batchSize: { kind: 'int', default: 64, ...BATCH_LIMITS },
  seed: { kind: 'int', default: 1, ...SEED_LIMITS },
  engine: { kind: 'choice', default: 'auto', options: ENGINES },
};

/** The part of a configuration that {@link RUN_PARAMS} declares. */
export function runValues({ batchSize, seed, engine }: RunConfig): ParamValues {
  return { batchSize, seed, engine };
}

/** How the game is played: batch size, moves per iteration, seed and engine. */
export function TrainingCard({ experiment }: { experiment: Experiment }) {
  const { draft, running, system } = experiment;
  const editParam = useApp((app) => app.editParam);
  const edit = useApp((app) => app.edit);
  return (
    <div className={classes.form}>
      <ParamForm
        fields={fieldsOf(system.params, draft.systemParams, 'training')}
        values={draft.systemParams}
        running={running?.systemParams ?? null}
        onChange={editParam}
      />
      <ParamForm
        fields={fieldsOf(RUN_PARAMS, runValues(draft))}
        values={runValues(draft)}
        running={running && runValues(running)}
        onChange={(name, value) => edit({ [name]: value })}
      />
    </div>
  );
}
