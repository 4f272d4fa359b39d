import { useApp } from '../../store';
import classes from '../controls.module.css';
import type { Experiment } from '../experiment';
import { ParamForm } from '../fields/ParamForm';
import { fieldsOf } from '../forms';
import { RUN_PARAMS, runValues } from '../runParams';

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
